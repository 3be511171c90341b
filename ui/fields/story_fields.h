// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/field_tints.h"
#include "ui/fields/fields_fold.h"
#include "ui/fields/length_counter.h"
#include "ui/fields/more_fold.h"
#include "ui/fields/story_rows.h"

#include <QWidget>

namespace nutgraf::fields {

/// Slug, urgency, subjects, headline, deck, byline and dateline, without frames, on the body's
/// column: labels hang in its gutter, counters in its right margin. What a story seldom needs is
/// folded away below them. Folds to the headline and one line for narrow windows.
class StoryFields final : public QWidget {
    Q_OBJECT
public:
    StoryFields(session::StorySession &session, QWidget *parent);

    /// The body's font at the present zoom; headline and deck follow it.
    void setBodyFont(const QFont &font);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const;
    /// What the reading lays over headline and deck.
    [[nodiscard]] FieldTints &tints();
    /// Selects `range` of a field that holds words; the keyboard stays where it is.
    void select(story::Field field, TextRange range);
    /// The field with the find one stands at: its selection is drawn stronger.
    void setFound(std::optional<story::Field> field);
    /// Gives a field the keyboard, unfolding if it is folded away.
    void focusField(story::Field field);
    /// The last field, from which the body is entered.
    void focusLast() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void heightChanged();
    void leftForBody();
    void unitClicked(int unit);
    void foldRequested(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectRow(const FieldRow &row);
    void connectParts();
    /// Enter and the arrow keys lead from an edit to its neighbours.
    void connectKeys(const WordsEdit *edit);
    void leaveForward(const QWidget *edit);
    void setTabOrders();
    void setFonts();
    void fill(story::Field field);
    void setAllVisible();
    void relayout();
    int layRows(int width); ///< the height taken
    /// The field's row, shown if it was folded away; nullptr: it has none that holds words.
    [[nodiscard]] const FieldRow *unfolded(story::Field field);

    session::StorySession &m_session;
    QFont m_bodyFont;
    StoryRows m_rows;
    LengthCounter *m_headlineCount;
    LengthCounter *m_deckCount;
    FieldsFold *m_fold;
    MoreFold *m_more;
    FieldTints m_tints;
    std::optional<story::Field> m_found;
    bool m_isFolded = false;
    bool m_isBuilt = false; ///< events come before the constructor is through
    int m_ruleY = 0;
    QPoint m_comma; ///< between the dateline's place and its date
    int m_lastHeight = 0;
};

} // namespace nutgraf::fields
