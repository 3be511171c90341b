// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "format/article_head.h"
#include "format/edition_body.h"
#include "format/media_topics.h"
#include "format/printable_edition.h"
#include "text/segments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QJsonObject thing(const QString &type, const QString &name)
{
    return {{u"@type"_s, type}, {u"name"_s, name}};
}

QJsonObject publisher(const Edition &edition, const EditionText &text)
{
    QJsonObject object = thing(u"NewsMediaOrganization"_s, text.agency);
    object[u"url"_s] = edition.agency.siteUrl.isEmpty() ? u"https://"_s + edition.agency.domain
                                                        : edition.agency.siteUrl;
    return object;
}

QJsonArray authors(const Edition &edition, const EditionText &text)
{
    QJsonArray list;
    for (const Author &author : text.writers) {
        const bool isPerson = author.kind == AuthorKind::Person;
        list.append(thing(isPerson ? u"Person"_s : u"Organization"_s, author.name));
    }
    if (list.isEmpty())
        list.append(publisher(edition, text));
    return list;
}

QJsonArray about(const EditionText &text)
{
    QJsonArray list;
    for (const QString &code : text.subjects) {
        const QString name = topicName(code);
        QJsonObject topic = thing(u"DefinedTerm"_s, name.isEmpty() ? code : name);
        topic[u"termCode"_s] = code;
        topic[u"inDefinedTermSet"_s] = u"http://cv.iptc.org/newscodes/mediatopic/"_s;
        list.append(topic);
    }
    return list;
}

QJsonArray mentions(const EditionText &text)
{
    QJsonArray list;
    for (const QString &name : text.people)
        list.append(thing(u"Person"_s, name));
    for (const QString &name : text.organisations)
        list.append(thing(u"Organization"_s, name));
    for (const QString &name : text.places)
        list.append(thing(u"Place"_s, name));
    return list;
}

void addEdition(QJsonObject &article, const Edition &edition, const EditionText &text)
{
    article[u"isAccessibleForFree"_s] = text.isWeb;
    if (text.isWeb) {
        article[u"isBasedOn"_s] = QJsonObject{{u"@type"_s, u"NewsArticle"_s},
                                              {u"identifier"_s, edition.wireGuid},
                                              {u"version"_s, edition.version},
                                              {u"isAccessibleForFree"_s, false}};
    } else if (!text.isKilled) {
        article[u"hasPart"_s] = QJsonObject{{u"@type"_s, u"WebPageElement"_s},
                                            {u"isAccessibleForFree"_s, false},
                                            {u"cssSelector"_s, u".paywall"_s}};
    }
    if (text.embargo) {
        article[u"conditionsOfAccess"_s] = u"Embargoed until "_s + isoUtc(*text.embargo);
    }
    if (text.signal == "correction"_L1) {
        article[u"correction"_s] =
            QJsonObject{{u"@type"_s, u"CorrectionComment"_s},
                        {u"text"_s, text.signalText},
                        {u"datePublished"_s, isoUtc(edition.versionCreated)}};
    }
}

void addWords(QJsonObject &article, const EditionText &text)
{
    if (!text.dateline.isEmpty())
        article[u"dateline"_s] = text.dateline;
    if (!text.located.isEmpty())
        article[u"locationCreated"_s] = thing(u"Place"_s, text.located);
    if (!text.deck.isEmpty()) {
        article[u"alternativeHeadline"_s] = text.deck;
        article[u"description"_s] = text.deck;
    }
    if (!text.keywords.isEmpty())
        article[u"keywords"_s] = QJsonArray::fromStringList(text.keywords);
    if (const QJsonArray list = mentions(text); !list.isEmpty())
        article[u"mentions"_s] = list;
    if (!text.isKilled)
        article[u"wordCount"_s] = text::wordCount(countedWords(text));
}

/// JSON as a script element may hold it: `</` would end the element, `<!--` with `<script` would
/// hide its end (HTML, "Restrictions for contents of script elements"); such marks stand in texts
/// only, where JSON writes them as numbers.
QString forScript(QString json)
{
    return json.replace(u'<', u"\\u003c"_s)
        .replace(u'>', u"\\u003e"_s)
        .replace(u'&', u"\\u0026"_s)
        .replace(QChar(QChar::LineSeparator), u"\\u2028"_s)
        .replace(QChar(QChar::ParagraphSeparator), u"\\u2029"_s);
}

QJsonObject articleOf(const Edition &edition, const EditionText &text)
{
    QJsonObject article{
        {u"@context"_s, u"https://schema.org"_s},
        {u"@type"_s, u"NewsArticle"_s},
        {u"identifier"_s, edition.guid},
        {u"version"_s, edition.version},
        {u"url"_s, text.address},
        {u"mainEntityOfPage"_s, text.address},
        {u"headline"_s, text.headline},
        {u"inLanguage"_s, edition.story.language},
        {u"dateCreated"_s, isoUtc(edition.firstCreated)},
        {u"datePublished"_s, isoUtc(edition.published)},
        {u"dateModified"_s, isoUtc(edition.versionCreated)},
        {u"author"_s, authors(edition, text)},
        {u"publisher"_s, publisher(edition, text)},
        {u"copyrightHolder"_s, thing(u"Organization"_s, text.agency)},
        {u"copyrightNotice"_s, text.copyright},
        {u"creativeWorkStatus"_s, text.status},
        {u"about"_s, about(text)},
    };
    addWords(article, text);
    addEdition(article, edition, text);
    return article;
}

