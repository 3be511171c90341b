// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/foreign_markup.h"

#include "text/segments.h"

#include <algorithm>
#include <array>

namespace nutgraf::text {

namespace {

constexpr qsizetype MarkerLength = 7;

bool isConflictMarker(QStringView line)
{
    constexpr std::array<QStringView, 3> Markers = {u"<<<<<<<", u"|||||||", u">>>>>>>"};
    const bool isMarker = std::ranges::any_of(
        Markers, [line](QStringView marker) { return line.startsWith(marker); });
    return isMarker && (line.size() == MarkerLength || line[MarkerLength] == u' ');
}

/// `![words](address)`
bool hasPicture(QStringView line)
{
    const qsizetype begin = line.indexOf(u"![");
    return begin >= 0 && line.indexOf(u"](", begin) > 0;
}

/// `| --- | :-: |`, the line under a table's head.
bool isTableRule(QStringView line)
{
    return line.contains(u"--") && line.contains(u'|') && std::ranges::all_of(line, [](QChar c) {
               return c == u'|' || c == u'-' || c == u':' || c.isSpace();
           });
}

std::optional<ForeignMarkup> foreignIn(QStringView line)
{
    if (hasPicture(line))
        return ForeignMarkup::Picture;
    if (isTableRule(line))
        return ForeignMarkup::Table;
    if (line.startsWith(u"```") || line.startsWith(u"~~~"))
        return ForeignMarkup::Code;
    return std::nullopt;
}

} // namespace

std::optional<TextRange> conflictMarker(QStringView body)
{
    const std::vector<TextRange> lines = paragraphs(body, {0, body.size()});
    const auto found = std::ranges::find_if(
        lines, [body](TextRange line) { return isConflictMarker(line.in(body)); });
    return found == lines.end() ? std::nullopt : std::optional(*found);
}

std::vector<ForeignPlace> foreignMarkup(QStringView body)
{
    std::vector<ForeignPlace> places;
    for (const TextRange line : paragraphs(body, {0, body.size()})) {
        const auto what = foreignIn(line.in(body));
        const auto isKnown = [what](const ForeignPlace &place) {
            return place.what == what;
        };
        if (what && std::ranges::none_of(places, isKnown))
            places.push_back({*what, line});
    }
    return places;
}

} // namespace nutgraf::text
