// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/xml_tree.h"
#include "text/markup.h"

#include <QString>

#include <vector>

namespace nutgraf::format {

/// Blocks as the markup of a story: reading it gives the same blocks. Words come first: a style
/// that the markup cannot say where it stands is left out, a list of one item is a paragraph.
[[nodiscard]] QString markupBody(const std::vector<text::Block> &blocks);

/// Takes white space and line breaks from both ends: they are no words. (A line has none, but it
/// may have had a character between that no edition prints.)
void trimSpans(std::vector<text::Span> &spans);

/// What a story's body is in other formats.
struct ReadBody {
    std::vector<text::Block> blocks;
    QString notice; ///< the closing notice of a web edition, which is no part of the story
};

/// The body of an XHTML or NITF element. What the markup has no word for is text: tables, rules,
/// names that are marked up. Pictures and scripts are left out.
[[nodiscard]] ReadBody readBody(const XmlNode &element);
/// XHTML in a text, as JSON holds it; what is not well-formed is read by its tags alone.
[[nodiscard]] ReadBody readXhtmlBody(const QString &xhtml);
/// Plain text: a paragraph a line.
[[nodiscard]] ReadBody readPlainBody(const QString &text);

} // namespace nutgraf::format
