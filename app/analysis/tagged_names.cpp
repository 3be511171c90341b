// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/tagged_names.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

/// From so sure on, neither other paragraphs nor known names change a mention's type.
constexpr float SureFrom = 0.9F;

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

} // namespace

std::vector<NameMention> taggedNames(const Words &words, SegmentRole role,
                                     const TaggerWords &taggerWords, const tagger::Tags &tags)
{
    std::vector<NameMention> found;
    for (const tagger::NameSpan &span : tags.names) {
        const auto first = static_cast<size_t>(span.first);
        const auto last = static_cast<size_t>(span.last);
        const bool isSure = span.sureness >= SureFrom;
        NameMention mention =
            nameMention(words, role, taggerWords.wholes[first], taggerWords.wholes[last] + 1,
                        typeOf(span.type), isSure ? Certainty::Sure : Certainty::Likely);
        if (!isSure)
            mention.type = Lexicon::english().knownName(mention.name).value_or(mention.type);
        mention.range = {taggerWords.list[first].range.begin, taggerWords.list[last].range.end};
        found.push_back(std::move(mention));
    }
    const auto isTaken = [names = found](const NameMention &date) {
        return std::ranges::any_of(
            names, [&](const NameMention &name) { return name.range.overlaps(date.range); });
    };
    for (NameMention &mention : readNames(words, role)) {
        const bool isKnown = mention.certainty == Certainty::Sure
            && Lexicon::english().knownName(mention.name).has_value();
        if ((isKnown || mention.type == EntityType::Date) && !isTaken(mention))
            found.push_back(std::move(mention));
    }
    std::ranges::sort(found, {}, &NameMention::range);
    return found;
}

} // namespace nutgraf::analysis
