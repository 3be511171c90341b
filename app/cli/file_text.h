// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "text/code_points.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace nutgraf::cli {

/// A file's characters as they are stored: byte order mark and `\r` kept. Error: FileNotUtf8, with
/// the line.
[[nodiscard]] Result<QString> storedText(const QByteArray &bytes, const QString &path);
/// The same as the program reads it: no byte order mark, line ends as `\n`.
[[nodiscard]] QString readableText(const QString &stored);

/// From UTF-16 offsets of the text as read to code points of the file as stored, which is what
/// other programs count.
class FileOffsets {
public:
    FileOffsets(const QString &stored, QStringView read);

    [[nodiscard]] qsizetype toStored(qsizetype readOffset) const; ///< UTF-16 units
    [[nodiscard]] qsizetype toCodePoint(qsizetype readOffset) const;

private:
    text::CodePointMap m_codePoints;
    std::vector<qsizetype> m_left; ///< what was left out just behind these read offsets, ascending
};

} // namespace nutgraf::cli
