// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/clarifications.h"

#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

namespace nutgraf::analysis {

namespace {

/// How far back the explained name may stand.
constexpr qsizetype Reach = 1500;

/// "Mr. " before a name belongs to what the quotation says.
TextRange withTitle(QStringView text, TextRange name)
{
    for (const QStringView title : {u"Mr. ", u"Ms. ", u"Mrs. ", u"Dr. ", u"Mr ", u"Ms ", u"Mrs "}) {
        if (name.begin >= title.size() && text.first(name.begin).endsWith(title))
            return {name.begin - title.size(), name.end};
    }
    return name;
}

struct Sample {
    QStringView tag;
    QStringView words;
};

constexpr Sample Samples[] = {
    {u"en", u" the of and to in that is was for on with said he she it as at by from has have be "},
    {u"de", u" der die das und ist nicht ein eine zu den mit von auf für sich dem hat sagte im "},
    {u"fr", u" le la les des et est une un dans pour que qui sur pas par au avec dit il elle "},
    {u"es", u" el la los las de y que en un una es por con para del se no su dijo al "},
    {u"it", u" il la di che e un una per non con del della sono ha si da gli ai nel "},
    {u"pt", u" o a os as de e que em um uma para com não por do da se no na disse "},
    {u"nl", u" de het een en van in is dat op te voor met zijn niet aan die hij ze er "},
    {u"tr", u" ve bir bu da de için ile olarak çok dedi en daha sonra olan gibi ancak ne "},
};

/// The entity that the sentence names last; -1: none.
int namedLast(const EntityIndex &index, TextRange sentence)
{
    const std::span<const PlacedMention> named = index.inside(sentence);
    const auto last =
        std::ranges::find_if(named.rbegin(), named.rend(), [&](const PlacedMention &m) {
            const EntityType type = index.entities[static_cast<size_t>(m.entity)].type;
            return type != EntityType::Date && type != EntityType::Misc;
        });
    return last == named.rend() ? -1 : last->entity;
}

/// Where a quotation shortly before `at` names the entity.
std::optional<TextRange> quotedBefore(const EntityIndex &index, int entity, qsizetype at)
{
    const std::span<const PlacedMention> before = index.before(at);
    for (auto it = before.rbegin(); it != before.rend() && at - it->range.end < Reach; ++it) {
        if (it->isQuoted && it->entity == entity)
            return it->range;
    }
    return std::nullopt;
}

} // namespace

std::vector<Clarification> findClarifications(QStringView text,
                                              const std::vector<PlacedReading> &readings,
                                              const EntityIndex &index)
{
    std::vector<Clarification> found;
    for (const PlacedReading &placed : readings) {
        for (const TextRange &relative : placed.reading->explaining) {
            const TextRange sentence = relative.shifted(placed.begin);
            const int entity = namedLast(index, sentence);
            if (entity < 0)
                continue;
            if (const auto quoted = quotedBefore(index, entity, sentence.begin)) {
                found.push_back({withTitle(text, *quoted), sentence,
                                 index.entities[static_cast<size_t>(entity)].name});
            }
        }
    }
    return found;
}

QString guessLanguage(QStringView text)
{
    const QStringView head = text.first(std::min<qsizetype>(text.size(), 4000));
    std::array<int, std::size(Samples)> counts{};
    for (const text::Token &token : text::tokens(head, {0, head.size()})) {
        if (token.kind != text::TokenKind::Word || token.range.length() > 7)
            continue;
        const QString word = u' ' + token.range.in(head).toString().toLower() + u' ';
        for (size_t i = 0; i < std::size(Samples); ++i)
            counts[i] += Samples[i].words.contains(word) ? 1 : 0;
    }
    const auto most = std::ranges::max_element(counts);
    return *most == 0 ? QStringLiteral("und")
                      : Samples[static_cast<size_t>(most - counts.begin())].tag.toString();
}

} // namespace nutgraf::analysis
