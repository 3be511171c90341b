// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/record_section.h"

#include "format/edition_text.h"
#include "format/printable_edition.h"
#include "site/html.h"
#include "site/pages.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

QString row(const QString &term, const QString &html)
{
    return html.isEmpty() ? QString() : u"<dt>"_s + term + u"</dt>\n<dd>"_s + html + u"</dd>\n"_s;
}

QString versionRow(const WebStory &story)
{
    QString html = QString::number(story.version) + u", "_s + kindName(story.newest());
    if (story.versions.size() > 1)
        html += u" · "_s + link(changesFile(story.page), u"what changed"_s);
    return html;
}

QString quotesRow(const publish::Manifest &manifest)
{
    if (!manifest.quotes || manifest.quotes->direct == 0)
        return {};
    const int direct = manifest.quotes->direct;
    const int confirmed = manifest.quotes->confirmed;
    const QString quotes = counted(direct, u"direct quote"_s, u"direct quotes"_s);
    if (confirmed == 0)
        return quotes + u", not yet confirmed by the desk"_s;
    if (confirmed < direct)
        return u"%1 of %2 confirmed by the desk"_s.arg(QString::number(confirmed), quotes);
    return quotes + (direct == 1 ? u", confirmed by the desk"_s : u", all confirmed by the desk"_s);
}

/// In groups of four, so that people can compare it.
QString hashRow(const QString &sha256)
{
    QStringList groups;
    for (qsizetype at = 0; at < sha256.size(); at += 4)
        groups.append(sha256.mid(at, 4));
    return u"<span class=\"hash\">sha256 "_s + groups.join(u' ') + u"</span>"_s;
}

QString signedRow(const WebVersion &version)
{
    QStringList parts{version.manifest.signedBy.toHtmlEscaped()};
    if (version.isSigned)
        parts.append(u"with an SSH signature"_s);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString versionLine(const WebVersion &version)
{
    const format::EditionText text = format::editionText(format::printable(version.edition));
    QString html = u"<li value=\"%1\">"_s.arg(version.manifest.version) + kindName(version)
        + u", "_s + moment(version.manifest.published);
    if (!text.signalText.isEmpty())
        html += u"<br/>"_s + text.signalText.toHtmlEscaped();
    return html + u"</li>\n"_s;
}

QString versionList(const WebStory &story)
{
    if (story.versions.size() < 2)
        return {};
    QString html = u"<h3>Versions</h3>\n<ol reversed=\"reversed\">\n"_s;
    for (const WebVersion &version : std::views::reverse(story.versions))
        html += versionLine(version);
    return html + u"</ol>\n"_s;
}

} // namespace

QString kindName(const WebVersion &version)
{
    const format::EditionText text = format::editionText(version.edition);
    if (text.isKilled)
        return u"withdrawal"_s;
    if (!text.signal.isEmpty())
        return text.signal;
    return version.manifest.version == 1 ? u"first publication"_s
                                         : u"first publication on this site"_s;
}

QString recordSection(const WebStory &story, const QString &language)
{
    const publish::Manifest &manifest = story.newest().manifest;
    return u"<section class=\"record ui\" aria-labelledby=\"record\"%1>\n"_s.arg(
               languageOf(u"en"_s, language))
        + u"<h2 id=\"record\">The record of this story</h2>\n<dl>\n"_s
        + row(u"Version"_s, versionRow(story)) + row(u"Quotes"_s, quotesRow(manifest))
        + row(u"Signed"_s, signedRow(story.newest()))
        + row(u"Proof"_s, hashRow(story.newest().sha256)) + u"</dl>\n"_s + versionList(story)
        + u"</section>\n"_s;
}

} // namespace nutgraf::site
