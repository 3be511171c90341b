// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/story_file.h"

#include "base/clock.h"
#include "format/front_matter.h"
#include "format/lines.h"
#include "story/fields.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

/// Where a file's parts lie in its text. Between header and body one empty line is left out, and
/// one line end after the body: they are the file's frame, not the writer's words.
struct Parts {
    bool hasHeader = false;
    TextRange header; ///< lines between the markers
    qsizetype afterHeader = 0; ///< behind the closing marker's line
    TextRange body;
};

bool isMarker(QStringView line, QStringView marker)
{
    return line.startsWith(marker) && line.sliced(marker.size()).trimmed().isEmpty();
}

Result<Parts> split(QStringView text, const QString &name)
{
    const auto lineEnd = [text](qsizetype from) {
        const qsizetype found = text.indexOf(u'\n', from);
        return found < 0 ? text.size() : found;
    };
    Parts parts;
    const qsizetype firstEnd = lineEnd(0);
    if (isMarker(text.first(firstEnd), u"---")) {
        parts.hasHeader = true;
        parts.header.begin = qMin(firstEnd + 1, text.size());
        qsizetype at = parts.header.begin;
        qsizetype end = lineEnd(at);
        const auto isClosing = [&] {
            const QStringView line = text.sliced(at, end - at);
            return isMarker(line, u"---") || isMarker(line, u"...");
        };
        while (!isClosing()) {
            if (end >= text.size())
                return fail(ErrorCode::StoryHeaderUnterminated, name, {}, 1, 1);
            at = end + 1;
            end = lineEnd(at);
        }
        parts.header.end = at;
        parts.afterHeader = qMin(end + 1, text.size());
    }
    const bool hasGap =
        parts.hasHeader && parts.afterHeader < text.size() && text[parts.afterHeader] == u'\n';
    parts.body = {parts.afterHeader + (hasGap ? 1 : 0), text.size()};
    if (!parts.body.isEmpty() && text.back() == u'\n')
        --parts.body.end;
    return parts;
}

std::vector<FieldPlace> placesIn(const Header &header, qsizetype headerBegin,
                                 const story::Story &story)
{
    std::vector<FieldPlace> places;
    for (const story::Field field : story::fields()) {
        const QString key =
            field == story::Field::DatelinePlace || field == story::Field::DatelineDate
            ? u"dateline"_s
            : story::key(field);
        const HeaderEntry *entry = header.find(key);
        const QString value = story::value(story, field);
        const bool isList = field == story::Field::Subjects || field == story::Field::Keywords;
        if (!entry || value.isEmpty() || isList)
            continue;
        // A value with escapes or folded lines is not there word for word: it has no place.
        const qsizetype at = entry->value.in(header.text).indexOf(value);
        if (at < 0)
            continue;
        const qsizetype begin = headerBegin + entry->value.begin + at;
        places.push_back({field, {begin, begin + value.size()}});
    }
    std::ranges::sort(places, {}, &FieldPlace::range);
    return places;
}

/// A file taken apart, with all that writing it back needs.
struct Opened {
    TextFile file;
    Parts parts;
    Header header;
    HeaderValues values;
};

Result<Opened> open(const QByteArray &bytes, const QString &name)
{
    Result<TextFile> file = decodeText(bytes, name);
    if (!file)
        return std::unexpected(file.error());
    Result<Parts> parts = split(file->text, name);
    if (!parts)
        return std::unexpected(parts.error());
    Result<Header> header = parseHeader(parts->header.in(file->text).toString(), name);
    if (!header)
        return std::unexpected(header.error());
    Result<HeaderValues> values = readHeader(*header, name);
    if (!values)
        return std::unexpected(values.error());
    values->story.body = parts->body.in(file->text).toString();
    return Opened{std::move(*file), *parts, std::move(*header), std::move(*values)};
}

