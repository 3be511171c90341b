// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/diff.h"

#include "text/myers.h"
#include "text/segments.h"
#include "text/tokens.h"

#include <QHash>

#include <algorithm>

namespace nutgraf::text {

namespace {

/// A pair of paragraphs that shares this part of its words is one changed paragraph.
constexpr double SameParagraphFrom = 0.45;
/// Blocks larger than this are paired in order instead of by the best alignment.
constexpr qsizetype MaxPairs = 40'000;

std::vector<int> numbers(QStringView text, const std::vector<Token> &words,
                         QHash<QStringView, int> &known)
{
    std::vector<int> ids;
    ids.reserve(words.size());
    for (const Token &word : words) {
        const QStringView key = word.range.in(text);
        auto it = known.constFind(key);
        if (it == known.constEnd())
            it = known.insert(key, static_cast<int>(known.size()));
        ids.push_back(*it);
    }
    return ids;
}

/// One of the two texts, cut into words that carry the white space after them.
struct Side {
    QStringView text;
    std::vector<Token> words;

    explicit Side(QStringView whole) : text(whole), words(tokens(whole, {0, whole.size()})) { }
    /// Where white space after word `i` begins; -1 stands for the text's begin.
    [[nodiscard]] qsizetype spaceBegin(qsizetype i) const
    {
        return i < 0 ? 0 : words[static_cast<size_t>(i)].range.end;
    }
    [[nodiscard]] qsizetype spaceEnd(qsizetype i) const
    {
        return i + 1 < std::ssize(words) ? words[static_cast<size_t>(i + 1)].range.begin
                                         : text.size();
    }
    [[nodiscard]] TextRange space(qsizetype i) const
    {
        return {spaceBegin(i), spaceEnd(i)};
    }
};

/// Puts pieces together so that equal kinds merge and a removal stands before its insertion.
class Script {
public:
    void same(TextRange before, TextRange after)
    {
        if (before.isEmpty() && after.isEmpty())
            return;
        flush();
        if (!m_pieces.empty() && m_pieces.back().kind == DiffKind::Same) {
            m_pieces.back().before.end = before.end;
            m_pieces.back().after.end = after.end;
        } else {
            m_pieces.push_back({DiffKind::Same, before, after});
        }
        m_before = m_removedTo = before.end;
        m_after = m_insertedTo = after.end;
    }
    void removeTo(qsizetype end)
    {
        m_removedTo = end;
    }
    void insertTo(qsizetype end)
    {
        m_insertedTo = end;
    }
    [[nodiscard]] std::vector<DiffPiece> finish()
    {
        flush();
        return std::move(m_pieces);
    }

private:
    void flush()
    {
        if (m_removedTo > m_before)
            m_pieces.push_back({DiffKind::Removed, {m_before, m_removedTo}, {m_after, m_after}});
        if (m_insertedTo > m_after) {
            m_pieces.push_back(
                {DiffKind::Inserted, {m_removedTo, m_removedTo}, {m_after, m_insertedTo}});
        }
        m_before = m_removedTo;
        m_after = m_insertedTo;
    }

