// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"
#include "story/story.h"
#include "ui/compare/compare_quotes.h"

#include <QAbstractListModel>

#include <set>
#include <vector>

namespace nutgraf::compare {

/// What a pair of paragraphs is part of.
enum class PairRole { Headline, Deck, Body };

/// A paragraph in two versions, with what differs.
struct ComparePair {
    PairRole role = PairRole::Body;
    bool hasBefore = true;
    bool hasAfter = true;
    QString before;
    QString after;
    std::vector<TextRange> removed; ///< in `before`
    std::vector<TextRange> inserted; ///< in `after`
    qsizetype beforeAt = 0; ///< where `before` and `after` begin in their body, headline or deck
    qsizetype afterAt = 0;
    std::vector<SpokenRange> saidBefore; ///< to be tinted, in `before`
    std::vector<SpokenRange> saidAfter; ///< in `after`
    int changedQuotes = 0; ///< quotations of `after` that hold a change

    [[nodiscard]] bool isSame() const
    {
        return hasBefore && hasAfter && removed.empty() && inserted.empty();
    }
};

/// Headline, deck and body paragraphs of two stories, aligned.
[[nodiscard]] std::vector<ComparePair> comparePairs(const story::Story &older,
                                                    const story::Story &newer);

/// The pairs as rows, long unchanged stretches folded into one row each.
class CompareRows final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit CompareRows(std::vector<ComparePair> pairs, QObject *parent = nullptr);

    /// Another pair of stories; folds close.
    void setPairs(std::vector<ComparePair> pairs);
    /// Whose words the quotations are; rows keep their places.
    void setQuotes(const QuotesOfBoth &quotes);
    void setOnlyChanges(bool only);
    /// The pair of a row; nullptr: the row is a fold.
    [[nodiscard]] const ComparePair *pair(int row) const;
    /// "Headline, deck and 2 paragraphs unchanged"
    [[nodiscard]] QString foldWords(int row) const;
    void unfold(int row);
    /// The next (previous, if `step` is -1) changed row after `row`; -1: none.
    [[nodiscard]] int nextChange(int row, int step) const;
    [[nodiscard]] int changedParagraphs() const;
    [[nodiscard]] int changedQuotes() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item {
        int begin = 0;
        int end = 0;
        bool isFold = false;
    };
    void rebuild();
    [[nodiscard]] const Item &item(int row) const;

    std::vector<ComparePair> m_pairs;
    std::vector<Item> m_items;
    std::set<int> m_unfolded; ///< first pairs of the folds that were opened
    bool m_isOnlyChanges = true;
};

} // namespace nutgraf::compare
