// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/front_matter.h"

#include "base/clock.h"
#include "story/fields.h"

#include <algorithm>
#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

using story::Field;
using story::Story;

/// One top-level key and the fields behind it. The order is that of a new story's header.
struct Key {
    QLatin1StringView name;
    Field field;
};
constexpr std::array<Key, 13> Keys = {{
    {"slug"_L1, Field::Slug},
    {"headline"_L1, Field::Headline},
    {"deck"_L1, Field::Deck},
    {"byline"_L1, Field::Byline},
    {"dateline"_L1, Field::DatelinePlace},
    {"language"_L1, Field::Language},
    {"urgency"_L1, Field::Urgency},
    {"subjects"_L1, Field::Subjects},
    {"keywords"_L1, Field::Keywords},
    {"status"_L1, Field::Status},
    {"embargo"_L1, Field::Embargo},
    {"editors-note"_L1, Field::EditorsNote},
    {"notice"_L1, Field::Notice},
}};

struct Edit {
    TextRange range;
    QString text;
};

const QStringList *listOf(const Story &story, Field field)
{
    return field == Field::Subjects ? &story.subjects
        : field == Field::Keywords  ? &story.keywords
                                    : nullptr;
}

bool differs(const Key &key, const Story &was, const Story &now)
{
    if (key.field == Field::DatelinePlace)
        return was.dateline != now.dateline;
    if (const QStringList *list = listOf(now, key.field))
        return *list != *listOf(was, key.field);
    return value(was, key.field) != value(now, key.field);
}

bool isSet(const Key &key, const Story &story)
{
    if (key.field == Field::DatelinePlace)
        return story.dateline != story::Dateline();
    return !value(story, key.field).isEmpty();
}

/// Numbers, dates and words of a fixed list stand bare.
bool isBare(Field field)
{
    return field == Field::Urgency || field == Field::Embargo || field == Field::Status
        || field == Field::DatelineDate || field == Field::Language;
}

QString scalarText(Field field, const QString &text, YamlStyle style, YamlContext context)
{
    if (isBare(field) && style == YamlStyle::Plain)
        return text;
    return text.isEmpty() ? u"\"\""_s : yamlScalar(text, style, context);
}

QString flowList(const QStringList &list)
{
    QStringList parts;
    for (const QString &item : list)
        parts.append(yamlScalar(item, YamlStyle::Plain, YamlContext::Flow));
    return u'[' + parts.join(u", "_s) + u']';
}

QString flowDateline(const story::Dateline &dateline)
{
    QString parts = u"place: "_s + yamlScalar(dateline.place, YamlStyle::Plain, YamlContext::Flow);
    if (dateline.date.isValid())
        parts += u", date: "_s + dateline.date.toString(Qt::ISODate);
    return u'{' + parts + u'}';
}

/// A field's value for a new line.
QString freshValue(const Key &key, const Story &story, YamlContext context)
{
    if (key.field == Field::DatelinePlace)
        return flowDateline(story.dateline);
    if (const QStringList *list = listOf(story, key.field))
        return flowList(*list);
    const QString text = value(story, key.field);
    if (context == YamlContext::Block && text.contains(u'\n') && isLiteralBlock(text))
        return literalBlock(text, 2);
    return scalarText(key.field, text, YamlStyle::Plain, context);
}

YamlStyle styleOf(const HeaderEntry &entry, QStringView text)
{
    const QChar first = entry.value.isEmpty() ? QChar(u' ') : text[entry.value.begin];
    return first == u'"' ? YamlStyle::DoubleQuoted
        : first == u'\'' ? YamlStyle::SingleQuoted
                         : YamlStyle::Plain;
}

/// Replaces a value where it stands; one that stood nowhere gets a space after its colon.
Edit replaced(const HeaderEntry &entry, QStringView text, const QString &value)
{
    const bool isAtColon = entry.value.begin > 0 && text[entry.value.begin - 1] == u':';
    return {entry.value, isAtColon && !value.isEmpty() ? u' ' + value : value};
}

Edit scalarEdit(const HeaderEntry &entry, QStringView text, Field field, const QString &value)
{
    if (value.contains(u'\n') && entry.context == YamlContext::Block && isLiteralBlock(value))
        return replaced(entry, text, literalBlock(value, entry.column + 2));
    return replaced(entry, text, scalarText(field, value, styleOf(entry, text), entry.context));
}

