// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nutgraf::format {

/// Markdown as well-formed XHTML of the elements that editions may have (publishing contract §4):
/// p h2 ul ol li blockquote em strong a br hr pre table. HTML in the Markdown is shown as text;
/// a link with another scheme than http, https or mailto is left as its words.
[[nodiscard]] QString xhtmlBody(const QString &markdown);

/// The words of such XHTML, paragraphs parted by empty lines, list items led by `- `.
[[nodiscard]] QString plainWords(const QString &xhtml);

} // namespace nutgraf::format
