// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/editor/story_session.h"
#include "ui/editor/words_edit.h"

#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QWidget>

namespace nutgraf::editor {

/// Slug, urgency, subjects, headline, deck, byline and dateline, without frames, on the body's
/// column: labels hang in its gutter, counters in its right margin. Folds to the headline and one
/// line for narrow windows.
class StoryFields final : public QWidget {
    Q_OBJECT
public:
    StoryFields(StorySession &session, QWidget *parent);

    /// The body's font at the present zoom; headline and deck follow it.
    void setBodyFont(const QFont &font);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const;
    /// Tints for the latest reading, if it read the words that stand here.
    void showReading();
    void setFocusUnit(int unit) const;
    /// Selects `range` of a field that holds words; the keyboard stays where it is.
    void select(story::Field field, TextRange range);
    /// Gives a field the keyboard, unfolding if it is folded away.
    void focusField(story::Field field);
    /// The last field, from which the body is entered.
    void focusLast() const;

    [[nodiscard]] int heightFor(int width);
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
    /// A field that holds words, with its label.
    struct Row {
        story::Field field;
        QLabel *label;
        WordsEdit *edit;
    };

    Row makeRow(story::Field field, WordsEdit::Lines lines, const QString &empty);
    void makeUrgency();
    void makeDate();
    void makeFold();
    void connectRow(const Row &row);
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
    [[nodiscard]] int u(double times) const;

    struct Placer;

    StorySession &m_session;
    QFont m_bodyFont;
    Row m_slug, m_subjects, m_headline, m_deck, m_byline, m_place;
    QLabel *m_urgencyLabel = nullptr;
    QSpinBox *m_urgency = nullptr;
    WordsEdit *m_date = nullptr;
    QLabel *m_headlineCount;
    QLabel *m_deckCount;
    QToolButton *m_fold = nullptr;
    QToolButton *m_summary = nullptr; ///< one line that stands for the folded fields
    bool m_isFolded = false;
    bool m_isBuilt = false; ///< events come before the constructor is through
    int m_ruleY = 0;
    int m_lastHeight = 0;
};

} // namespace nutgraf::editor
