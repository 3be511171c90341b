// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/front_matter.h"
#include "format/lines.h"
#include "format/media_topics.h"
#include "format/story_file.h"
#include "text/slug.h"
#include "text/wire_layout.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString fieldText(QStringView text, const std::optional<TextRange> &range)
{
    return range ? range->in(text).trimmed().toString() : QString();
}

} // namespace

Result<story::Story> importWireText(const QByteArray &bytes, const QString &name)
{
    const Result<TextFile> file = decodeText(bytes, name);
    if (!file)
        return std::unexpected(file.error());
    const QString &text = file->text;
    if (text.trimmed().isEmpty())
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
        paragraphs.append(paragraph.in(text).toString());
    story.body = paragraphs.join(u"\n\n"_s);
    story.subjects = {guessTopic(story.headline + u' ' + story.deck + u' ' + story.body)};
    story.slug = text::slugFrom(story.headline.isEmpty() ? story.body.left(200) : story.headline,
                                story.language);
    return canonical(std::move(story));
}

} // namespace nutgraf::format
