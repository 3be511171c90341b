// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <QString>

/// A text with its analysis made by hand, so that these tests depend on no analyser:
/// `said("Owen Barrow", "“Never,”")` finds the next such words after the last ones.
class StoryText {
public:
    explicit StoryText(QString words) : text(std::move(words)) { }

    StoryText &said(const QString &speaker, const QString &words)
    {
        const qsizetype begin = text.indexOf(words, m_from);
        Q_ASSERT(begin >= 0);
        m_from = begin + words.size();
        const nutgraf::TextRange range{begin, m_from};
        nutgraf::analysis::Attribution attribution;
        attribution.id = QStringLiteral("a%1").arg(analysis.attributions.size() + 1);
        attribution.content = {range};
        attribution.confidence = 0.9;
        if (words.startsWith(u'“')) {
            attribution.quotes = {range};
        }
        if (!speaker.isEmpty()) {
            attribution.speaker = speakerIndex(speaker);
            attribution.source = {{m_from, m_from}};
        }
        analysis.attributions.push_back(attribution);
        return *this;
    }

    QString text;
    nutgraf::analysis::Analysis analysis;

private:
    int speakerIndex(const QString &name)
    {
        for (size_t i = 0; i < analysis.speakers.size(); ++i) {
            if (analysis.speakers[i].name == name) {
                return static_cast<int>(i);
            }
        }
        analysis.speakers.push_back({.name = name, .initials = {}, .role = {}, .entity = -1});
        return static_cast<int>(analysis.speakers.size()) - 1;
    }

    qsizetype m_from = 0;
};