QString meta(const QString &name, const QString &content)
{
    return u"<meta name=\"%1\" content=\"%2\"/>\n"_s.arg(name, content.toHtmlEscaped());
}

// System colours: the page follows the reader's light or dark setting and names no colour itself.
const QString Style = u"<style>\n"
                      ":root { color-scheme: light dark; }\n"
                      "body { margin: 2.5rem auto; padding: 0 1.25rem; max-width: 38rem; "
                      "font: 1.125rem/1.6 Charter, \"Noto Serif\", Georgia, serif; }\n"
                      "h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }\n"
                      "h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }\n"
                      ".deck { font-size: 1.25rem; line-height: 1.4; margin: 0 0 1rem; }\n"
                      ".byline, .dates, footer { font: .875rem/1.5 system-ui, sans-serif; "
                      "margin: 0; }\n"
                      ".article-body { margin-top: 1.75rem; }\n"
                      ".dateline { letter-spacing: .03em; }\n"
                      "blockquote { margin: 1.25rem 0; padding-left: 1rem; border-left: 3px solid; "
                      "}\n"
                      ".correction, .embargo, .withdrawn { margin: 1.5rem 0 0; padding: .75rem "
                      "1rem; border: 1px solid; border-left-width: 4px; }\n"
                      ".edition-notice { margin-top: 2rem; padding-top: 1rem; border-top: 1px "
                      "solid; font-size: .9375rem; font-style: italic; }\n"
                      "footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid; }\n"
                      "</style>\n"_s;

QString head(const Edition &edition, const EditionText &text)
{
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"_s.arg(
            edition.story.language.toHtmlEscaped());
    html += u"<title>"_s + text.headline.toHtmlEscaped() + u" - "_s + text.agency.toHtmlEscaped()
        + u"</title>\n"_s;
    return html + articleHead(edition, {}) + Style + u"</head>\n"_s;
}

QString paragraph(const QString &cssClass, const QString &words)
{
    return words.isEmpty()
        ? QString()
        : u"<p class=\"%1\">"_s.arg(cssClass) + words.toHtmlEscaped() + u"</p>\n"_s;
}

QString moment(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QString shown = QLocale::c().toString(utc, u"d MMMM yyyy, HH:mm"_s) + u" UTC"_s;
    return u"<time datetime=\"%1\">%2</time>"_s.arg(isoUtc(utc), shown);
}

QString dates(const Edition &edition)
{
    QString words = u"Published "_s + moment(edition.published);
    if (edition.version > 1)
        words += u", version %1 of "_s.arg(edition.version) + moment(edition.versionCreated);
    return u"<p class=\"dates\">"_s + words + u"</p>\n"_s;
}

} // namespace

QString articleHead(const Edition &asGiven, const QJsonObject &more)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    QString html = u"<link rel=\"canonical\" href=\"%1\"/>\n"_s.arg(text.address.toHtmlEscaped());
    html += meta(u"guid"_s, edition.guid);
    html += meta(u"version"_s, QString::number(edition.version));
    html += meta(u"edition"_s, text.edition);
    html += meta(u"pubstatus"_s, text.status);
    html += meta(u"urgency"_s, QString::number(edition.story.urgency));
    html += meta(u"slugline"_s, text.slugline);
    if (text.isKilled || text.embargo)
        html += meta(u"robots"_s, u"noindex"_s);
    QJsonObject article = articleOf(edition, text);
    for (auto it = more.begin(); it != more.end(); ++it)
        article[it.key()] = it.value();
    return html + u"<script type=\"application/ld+json\">\n"_s
        + forScript(QString::fromUtf8(QJsonDocument(article).toJson())) + u"</script>\n"_s;
}

QByteArray writeHtml(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    QString html = head(edition, text) + u"<body>\n<article>\n<h1>"_s
        + text.headline.toHtmlEscaped() + u"</h1>\n"_s;
    html += paragraph(u"deck"_s, text.deck) + paragraph(u"byline"_s, text.byline) + dates(edition);
    if (text.embargo) {
        html += u"<p class=\"embargo\">EMBARGOED until "_s + moment(*text.embargo) + u"</p>\n"_s;
    }
    if (text.signal == "correction"_L1) {
        html +=
            u"<aside class=\"correction\">"_s + text.signalText.toHtmlEscaped() + u"</aside>\n"_s;
    }
    if (text.isKilled) {
        html += paragraph(u"withdrawn"_s, u"This story has been withdrawn."_s);
    } else {
        html += text.isWeb ? u"<div class=\"article-body\">"_s
                           : u"<div class=\"article-body paywall\">"_s;
        html += pageBody(text) + u"</div>\n"_s;
    }
    html += u"<footer>"_s + text.copyright.toHtmlEscaped()
        + u"</footer>\n</article>\n</body>\n</html>\n"_s;
    return html.toUtf8();
}

} // namespace nutgraf::format
