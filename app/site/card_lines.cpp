// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/card_lines.h"

#include "site/html.h"
#include "site/topics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

QString item(const Card &card, const Listing &listing)
{
    const QString language = languageOf(card.language, u"en"_s);
    return u"<li>\n<div%1>\n<"_s.arg(language) + listing.heading + u'>'
        + link(listing.way + card.page, card.headline) + u"</"_s + listing.heading + u">\n"_s
        + element(u"p"_s, u"sum"_s, card.deck.isEmpty() ? card.lede : card.deck)
        + u"</div>\n<p class=\"ui\">"_s + aboutLine(card) + u"</p>\n</li>\n"_s;
}

} // namespace

QString aboutLine(const Card &card)
{
    const QString section = card.topics.isEmpty() ? QString() : sectionOf(card.topics.first());
    QStringList parts;
    if (card.isCorrected)
        parts.append(u"<span class=\"tag\">Corrected</span>"_s);
    if (!section.isEmpty())
        parts.append(shortName(section).toHtmlEscaped());
    if (!card.place.isEmpty()) {
        const QString language = languageOf(card.language, u"en"_s);
        parts.append(language.isEmpty()
                         ? card.place.toHtmlEscaped()
                         : u"<span%1>"_s.arg(language) + card.place.toHtmlEscaped() + u"</span>"_s);
    }
    parts.append(moment(card.published));
    return parts.join(u" · "_s);
}

QString storyList(std::span<const Card *const> stories, const Listing &listing)
{
    QString html;
    for (const Card *card : stories) {
        if (card != listing.but)
            html += item(*card, listing);
    }
    return html.isEmpty() ? QString() : u"<ul class=\"list\">\n"_s + html + u"</ul>\n"_s;
}

std::vector<ListedCorrection> correctionsOf(std::span<const Card *const> stories, qsizetype most)
{
    std::vector<ListedCorrection> lines;
    for (const Card *card : stories) {
        for (const CorrectionLine &line : card->corrections)
            lines.push_back({card, &line});
    }
    std::ranges::sort(lines, [](const ListedCorrection &a, const ListedCorrection &b) {
        return a.correction->time != b.correction->time ? a.correction->time > b.correction->time
            : a.card->page != b.card->page              ? a.card->page < b.card->page
                                           : a.correction->version > b.correction->version;
    });
    if (std::ssize(lines) > most)
        lines.resize(static_cast<size_t>(most));
    return lines;
}

} // namespace nutgraf::site
