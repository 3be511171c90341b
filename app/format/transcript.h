// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace nutgraf::format {

/// One stretch of speech.
struct TranscriptLine {
    std::optional<std::chrono::milliseconds> begin; ///< from the recording's start
    QString speaker; ///< as the transcript names them; may be empty
    QString text; ///< one line, mark-up removed

    friend bool operator==(const TranscriptLine &, const TranscriptLine &) = default;
};

struct Transcript {
    std::vector<TranscriptLine> lines; ///< in the file's order

    friend bool operator==(const Transcript &, const Transcript &) = default;
};

/// Reads WebVTT (W3C Candidate Recommendation 2019-04-04), SubRip, or plain text with lines like
/// `[00:21:47] Barrow: …`; the content says which. Broken cues are taken as text, never dropped.
/// Error: FileNotUtf8.
[[nodiscard]] Result<Transcript> readTranscript(const QByteArray &bytes, const QString &name);

/// "00:21:47"
[[nodiscard]] QString timeCode(std::chrono::milliseconds time);

} // namespace nutgraf::format
