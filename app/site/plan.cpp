// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/plan.h"

#include "site/machine_files.h"
#include "site/pages.h"
#include "site/topics.h"

#include <QCryptographicHash>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

constexpr size_t MostOnFront = 31;
constexpr size_t MostOfATopic = 100;
constexpr qsizetype KeyBytes = 16;

/// Collects what the site should have.
class Planner {
public:
    Planner(const Frame &frame, const StorySource &source)
        : m_frame(frame), m_frameDigest(frame.digest()), m_source(source)
    {
    }

    void addFixed();
    void addStory(const Card &card);
    void addFront(const Groups &groups);
    void addTopics(const Groups &groups);
    void addMonths(const Groups &groups);
    void addCorrections(const Groups &groups);
    void addFeeds(const Groups &groups);
    [[nodiscard]] std::vector<Planned> plan() &&
    {
        return std::move(m_plan);
    }

private:
    /// A file of these stories, and of what else is said of them.
    void add(const QString &file, const Cards &cards, std::function<QByteArray()> make,
             const QString &more = {});
    void addIndex(const QString &file, std::vector<IndexLine> lines,
                  QByteArray (*make)(const Frame &, std::span<const IndexLine>));
    void addPage(const QString &file, const Card &card,
                 QByteArray (*make)(const Frame &, const WebStory &));
    [[nodiscard]] QByteArray keyOf(const QString &file, const Cards &cards,
                                   const QString &more) const;

    const Frame &m_frame;
    QByteArray m_frameDigest;
    StorySource m_source;
    std::vector<Planned> m_plan;
};

QByteArray Planner::keyOf(const QString &file, const Cards &cards, const QString &more) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_frameDigest);
    hash.addData(file.toUtf8() + '\0' + more.toUtf8() + '\0');
    for (const Card *card : cards)
        hash.addData(card->digest);
    return hash.result().first(KeyBytes);
}

void Planner::add(const QString &file, const Cards &cards, std::function<QByteArray()> make,
                  const QString &more)
{
    m_plan.push_back(
        {file, keyOf(file, cards, more), [make = std::move(make)]() -> Result<QByteArray> {
             return make();
         }});
}

void Planner::addFixed()
{
    add(u"site.css"_s, {}, &styleSheet);
    add(u"robots.txt"_s, {}, [frame = &m_frame] { return robots(*frame); });
    add(u"how-it-is-made.html"_s, {}, [frame = &m_frame] { return makingPage(*frame); });
    if (m_frame.website.textMining == story::TextMining::Unsaid)
        return;
    add(u".well-known/tdmrep.json"_s, {}, [frame = &m_frame] { return tdmReservation(*frame); });
    add(u"license.xml"_s, {}, [frame = &m_frame] { return rslLicence(*frame); });
}

void Planner::addPage(const QString &file, const Card &card,
                      QByteArray (*make)(const Frame &, const WebStory &))
{
    m_plan.push_back(
        {file, keyOf(file, {&card}, {}), [make, &card, frame = &m_frame, source = m_source] {
             return source(card).transform(
                 [&](const WebStory &story) { return make(*frame, story); });
         }});
}

void Planner::addStory(const Card &card)
{
    addPage(card.page, card, &storyPage);
    if (!card.isWithdrawn && card.webVersions > 1)
        addPage(changesFile(card.page), card, &changesPage);
}

void Planner::addFront(const Groups &groups)
{
    const Cards stories = firstOf(groups.listed, MostOnFront);
    const Cards &corrected = groups.corrected;
    Cards both = stories;
    both.insert(both.end(), corrected.begin(), corrected.end());
    add(u"index.html"_s, both,
        [frame = &m_frame, stories, corrected] { return frontPage(*frame, stories, corrected); });
}

void Planner::addIndex(const QString &file, std::vector<IndexLine> lines,
                       QByteArray (*make)(const Frame &, std::span<const IndexLine>))
{
    QString words;
    for (const IndexLine &line : lines)
        words += line.file + u' ' + QString::number(line.stories) + u'\n';
    add(
        file, {},
        [frame = &m_frame, make, lines = std::move(lines)] { return make(*frame, lines); }, words);
}

