// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/anchors.h"

#include "review/word_runs.h"

#include <QHash>

#include <algorithm>
#include <ranges>
#include <set>
#include <tuple>
#include <unordered_map>

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
    const auto [end, other] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return end - a.rbegin();
}

qsizetype commonStart(QStringView a, QStringView b)
{
    const auto [end, other] = std::ranges::mismatch(a, b);
    return end - a.begin();
}

size_t at(int index)
{
    return static_cast<size_t>(index);
}

/// The words of `text`, each once, ascending by hash.
std::vector<size_t> wordHashes(QStringView text)
{
    std::vector<size_t> hashes;
    eachWord(text, [&](TextRange word) { hashes.push_back(qHash(word.in(text))); });
    std::ranges::sort(hashes);
    hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
    return hashes;
}

/// The words that both have, as a share of all (Sørensen–Dice).
double wordLikeness(const std::vector<size_t> &a, const std::vector<size_t> &b)
{
    const auto shared =
        std::ranges::count_if(a, [&b](size_t word) { return std::ranges::binary_search(b, word); });
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

/// The place with the likest words; of equals the first.
struct Best {
    int place = -1;
    double likeness = 0;

    void see(int other, double like)
    {
        if (like >= WordLikeness && (like > likeness || (like == likeness && other < place))) {
            place = other;
            likeness = like;
        }
    }
};

QStringView keyBefore(QStringView prefix)
{
    return prefix.last(std::min(KeyLength, prefix.size()));
}

QStringView keyAfter(QStringView suffix)
{
    return suffix.first(std::min(KeyLength, suffix.size()));
}

/// Places with the same words and surroundings.
class Twins {
public:
    explicit Twins(const std::vector<Context> &places)
    {
        for (int i = 0; i < static_cast<int>(places.size()); ++i) {
            const Context &place = places[at(i)];
            if (isWhole(place.prefix, place.suffix)) {
                m_places[{place.exact, place.prefix, place.suffix}].push_back(i);
            }
        }
    }

    /// Adds what decides about a selector of these words and surroundings, if there are such
    /// places: the first, whose latest selector counts, and one that no later selector takes.
    /// False: there are none, or none is left for it.
    [[nodiscard]] bool match(int selector, const TextQuoteSelector &words,
                             std::vector<Match> &matches);

private:
    /// Nothing is likelier than the same surroundings, if they are as long as they can be.
    static bool isWhole(QStringView prefix, QStringView suffix)
    {
        return prefix.size() == ContextLength && suffix.size() == ContextLength;
    }

    using Key = std::tuple<QStringView, QStringView, QStringView>;
    struct Hash {
        size_t operator()(const Key &key) const
        {
            return qHashMulti(0, std::get<0>(key), std::get<1>(key), std::get<2>(key));
        }
    };
    std::unordered_map<Key, std::vector<int>, Hash> m_places;
    std::unordered_map<int, size_t> m_takers; ///< by the first place: selectors so far
};

bool Twins::match(int selector, const TextQuoteSelector &words, std::vector<Match> &matches)
{
    const auto found = isWhole(words.prefix, words.suffix)
        ? m_places.find({words.exact, words.prefix, words.suffix})
        : m_places.end();
    if (found == m_places.end()) {
        return false;
    }
    const std::vector<int> &twins = found->second;
    const size_t own = m_takers[twins.front()]++;
    if (own >= twins.size()) {
        return false;
    }
    matches.push_back({2 * ContextLength, selector, twins.front()});
    if (own > 0) {
        matches.push_back({2 * ContextLength, selector, twins[own]});
    }
    return true;
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
                             const std::vector<Context> &places, Pairs pairs)
{
    QHash<QStringView, std::vector<int>> byWords;
    byWords.reserve(static_cast<qsizetype>(places.size()));
    for (int i = 0; i < static_cast<int>(places.size()); ++i) {
        byWords[places[at(i)].exact].push_back(i);
    }
    std::vector<Match> matches;
    Twins twins(places);
    // The latest first: so twins share out their places.
    for (int s = static_cast<int>(selectors.size()) - 1; s >= 0; --s) {
        const TextQuoteSelector *selector = selectors[at(s)];
        const auto found =
            selector == nullptr ? byWords.cend() : byWords.constFind(selector->exact);
        if (found == byWords.cend()
            || (pairs == Pairs::Decisive && twins.match(s, *selector, matches))) {
            continue;
        }
        for (const int place : *found) {
            matches.push_back({likeness(places[at(place)], *selector), s, place});
        }
    }
    std::ranges::stable_sort(matches, {}, [](const Match &match) {
        return std::tuple(-match.likeness, -match.selector, match.place);
    });
    return matches;
}

TextQuoteSelector selectorOf(QStringView text, TextRange range)
{
    const Context context = contextOf(text, range);
    return {context.exact.toString(), context.prefix.toString(), context.suffix.toString()};
}

struct ChangedWords::Private {
    using Places = std::set<int>;

    void take(int place);

    const std::vector<Context> &places;
    QHash<QStringView, Places> before; ///< those that are free, by the characters before the words
    QHash<QStringView, Places> after;
    QHash<size_t, Places> byWord;
    std::vector<std::vector<size_t>> words; ///< of each place, each once, ascending
};

void ChangedWords::Private::take(int place)
{
    before[keyBefore(places[at(place)].prefix)].erase(place);
    after[keyAfter(places[at(place)].suffix)].erase(place);
    for (const size_t word : words[at(place)]) {
        byWord[word].erase(place);
    }
}

ChangedWords::ChangedWords(const std::vector<Context> &places, const std::vector<int> &free)
    : d(new Private{places, {}, {}, {}, std::vector<std::vector<size_t>>(places.size())})
{
    for (const int index : free) {
        const Context &place = places[at(index)];
        d->before[keyBefore(place.prefix)].insert(index);
        d->after[keyAfter(place.suffix)].insert(index);
        d->words[at(index)] = wordHashes(place.exact);
        for (const size_t word : d->words[at(index)]) {
            d->byWord[word].insert(index);
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
        d->take(place);
    }
    return place;
}

int ChangedWords::byPlace(const TextQuoteSelector &selector)
{
    const QStringView prefix(selector.prefix);
    const QStringView suffix(selector.suffix);
    int best = -1;
    qsizetype most = PlaceLikeness - 1;
    const auto look = [&](const QHash<QStringView, Private::Places> &index, QStringView key) {
        const auto found = index.constFind(key);
        if (found == index.cend()) {
            return;
        }
        // Of equals the last; nothing is likelier than the same on both sides.
        for (const int place : std::views::reverse(*found)) {
            if (most == prefix.size() + suffix.size()) {
                return;
            }
            const qsizetype same = likeness(d->places[at(place)], selector);
            if (same > most) {
                most = same;
                best = place;
            }
        }
    };
    look(d->before, keyBefore(prefix));
    look(d->after, keyAfter(suffix));
    return best;
}

int ChangedWords::byWords(const TextQuoteSelector &selector)
{
    const std::vector<size_t> words = wordHashes(selector.exact);
    std::vector<const Private::Places *> holders; ///< of each word that stands anywhere
    for (const size_t word : words) {
        if (const auto found = d->byWord.constFind(word); found != d->byWord.cend()) {
            holders.push_back(&*found);
        }
    }
    std::ranges::stable_sort(holders, {}, &Private::Places::size);
    // Like enough means that at least a third of the words are there, so one of the rarest is: no
    // need to look at every place that has "the".
    const size_t needed = std::max<size_t>(1, (words.size() + 2) / 3);
    Best best;
    for (size_t i = 0; i + needed <= holders.size(); ++i) {
        for (const int place : *holders[i]) {
            best.see(place, wordLikeness(words, d->words[at(place)]));
            if (best.likeness == 1) {
                return best.place; // whoever has all the words has the rarest: it is the first
            }
        }
    }
    return best.place;
}

} // namespace nutgraf::review
