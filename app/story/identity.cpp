// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/identity.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::story {

namespace {

/// No vowels, so that no id is a word, and nothing that is read for something else (0 o, 1 l).
constexpr QLatin1StringView Alphabet("23456789bcdfghjkmnpqrstvwxz");
constexpr qsizetype IdLength = 10; // 27^10: two of a million stories a day meet once in 500 years
constexpr qsizetype DayLength = 8;

} // namespace

QString storyIdFrom(const QDate &day, QByteArrayView seed)
{
    const QByteArray hash = QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
    QString id = day.toString(u"yyyyMMdd"_s) + u'-';
    for (qsizetype i = 0; i < IdLength; ++i) {
        // Two bytes a character keep the letters equally likely.
        const auto number =
            static_cast<uchar>(hash.at(2 * i)) * 256 + static_cast<uchar>(hash.at(2 * i + 1));
        id += QChar(Alphabet.at(number % Alphabet.size()));
    }
    return id;
}

bool isStoryId(QStringView text)
{
    if (text.size() != DayLength + 1 + IdLength || text.at(DayLength) != u'-'
        || !QDate::fromString(text.first(DayLength).toString(), u"yyyyMMdd"_s).isValid()) {
        return false;
    }
    return std::ranges::all_of(text.sliced(DayLength + 1),
                               [](QChar c) { return Alphabet.contains(c); });
}

QString guidFrom(const QString &domain, QStringView storyId)
{
    const QString authority = domain.isEmpty() ? u"desk.invalid"_s : domain.toLower();
    return u"urn:newsml:%1:%2:%3"_s.arg(authority, storyId.first(DayLength).toString(),
                                        storyId.sliced(DayLength + 1).toString());
}

QString neutralId(const QString &guid)
{
    const QString day = guid.section(u':', 3, 3);
    QString id = day + u'-' + guid.section(u':', 4);
    if (isStoryId(id)) {
        return id;
    }
    const QDate date = QDate::fromString(day, u"yyyyMMdd"_s);
    return storyIdFrom(date.isValid() ? date : QDate(1970, 1, 1), guid.toUtf8());
}

} // namespace nutgraf::story
