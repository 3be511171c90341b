// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/front_matter.h"

#include "format/lines.h"
#include "text/foreign_markup.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

std::unexpected<Error> invalidAt(const QString &text, qsizetype offset, const QString &name,
                                 const QString &detail)
{
    const LineColumn place = lineColumn(text, offset);
    // The header's first line is the file's second.
    return fail(ErrorCode::StoryHeaderInvalid, name, detail, place.line + 1, place.column);
}

/// yaml-cpp takes a quotation that never closes for one that closes at the end of the text, unless
/// a document end marker (`...`) follows; and it takes U+0004 for the end.
struct Parsed {
    std::vector<YAML::Node> documents;
    std::optional<YAML::Mark> fault;
    QString reason;
};

Parsed parse(QStringView text)
{
    Parsed parsed;
    const bool endsLine = text.isEmpty() || text.endsWith(u'\n');
    try {
        parsed.documents =
            YAML::LoadAll(text.toUtf8().toStdString() + (endsLine ? "...\n" : "\n...\n"));
    } catch (const YAML::Exception &e) {
        parsed.fault = e.mark;
        parsed.reason = QString::fromStdString(e.msg);
    } catch (const std::exception &e) {
        parsed.fault = YAML::Mark();
        parsed.reason = QString::fromUtf8(e.what());
    }
    return parsed;
}

/// Where an unclosed quotation begins: in the first line with which the header stops being valid.
qsizetype unclosedQuote(const QString &text)
{
    constexpr qsizetype tries = 500;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < tries && begin < text.size(); ++i) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found + 1;
        const Parsed upTo = parse(QStringView(text).first(end));
        if (upTo.fault && upTo.reason.contains("document indicator"_L1)) {
            const auto isOpening = [&text](qsizetype at) {
                return (text[at] == u'"' || text[at] == u'\'') && at > 0
                    && QStringView(u" \t[{,:\n").contains(text[at - 1]);
            };
            for (qsizetype at = begin; at < end; ++at) {
                if (!isOpening(at))
                    continue;
                const qsizetype close = quotedEnd(QStringView(text).first(end), at);
                if (close < 0)
                    return at;
                at = close - 1;
            }
            return begin;
        }
        begin = end;
    }
    return text.size();
}

qsizetype controlCharacter(QStringView text)
{
    const auto found = std::ranges::find_if(text, [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || c.unicode() == 0x7F;
    });
    return found == text.end() ? -1 : found - text.begin();
}

/// A key that is there twice makes it a matter of luck which value counts.
std::optional<qsizetype> repeatedKey(const std::vector<HeaderEntry> &entries)
{
    QSet<QString> seen;
    for (const HeaderEntry &entry : entries) {
        if (!entry.key.isEmpty() && seen.contains(entry.key))
            return entry.lines.begin + entry.column;
        seen.insert(entry.key);
    }
    return std::nullopt;
}

qsizetype lineBegin(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

/// End of the entry's lines: comments and blank lines before the next key belong to that.
qsizetype trimmedEnd(QStringView text, TextRange lines, qsizetype valueBegin, qsizetype column)
{
    const bool isBlockScalar =
        valueBegin < lines.end && QStringView(u"|>").contains(text[valueBegin]);
    qsizetype end = lines.end;
    while (end > lines.begin) {
        const qsizetype begin = lineBegin(text, end - 1);
        if (begin <= valueBegin)
            break;
        const QStringView line = text.sliced(begin, end - begin);
        const QStringView words = line.trimmed();
        const qsizetype indent = line.indexOf(u'#');
        const bool isComment = words.startsWith(u'#') && (!isBlockScalar || indent <= column);
        if (!words.isEmpty() && !isComment)
            break;
        end = begin;
    }
    return end;
}

/// Where the value begins: after the colon, or on a later line.
qsizetype valueBegin(const HeaderEntry &entry, QStringView text, qsizetype keyBegin,
                     qsizetype limit)
{
    qsizetype at = keyBegin;
    const bool isQuoted = at < limit && (text[at] == u'"' || text[at] == u'\'');
    at = isQuoted ? quotedEnd(text, at) : at + entry.key.size();
    const qsizetype colon = at < 0 ? -1 : text.indexOf(u':', at);
    if (colon < 0 || colon >= limit)
        return limit;
    at = colon + 1;
    while (at < limit && (text[at] == u' ' || text[at] == u'\t'))
        ++at;
    const bool isOnThisLine = at < limit && text[at] != u'\n' && text[at] != u'#';
    if (isOnThisLine)
        return at;
    const qsizetype marked = entry.node.IsNull() ? -1 : offsetOf(entry.node.Mark(), text);
    return marked > colon && marked < limit ? marked : colon + 1;
}

} // namespace

