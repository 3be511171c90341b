// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/front_matter.h"
#include "format/lines.h"
#include "format/media_topics.h"
#include "format/story_file.h"
#include "text/markup.h"
#include "text/printable.h"
#include "text/slug.h"
#include "text/wire_layout.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString fieldText(QStringView text, const std::optional<TextRange> &range)
{
    return range ? range->in(text).trimmed().toString() : QString();
}

/// Page ends and next-line characters end lines; so do line separators where nothing else does, and
/// two of them end a paragraph.
QString withLineEnds(QString text)
{
    const QString line = QChar(QChar::LineSeparator);
    text.replace(u'\f', u'\n').replace(QChar(0x85), u'\n');
    return text.trimmed().contains(u'\n') ? text.replace(line + line, u"\n\n"_s)
                                          : text.replace(line, u"\n"_s);
}

} // namespace

Result<story::Story> importWireText(const QByteArray &bytes, const QString &name)
{
    const Result<TextFile> file = decodeText(bytes, name);
    if (!file)
        return std::unexpected(file.error());
    const QString text = withLineEnds(file->text);
    if (!text::hasPrintable(text))
        return fail(ErrorCode::ImportUnrecognised, name);
    const text::WireLayout layout = text::wireLayout(text);
    story::Story story;
    story.headline = fieldText(text, layout.headline);
    story.deck = fieldText(text, layout.deck);
    story.byline = fieldText(text, layout.byline);
    story.dateline.place = fieldText(text, layout.datelinePlace);
    // `May 12` alone names no year: the day is left to the writer.
    story.dateline.date = readDate(fieldText(text, layout.datelineDate)).value_or(QDate());
    story.notice = fieldText(text, layout.notice);
    QStringList paragraphs;
    for (const TextRange &paragraph : layout.paragraphs)
        paragraphs.append(text::escapedMarkup(paragraph.in(text).toString()));
    story.body = paragraphs.join(u"\n\n"_s);
    story.subjects = {guessTopic(story.headline + u' ' + story.deck + u' ' + story.body)};
    story.slug = text::slugFrom(story.headline.isEmpty() ? story.body.left(200) : story.headline,
                                story.language);
    return canonical(std::move(story));
}

} // namespace nutgraf::format
