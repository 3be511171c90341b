// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/tagged_names.h"

#include "analysis/roles.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

/// From so sure on, neither other paragraphs nor known names change a mention's type.
constexpr float SureFrom = 0.8F;

EntityType typeOf(tagger::NameType type)
{
    switch (type) {
    case tagger::NameType::Person:
        return EntityType::Person;
    case tagger::NameType::Organisation:
        return EntityType::Organisation;
    case tagger::NameType::Location:
        return EntityType::Location;
    case tagger::NameType::Misc:
        break;
    }
    return EntityType::Misc;
}

/// The persons with the given name right before them, if the tagger has left it out or apart: "Ann"
/// and "Vale" side by side are one.
std::vector<tagger::NameSpan> wholeNames(const Words &words, const TaggerWords &taggerWords,
                                         const std::vector<tagger::NameSpan> &spans)
{
    const auto wordAt = [&](int i) -> const Word & {
        return words.at(taggerWords.wholes[static_cast<size_t>(i)]);
    };
    std::vector<tagger::NameSpan> found;
    for (tagger::NameSpan span : spans) {
        const bool isAfterGivenName = span.type == tagger::NameType::Person && span.first > 0
            && wordAt(span.first).isJoined && wordAt(span.first - 1).isCapital
            && wordAt(span.first - 1).is(word::GivenName);
        const tagger::NameSpan *last = found.empty() ? nullptr : &found.back();
        const bool isApart = last != nullptr && last->last + 1 == span.first
            && last->first == last->last && last->type == span.type;
        if (isAfterGivenName && isApart) {
            span.sureness = std::min(span.sureness, last->sureness);
            found.pop_back();
        }
        if (isAfterGivenName && (isApart || last == nullptr || last->last + 1 < span.first))
            --span.first;
        found.push_back(span);
    }
    return found;
}

/// Without what a person is, where it opens the span: "Goalkeeper Nuno Duarte".
size_t nameBegin(const Words &words, const TaggerWords &taggerWords, const tagger::NameSpan &span)
{
    auto first = static_cast<size_t>(span.first);
    const auto last = static_cast<size_t>(span.last);
    const auto isTitle = [&](size_t i) {
        const Word &word = words.at(taggerWords.wholes[i]);
        return (word.is(word::Title) || isTrade(word)) && !word.is(word::GivenName)
            && taggerWords.wholes[i + 1] != taggerWords.wholes[i];
    };
    while (span.type == tagger::NameType::Person && first < last && isTitle(first))
        ++first;
    return first;
}

/// "Transport Minister": what a minister is in charge of is no body.
bool isPortfolio(const Words &words, int whole, const tagger::NameSpan &span)
{
    return span.type == tagger::NameType::Organisation && span.first == span.last
        && whole + 1 < words.count() && words.at(whole + 1).lower == u"minister";
}

/// "London-Paris": two known places, where one is known by each side of the hyphen.
std::vector<NameMention> halves(const NameMention &mention, QStringView text)
{
    const QString word = mention.range.in(text).toString();
    const qsizetype hyphen = word.indexOf(u'-');
    const auto isPlace = [](const QString &name) {
        return Lexicon::english().knownName(name) == EntityType::Location;
    };
    if (!isPlace(word.first(std::max<qsizetype>(hyphen, 0))) || !isPlace(word.sliced(hyphen + 1)))
        return {mention};
    std::vector<NameMention> found{mention, mention};
    found[0].range.end = mention.range.begin + hyphen;
    found[1].range.begin = found[0].range.end + 1;
    for (NameMention &half : found)
        half.name = half.range.in(text).toString();
    return found;
}

} // namespace

std::vector<NameMention> taggedNames(const Words &words, SegmentRole role,
                                     const TaggerWords &taggerWords, const tagger::Tags &tags)
{
    std::vector<NameMention> found;
    for (const tagger::NameSpan &span : wholeNames(words, taggerWords, tags.names)) {
        const size_t first = nameBegin(words, taggerWords, span);
        const auto last = static_cast<size_t>(span.last);
        if (isPortfolio(words, taggerWords.wholes[first], span))
            continue;
        const bool isSure = span.sureness >= SureFrom;
        NameMention mention =
            nameMention(words, role, taggerWords.wholes[first], taggerWords.wholes[last] + 1,
                        typeOf(span.type), isSure ? Certainty::Sure : Certainty::Likely);
        if (!isSure)
            mention.type = Lexicon::english().knownName(mention.name).value_or(mention.type);
        mention.range = {taggerWords.list[first].range.begin, taggerWords.list[last].range.end};
        std::ranges::move(halves(mention, words.text), std::back_inserter(found));
    }
    const auto isTaken = [names = found](const NameMention &date) {
        return std::ranges::any_of(
            names, [&](const NameMention &name) { return name.range.overlaps(date.range); });
    };
    for (NameMention &mention : readNames(words, role)) {
        if (isTaken(mention))
            continue;
        mention.isEcho = mention.type != EntityType::Date;
        found.push_back(std::move(mention));
    }
    std::ranges::sort(found, {}, &NameMention::range);
    return found;
}

} // namespace nutgraf::analysis
