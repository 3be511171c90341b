// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/field_row.h"
#include "ui/fields/more_fields.h"

#include <QSpinBox>
#include <QToolButton>
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
    /// Shows or folds away embargo, language, keywords, note and notice.
    enum class More { Shown, Folded };
    void setMore(More more);
    /// Tints for the latest reading, if it read the words that stand here.
    void showReading();
    void setFocusUnit(int unit) const;
    /// Words of the reading's snapshot that are about to become an attribution; empty: none.
    void setProposed(TextRange snapshotRange);
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
    using Row = FieldRow;

    Row makeRow(story::Field field, WordsEdit::Lines lines, const QString &empty);
    void makeSubjects();
    void makeUrgency();
    void makeDate();
    void makeFold();
    void makeMore(); ///< story_fields_more.cpp
    MoreFields &more(); ///< made when they are first asked for
    void showMore();
    void layMore(FieldPlacer &placer, int width);
    int layFolded(const FieldPlacer &placer); ///< the height taken
    void connectRow(const Row &row);
    void leaveForward(const QWidget *edit);
    void setTabOrders();
    void setFonts();
    void fill(story::Field field);
    void edited(story::Field field, const QString &words);
    void takeDate();
    void showDate();
    void countLength(QLabel &counter, const WordsEdit &edit, int most);
    void updateCounters();
    void setAllVisible();
    void relayout();
    int layRows(int width); ///< the height taken
    [[nodiscard]] const Row *rowOf(story::Field field) const;
    /// The field's row, shown if it was folded away; nullptr: it has none that holds words.
    const Row *unfolded(story::Field field);
    [[nodiscard]] int u(double times) const;

    session::StorySession &m_session;
    QFont m_bodyFont;
    Row m_slug, m_subjects, m_headline, m_deck, m_byline, m_place;
    QLabel *m_urgencyLabel = nullptr;
    QSpinBox *m_urgency = nullptr;
    WordsEdit *m_date = nullptr;
    QLabel *m_headlineCount;
    QLabel *m_deckCount;
    QToolButton *m_fold = nullptr;
    QToolButton *m_summary = nullptr; ///< one line that stands for the folded fields
    QToolButton *m_moreFold = nullptr; ///< beside the byline, or below it where no room is left
    QToolButton *m_moreSummary = nullptr; ///< which of the fields below are set
    MoreFields *m_more = nullptr;
    More m_moreState = More::Folded;
    std::optional<story::Field> m_found;
    bool m_isFolded = false;
    TextRange m_proposed; ///< in the reading's snapshot
    bool m_isBuilt = false; ///< events come before the constructor is through
    int m_ruleY = 0;
    QPointF m_comma; ///< between the dateline's place and its date
    int m_lastHeight = 0;
};

} // namespace nutgraf::fields
