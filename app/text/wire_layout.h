// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace nutgraf::text {

/// The parts of a plain-text wire story, as ranges of UTF-16 units into it, without their line
/// ends.
struct WireLayout {
    std::optional<TextRange> headline; ///< first line, if it looks like one
    std::optional<TextRange> deck; ///< second line, if it looks like one
    std::optional<TextRange> byline; ///< `By A and B`
    std::optional<TextRange>
        datelinePlace; ///< `WASHINGTON` on a line of its own, or before ` (AP) —`
    std::optional<TextRange> datelineDate; ///< `May 12`, if the dateline gives one
    std::vector<TextRange> paragraphs; ///< the body, one range a paragraph, dateline left out
    std::optional<TextRange> notice; ///< closing paragraph about subscriptions and summarized form
};

/// Recognises the layout of a wire story (headline, deck, dateline, paragraphs, closing notice);
/// never fails: a text that has no such layout is all paragraphs.
[[nodiscard]] WireLayout wireLayout(QStringView text);

} // namespace nutgraf::text
