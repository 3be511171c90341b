// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "typeset/typeset.h"

#include "base/clock.h"
#include "format/edition_text.h"
#include "format/printable_edition.h"
#include "text/markup.h"
#include "typeset/page_writer.h"

using namespace Qt::StringLiterals;

namespace nutgraf::typeset {

namespace {

using format::EditionText;
using text::Block;
using text::BlockKind;
using text::Span;
using text::SpanStyle;

constexpr double ListIndent = 14;

QString spanMarkup(const Span &span)
{
    QString words = span.words.toHtmlEscaped();
    switch (span.style) {
    case SpanStyle::Emphasis:
        return u"<i>"_s + words + u"</i>"_s;
    case SpanStyle::Strong:
        return u"<b>"_s + words + u"</b>"_s;
    case SpanStyle::LineBreak:
        return QString(QChar(QChar::LineSeparator)) + words;
    case SpanStyle::Plain:
    case SpanStyle::Link:
        break;
    }
    return words;
}

QString blockMarkup(const Block &block)
{
    QString markup;
    if (block.kind == BlockKind::Bullet)
        markup = u"•  "_s;
    if (block.kind == BlockKind::Number)
        markup = QString::number(block.number) + u".  "_s;
    for (const Span &span : block.spans)
        markup += spanMarkup(span);
    return markup;
}

Look lookOf(const Block &block)
{
    Look look{.before = 7};
    if (block.kind == BlockKind::Crosshead)
        return {.size = 12.5, .isBold = true, .before = 16, .keptLines = 4};
    if (block.kind != BlockKind::Paragraph) {
        look.indent = ListIndent;
        look.before = block.isFirst ? 7 : 2;
    }
    return look;
}

void addBody(PageWriter &pages, const EditionText &text)
{
    QString dateline =
        text.dateline.isEmpty() ? QString() : text.dateline.toHtmlEscaped() + u" — "_s;
    for (const Block &block : text.body) {
        const bool takesIt = !dateline.isEmpty() && block.kind == BlockKind::Paragraph;
        pages.add((takesIt ? dateline : QString()) + blockMarkup(block), lookOf(block));
        dateline = takesIt ? QString() : dateline;
    }
    if (!text.notice.isEmpty())
        pages.add(u"<i>"_s + text.notice.toHtmlEscaped() + u"</i>"_s, {.size = 9.5, .before = 18});
}

void addLine(PageWriter &pages, const QString &words, const Look &look)
{
    if (!words.isEmpty())
        pages.add(words.toHtmlEscaped(), look);
}

void addHead(PageWriter &pages, const EditionText &text)
{
    addLine(pages, text.headline, {.size = 22, .isBold = true, .keptLines = 2});
    addLine(pages, text.deck, {.size = 13.5, .before = 6});
    addLine(pages, text.byline, {.size = 9.5, .before = 10});
    if (text.embargo) {
        addLine(pages, u"EMBARGOED until "_s + isoUtc(*text.embargo),
                {.isBold = true, .before = 12});
    }
    if (text.signal == u"correction"_s)
        addLine(pages, u"CORRECTION: "_s + text.signalText, {.isBold = true, .before = 12});
    if (text.isKilled)
        addLine(pages, u"This story has been withdrawn."_s, {.before = 18});
}

} // namespace

Result<QByteArray> typesetPdf(const format::Edition &asGiven)
{
    const format::Edition edition = format::printable(asGiven);
    const EditionText text = format::editionText(edition);
    PageWriter pages({.title = text.headline,
                      .author = text.byline.isEmpty() ? text.agency : edition.story.byline,
                      .language = edition.story.language,
                      .time = edition.versionCreated,
                      .foot = text.agency});
    addHead(pages, text);
    pages.add(QString(), {.size = 4}); // white space between head and body
    addBody(pages, text);
    return pages.file();
}

} // namespace nutgraf::typeset
