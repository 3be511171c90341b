// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/reading.h"

namespace nutgraf::analysis {

namespace {

/// "He was referring to …", "… was a reference to …"
bool explains(QStringView sentence)
{
    return sentence.size() < 240
        && (sentence.contains(u" was referring to ") || sentence.contains(u" were referring to ")
            || sentence.contains(u" a reference to ") || sentence.contains(u" is referring to "));
}

} // namespace

Reading readParagraph(QStringView text, QStringView next, SegmentRole role)
{
    const Words words = readWords(text, next);
    Reading reading;
    reading.names = readNames(words, role);
    for (const text::Quote &quote : words.quotes)
        reading.quotes.push_back(quote.range);
    if (role == SegmentRole::Dateline || role == SegmentRole::Notice)
        return reading;
    reading.attributions = readAttributions(words, role);
    for (const TextRange &sentence : words.sentences) {
        if (explains(sentence.in(text)))
            reading.explaining.push_back(sentence);
    }
    return reading;
}

} // namespace nutgraf::analysis
