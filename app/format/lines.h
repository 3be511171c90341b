// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <vector>

namespace nutgraf::format {

/// How a line ends in a file.
enum class LineEnd : quint8 { Lf, CrLf, Cr };

/// A text file with its outer form taken off: `text` has `\n` line ends only, and says with `ends`
/// what each of them was. Law: `encodeText(decodeText(bytes)) == bytes`.
struct TextFile {
    QString text;
    std::vector<LineEnd> ends; ///< one for each `\n` in `text`
    bool hasByteOrderMark = false;
};

/// Strict UTF-8. Error: FileNotUtf8 with line and column of the first faulty byte.
[[nodiscard]] Result<TextFile> decodeText(const QByteArray &bytes, const QString &name);
[[nodiscard]] QByteArray encodeText(const TextFile &file);

/// `file` with another text: lines that both have keep their line end; a new line takes that of the
/// line before it.
[[nodiscard]] TextFile withText(const TextFile &file, const QString &text);

/// Line and column of an offset, both from 1, the column in code points.
struct LineColumn {
    qsizetype line = 1;
    qsizetype column = 1;
};
[[nodiscard]] LineColumn lineColumn(QStringView text, qsizetype offset);

} // namespace nutgraf::format
