// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

struct Topic {
    QString code; ///< `medtop:…`
    QString subjectCode;
    QString name;
};

/// resources/topics: lines of code, subject code and name, ascending by code.
std::vector<Topic> readTopics()
{
    QFile file(u":/nutgraf/topics/media-topics.txt"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen); // compiled in
    std::vector<Topic> topics;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList parts = line.split(u'\t');
        if (parts.size() == 3)
            topics.push_back({u"medtop:"_s + parts[0], parts[1], parts[2]});
    }
    return topics;
}

const std::vector<Topic> &topics()
{
    static const std::vector<Topic> all = readTopics();
    return all;
}

const Topic *topicOf(const QString &subject)
{
    const auto found = std::ranges::lower_bound(topics(), subject, {}, &Topic::code);
    return found != topics().end() && found->code == subject ? &*found : nullptr;
}

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
    const QString name = subject.trimmed();
    const auto found = std::ranges::find_if(topics(), [&name](const Topic &topic) {
        return name.compare(topic.name, Qt::CaseInsensitive) == 0;
    });
    return found == topics().end() ? QString() : found->code;
}

QString topicName(const QString &subject)
{
    const Topic *topic = topicOf(subject);
    return topic == nullptr ? QString() : topic->name;
}

QString subjectCode(const QString &subject)
{
    const Topic *topic = topicOf(subject);
    return topic == nullptr ? QString() : topic->subjectCode;
}

QString topicOfSubjectCode(const QString &code)
{
    const auto found = std::ranges::find(topics(), code, &Topic::subjectCode);
    return found == topics().end() ? QString() : found->code;
}

QStringList topicNames()
{
    QStringList names;
    for (const Topic &topic : topics())
        names.append(topic.name);
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