/// The lines of each item of a block sequence, from its dash to the next item's.
std::vector<TextRange> itemLines(const HeaderEntry &entry, QStringView text)
{
    std::vector<TextRange> lines;
    for (const YAML::Node &item : entry.node) {
        const qsizetype at = offsetOf(item.Mark(), text);
        const qsizetype begin = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
        if (!lines.empty())
            lines.back().end = begin;
        lines.push_back({begin, entry.lines.end});
    }
    return lines;
}

/// Items that stay keep their lines, comments and quotes.
Edit listEdit(const HeaderEntry &entry, QStringView text, const QStringList &list)
{
    const bool isBlock = entry.node.IsSequence() && entry.node.Style() != YAML::EmitterStyle::Flow;
    const std::vector<TextRange> lines =
        isBlock ? itemLines(entry, text) : std::vector<TextRange>();
    if (lines.empty() || list.isEmpty())
        return replaced(entry, text, flowList(list));
    QList<std::pair<QString, QString>> old;
    size_t next = 0;
    for (const YAML::Node &item : entry.node)
        old.emplace_back(fromYaml(item), lines[next++].in(text).toString());
    const QStringView first = lines.front().in(text);
    const QString dash = first.first(first.indexOf(u'-')).toString() + u"- "_s;
    QString result;
    for (const QString &item : list) {
        const auto same = std::ranges::find(old, item, &std::pair<QString, QString>::first);
        if (same == old.end()) {
            result += dash + yamlScalar(item, YamlStyle::Plain, YamlContext::Block) + u'\n';
            continue;
        }
        result += same->second.endsWith(u'\n') ? same->second : same->second + u'\n';
        old.erase(same);
    }
    const bool endsLine = text.first(entry.lines.end).endsWith(u'\n');
    return {{lines.front().begin, entry.lines.end}, endsLine ? result : result.chopped(1)};
}

struct Part {
    QLatin1StringView key;
    Field field;
    QString was;
    QString now;
};

/// The two parts of a dateline's map, each where it stands.
std::vector<Edit> datelineEdits(const HeaderEntry &entry, QStringView text, const Story &was,
                                const Story &now)
{
    const bool isMap = entry.node.IsMap() && entry.node.size() > 0;
    if (!isMap && entry.node.IsScalar() && !now.dateline.date.isValid())
        return {scalarEdit(entry, text, Field::DatelinePlace, now.dateline.place)};
    if (!isMap)
        return {replaced(entry, text, flowDateline(now.dateline))};
    const bool isFlow = entry.node.Style() == YAML::EmitterStyle::Flow;
    const qsizetype limit = isFlow ? entry.value.end - 1 : entry.lines.end;
    const std::vector<HeaderEntry> entries = entriesOf(entry.node, text, limit);
    std::vector<Edit> edits;
    for (const Part &part :
         {Part{"place"_L1, Field::DatelinePlace, was.dateline.place, now.dateline.place},
          Part{"date"_L1, Field::DatelineDate, value(was, Field::DatelineDate),
               value(now, Field::DatelineDate)}}) {
        if (part.was == part.now)
            continue;
        const auto found = std::ranges::find(entries, part.key, &HeaderEntry::key);
        if (found != entries.end()) {
            edits.push_back(scalarEdit(*found, text, part.field, part.now));
            continue;
        }
        const HeaderEntry &last = entries.back();
        const QString line =
            part.key + u": "_s + scalarText(part.field, part.now, YamlStyle::Plain, last.context);
        if (isFlow) {
            edits.push_back({{last.value.end, last.value.end}, u", "_s + line});
        } else {
            edits.push_back(
                {{last.lines.end, last.lines.end}, QString(last.column, u' ') + line + u'\n'});
        }
    }
    return edits;
}

/// Where a key that the header does not have belongs: behind the nearest key before it in order.
const HeaderEntry *predecessor(const Header &header, const Key &key)
{
    const auto at = std::ranges::find(Keys, key.name, &Key::name);
    for (auto before = at; before != Keys.begin();) {
        --before;
        if (const HeaderEntry *entry = header.find(before->name))
            return entry;
    }
    return header.entries.empty() ? nullptr : &header.entries.back();
}

