// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "format/transcript.h"

#include <QAbstractListModel>

namespace nutgraf::compare {

/// The lines of a transcript; speakers are matched to the story's by their last name.
class TranscriptRows final : public QAbstractListModel {
    Q_OBJECT
public:
    TranscriptRows(format::Transcript transcript, std::vector<analysis::Speaker> speakers,
                   QObject *parent = nullptr);

    void setTranscript(format::Transcript transcript);
    [[nodiscard]] const format::TranscriptLine &line(int row) const;
    [[nodiscard]] bool hasTimes() const; ///< of any line
    /// Index of the story's speaker; -1: none of them.
    [[nodiscard]] int speaker(int row) const;
    [[nodiscard]] QString initials(int row) const;
    /// The first line from `from` on, then from the top, that holds `words`; -1: none.
    [[nodiscard]] int find(const QString &words, int from) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    format::Transcript m_transcript;
    std::vector<analysis::Speaker> m_speakers;
    bool m_hasTimes = false;
};

} // namespace nutgraf::compare
