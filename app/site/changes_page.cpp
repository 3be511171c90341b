// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/body_text.h"
#include "format/edition_text.h"
#include "format/printable_edition.h"
#include "site/html.h"
#include "site/pages.h"
#include "site/record_section.h"
#include "text/diff.h"

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

/// All words that readers saw: headline, deck and text, a paragraph a line.
QString wordsOf(const WebVersion &version)
{
    const format::EditionText text = format::editionText(format::printable(version.edition));
    QStringList parts{text.headline, text.deck, format::plainBody(text.body)};
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

QString marked(const QString &tag, QStringView words)
{
    if (words.trimmed().isEmpty())
        return words.toString();
    return u'<' + tag + u'>' + words.toString().toHtmlEscaped() + u"</"_s + tag + u'>';
}

QString changedWords(QStringView before, QStringView after)
{
    QString html;
    for (const text::DiffPiece &piece : text::diffWords(before, after)) {
        switch (piece.kind) {
        case text::DiffKind::Same:
            html += piece.after.in(after).toString().toHtmlEscaped();
            break;
        case text::DiffKind::Removed:
            html += marked(u"del"_s, piece.before.in(before));
            break;
        case text::DiffKind::Inserted:
            html += marked(u"ins"_s, piece.after.in(after));
            break;
        }
    }
    return html;
}

QString differences(const QString &before, const QString &after)
{
    QString html;
    for (const text::ParagraphPair &pair : text::diffParagraphs(before, after)) {
        html += (pair.isSame ? u"<p class=\"same\">"_s : u"<p>"_s)
            + changedWords(pair.before.in(before), pair.after.in(after)) + u"</p>\n"_s;
    }
    return html;
}

QString step(const WebVersion &before, const WebVersion &after, const QString &language)
{
    const format::EditionText text = format::editionText(format::printable(after.edition));
    const QString english = languageOf(u"en"_s, language);
    QString html = u"<section>\n<h2%1>Version %2 against version %3</h2>\n"_s.arg(
        english, QString::number(after.manifest.version), QString::number(before.manifest.version));
    html += u"<p class=\"ui\"%1>"_s.arg(english) + kindName(after) + u", "_s
        + moment(after.manifest.published) + u"</p>\n"_s
        + element(u"p"_s, u"note"_s, text.signalText);
    return html + u"<div class=\"diff\">\n"_s + differences(wordsOf(before), wordsOf(after))
        + u"</div>\n</section>\n"_s;
}

} // namespace

QString changesFile(const QString &page)
{
    return u"changes/"_s + page;
}

QByteArray changesPage(const Frame &frame, const WebStory &story)
{
    const format::Edition &newest = story.newest().edition;
    const QString &language = newest.story.language;
    const QString headline = format::editionText(format::printable(newest)).headline;
    QString html = u"<main id=\"main\" class=\"page text\">\n<h1><span class=\"kicker ui\"%1>What "
                   "changed in</span> "_s.arg(languageOf(u"en"_s, language))
        + link(wayUp(changesFile(story.page)) + story.page, headline) + u"</h1>\n"_s
        + u"<p class=\"ui\"%1>Of the editions on this site. <del>Words that went</del> are struck "
          "through, <ins>words that came</ins> are underlined.</p>\n"_s.arg(
              languageOf(u"en"_s, language));
    for (size_t i = story.versions.size() - 1; i > 0; --i)
        html += step(story.versions[i - 1], story.versions[i], language);
    PageHead head = plainHead(changesFile(story.page), u"What changed: "_s + headline);
    head.language = language;
    head.isIndexed = false;
    return pageOf(frame, head, html + u"</main>\n"_s);
}

} // namespace nutgraf::site