    std::vector<DiffPiece> m_pieces;
    qsizetype m_before = 0;
    qsizetype m_after = 0;
    qsizetype m_removedTo = 0;
    qsizetype m_insertedTo = 0;
};

/// Drops matches that are lone punctuation between changes on both sides: they only chop a
/// rewritten passage into bits.
std::vector<Match> withoutCrumbs(const std::vector<Match> &matches, const Side &old,
                                 const Side &now)
{
    std::vector<Match> kept;
    for (size_t i = 0; i < matches.size();) {
        size_t end = i + 1;
        while (end < matches.size() && matches[end].before == matches[end - 1].before + 1
               && matches[end].after == matches[end - 1].after + 1)
            ++end;
        const auto isSymbol = [&](const Match &m) {
            return old.words[static_cast<size_t>(m.before)].kind == TokenKind::Symbol;
        };
        const Match first = matches[i];
        const Match last = matches[end - 1];
        const Match previous = i > 0 ? matches[i - 1] : Match{-1, -1};
        const bool isChangedBefore =
            first.before > previous.before + 1 && first.after > previous.after + 1;
        const Match next = end < matches.size()
            ? matches[end]
            : Match{std::ssize(old.words), std::ssize(now.words)};
        const bool isChangedAfter = next.before > last.before + 1 && next.after > last.after + 1;
        const bool isCrumb = isChangedBefore && isChangedAfter
            && std::all_of(matches.begin() + static_cast<qsizetype>(i),
                           matches.begin() + static_cast<qsizetype>(end), isSymbol);
        if (!isCrumb) {
            kept.insert(kept.end(), matches.begin() + static_cast<qsizetype>(i),
                        matches.begin() + static_cast<qsizetype>(end));
        }
        i = end;
    }
    return kept;
}

void addSpace(Script &script, const Side &old, const Side &now, Match after)
{
    const TextRange before = old.space(after.before);
    const TextRange later = now.space(after.after);
    if (before.in(old.text) == later.in(now.text)) {
        script.same(before, later);
    } else {
        script.removeTo(before.end);
        script.insertTo(later.end);
    }
}

double likeness(const std::vector<int> &one, const std::vector<int> &other)
{
    size_t shared = 0;
    auto a = one.begin();
    auto b = other.begin();
    while (a != one.end() && b != other.end()) {
        if (*a == *b) {
            ++shared;
            ++a;
            ++b;
        } else if (*a < *b) {
            ++a;
        } else {
            ++b;
        }
    }
    const size_t most = std::max(one.size(), other.size());
    return most == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(most);
}

/// A paragraph and its words, sorted.
struct Block {
    TextRange range;
    std::vector<int> words;
};

using Pairs = std::vector<std::pair<size_t, size_t>>;

/// The order-keeping pairing of two runs with the greatest likeness.
Pairs pairs(std::span<const Block> before, std::span<const Block> after)
{
    const size_t rows = before.size();
    const size_t columns = after.size();
    if (rows * columns > static_cast<size_t>(MaxPairs)) {
        Pairs inOrder;
        for (size_t i = 0; i < std::min(rows, columns); ++i) {
            if (likeness(before[i].words, after[i].words) >= SameParagraphFrom)
                inOrder.emplace_back(i, i);
        }
        return inOrder;
    }
    std::vector<double> gain((rows + 1) * (columns + 1), 0);
    std::vector<double> like(rows * columns, 0);
    const auto at = [&](size_t r, size_t c) -> double & {
        return gain[r * (columns + 1) + c];
    };
    for (size_t r = rows; r-- > 0;) {
        for (size_t c = columns; c-- > 0;) {
            const double l = likeness(before[r].words, after[c].words);
            like[r * columns + c] = l;
            at(r, c) = std::max(
                {at(r + 1, c), at(r, c + 1), l >= SameParagraphFrom ? at(r + 1, c + 1) + l : 0.0});
        }
    }
    Pairs found;
    for (size_t r = 0, c = 0; r < rows && c < columns;) {
        const double l = like[r * columns + c];
        if (l >= SameParagraphFrom && at(r, c) <= at(r + 1, c + 1) + l) {
            found.emplace_back(r++, c++);
        } else if (at(r + 1, c) >= at(r, c + 1)) {
            ++r;
        } else {
            ++c;
        }
    }
    return found;
}

std::vector<Block> blocks(QStringView text, QHash<QStringView, int> &known)
{
    std::vector<Block> found;
    for (const TextRange &range : paragraphs(text, {0, text.size()})) {
        std::vector<int> words = numbers(text, tokens(text, range), known);
        std::ranges::sort(words);
        found.push_back({range, std::move(words)});
    }
    return found;
}

void addChanged(std::vector<ParagraphPair> &out, std::span<const Block> before,
                std::span<const Block> after)
{
    size_t r = 0;
    size_t c = 0;
    const auto addUpTo = [&](size_t row, size_t column) {
        for (; r < row; ++r)
            out.push_back({before[r].range, {}, false});
        for (; c < column; ++c)
            out.push_back({{}, after[c].range, false});
    };
    for (const auto &[row, column] : pairs(before, after)) {
        addUpTo(row, column);
        out.push_back({before[r++].range, after[c++].range, false});
    }
    addUpTo(before.size(), after.size());
}

} // namespace

std::vector<DiffPiece> diffWords(QStringView before, QStringView after)
{
    const Side old(before);
    const Side now(after);
    QHash<QStringView, int> known;
    const std::vector<int> oldIds = numbers(before, old.words, known);
    const std::vector<int> nowIds = numbers(after, now.words, known);
    Script script;
    addSpace(script, old, now, {-1, -1});
    for (const Match &match : withoutCrumbs(align(oldIds, nowIds), old, now)) {
        const TextRange oldWord = old.words[static_cast<size_t>(match.before)].range;
        const TextRange nowWord = now.words[static_cast<size_t>(match.after)].range;
        script.removeTo(oldWord.begin);
        script.insertTo(nowWord.begin);
        script.same(oldWord, nowWord);
        addSpace(script, old, now, match);
    }
    script.removeTo(before.size());
    script.insertTo(after.size());
    return script.finish();
}

std::vector<ParagraphPair> diffParagraphs(QStringView before, QStringView after)
{
    QHash<QStringView, int> words;
    const std::vector<Block> old = blocks(before, words);
    const std::vector<Block> now = blocks(after, words);
    QHash<QStringView, int> known;
    const auto idsOf = [&known](QStringView text, const std::vector<Block> &list) {
        std::vector<int> ids;
        for (const Block &block : list) {
            const QStringView key = block.range.in(text);
            auto it = known.constFind(key);
            if (it == known.constEnd())
                it = known.insert(key, static_cast<int>(known.size()));
            ids.push_back(*it);
        }
        return ids;
    };
    const std::vector<int> oldIds = idsOf(before, old);
    const std::vector<int> nowIds = idsOf(after, now);
    std::vector<ParagraphPair> found;
    size_t r = 0;
    size_t c = 0;
    const auto addGap = [&](size_t row, size_t column) {
        addChanged(found, std::span(old).subspan(r, row - r),
                   std::span(now).subspan(c, column - c));
        r = row;
        c = column;
    };
    for (const Match &match : align(oldIds, nowIds)) {
        addGap(static_cast<size_t>(match.before), static_cast<size_t>(match.after));
        found.push_back({old[r++].range, now[c++].range, true});
    }
    addGap(old.size(), now.size());
    return found;
}

} // namespace nutgraf::text
