// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/card_lines.h"
#include "site/html.h"
#include "site/pages.h"
#include "site/topics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

constexpr qint64 SecondsOfADay = 24LL * 60 * 60;
constexpr qsizetype MostCorrections = 5;

/// The most urgent of the newest day; of equals the newest.
const Card *leadOf(std::span<const Card *const> stories)
{
    const Card *lead = stories.front();
    for (const Card *card : stories) {
        const bool isOfTheDay = card->published.secsTo(stories.front()->published) < SecondsOfADay;
        if (isOfTheDay && card->urgency < lead->urgency)
            lead = card;
    }
    return lead;
}

QString leadSection(const Card &card)
{
    const QString language = languageOf(card.language, u"en"_s);
    return u"<section class=\"lead\" aria-labelledby=\"lead\">\n<p class=\"kicker ui\">"_s
        + aboutLine(card) + u"</p>\n<h1 id=\"lead\"%1>"_s.arg(language)
        + link(card.page, card.headline) + u"</h1>\n"_s + u"<div%1>\n"_s.arg(language)
        + element(u"p"_s, u"deck"_s, card.deck) + element(u"p"_s, u"sum"_s, card.lede)
        + u"</div>\n</section>\n"_s;
}

QString correctionsSection(std::span<const Card *const> corrected)
{
    const std::vector<ListedCorrection> lines = correctionsOf(corrected, MostCorrections);
    if (lines.empty())
        return {};
    QString html = u"<section aria-labelledby=\"corrections\">\n<h2 id=\"corrections\" "
                   "class=\"ui\">Corrections</h2>\n<ul class=\"list\">\n"_s;
    for (const ListedCorrection &line : lines) {
        html += u"<li><p%1>"_s.arg(languageOf(line.card->language, u"en"_s))
            + link(line.card->page, line.correction->text)
            + u"</p>\n<p class=\"ui\">Version %1, "_s.arg(line.correction->version)
            + moment(line.correction->time) + u"</p></li>\n"_s;
    }
    return html + u"</ul>\n</section>\n"_s;
}

QString subscribersSection(const Frame &frame)
{
    const QString system = frame.agency.wireSystem.isEmpty() ? u"our full service"_s
                                                             : u"the "_s + frame.agency.wireSystem;
    QString html =
        u"<section class=\"notice\" aria-labelledby=\"subscribers\">\n<h2 "
        "id=\"subscribers\" class=\"ui\">For subscribers</h2>\n<p>This website carries "
        "only a portion of the stories in %1, in summarized form."_s.arg(system.toHtmlEscaped());
    if (!frame.website.subscribeUrl.isEmpty())
        html += u' ' + link(frame.website.subscribeUrl, u"How to subscribe"_s);
    return html + u"</p>\n</section>\n"_s;
}

} // namespace

QByteArray frontPage(const Frame &frame, std::span<const Card *const> stories,
                     std::span<const Card *const> corrected)
{
    QString html = u"<main id=\"main\" class=\"page front\">\n"_s;
    const Card *lead = stories.empty() ? nullptr : leadOf(stories);
    if (lead == nullptr) {
        html += u"<section class=\"lead\">\n"_s + element(u"h1"_s, {}, frame.name)
            + u"<p class=\"deck\">Nothing has been published yet.</p>\n</section>\n"_s;
    } else {
        html += leadSection(*lead);
    }
    html += u"<div class=\"stories\">\n"_s;
    html += storyList(stories, {.but = lead, .way = QString(), .heading = u"h2"_s});
    if (lead != nullptr)
        html += u"<p class=\"more ui\">"_s + link(u"archive/index.html"_s, u"All stories"_s)
            + u"</p>\n"_s;
    html += u"</div>\n<div class=\"side\">\n"_s + correctionsSection(corrected)
        + subscribersSection(frame) + u"</div>\n</main>\n"_s;
    return pageOf(frame, plainHead(u"index.html"_s, frame.name), html);
}

} // namespace nutgraf::site