void Planner::addTopics(const Groups &groups)
{
    std::vector<IndexLine> lines;
    for (const auto &[topic, cards] : groups.topics) {
        const QString file = topicFile(topic);
        lines.push_back({file, fullName(topic), std::ssize(cards)});
        const Cards stories = firstOf(cards, MostOfATopic);
        add(file, stories,
            [frame = &m_frame, topic, stories] { return topicPage(*frame, topic, stories); });
    }
    // Sections of the navigation lead somewhere, also while nothing stands under them.
    for (const QString &section : m_frame.sections) {
        if (!groups.topics.contains(section)) {
            add(topicFile(section), {},
                [frame = &m_frame, section] { return topicPage(*frame, section, {}); });
        }
    }
    std::ranges::sort(lines, {}, &IndexLine::words);
    addIndex(u"topics/index.html"_s, std::move(lines), &topicIndex);
}

void Planner::addMonths(const Groups &groups)
{
    std::vector<IndexLine> lines;
    QStringList months;
    for (const auto &[month, cards] : std::views::reverse(groups.months)) {
        months.append(month);
        lines.push_back({u"archive/"_s + month + u".html"_s, monthName(month), std::ssize(cards)});
        add(lines.back().file, cards,
            [frame = &m_frame, month, &cards] { return monthPage(*frame, month, cards); });
        add(u"sitemaps/"_s + month + u".xml"_s, cards,
            [frame = &m_frame, month, &cards] { return monthSitemap(*frame, month, cards); });
    }
    addIndex(u"archive/index.html"_s, std::move(lines), &monthIndex);
    add(
        u"sitemap.xml"_s, {}, [frame = &m_frame, months] { return sitemapIndex(*frame, months); },
        months.join(u' '));
}

void Planner::addCorrections(const Groups &groups)
{
    Cards both = groups.corrected;
    both.insert(both.end(), groups.withdrawn.begin(), groups.withdrawn.end());
    add(u"corrections.html"_s, both, [frame = &m_frame, &groups] {
        return correctionsPage(*frame, groups.corrected, groups.withdrawn);
    });
    add(u"corrections.xml"_s, both, [frame = &m_frame, &groups] {
        return correctionsFeed(*frame, groups.corrected, groups.withdrawn);
    });
}

/// Of the stories that can be read; what is wrong with the others has been said.
std::vector<format::Edition> editionsOf(const Cards &cards, const StorySource &source)
{
    std::vector<format::Edition> editions;
    for (const Card *card : cards) {
        if (const Result<WebStory> story = source(*card))
            editions.push_back(story->newest().edition);
    }
    return editions;
}

void Planner::addFeeds(const Groups &groups)
{
    add(u"feed.atom.xml"_s, groups.latest, [frame = &m_frame, &groups, source = m_source] {
        return atomFeed(*frame, editionsOf(groups.latest, source), groups.updated);
    });
    add(u"feed.json"_s, groups.latest, [frame = &m_frame, &groups, source = m_source] {
        return jsonFeed(*frame, editionsOf(groups.latest, source), groups.updated);
    });
}

} // namespace

std::vector<Planned> planOf(const Frame &frame, const std::vector<Card> &cards,
                            const Groups &groups, const StorySource &source)
{
    Planner planner(frame, source);
    planner.addFixed();
    for (const Card &card : cards)
        planner.addStory(card);
    planner.addTopics(groups);
    planner.addMonths(groups);
    planner.addCorrections(groups);
    planner.addFeeds(groups);
    planner.addFront(groups); // last: what it leads to is there by then
    return std::move(planner).plan();
}

QStringList plannedFolders()
{
    return {QString(), u"topics"_s, u"archive"_s, u"changes"_s, u"sitemaps"_s, u".well-known"_s};
}

} // namespace nutgraf::site
