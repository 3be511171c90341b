// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "summary/summary.h"

#include <QRegularExpression>

/// A story whose analysis is written into it: `{q …}` quoted words, `{i …}` indirect words, `{s …}`
/// source, `{c …}` cue of one attribution a sentence. Names are found by themselves.
class MadeStory {
public:
    int person(const QString &name)
    {
        nutgraf::analysis::Entity entity;
        entity.id = QStringLiteral("e%1").arg(analysis.entities.size() + 1);
        entity.type = nutgraf::analysis::EntityType::Person;
        entity.name = name;
        analysis.entities.push_back(entity);
        analysis.speakers.push_back({.name = name,
                                     .initials = {},
                                     .role = {},
                                     .entity = static_cast<int>(analysis.entities.size()) - 1});
        return static_cast<int>(analysis.speakers.size()) - 1;
    }

    /// Adds a sentence; `speaker` as `person` gave it, -1: nobody.
    MadeStory &add(const QString &marked, int speaker = -1)
    {
        if (!m_text.isEmpty() && !m_text.endsWith(u'\n')) {
            m_text += u' ';
        }
        const qsizetype from = m_text.size();
        nutgraf::analysis::Attribution attribution;
        attribution.speaker = speaker;
        attribution.confidence = 0.9;
        static const QRegularExpression mark(QStringLiteral("\\{([qisc]) ([^}]*)\\}"));
        qsizetype done = 0;
        for (const QRegularExpressionMatch &match : mark.globalMatch(marked)) {
            m_text += QStringView(marked).sliced(done, match.capturedStart() - done);
            place(attribution, match.captured(1).front(), match.captured(2));
            done = match.capturedEnd();
        }
        m_text += QStringView(marked).sliced(done);
        if (!attribution.content.empty()) {
            analysis.attributions.push_back(attribution);
        }
        findNames(from);
        return *this;
    }

    MadeStory &paragraph()
    {
        m_text += QStringLiteral("\n\n");
        return *this;
    }

    /// The sentence added last explains `name` in the quotation before.
    MadeStory &clarifies(const QString &name, const QString &sentence)
    {
        const qsizetype quoted = m_text.indexOf(name);
        const qsizetype begin = m_text.indexOf(sentence);
        analysis.clarifications.push_back(
            {{quoted, quoted + name.size()}, {begin, begin + sentence.size()}, name});
        return *this;
    }

    [[nodiscard]] nutgraf::analysis::Snapshot snapshot() const
    {
        return {.revision = 1,
                .text = m_text,
                .segments = {{nutgraf::analysis::SegmentRole::Body, {0, m_text.size()}}}};
    }
    [[nodiscard]] std::vector<nutgraf::summary::Unit> units(const QDate &written = {}) const
    {
        return nutgraf::summary::units(snapshot(), analysis, written);
    }

    nutgraf::analysis::Analysis analysis;

private:
    void place(nutgraf::analysis::Attribution &attribution, QChar kind, const QString &words)
    {
        const nutgraf::TextRange range{m_text.size(), m_text.size() + words.size()};
        m_text += words;
        if (kind == u'q' || kind == u'i') {
            attribution.content.push_back(range);
        }
        if (kind == u'q') {
            attribution.quotes.push_back(range);
        }
        if (kind == u's') {
            attribution.source.push_back(range);
        }
        if (kind == u'c') {
            attribution.cue.push_back(range);
        }
    }

    void findNames(qsizetype from)
    {
        for (nutgraf::analysis::Entity &entity : analysis.entities) {
            const QString surname = entity.name.section(u' ', -1);
            for (qsizetype at = m_text.indexOf(surname, from); at >= 0;
                 at = m_text.indexOf(surname, at + 1)) {
                const qsizetype first = at - (entity.name.size() - surname.size());
                const bool isFull =
                    first >= from && QStringView(m_text).sliced(first).startsWith(entity.name);
                entity.mentions.push_back({isFull ? first : at, at + surname.size()});
            }
        }
    }

    QString m_text;
};
