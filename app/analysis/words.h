// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "lexicon/lexicon.h"
#include "text/quotes.h"

#include <QString>

#include <vector>

namespace nutgraf::analysis {

namespace word = lexicon::word;
using lexicon::CueRates;
using lexicon::Lexicon;

/// A word of a paragraph, without quotation marks and without a possessive 's.
struct Word {
    TextRange range;
    QString lower;
    quint32 classes = 0;
    int quote = -1; ///< index of the outermost quotation it stands in, -1: none
    int sentence = 0;
    bool isSymbol = false;
    bool isCapital = false;
    bool isFirst = false; ///< of its sentence or quotation
    bool isOwner = false; ///< had a possessive 's
    bool isJoined = false; ///< nothing but white space parts it from the word before

    [[nodiscard]] bool is(quint32 any) const
    {
        return (classes & any) != 0;
    }
    [[nodiscard]] bool isComma() const
    {
        return isSymbol && lower == u",";
    }
};

/// A paragraph cut up: its words, outermost quotations and sentences. Ranges count from the
/// paragraph's begin.
struct Words {
    QStringView text;
    std::vector<Word> list;
    std::vector<text::Quote> quotes; ///< outermost only
    std::vector<TextRange> sentences;
    bool isTitleCase = false; ///< most words begin with a capital: capitals say little
    bool isAllCapitals = false; ///< hardly a small letter: no word is an acronym by its capitals

    [[nodiscard]] int count() const
    {
        return static_cast<int>(list.size());
    }
    [[nodiscard]] const Word &at(int i) const
    {
        return list[static_cast<size_t>(i)];
    }
    [[nodiscard]] bool isSameSentence(int i, int sentence) const
    {
        return i >= 0 && i < count() && at(i).sentence == sentence;
    }
    [[nodiscard]] TextRange span(int first, int last) const
    {
        return {at(first).range.begin, at(last).range.end};
    }
};

/// Cuts up the paragraph `text`; `next` is the text after it, whose first mark tells whether a
/// quotation goes on.
[[nodiscard]] Words readWords(QStringView text, QStringView next);

} // namespace nutgraf::analysis
