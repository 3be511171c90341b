// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analyser.h"
#include "analysis/analysis.h"
#include "base/error.h"
#include "review/review.h"

#include <QDate>
#include <QString>

#include <vector>

namespace nutgraf::cli {

/// A file analysed as a whole: the snapshot's text is all of the file (front matter included, but
/// outside every segment).
struct FileReading {
    QString name; ///< as it was given
    QString stored; ///< the file's characters as stored
    analysis::Snapshot snapshot;
    analysis::Analysis analysis; ///< with the corrections of its story's editors
    review::Review review;
    review::BoundReview bound;
    std::vector<TextRange> summary; ///< suggested units, in the snapshot's text
};

/// Reads and analyses a story folder, .md or .txt. Errors: what reading gives, ReviewInvalid.
[[nodiscard]] Result<FileReading> readAndAnalyse(const QString &name, analysis::Analyser &analyser);

/// One line of JSON, offsets in code points into the file as stored.
[[nodiscard]] QByteArray toJson(const FileReading &reading);

/// The words of `ranges`, parted by ` … `.
[[nodiscard]] QString wordsOf(const analysis::Snapshot &snapshot,
                              const std::vector<TextRange> &ranges);

} // namespace nutgraf::cli
