// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/unit_ref.h"
#include "ui/panels/attribution_list.h"
#include "ui/panels/correction_work.h"

#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;

namespace nutgraf::panels {

class ReasonCard;

/// Who said what: the list of attributions, decided about with single keys, and a card that shows
/// the chosen one in full and says why the analysis believes it. Card and form take the same room
/// whatever is chosen, so that no row moves under the mouse. A decision is about the words that the
/// row shows: it is told by a reference, which whoever signs looks up in the newest reading.
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
    void connectParts();
    void addDecision(QPushButton *button, Qt::Key key, const std::function<void()> &act);
    void correct();
    void withdraw();
    void decide(review::Verdict verdict);
    void goOn(std::optional<review::UnitRef> decided, std::optional<review::UnitRef> next);
    void passOn(const review::Amendment &amendment, CorrectionWork::Origin origin);
    void reveal(const Row &row);
    void showCard();
    void explain(int attribution);
    void makeRoom();

    AttributionList *m_list = nullptr;
    ReasonCard *m_card = nullptr;
    CorrectionForm *m_form = nullptr;
    CorrectionWork *m_work = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_correct = nullptr;
    QPushButton *m_needsSource = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_undo = nullptr;
    /// The last decision made here, and the attribution that was chosen after it: while that is the
    /// chosen one, undoing means the decision.
    struct Done {
        review::UnitRef decided;
        std::optional<review::UnitRef> next;
    };
    std::optional<Done> m_done;
};

} // namespace nutgraf::panels
