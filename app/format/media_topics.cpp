// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

struct Topic {
    int code;
    const char *name;
};

// IPTC Media Topics, release of 2025-03-31: the top level, and what desks ask for most below it.
constexpr std::array<Topic, 68> Topics = {{
    {1000000, "arts, culture, entertainment and media"},
    {2000000, "crime, law and justice"},
    {3000000, "disaster, accident and emergency incident"},
    {4000000, "economy, business and finance"},
    {5000000, "education"},
    {6000000, "environment"},
    {7000000, "health"},
    {8000000, "human interest"},
    {9000000, "labor"},
    {10000000, "lifestyle and leisure"},
    {11000000, "politics and government"},
    {12000000, "religion"},
    {13000000, "science and technology"},
    {14000000, "society"},
    {15000000, "sport"},
    {16000000, "conflict, war and peace"},
    {17000000, "weather"},
    {20000053, "act of terror"},
    {20000056, "armed conflict"},
    {20000065, "civil unrest"},
    {20000070, "coup d'etat"},
    {20000071, "massacre"},
    {20000073, "peace process"},
    {20000077, "post-war reconstruction"},
    {20000082, "crime"},
    {20000106, "judiciary"},
    {20000107, "court"},
    {20000111, "trial (court)"},
    {20000121, "law"},
    {20000125, "criminal law"},
    {20000129, "law enforcement"},
    {20000139, "accident and emergency incident"},
    {20000148, "disaster"},
    {20000155, "landslide"},
    {20000158, "windstorms"},
    {20000168, "emergency response"},
    {20000170, "business information"},
    {20000209, "products and services"},
    {20000337, "transport"},
    {20000344, "economy"},
    {20000349, "business enterprise"},
    {20000385, "market and exchange"},
    {20000420, "conservation"},
    {20000574, "election"},
    {20000593, "government"},
    {20000615, "legislative body"},
    {20000620, "taxation policy"},
    {20000621, "government policy"},
    {20000638, "international relations"},
    {20000646, "non-governmental organisation (NGO)"},
    {20000648, "political prisoners and dissenters"},
    {20000729, "marine science"},
    {20000822, "competition discipline"},
    {20001065, "soccer"},
    {20001103, "disciplinary action in sport"},
    {20001104, "drug use in sport"},
    {20001108, "sport event"},
    {20001124, "sport industry"},
    {20001125, "sport organization"},
    {20001126, "sport venue"},
    {20001131, "weather warning"},
    {20001148, "sports transaction"},
    {20001301, "sport achievement"},
    {20001323, "sports coaching"},
    {20001324, "sports management and ownership"},
    {20001325, "sports officiating"},
    {20001361, "cyber warfare"},
    {20001377, "war victims"},
}};

struct Hint {
    int code;
    const char16_t *words;
};

// A first guess for stories that come without a subject; the desk sees and changes it.
constexpr std::array<Hint, 15> Hints = {{
    {16000000,
     u"war ceasefire troops military army invasion soldiers rebels missile truce conflict"},
    {11000000, u"government minister president parliament assembly election vote senate bill levy"},
    {2000000, u"court judge trial police sentenced charged prosecutor jury crime arrested murder"},
    {3000000, u"earthquake quake flood fire storm rescue killed evacuated collapse crash disaster"},
    {4000000, u"bank market economy inflation shares company prices trade rate profit tariff"},
    {15000000, u"match goal league coach cup tournament season team champion race player final"},
    {13000000, u"scientists researchers study telescope species laboratory satellite software"},
    {7000000, u"hospital patients disease vaccine doctors health virus medical outbreak"},
    {6000000, u"climate emissions pollution wildlife forest conservation warming"},
    {17000000, u"forecast weather snow rain temperatures heatwave"},
    {5000000, u"school university pupils students teachers exam"},
    {9000000, u"strike union workers wages jobs unemployment"},
    {1000000, u"film music museum artist theatre festival novel album"},
    {12000000, u"church mosque pope bishop faith religious"},
    {10000000, u"tourism fashion recipe travel leisure"},
}};

int codeOf(QStringView subject)
{
    bool isNumber = false;
    const QStringView digits = subject.startsWith(u"medtop:") ? subject.sliced(7) : QStringView();
    const int code = digits.size() == 8 ? digits.toInt(&isNumber) : 0;
    return isNumber ? code : 0;
}

QString subjectOf(int code)
{
    return u"medtop:"_s + QString::number(code).rightJustified(8, u'0');
}

} // namespace

QString topicCode(const QString &subject)
{
    if (codeOf(subject) != 0)
        return subject;
    const auto found = std::ranges::find_if(Topics, [&subject](const Topic &topic) {
        return subject.trimmed().compare(QLatin1StringView(topic.name), Qt::CaseInsensitive) == 0;
    });
    return found == Topics.end() ? QString() : subjectOf(found->code);
}

QString topicName(const QString &subject)
{
    const auto found = std::ranges::find(Topics, codeOf(subject), &Topic::code);
    return found == Topics.end() ? QString() : QString::fromLatin1(found->name);
}

QStringList topicNames()
{
    QStringList names;
    for (const Topic &topic : Topics)
        names.append(QString::fromLatin1(topic.name));
    return names;
}

QString guessTopic(const QString &text)
{
    QString words = text.toLower();
    for (QChar &c : words)
        c = c.isLetter() ? c : QChar(u' ');
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    int best = 14000000; // society: true of most news
    qsizetype most = 0;
    for (const Hint &hint : Hints) {
        const QStringList known = QString::fromUtf16(hint.words).split(u' ');
        const auto hits =
            std::ranges::count_if(list, [&](const QString &w) { return known.contains(w); });
        if (hits > most) {
            most = hits;
            best = hint.code;
        }
    }
    return subjectOf(best);
}

} // namespace nutgraf::format
