// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMimeData>
#include <QTextCursor>

#include <memory>

namespace nutgraf::body {

/// The selection for the clipboard: plain text for everybody, raw, with a mark that tells our own
/// editor that its Markdown is meant.
[[nodiscard]] std::unique_ptr<QMimeData> clipOf(const QTextCursor &selection);

/// The clipboard's text with `\n` line ends.
[[nodiscard]] QString clippedText(const QMimeData &clip);

/// What pasting puts in place of the selection of `caret`: a story's own text as it is; words from
/// elsewhere, which were not written as Markdown, escaped so that they are printed as they stand.
[[nodiscard]] QString pastedText(const QMimeData &clip, const QTextCursor &caret);

} // namespace nutgraf::body
