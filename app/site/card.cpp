// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/card.h"

#include "format/edition_text.h"
#include "format/printable_edition.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

/// The first paragraph.
QString ledeOf(const format::EditionText &text)
{
    const auto first = std::ranges::find(text.body, text::BlockKind::Paragraph, &text::Block::kind);
    return first == text.body.end() ? QString() : text::wordsOf(*first).simplified();
}

void addWords(const format::Edition &edition, Card &card)
{
    const format::EditionText text = format::editionText(format::printable(edition));
    card.headline = text.headline;
    card.deck = text.deck;
    card.lede = ledeOf(text);
    card.place = text.located;
    card.topics = text.subjects;
    card.isCorrected = text.signal == "correction"_L1;
}

/// Corrections that readers of the website can have seen the fault of.
void addCorrections(const WebStory &story, Card &card)
{
    for (const WebVersion &version : story.versions) {
        const format::EditionText text = format::editionText(format::printable(version.edition));
        if (text.signal == "correction"_L1)
            card.corrections.push_back(
                {version.manifest.version, version.manifest.published, text.signalText});
    }
}

} // namespace

Card cardOf(const WebStory &story)
{
    const format::Edition &edition = story.newest().edition;
    Card card;
    card.folder = QFileInfo(story.folder).fileName();
    card.page = story.page;
    card.guid = edition.guid;
    card.digest = story.digest;
    card.isWithdrawn = story.isWithdrawn;
    card.version = story.version;
    card.webVersions = static_cast<int>(story.versions.size());
    card.published = edition.published;
    card.modified = edition.versionCreated;
    card.language = edition.story.language;
    if (story.isWithdrawn)
        return card;
    card.urgency = edition.story.urgency;
    addWords(edition, card);
    addCorrections(story, card);
    return card;
}

void sortNewestFirst(std::vector<Card> &cards)
{
    std::ranges::sort(cards, [](const Card &a, const Card &b) {
        return a.published != b.published ? a.published > b.published : a.page < b.page;
    });
}

} // namespace nutgraf::site