/// Header lines, frame and body as one text.
QString composed(const Opened &was, const QString &header, const QString &body)
{
    const QString &text = was.file.text;
    const Parts &parts = was.parts;
    QString result;
    bool hasGap = parts.body.begin > parts.afterHeader;
    if (parts.hasHeader) {
        result = text.first(parts.header.begin) + header
            + text.sliced(parts.header.end, parts.afterHeader - parts.header.end);
        const bool needsGap = body.startsWith(u'\n') || (parts.body.isEmpty() && !body.isEmpty());
        hasGap = hasGap || needsGap;
        if (!result.endsWith(u'\n') && (hasGap || !body.isEmpty()))
            result += u'\n';
    } else if (!header.isEmpty() || isMarker(body.section(u'\n', 0, 0), u"---")) {
        result = u"---\n"_s + header + u"---\n"_s;
        hasGap = true;
    }
    const bool hadEnd = parts.body.end < text.size() && !parts.body.isEmpty();
    const bool hasEnd = hadEnd || body.endsWith(u'\n') || (parts.body.isEmpty() && !body.isEmpty());
    return result + (hasGap ? u"\n"_s : QString()) + body + (hasEnd ? u"\n"_s : QString());
}

bool saysTheSame(const QByteArray &bytes, const story::Story &story)
{
    const Result<Opened> again = open(bytes, {});
    return again && again->values.story == story;
}

QByteArray edited(const Opened &was, const story::Story &story)
{
    const auto bytesWith = [&](const QString &header) {
        return encodeText(withText(was.file, composed(was, header, story.body)));
    };
    story::Story sameFields = was.values.story;
    sameFields.body = story.body;
    const bool hasNewFields = sameFields != story;
    if (!was.parts.hasHeader)
        return bytesWith(hasNewFields ? newHeader(story) : QString());
    QByteArray inPlace =
        bytesWith(hasNewFields ? editHeader(was.header, was.values.story, story) : was.header.text);
    if (saysTheSame(inPlace, story))
        return inPlace;
    QByteArray anew = bytesWith(rewriteHeader(was.header, story));
    return saysTheSame(anew, story) || !open(inPlace, {}) ? anew : inPlace;
}

} // namespace

Result<StoryFile> decodeStory(const QByteArray &bytes, const QString &name)
{
    Result<Opened> opened = open(bytes, name);
    if (!opened)
        return std::unexpected(opened.error());
    StoryFile file;
    file.places = placesIn(opened->header, opened->parts.header.begin, opened->values.story);
    file.story = std::move(opened->values.story);
    file.bytes = bytes;
    file.text = std::move(opened->file.text);
    file.bodyRange = opened->parts.body;
    file.created = opened->values.created;
    file.storyId = opened->values.storyId;
    return file;
}

QByteArray encodeStory(const story::Story &story, const StoryFile *original)
{
    const story::Story wanted = canonical(story);
    if (original) {
        // Read again, so that a caller may edit the decoded story in place.
        const Result<Opened> was = open(original->bytes, {});
        if (was)
            return was->values.story == wanted ? original->bytes : edited(*was, wanted);
    }
    return (u"---\n"_s + newHeader(wanted) + u"---\n\n"_s + wanted.body + u'\n').toUtf8();
}

Result<QByteArray> withBirth(const QByteArray &bytes, const Birth &birth)
{
    const auto with = [](const Opened &opened, QLatin1StringView key, const QString &value) {
        const QString header = opened.parts.hasHeader ? withKey(opened.header, key, value)
                                                      : key + u": "_s + value + u'\n';
        return encodeText(
            withText(opened.file, composed(opened, header, opened.values.story.body)));
    };
    return open(bytes, {})
        .and_then([&](const Opened &opened) {
            return open(with(opened, "created"_L1, isoUtc(birth.created)), {});
        })
        .transform(
            [&](const Opened &opened) { return with(opened, "story-id"_L1, birth.storyId); });
}

} // namespace nutgraf::format