Edit insertion(const Header &header, const Key &key, const Story &now)
{
    const bool isFlow = header.root.IsMap() && header.root.Style() == YAML::EmitterStyle::Flow;
    if (isFlow) {
        const qsizetype close = header.text.lastIndexOf(u'}');
        const QString pair = key.name + u": "_s + freshValue(key, now, YamlContext::Flow);
        return {{close, close}, header.entries.empty() ? pair : u", "_s + pair};
    }
    const HeaderEntry *before = predecessor(header, key);
    const qsizetype at = before ? before->lines.end : header.text.size();
    const QString indent(header.entries.empty() ? 0 : header.entries.front().column, u' ');
    return {{at, at},
            indent + key.name + u": "_s + freshValue(key, now, YamlContext::Block) + u'\n'};
}

QString applied(QString text, std::vector<Edit> edits)
{
    std::ranges::stable_sort(edits, {}, [](const Edit &e) { return e.range; });
    for (auto &edit : std::ranges::reverse_view(edits))
        text.replace(edit.range.begin, edit.range.length(), edit.text);
    return text;
}

QString dumped(const YAML::Node &key, const YAML::Node &node)
{
    YAML::Emitter out;
    out << YAML::BeginMap << YAML::Key << key << YAML::Value << node << YAML::EndMap;
    return QString::fromUtf8(out.c_str()) + u'\n';
}

} // namespace

QString editHeader(const Header &header, const Story &was, const Story &now)
{
    std::vector<Edit> edits;
    for (const Key &key : Keys) {
        if (!differs(key, was, now))
            continue;
        const HeaderEntry *entry = header.find(key.name);
        if (!entry) {
            edits.push_back(insertion(header, key, now));
        } else if (key.field == Field::DatelinePlace) {
            std::ranges::copy(datelineEdits(*entry, header.text, was, now),
                              std::back_inserter(edits));
        } else if (const QStringList *list = listOf(now, key.field)) {
            edits.push_back(listEdit(*entry, header.text, *list));
        } else {
            edits.push_back(scalarEdit(*entry, header.text, key.field, value(now, key.field)));
        }
    }
    return applied(header.text, std::move(edits));
}

QString withKey(const Header &header, QLatin1StringView key, const QString &value)
{
    if (const HeaderEntry *entry = header.find(key))
        return applied(header.text, {replaced(*entry, header.text, value)});
    const QString pair = key + u": "_s + value;
    if (header.root.IsMap() && header.root.Style() == YAML::EmitterStyle::Flow) {
        const qsizetype close = header.text.lastIndexOf(u'}');
        return applied(header.text,
                       {{{close, close}, header.entries.empty() ? pair : u", "_s + pair}});
    }
    const QString indent(header.entries.empty() ? 0 : header.entries.front().column, u' ');
    const bool endsLine = header.text.isEmpty() || header.text.endsWith(u'\n');
    return header.text + (endsLine ? QString() : u"\n"_s) + indent + pair + u'\n';
}

QString rewriteHeader(const Header &header, const Story &now)
{
    QString result;
    QStringList written;
    const auto write = [&](const Key &key) {
        result += key.name + u": "_s + freshValue(key, now, YamlContext::Block) + u'\n';
        written.append(key.name);
    };
    if (header.root.IsMap()) {
        for (const auto &pair : header.root) {
            const QString name = pair.first.IsScalar() ? fromYaml(pair.first) : QString();
            const auto known = std::ranges::find(Keys, name, &Key::name);
            if (known != Keys.end()) {
                write(*known);
            } else {
                result += dumped(pair.first, pair.second);
            }
        }
    }
    for (const Key &key : Keys) {
        if (!written.contains(key.name) && differs(key, Story(), now))
            write(key);
    }
    return result;
}

QString newHeader(const Story &story)
{
    QString result;
    for (const Key &key : Keys) {
        const bool isAlways = key.field == Field::Slug || key.field == Field::Headline
            || key.field == Field::Language || key.field == Field::Urgency
            || key.field == Field::Status;
        if (isAlways || isSet(key, story))
            result += key.name + u": "_s + freshValue(key, story, YamlContext::Block) + u'\n';
    }
    return result;
}

} // namespace nutgraf::format
