// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/unit_ref.h"
#include "ui/panels/row_view.h"
#include "ui/session/reading.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace nutgraf::panels {

class ReasonCard;

/// People, organisations, places, names and dates of a story: a filter, the list, and a card that
/// explains the chosen mention.
class EntitySection final : public QWidget {
    Q_OBJECT
public:
    explicit EntitySection(QWidget *parent = nullptr);

    void setReading(const session::Reading &reading);
    [[nodiscard]] RowView &list() const;

Q_SIGNALS:
    /// All places of the chosen entity; empty: none is chosen.
    void mentionsChosen(const std::vector<nutgraf::TextRange> &snapshotRanges);
    void revealRequested(nutgraf::TextRange snapshotRange);
    void confirmRequested(const nutgraf::review::UnitRef &unit);
    void attributionRequested(const nutgraf::review::UnitRef &unit);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void followCurrent();
    void explain(const Row &row);
    void ask(void (EntitySection::*wish)(const review::UnitRef &));
    void explainSource(const Row &row, int attribution);

    QLineEdit *m_filter = nullptr;
    RowView *m_list = nullptr;
    ReasonCard *m_card = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_showQuote = nullptr;
    session::Reading m_reading; ///< the newest
    session::Reading m_listed; ///< the one that the rows are of
    std::vector<TextRange> m_chosen;
    std::optional<review::UnitRef> m_unit; ///< the card's
};

} // namespace nutgraf::panels
