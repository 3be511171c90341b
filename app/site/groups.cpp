// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/groups.h"

#include "site/topics.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

constexpr size_t MostInFeed = 100;

Cards latestOf(const Groups &groups)
{
    Cards latest = groups.listed;
    std::ranges::sort(latest, [](const Card *a, const Card *b) {
        return a->modified != b->modified ? a->modified > b->modified : a->page < b->page;
    });
    latest = firstOf(latest, MostInFeed);
    latest.insert(latest.end(), groups.withdrawn.begin(), groups.withdrawn.end());
    return latest;
}

void addListed(const Card &card, Groups &groups)
{
    groups.listed.push_back(&card);
    groups.months[card.published.toString(u"yyyy-MM"_s)].push_back(&card);
    for (const QString &topic : listedUnder(card))
        groups.topics[topic].push_back(&card);
    if (!card.corrections.empty())
        groups.corrected.push_back(&card);
}

} // namespace

Groups groupsOf(const std::vector<Card> &cards)
{
    Groups groups;
    groups.updated = QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
    for (const Card &card : cards) {
        groups.updated = std::max(groups.updated, card.modified);
        if (card.isWithdrawn)
            groups.withdrawn.push_back(&card);
        else
            addListed(card, groups);
    }
    groups.latest = latestOf(groups);
    return groups;
}

Cards firstOf(const Cards &cards, size_t most)
{
    return {cards.begin(),
            cards.begin() + std::min(std::ssize(cards), static_cast<ptrdiff_t>(most))};
}

} // namespace nutgraf::site
