// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/frame.h"

#include "format/edition_text.h"
#include "format/media_topics.h"
#include "site/html.h"
#include "site/made_mark.h"
#include "site/topics.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

/// Raised with every change of what a page looks like or says.
constexpr char Layout[] = "1";

QString meta(const QString &name, const QString &content)
{
    return content.isEmpty()
        ? QString()
        : u"<meta name=\"%1\" content=\"%2\"/>\n"_s.arg(name, content.toHtmlEscaped());
}

/// Nothing is loaded but the site's own style and pictures; nothing runs.
const QString Policy =
    u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\"/>\n"_s;

/// TDM Reservation Protocol (W3C Community Group, 2024) and RSL 1.0, §4.4.
QString reservation(const Frame &frame, const QString &up)
{
    if (frame.website.textMining == story::TextMining::Unsaid)
        return {};
    return meta(u"tdm-reservation"_s, u"1"_s)
        + meta(u"tdm-policy"_s, frame.website.textMiningPolicy)
        + u"<link rel=\"license\" type=\"application/rsl+xml\" href=\"%1license.xml\"/>\n"_s.arg(
            up);
}

QString headOf(const Frame &frame, const PageHead &head)
{
    const QString up = wayUp(head.file);
    QString html = u"<head>\n<meta charset=\"utf-8\"/>\n"_s
        + meta(u"generator"_s, madeMark(head.file)) + Policy
        + u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"_s
        + meta(u"color-scheme"_s, u"light dark"_s) + u"<title>"_s + head.title.toHtmlEscaped()
        + (head.title == frame.name ? QString() : u" - "_s + frame.name.toHtmlEscaped())
        + u"</title>\n"_s + meta(u"description"_s, head.description);
    if (!head.isIndexed)
        html += meta(u"robots"_s, u"noindex"_s);
    html += reservation(frame, up);
    const QString feed =
        u"<link rel=\"alternate\" type=\"application/%1\" title=\"%2\" href=\"%3\"/>\n"_s;
    html += feed.arg(u"atom+xml"_s, frame.name.toHtmlEscaped(), up + u"feed.atom.xml"_s);
    html += feed.arg(u"feed+json"_s, frame.name.toHtmlEscaped(), up + u"feed.json"_s);
    html += u"<link rel=\"stylesheet\" href=\"%1site.css\"/>\n"_s.arg(up);
    return html + head.more + u"</head>\n"_s;
}

struct Way {
    QString file;
    QString words;
};

std::vector<Way> navigation(const Frame &frame)
{
    std::vector<Way> ways{{u"index.html"_s, u"Latest"_s}};
    for (const QString &section : frame.sections)
        ways.push_back({topicFile(section), shortName(section)});
    ways.push_back({u"corrections.html"_s, u"Corrections"_s});
    return ways;
}

QString masthead(const Frame &frame, const PageHead &head)
{
    const QString up = wayUp(head.file);
    QString html = u"<header class=\"mast\"%1>\n<div class=\"page\">\n"_s.arg(
        languageOf(u"en"_s, head.language));
    html += u"<p class=\"name\">"_s + link(up + u"index.html"_s, frame.name) + u"</p>\n"_s
        + u"<nav class=\"ui\" aria-label=\"Sections\">\n<ul>\n"_s;
    for (const Way &way : navigation(frame)) {
        const QString here = way.file == head.file ? u" aria-current=\"page\""_s : QString();
        html += u"<li><a href=\""_s + up + way.file + u'"' + here + u'>' + way.words.toHtmlEscaped()
            + u"</a></li>\n"_s;
    }
    return html + u"</ul>\n</nav>\n</div>\n</header>\n"_s;
}

QString footer(const Frame &frame, const PageHead &head)
{
    const QString up = wayUp(head.file);
    QString html = u"<footer class=\"ui\"%1>\n<div class=\"page\">\n<ul>\n"_s.arg(
        languageOf(u"en"_s, head.language));
    const std::vector<Way> ways = {{u"topics/index.html"_s, u"Topics"_s},
                                   {u"archive/index.html"_s, u"Archive"_s},
                                   {u"corrections.html"_s, u"Corrections"_s},
                                   {u"how-it-is-made.html"_s, u"How this site is made"_s},
                                   {u"feed.atom.xml"_s, u"Atom"_s},
                                   {u"feed.json"_s, u"JSON Feed"_s}};
    for (const Way &way : ways)
        html += u"<li>"_s + link(up + way.file, way.words) + u"</li>\n"_s;
    html += u"</ul>\n<p>© "_s + frame.name.toHtmlEscaped();
    if (frame.website.textMining == story::TextMining::Reserved)
        html += u" · Text and data mining reserved"_s;
    return html + u"</p>\n"_s + element(u"p"_s, {}, frame.website.aiStatement)
        + u"</div>\n</footer>\n"_s;
}

QStringList chosenSections(const Site &site, const std::vector<Card> &cards)
{
    if (site.website.sections.isEmpty())
        return mainSections(cards);
    QStringList sections;
    for (const QString &section : site.website.sections)
        sections.append(format::topicCode(section));
    return sections;
}

} // namespace

Frame frameOf(const Site &site, const std::vector<Card> &cards)
{
    return {.agency = site.agency,
            .website = site.website,
            .name = site.agency.name.isEmpty() ? site.agency.domain : site.agency.name,
            .address = format::siteOf(site.agency),
            .sections = chosenSections(site, cards)};
}

QByteArray Frame::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList parts{QString::fromLatin1(NUTGRAF_VERSION),
                            QString::fromLatin1(Layout),
                            name,
                            address,
                            agency.domain,
                            agency.wireSystem,
                            agency.webNotice,
                            sections.join(u' '),
                            website.subscribeUrl,
                            website.textMiningPolicy,
                            website.aiStatement,
                            website.digitalSourceType,
                            QString::number(static_cast<int>(website.textMining))};
    for (const QString &part : parts)
        hash.addData(part.toUtf8() + '\0');
    hash.addData(styleSheet());
    return hash.result();
}

PageHead plainHead(const QString &file, const QString &title)
{
    PageHead head;
    head.file = file;
    head.title = title;
    return head;
}

QByteArray pageOf(const Frame &frame, const PageHead &head, const QString &content)
{
    const QString opening =
        u"<!DOCTYPE html>\n<html"_s + languageOf(head.language, QString()) + u">\n"_s;
    const QString skip = u"<a class=\"skip ui\" href=\"#main\"%1>To the text</a>\n"_s.arg(
        languageOf(u"en"_s, head.language));
    return (opening + headOf(frame, head) + u"<body>\n"_s + skip + masthead(frame, head) + content
            + footer(frame, head) + u"</body>\n</html>\n"_s)
        .toUtf8();
}

QString wayUp(const QString &file)
{
    return u"../"_s.repeated(file.count(u'/'));
}

QByteArray styleSheet()
{
    QFile file(u":/nutgraf/site/site.css"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen); // compiled in
    return file.readAll();
}

} // namespace nutgraf::site
