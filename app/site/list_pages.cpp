// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/card_lines.h"
#include "site/html.h"
#include "site/pages.h"
#include "site/topics.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

constexpr qsizetype MostCorrections = 500;

QString opened(const QString &title)
{
    return u"<main id=\"main\" class=\"page text\">\n"_s + element(u"h1"_s, {}, title);
}

QByteArray closed(const Frame &frame, const QString &file, const QString &title,
                  const QString &html)
{
    return pageOf(frame, plainHead(file, title), html + u"</main>\n"_s);
}

QString indexList(std::span<const IndexLine> lines)
{
    QString html = u"<ul class=\"index\">\n"_s;
    for (const IndexLine &line : lines) {
        html += u"<li>"_s + link(line.file.section(u'/', -1), line.words)
            + u" <span class=\"ui\">"_s + counted(line.stories, u"story"_s, u"stories"_s)
            + u"</span></li>\n"_s;
    }
    return lines.empty() ? u"<p>There is nothing here yet.</p>\n"_s : html + u"</ul>\n"_s;
}

QString correctionList(const std::vector<ListedCorrection> &lines)
{
    QString html = u"<ul class=\"list\">\n"_s;
    for (const ListedCorrection &line : lines) {
        const Card &card = *line.card;
        html += u"<li>\n<div%1>\n<h2>"_s.arg(languageOf(card.language, u"en"_s))
            + link(card.page, card.headline) + u"</h2>\n"_s
            + element(u"p"_s, {}, line.correction->text)
            + u"</div>\n<p class=\"ui\">Version %1, "_s.arg(line.correction->version)
            + moment(line.correction->time) + u" · "_s
            + (card.webVersions > 1 ? link(changesFile(card.page), u"what changed"_s) : QString())
            + u"</p>\n</li>\n"_s;
    }
    return lines.empty() ? u"<p>Nothing has been corrected.</p>\n"_s : html + u"</ul>\n"_s;
}

QString withdrawnList(std::span<const Card *const> withdrawn)
{
    if (withdrawn.empty())
        return {};
    QString html = u"<h2>Withdrawn</h2>\n<ul class=\"index\">\n"_s;
    for (const Card *card : withdrawn) {
        html += u"<li>"_s + link(card->page, u"A story of "_s + dayOf(card->published))
            + u" <span class=\"ui\">withdrawn "_s + moment(card->modified) + u"</span></li>\n"_s;
    }
    return html + u"</ul>\n"_s;
}

} // namespace

QString monthName(const QString &month)
{
    return QLocale::c().toString(QDate::fromString(month + u"-01"_s, Qt::ISODate), u"MMMM yyyy"_s);
}

QByteArray topicPage(const Frame &frame, const QString &topic, std::span<const Card *const> stories)
{
    const QString file = topicFile(topic);
    return closed(
        frame, file, fullName(topic),
        opened(fullName(topic)) + storyList(stories, {.way = wayUp(file), .heading = u"h2"_s})
            + u"<p class=\"more ui\">"_s
            + link(wayUp(file) + u"archive/index.html"_s, u"All stories"_s) + u"</p>\n"_s);
}

QByteArray monthPage(const Frame &frame, const QString &month, std::span<const Card *const> stories)
{
    const QString file = u"archive/"_s + month + u".html"_s;
    QString html = opened(monthName(month)) + u"<ul class=\"index\">\n"_s;
    for (const Card *card : stories) {
        html += u"<li%1>"_s.arg(languageOf(card->language, u"en"_s))
            + link(wayUp(file) + card->page, card->headline)
            + u" <span class=\"ui\"%1>"_s.arg(languageOf(u"en"_s, card->language))
            + moment(card->published) + u"</span></li>\n"_s;
    }
    return closed(frame, file, u"Stories of "_s + monthName(month), html + u"</ul>\n"_s);
}

QByteArray topicIndex(const Frame &frame, std::span<const IndexLine> topics)
{
    return closed(frame, u"topics/index.html"_s, u"Topics"_s,
                  opened(u"Topics"_s) + indexList(topics));
}

QByteArray monthIndex(const Frame &frame, std::span<const IndexLine> months)
{
    return closed(frame, u"archive/index.html"_s, u"Archive"_s,
                  opened(u"Archive"_s) + indexList(months));
}

QByteArray correctionsPage(const Frame &frame, std::span<const Card *const> corrected,
                           std::span<const Card *const> withdrawn)
{
    const QString feed = u"<p class=\"ui\">"_s
        + link(u"corrections.xml"_s, u"Corrections as a feed (Atom)"_s) + u"</p>\n"_s;
    return closed(frame, u"corrections.html"_s, u"Corrections"_s,
                  opened(u"Corrections"_s)
                      + correctionList(correctionsOf(corrected, MostCorrections))
                      + withdrawnList(withdrawn) + feed);
}

} // namespace nutgraf::site
