// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "reading/reader.h"

#include <QString>

#include <vector>

namespace nutgraf::cli {

/// A file analysed as a whole: the snapshot's text is all of the file (front matter included, but
/// outside every segment).
struct FileReading {
    QString name; ///< as it was given
    QString stored; ///< the file's characters as stored
    reading::ReadingPtr reading;
    std::vector<TextRange> summary; ///< suggested units, in the snapshot's text
};

/// Reads and analyses a story folder, .md or .txt. Errors: what reading gives, ReviewInvalid.
[[nodiscard]] Result<FileReading> readAndAnalyse(const QString &name, reading::Reader &reader);

/// One line of JSON, offsets in code points into the file as stored.
[[nodiscard]] QByteArray toJson(const FileReading &file);

/// The words of `ranges`, parted by ` … `.
[[nodiscard]] QString wordsOf(const analysis::Snapshot &snapshot,
                              const std::vector<TextRange> &ranges);

} // namespace nutgraf::cli