qsizetype offsetOf(const YAML::Mark &mark, QStringView text)
{
    if (mark.is_null())
        return 0;
    qsizetype at = 0;
    for (int line = 0; line < mark.line; ++line) {
        const qsizetype end = text.indexOf(u'\n', at);
        if (end < 0)
            return text.size();
        at = end + 1;
    }
    for (qsizetype bytes = 0; bytes < mark.column && at < text.size() && text[at] != u'\n'; ++at) {
        const char16_t c = text[at].unicode();
        // A surrogate pair is four bytes, two for each half.
        bytes += c < 0x80 ? 1 : c < 0x800 || QChar::isSurrogate(c) ? 2 : 3;
    }
    return at;
}

const HeaderEntry *Header::find(QAnyStringView key) const
{
    const auto found = std::ranges::find(entries, key, &HeaderEntry::key);
    return found == entries.end() ? nullptr : &*found;
}

std::vector<HeaderEntry> entriesOf(const YAML::Node &map, QStringView text, qsizetype limit)
{
    const bool isFlow = map.Style() == YAML::EmitterStyle::Flow;
    std::vector<std::pair<qsizetype, HeaderEntry>> found;
    for (const auto &pair : map) {
        HeaderEntry entry;
        entry.key = pair.first.IsScalar() ? fromYaml(pair.first) : QString();
        entry.context = isFlow ? YamlContext::Flow : YamlContext::Block;
        entry.node = pair.second;
        found.emplace_back(offsetOf(pair.first.Mark(), text), std::move(entry));
    }
    std::ranges::stable_sort(found, {}, [](const auto &f) { return f.first; });
    std::vector<HeaderEntry> entries;
    for (size_t i = 0; i < found.size(); ++i) {
        auto &[keyBegin, entry] = found[i];
        const qsizetype next = i + 1 < found.size() ? found[i + 1].first : limit;
        const qsizetype begin = isFlow ? keyBegin : lineBegin(text, keyBegin);
        const bool ends = isFlow || i + 1 == found.size();
        entry.lines = {begin, ends ? next : lineBegin(text, next)};
        entry.column = keyBegin - begin;
        const qsizetype value = valueBegin(entry, text, keyBegin, entry.lines.end);
        if (!isFlow)
            entry.lines.end = trimmedEnd(text, entry.lines, value, entry.column);
        const bool isNull =
            entry.node.IsNull() && (value >= entry.lines.end || text[value] == u'\n');
        const bool isAfterColon = value > begin && text[value - 1] == u':';
        entry.value = isNull || (isAfterColon && entry.node.IsNull())
            ? TextRange{value, value}
            : valueRange(text, value, entry.lines.end, entry.context);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<Header> parseHeader(const QString &text, const QString &name)
{
    if (text.size() > MaxHeaderLength)
        return invalidAt(text, 0, name, QString::number(MaxHeaderLength));
    if (const qsizetype at = controlCharacter(text); at >= 0) {
        const uint code = text[at].unicode();
        return invalidAt(text, at, name,
                         u"U+"_s + QString::number(code, 16).toUpper().rightJustified(4, u'0'));
    }
    Parsed parsed = parse(text);
    if (parsed.fault) {
        if (const auto marker = text::conflictMarker(text)) {
            const LineColumn place = lineColumn(text, marker->begin);
            return std::unexpected(
                Error{ErrorCode::TextConflicted, name, place.line + 1, place.column, {}});
        }
        const bool isUnclosed = parsed.reason.contains("document indicator"_L1);
        return invalidAt(text, isUnclosed ? unclosedQuote(text) : offsetOf(*parsed.fault, text),
                         name, isUnclosed ? u"quotation mark never closed"_s : parsed.reason);
    }
    Header header{text, {}, {}};
    if (parsed.documents.empty() || (parsed.documents.size() == 1 && parsed.documents[0].IsNull()))
        return header;
    header.root = parsed.documents.front();
    if (parsed.documents.size() > 1 || !header.root.IsMap())
        return invalidAt(text, offsetOf(header.root.Mark(), text), name, u"no map of fields"_s);
    header.entries = entriesOf(header.root, text, text.size());
    if (const auto at = repeatedKey(header.entries))
        return invalidAt(text, *at, name, u"repeated key"_s);
    return header;
}

} // namespace nutgraf::format
