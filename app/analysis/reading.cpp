// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/reading.h"

#include "analysis/tagged_attributions.h"
#include "analysis/tagged_names.h"

#include <algorithm>

namespace nutgraf::analysis {

namespace {

/// "He was referring to …", "… was a reference to …"
bool explains(QStringView sentence)
{
    return sentence.size() < 240
        && (sentence.contains(u" was referring to ") || sentence.contains(u" were referring to ")
            || sentence.contains(u" a reference to ") || sentence.contains(u" is referring to "));
}

/// "US$30", "18:30 GMT": the letters are no name. Elsewhere a name or a date goes before a figure.
void settleOverlaps(Reading &reading)
{
    const auto among = [](const auto &list, TextRange range) {
        const auto after = std::ranges::lower_bound(list, range.end, {},
                                                    [](const auto &m) { return m.range.begin; });
        return after != list.begin() && std::prev(after)->range.overlaps(range) ? &*std::prev(after)
                                                                                : nullptr;
    };
    std::erase_if(reading.names, [&](const NameMention &name) {
        const FigureMention *figure = among(reading.figures, name.range);
        return figure != nullptr
            && (name.isEcho
                || (figure->range.contains(name.range)
                    && (figure->type == EntityType::Money || figure->type == EntityType::Time)));
    });
    std::erase_if(reading.figures, [&](const FigureMention &figure) {
        return among(reading.names, figure.range) != nullptr;
    });
}

} // namespace

Reading readParagraph(QStringView text, QStringView next, SegmentRole role,
                      const tagger::Tagger *tagger)
{
    const Words words = readWords(text, next);
    Reading reading;
    for (const text::Quote &quote : words.quotes)
        reading.quotes.push_back(quote.range);
    if (tagger && role != SegmentRole::Dateline && role != SegmentRole::Notice) {
        const TaggerWords taggerWords = analysis::taggerWords(words);
        const tagger::Tags tags = tagger->tag(text, taggerWords.list);
        reading.names = taggedNames(words, role, taggerWords, tags);
        reading.attributions = taggedAttributions(words, role, taggerWords, tags);
    } else {
        reading.names = readNames(words, role);
        reading.attributions = readAttributions(words, role);
    }
    reading.figures = readFigures(words);
    settleOverlaps(reading);
    if (role == SegmentRole::Dateline || role == SegmentRole::Notice) {
        reading.attributions = {};
        return reading;
    }
    for (const TextRange &sentence : words.sentences) {
        if (explains(sentence.in(text)))
            reading.explaining.push_back(sentence);
    }
    return reading;
}

} // namespace nutgraf::analysis
