// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/anchors.h"

#include <QHash>

#include <algorithm>

namespace nutgraf::review {

namespace {

/// A place is recognised by this many characters next to its words …
constexpr qsizetype KeyLength = 12;
/// … if, both sides together, at least this many are the same.
constexpr qsizetype PlaceLikeness = 20;
/// Words are "mostly the same" from this share (Sørensen–Dice) on.
constexpr double WordLikeness = 0.5;

qsizetype commonEnd(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype n = 0;
    while (n < most && a[a.size() - 1 - n] == b[b.size() - 1 - n]) {
        ++n;
    }
    return n;
}

qsizetype commonStart(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype n = 0;
    while (n < most && a[n] == b[n]) {
        ++n;
    }
    return n;
}

/// The words of `text`, each once, ascending by hash.
std::vector<size_t> wordHashes(QStringView text)
{
    std::vector<size_t> hashes;
    qsizetype begin = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inWord = i < text.size() && text[i].isLetterOrNumber();
        if (inWord && begin < 0) {
            begin = i;
        } else if (!inWord && begin >= 0) {
            hashes.push_back(qHash(text.sliced(begin, i - begin)));
            begin = -1;
        }
    }
    std::ranges::sort(hashes);
    hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
    return hashes;
}

} // namespace

TextRange contentSpan(const analysis::Attribution &attribution)
{
    if (attribution.content.empty()) {
        return {};
    }
    return {attribution.content.front().begin, attribution.content.back().end};
}

Context contextOf(QStringView text, TextRange range)
{
    const qsizetype begin = std::clamp<qsizetype>(range.begin, 0, text.size());
    const qsizetype end = std::clamp<qsizetype>(range.end, begin, text.size());
    qsizetype from = std::max<qsizetype>(0, begin - ContextLength);
    qsizetype to = std::min(text.size(), end + ContextLength);
    // Half a surrogate pair is no character and would not survive UTF-8.
    if (from < begin && text[from].isLowSurrogate()) {
        ++from;
    }
    if (to > end && text[to - 1].isHighSurrogate()) {
        --to;
    }
    return {text.sliced(begin, end - begin), text.sliced(from, begin - from),
            text.sliced(end, to - end)};
}

qsizetype likeness(const Context &place, const TextQuoteSelector &selector)
{
    return commonEnd(place.prefix, selector.prefix) + commonStart(place.suffix, selector.suffix);
}

bool isSamePlace(const Context &place, const TextQuoteSelector &selector)
{
    const auto isSame = [](qsizetype common, QStringView a, QStringView b) {
        return common >= std::min(KeyLength, std::max(a.size(), b.size()));
    };
    return isSame(commonEnd(place.prefix, selector.prefix), place.prefix, selector.prefix)
        && isSame(commonStart(place.suffix, selector.suffix), place.suffix, selector.suffix);
}

std::vector<Match> sameWords(const std::vector<const TextQuoteSelector *> &selectors,
                             const std::vector<Context> &places)
{
    QHash<QStringView, std::vector<int>> byWords;
    byWords.reserve(static_cast<qsizetype>(places.size()));
    for (int i = 0; i < static_cast<int>(places.size()); ++i) {
        byWords[places[static_cast<size_t>(i)].exact].push_back(i);
    }
    std::vector<Match> matches;
    for (int s = 0; s < static_cast<int>(selectors.size()); ++s) {
        const TextQuoteSelector *selector = selectors[static_cast<size_t>(s)];
        if (selector == nullptr) {
            continue;
        }
        for (const int place : byWords.value(QStringView(selector->exact))) {
            matches.push_back({likeness(places[static_cast<size_t>(place)], *selector), s, place});
        }
    }
    std::ranges::stable_sort(matches, [](const Match &a, const Match &b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness
            : a.selector != b.selector  ? a.selector > b.selector
                                        : a.place < b.place;
    });
    return matches;
}

TextQuoteSelector selectorOf(QStringView text, TextRange range)
{
    const Context context = contextOf(text, range);
    return {context.exact.toString(), context.prefix.toString(), context.suffix.toString()};
}

struct ChangedWords::Private {
    const std::vector<Context> &places;
    std::vector<bool> isFree;
    QMultiHash<QStringView, int> before; ///< by the characters before the words
    QMultiHash<QStringView, int> after;
    QHash<size_t, std::vector<int>> byWord; ///< places that hold a word
    std::vector<int> wordCounts; ///< different words of each place
};

ChangedWords::ChangedWords(const std::vector<Context> &places, const std::vector<int> &free)
    : d(new Private{
          places, std::vector<bool>(places.size()), {}, {}, {}, std::vector<int>(places.size())})
{
    for (const int index : free) {
        const auto at = static_cast<size_t>(index);
        const Context &place = places[at];
        d->isFree[at] = true;
        d->before.insert(place.prefix.last(std::min(KeyLength, place.prefix.size())), index);
        d->after.insert(place.suffix.first(std::min(KeyLength, place.suffix.size())), index);
        const std::vector<size_t> words = wordHashes(place.exact);
        d->wordCounts[at] = static_cast<int>(words.size());
        for (const size_t word : words) {
            d->byWord[word].push_back(index);
        }
    }
}

ChangedWords::~ChangedWords() = default;

int ChangedWords::take(const TextQuoteSelector &selector)
{
    int place = byPlace(selector);
    if (place < 0) {
        place = byWords(selector);
    }
    if (place >= 0) {
        d->isFree[static_cast<size_t>(place)] = false;
    }
    return place;
}

int ChangedWords::byPlace(const TextQuoteSelector &selector) const
{
    const QStringView prefix(selector.prefix);
    const QStringView suffix(selector.suffix);
    int best = -1;
    qsizetype most = PlaceLikeness - 1;
    const auto look = [&](const QMultiHash<QStringView, int> &index, QStringView key) {
        for (auto it = index.constFind(key); it != index.cend() && it.key() == key; ++it) {
            const auto at = static_cast<size_t>(*it);
            const qsizetype same = d->isFree[at] ? likeness(d->places[at], selector) : 0;
            if (same > most) {
                most = same;
                best = *it;
            }
        }
    };
    look(d->before, prefix.last(std::min(KeyLength, prefix.size())));
    look(d->after, suffix.first(std::min(KeyLength, suffix.size())));
    return best;
}

int ChangedWords::byWords(const TextQuoteSelector &selector) const
{
    const std::vector<size_t> words = wordHashes(selector.exact);
    QHash<int, int> shared;
    for (const size_t word : words) {
        const auto found = d->byWord.constFind(word);
        if (found == d->byWord.cend()) {
            continue;
        }
        for (const int place : *found) {
            shared[place] += d->isFree[static_cast<size_t>(place)] ? 1 : 0;
        }
    }
    int best = -1;
    double most = 0;
    for (auto it = shared.cbegin(); it != shared.cend(); ++it) {
        const auto total = static_cast<double>(words.size())
            + static_cast<double>(d->wordCounts[static_cast<size_t>(it.key())]);
        const double likeWords = 2.0 * it.value() / total;
        if (likeWords >= WordLikeness
            && (likeWords > most || (likeWords == most && it.key() < best))) {
            most = likeWords;
            best = it.key();
        }
    }
    return best;
}

} // namespace nutgraf::review
