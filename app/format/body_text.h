// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text/markup.h"

#include <QString>

#include <vector>

namespace nutgraf::format {

/// Blocks as plain text: parted by empty lines, the items of a list by a line end, `- ` or `7. `
/// before each.
[[nodiscard]] QString plainBody(const std::vector<text::Block> &blocks);

/// Blocks as Markdown that every reader of CommonMark 0.31 shows in the same words and paragraphs:
/// what it would take for markup of its own is escaped.
[[nodiscard]] QString markdownBody(const std::vector<text::Block> &blocks);

[[nodiscard]] QString markdownHeadline(const QString &words);
/// One line of words as such Markdown.
[[nodiscard]] QString markdownLine(const QString &words);

} // namespace nutgraf::format
