// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/words.h"

namespace nutgraf::analysis {

/// Where the names of a paragraph end. Ends are one past the last word; where nothing is found,
/// the place that was asked for comes back.
class NameSpans {
public:
    explicit NameSpans(const Words &words) : m_words(words) { }

    /// The words `first` to before `end`, with a blank between two.
    [[nodiscard]] QString joined(int first, int end) const;
    /// The run of capitalised words from `first`; particles count if a capital follows.
    [[nodiscard]] int runEnd(int first) const;
    /// The longest known name from `first`, which may pass `end` over an "of".
    [[nodiscard]] int knownEnd(int first, int end) const;
    /// An organisation's name: up to its head word, and what "of" adds to it.
    [[nodiscard]] int organisationEnd(int first, int end) const;
    /// A name whose last word is a `head`: "Alder Charter", "Alder River".
    [[nodiscard]] int headedEnd(int first, int end, quint32 head) const;
    /// "Deckhands' Union", "People's Party": past the head word after an owner that ends a run.
    [[nodiscard]] int ownedEnd(int end) const;

private:
    [[nodiscard]] const Word &at(int i) const
    {
        return m_words.at(i);
    }
    [[nodiscard]] int ofEnd(int head) const;

    const Words &m_words;
};

} // namespace nutgraf::analysis
