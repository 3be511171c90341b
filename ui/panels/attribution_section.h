// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/unit_ref.h"
#include "ui/panels/attribution_rows.h"
#include "ui/panels/row_view.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QPushButton;

namespace nutgraf::panels {
class ReasonCard;
}

namespace nutgraf::review {
struct Amendment;
}

namespace nutgraf::panels {

class CorrectionForm;

/// Who said what: the list of attributions, decided about with single keys, and a card that says
/// why the analysis believes it. The rows of a long story are made on a worker thread and follow a
/// moment later. A decision is about the words that the row shows: it is told by a reference, which
/// whoever signs looks up in the newest reading.
class AttributionSection final : public QWidget {
    Q_OBJECT
public:
    explicit AttributionSection(QWidget *parent = nullptr);

    void setReading(const session::Reading &reading, const review::Review &review);
    void setOrder(AttributionOrder order);
    void setFilter(AttributionFilter filter);
    /// Selects an attribution; nothing: none. Sends no unitSelected.
    void select(const std::optional<review::UnitRef> &unit);
    /// Selects an undecided attribution, if none is selected.
    void beginReview();
    /// Opens the form that puts the attribution right; `words` (empty: those it has) are what was
    /// said. Without one it marks words that the analysis missed.
    void beginCorrection(const std::optional<review::UnitRef> &unit, TextRange words);
    [[nodiscard]] bool isCorrecting() const;
    /// Words for the open form.
    void takeWords(TextRange snapshotRange);
    [[nodiscard]] RowView &list() const;

Q_SIGNALS:
    void unitSelected(const std::optional<nutgraf::review::UnitRef> &unit);
    void revealRequested(nutgraf::TextRange snapshotRange);
    void decideRequested(const nutgraf::review::UnitRef &unit, nutgraf::review::Verdict verdict);
    void withdrawRequested(const nutgraf::review::UnitRef &unit);
    /// `revision` is of the snapshot that the amendment's places are in.
    void correctRequested(const nutgraf::review::Amendment &amendment, quint64 revision);
    /// Words in the open form, empty: it was closed.
    void wordsProposed(nutgraf::TextRange snapshotRange);
    void selectionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    QAction *addDecision(const QString &words, Qt::Key key);
    void follow();
    void fill();
    void showRows(const session::Reading &reading, std::vector<RowTree> rows);
    void keepUnit(const Row &before, const session::Reading &seenIn);
    [[nodiscard]] int unitIn(TextRange range) const;
    void reveal(const Row &row);
    void followCurrent();
    void explain(int attribution);
    void showButtons(review::UnitState state);
    void connectForm();
    void followForm();
    void applyCorrection();
    void endCorrection();
    void makeRoom();
    void makeCurrent(int attribution);
    [[nodiscard]] int unitSaying(TextRange content) const;
    void decide(review::Verdict verdict);
    void withdraw();
    [[nodiscard]] int currentUnit() const;
    [[nodiscard]] std::optional<review::UnitRef> refOf(int attribution) const;
    [[nodiscard]] std::optional<int> listed(const std::optional<review::UnitRef> &unit) const;
    [[nodiscard]] int nextOpen() const;
    [[nodiscard]] review::UnitState stateOf(int attribution) const;

    RowView *m_list = nullptr;
    ReasonCard *m_card = nullptr;
    CorrectionForm *m_form = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_correct = nullptr;
    QPushButton *m_needsSource = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_undo = nullptr;
    session::Reading m_reading; ///< the newest
    session::Reading m_listed; ///< the one that the rows are of
    review::Review m_review;
    AttributionOrder m_order = AttributionOrder::BySpeaker;
    AttributionFilter m_filter = AttributionFilter::All;
    std::optional<review::UnitRef> m_selected; ///< as told to the outside
    QString m_correctedKey; ///< of the row that the open form is about
    QPointer<QWidget> m_keyboard; ///< had the keyboard before the form
    int m_ticket = 0; ///< of the rows being made
};

} // namespace nutgraf::panels
