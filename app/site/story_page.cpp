// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/article_head.h"
#include "format/edition_body.h"
#include "format/printable_edition.h"
#include "site/html.h"
#include "site/pages.h"
#include "site/record_section.h"
#include "site/topics.h"
#include "text/segments.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

constexpr qsizetype WordsAMinute = 220;

QString property(const QString &name, const QString &content)
{
    return content.isEmpty()
        ? QString()
        : u"<meta property=\"%1\" content=\"%2\"/>\n"_s.arg(name, content.toHtmlEscaped());
}

/// How a link to the page looks elsewhere (Open Graph protocol).
QString shared(const Frame &frame, const format::EditionText &text)
{
    if (text.isKilled)
        return {};
    return property(u"og:type"_s, u"article"_s) + property(u"og:site_name"_s, frame.name)
        + property(u"og:title"_s, text.headline) + property(u"og:description"_s, text.deck)
        + property(u"og:url"_s, text.address);
}

QJsonObject sourceType(const Frame &frame)
{
    const QString &code = frame.website.digitalSourceType;
    return code.isEmpty()
        ? QJsonObject()
        : QJsonObject{{u"digitalSourceType"_s,
                       u"http://cv.iptc.org/newscodes/digitalsourcetype/"_s + code}};
}

PageHead headOf(const Frame &frame, const WebStory &story, const format::EditionText &text)
{
    const format::Edition &edition = story.newest().edition;
    return {.file = story.page,
            .title = text.headline,
            .language = edition.story.language,
            .description = text.deck,
            .more = format::articleHead(edition, sourceType(frame)) + shared(frame, text)};
}

QString kicker(const format::EditionText &text, const QString &language)
{
    const QString section = text.subjects.isEmpty() ? QString() : sectionOf(text.subjects.first());
    if (section.isEmpty() || text.isKilled)
        return {};
    return u"<p class=\"kicker ui\"%1>"_s.arg(languageOf(u"en"_s, language))
        + link(topicFile(section), shortName(section)) + u"</p>\n"_s;
}

QString modified(const WebStory &story)
{
    const format::EditionText text = format::editionText(story.newest().edition);
    const QString what = text.isKilled   ? u"Withdrawn "_s
        : text.signal == "correction"_L1 ? u"Corrected "_s
        : text.signal == "update"_L1     ? u"Updated "_s
                                         : QString();
    return what.isEmpty()
        ? QString()
        : u"<span>"_s + what + moment(story.newest().manifest.published) + u"</span>\n"_s;
}

QString byLine(const WebStory &story, const format::EditionText &text)
{
    const format::Edition &edition = story.newest().edition;
    const QString &language = edition.story.language;
    const qsizetype minutes = 1 + text::wordCount(format::countedWords(text)) / WordsAMinute;
    QString html = u"<div class=\"by ui\">\n"_s + element(u"p"_s, u"byline"_s, text.byline)
        + u"<p class=\"dates\"%1><span>Published "_s.arg(languageOf(u"en"_s, language))
        + moment(edition.published) + u"</span>\n"_s + modified(story);
    if (!text.isKilled)
        html += u"<span>%1 min</span>\n"_s.arg(minutes);
    return html + u"</p>\n</div>\n"_s;
}

/// Above the text that they correct, newest first; a later update does not bury one.
QString corrections(const WebStory &story)
{
    QString html;
    for (const WebVersion &version : std::views::reverse(story.versions)) {
        const format::Edition edition = format::printable(version.edition);
        const format::EditionText text = format::editionText(edition);
        if (text.signal != "correction"_L1)
            continue;
        html += u"<aside class=\"correction\">\n<p class=\"ui\"%1>Correction, "_s.arg(
                    languageOf(u"en"_s, story.newest().edition.story.language))
            + moment(version.manifest.published) + u"</p>\n"_s
            + element(u"p"_s, {}, text.signalText) + u"</aside>\n"_s;
    }
    return html;
}

QString body(const format::EditionText &text, const QString &language)
{
    if (text.isKilled) {
        return u"<p class=\"withdrawn\"%1>This story has been withdrawn.</p>\n"_s.arg(
            languageOf(u"en"_s, language));
    }
    return u"<div class=\"article-body\">"_s + format::pageBody(text) + u"</div>\n"_s;
}

QString rights(const Frame &frame, const format::EditionText &text, const QString &language)
{
    QString html = u"<p class=\"rights ui\">"_s + text.copyright.toHtmlEscaped();
    if (!frame.website.subscribeUrl.isEmpty() && !text.isKilled) {
        html += u" <span%1>"_s.arg(languageOf(u"en"_s, language))
            + link(frame.website.subscribeUrl, u"How to subscribe"_s) + u"</span>"_s;
    }
    return html + u"</p>\n"_s;
}

} // namespace

QByteArray storyPage(const Frame &frame, const WebStory &story)
{
    const format::Edition edition = format::printable(story.newest().edition);
    const format::EditionText text = format::editionText(edition);
    const QString &language = edition.story.language;
    const QString article = u"<article%1>\n"_s.arg(text.isKilled ? u" class=\"gone\""_s : QString())
        + kicker(text, language) + element(u"h1"_s, {}, text.headline)
        + element(u"p"_s, u"deck"_s, text.deck) + byLine(story, text) + corrections(story)
        + body(text, language) + rights(frame, text, language) + u"</article>\n"_s;
    return pageOf(frame, headOf(frame, story, text),
                  u"<main id=\"main\" class=\"page story\">\n"_s + article
                      + recordSection(story, language) + u"</main>\n"_s);
}

} // namespace nutgraf::site
