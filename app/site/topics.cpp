// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/topics.h"

#include "format/media_topics.h"
#include "text/slug.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

/// The main Media Topics, in the order of a front page.
constexpr std::array Order = {"11"_L1, "16"_L1, "04"_L1, "02"_L1, "03"_L1, "13"_L1,
                              "06"_L1, "07"_L1, "15"_L1, "01"_L1, "09"_L1, "14"_L1,
                              "05"_L1, "17"_L1, "10"_L1, "12"_L1, "08"_L1};
constexpr qsizetype MostSections = 7;

QString mainTopic(const QString &digits)
{
    return u"medtop:"_s + digits + u"000000"_s;
}

QString capitalised(QString name)
{
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

QString sectionOf(const QString &topic)
{
    const QString code = format::subjectCode(topic);
    const QString section = mainTopic(code.first(std::min<qsizetype>(2, code.size())));
    return format::topicName(section).isEmpty() ? QString() : section;
}

QString shortName(const QString &topic)
{
    const QString name = format::topicName(topic).section(u',', 0, 0);
    return capitalised(sectionOf(topic) == topic ? name.section(u" and "_s, 0, 0) : name);
}

QString fullName(const QString &topic)
{
    return capitalised(format::topicName(topic));
}

QString topicFile(const QString &topic)
{
    const QString slug = text::slugFrom(format::topicName(topic), u"en", 8);
    return u"topics/"_s + (slug.isEmpty() ? topic.section(u':', 1) : slug) + u".html"_s;
}

QStringList listedUnder(const Card &card)
{
    QStringList topics;
    for (const QString &topic : card.topics) {
        if (!format::topicName(topic).isEmpty())
            topics.append({topic, sectionOf(topic)});
    }
    topics.removeAll(QString());
    topics.removeDuplicates();
    return topics;
}

QStringList mainSections(const std::vector<Card> &cards)
{
    QSet<QString> used;
    for (const Card &card : cards) {
        for (const QString &topic : card.topics)
            used.insert(sectionOf(topic));
    }
    QStringList sections;
    for (const QLatin1StringView digits : Order) {
        const QString section = mainTopic(digits);
        if (used.contains(section) && sections.size() < MostSections)
            sections.append(section);
    }
    return sections;
}

} // namespace nutgraf::site
