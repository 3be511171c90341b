// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compare_rows.h"

#include "text/diff.h"
#include "text/quotes.h"

#include <algorithm>

namespace nutgraf::compare {

namespace {

int quotesWithChange(const ComparePair &pair)
{
    const auto count = [](const QString &text, const std::vector<TextRange> &changes) {
        const auto quotes = text::quotes(text, {0, text.size()});
        return static_cast<int>(std::ranges::count_if(quotes, [&](const text::Quote &quote) {
            return quote.depth == 0 && std::ranges::any_of(changes, [&](TextRange change) {
                       return change.overlaps(quote.range);
                   });
        }));
    };
    return std::max(count(pair.before, pair.removed), count(pair.after, pair.inserted));
}

/// White space at either end of a changed run is not drawn as changed.
TextRange trimmed(QStringView text, TextRange range)
{
    while (!range.isEmpty() && text.at(range.begin).isSpace()) {
        ++range.begin;
    }
    while (!range.isEmpty() && text.at(range.end - 1).isSpace()) {
        --range.end;
    }
    return range;
}

ComparePair comparePair(PairRole role, const QString &before, const QString &after)
{
    ComparePair pair{.role = role,
                     .hasBefore = !before.isEmpty(),
                     .hasAfter = !after.isEmpty(),
                     .before = before,
                     .after = after,
                     .removed = {},
                     .inserted = {},
                     .saidBefore = {},
                     .saidAfter = {}};
    for (const text::DiffPiece &piece : text::diffWords(before, after)) {
        if (piece.kind == text::DiffKind::Removed) {
            pair.removed.push_back(trimmed(before, piece.before));
        } else if (piece.kind == text::DiffKind::Inserted) {
            pair.inserted.push_back(trimmed(after, piece.after));
        }
    }
    pair.changedQuotes = pair.isSame() ? 0 : quotesWithChange(pair);
    return pair;
}

/// The quotations that lie in a stretch of their text, from its begin.
std::vector<SpokenRange> saidIn(const std::vector<SpokenRange> &quotes, TextRange stretch)
{
    std::vector<SpokenRange> said;
    for (const SpokenRange &quote : quotes) {
        if (stretch.overlaps(quote.range)) {
            const TextRange within{std::max(quote.range.begin, stretch.begin),
                                   std::min(quote.range.end, stretch.end)};
            said.push_back({within.shifted(-stretch.begin), quote.speaker});
        }
    }
    return said;
}

const std::vector<SpokenRange> &partOf(const StoryQuotes &quotes, PairRole role)
{
    return role == PairRole::Headline ? quotes.headline
        : role == PairRole::Deck      ? quotes.deck
                                      : quotes.body;
}

QString spokenPair(const ComparePair &pair)
{
    if (pair.isSame()) {
        return CompareRows::tr("Unchanged: %1").arg(pair.after);
    }
    if (!pair.hasBefore) {
        return CompareRows::tr("Added: %1").arg(pair.after);
    }
    if (!pair.hasAfter) {
        return CompareRows::tr("Removed: %1").arg(pair.before);
    }
    return CompareRows::tr("Changed. Before: %1 After: %2").arg(pair.before, pair.after);
}

} // namespace

std::vector<ComparePair> comparePairs(const story::Story &older, const story::Story &newer)
{
    std::vector<ComparePair> pairs;
    if (!older.headline.isEmpty() || !newer.headline.isEmpty()) {
        pairs.push_back(comparePair(PairRole::Headline, older.headline, newer.headline));
    }
    if (!older.deck.isEmpty() || !newer.deck.isEmpty()) {
        pairs.push_back(comparePair(PairRole::Deck, older.deck, newer.deck));
    }
    for (const text::ParagraphPair &pair : text::diffParagraphs(older.body, newer.body)) {
        pairs.push_back(comparePair(PairRole::Body, pair.before.in(older.body).toString(),
                                    pair.after.in(newer.body).toString()));
        pairs.back().beforeAt = pair.before.begin;
        pairs.back().afterAt = pair.after.begin;
    }
    return pairs;
}

CompareRows::CompareRows(std::vector<ComparePair> pairs, QObject *parent)
    : QAbstractListModel(parent), m_pairs(std::move(pairs))
{
    rebuild();
}

void CompareRows::setPairs(std::vector<ComparePair> pairs)
{
    m_pairs = std::move(pairs);
    m_unfolded.clear();
    rebuild();
}

void CompareRows::setQuotes(const QuotesOfBoth &quotes)
{
    for (ComparePair &pair : m_pairs) {
        pair.saidBefore = saidIn(partOf(quotes.older, pair.role),
                                 {pair.beforeAt, pair.beforeAt + pair.before.size()});
        pair.saidAfter = saidIn(partOf(quotes.newer, pair.role),
                                {pair.afterAt, pair.afterAt + pair.after.size()});
    }
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void CompareRows::setOnlyChanges(bool only)
{
    m_isOnlyChanges = only;
    m_unfolded.clear();
    rebuild();
}

void CompareRows::rebuild()
{
    beginResetModel();
    m_items.clear();
    const int count = static_cast<int>(m_pairs.size());
    // one unchanged neighbour of a change stays, so that the change can be read in its place
    const auto isNear = [&](int i) {
        for (int k = std::max(0, i - 1); k <= std::min(count - 1, i + 1); ++k) {
            if (!m_pairs[static_cast<std::size_t>(k)].isSame()) {
                return true;
            }
        }
        return false;
    };
    for (int i = 0; i < count;) {
        int end = i;
        while (m_isOnlyChanges && end < count && !isNear(end)) {
            ++end;
        }
        if (end > i && !m_unfolded.contains(i)) {
            m_items.push_back({i, end, true});
            i = end;
            continue;
        }
        for (end = std::max(end, i + 1); i < end; ++i) {
            m_items.push_back({i, i + 1, false});
        }
    }
    endResetModel();
}

const CompareRows::Item &CompareRows::item(int row) const
{
    return m_items[static_cast<std::size_t>(row)];
}

const ComparePair *CompareRows::pair(int row) const
{
    return item(row).isFold ? nullptr : &m_pairs[static_cast<std::size_t>(item(row).begin)];
}

QString CompareRows::foldWords(int row) const
{
    QStringList fields;
    int paragraphs = 0;
    for (int i = item(row).begin; i < item(row).end; ++i) {
        switch (m_pairs[static_cast<std::size_t>(i)].role) {
        case PairRole::Headline:
            fields.append(tr("Headline"));
            break;
        case PairRole::Deck:
            fields.append(fields.isEmpty() ? tr("Deck") : tr("deck"));
            break;
        case PairRole::Body:
            ++paragraphs;
            break;
        }
    }
    const QString counted = tr("%n paragraphs", nullptr, paragraphs);
    const QString names = fields.join(QStringLiteral(", "));
    if (paragraphs == 0) {
        return tr("%1 unchanged").arg(names);
    }
    return fields.isEmpty() ? tr("%1 unchanged").arg(counted)
                            : tr("%1 and %2 unchanged").arg(names, counted);
}

void CompareRows::unfold(int row)
{
    if (item(row).isFold) {
        m_unfolded.insert(item(row).begin);
        rebuild();
    }
}

int CompareRows::nextChange(int row, int step) const
{
    for (int i = row + step; i >= 0 && i < rowCount(); i += step) {
        if (pair(i) != nullptr && !pair(i)->isSame()) {
            return i;
        }
    }
    return -1;
}

int CompareRows::changedParagraphs() const
{
    return static_cast<int>(
        std::ranges::count_if(m_pairs, [](const ComparePair &pair) { return !pair.isSame(); }));
}

int CompareRows::changedQuotes() const
{
    int quotes = 0;
    for (const ComparePair &pair : m_pairs) {
        quotes += pair.changedQuotes;
    }
    return quotes;
}

int CompareRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant CompareRows::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    const ComparePair *shown = pair(index.row());
    return shown == nullptr ? foldWords(index.row()) : spokenPair(*shown);
}

} // namespace nutgraf::compare
