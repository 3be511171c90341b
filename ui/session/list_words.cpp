// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/list_words.h"

#include "format/media_topics.h"

#include <algorithm>

namespace nutgraf::session {

using story::Field;

namespace {

constexpr QStringView Separators = u",;";
constexpr qsizetype MostNameParts = 3; // no topic's name has more than two commas

QString shown(Field field, const QString &value)
{
    const QString name = field == Field::Subjects ? format::topicName(value) : QString();
    return name.isEmpty() ? value : name;
}

/// How many parts from `at` on are one topic's name, and which; 1 and the part itself otherwise.
std::pair<qsizetype, QString> longestTopic(const QStringList &parts, qsizetype at)
{
    for (qsizetype count = std::min(MostNameParts, parts.size() - at); count > 0; --count) {
        const QString words = QStringList(parts.mid(at, count)).join(u',').simplified();
        if (const QString code = format::topicCode(words); !code.isEmpty()) {
            return {count, code};
        }
    }
    return {1, parts.at(at).trimmed()};
}

} // namespace

bool isList(Field field)
{
    return field == Field::Subjects || field == Field::Keywords;
}

QString listWords(Field field, const QStringList &list)
{
    QStringList words;
    for (const QString &value : list) {
        words.append(shown(field, value));
    }
    const QString line = words.join(QStringLiteral(", "));
    return listFrom(field, line) == list ? line : words.join(QStringLiteral("; "));
}

QStringList listFrom(Field field, const QString &words)
{
    QStringList list;
    for (const QString &run : words.split(u';')) {
        const QStringList parts = run.split(u',');
        for (qsizetype at = 0; at < parts.size();) {
            const auto [count, value] = field == Field::Subjects
                ? longestTopic(parts, at)
                : std::pair(qsizetype(1), parts.at(at).trimmed());
            if (!value.isEmpty()) {
                list.append(value);
            }
            at += count;
        }
    }
    return list;
}

TextRange listPart(const QString &words, qsizetype caret)
{
    const auto parts = [](QChar unit) {
        return Separators.contains(unit);
    };
    const qsizetype at = std::clamp<qsizetype>(caret, 0, words.size());
    qsizetype begin = at;
    while (begin > 0 && !parts(words.at(begin - 1))) {
        --begin;
    }
    qsizetype end = at;
    while (end < words.size() && !parts(words.at(end))) {
        ++end;
    }
    while (begin < at && words.at(begin).isSpace()) {
        ++begin;
    }
    while (end > at && words.at(end - 1).isSpace()) {
        --end;
    }
    return {begin, end};
}

} // namespace nutgraf::session
