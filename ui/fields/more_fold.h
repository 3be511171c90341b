// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/more_fields.h"

#include <QToolButton>

namespace nutgraf::fields {

/// Folds away the fields that a story seldom needs, and says in one line which of them are set.
/// They are made when somebody first asks for them.
class MoreFold final : public QObject {
    Q_OBJECT
public:
    /// `pane` gets the buttons and the fields as children.
    MoreFold(session::StorySession &session, QWidget *pane);

    enum class State { Folded, Shown };
    void set(State state);
    [[nodiscard]] State state() const;
    /// Whether nothing of it is shown, because the pane's fields are folded to the headline.
    void setHidden(bool hidden);
    /// The row of one of its fields, unfolded if need be; nullptr: it is none of them.
    [[nodiscard]] const FieldRow *unfolded(story::Field field);
    /// Gives the first or the last of the fields shown the keyboard.
    void focusFirst() const;
    void focusLast() const;

    /// In the pane's font and colours of now.
    void setFonts(const QFont &bodyFont);
    /// From the placer's on, beside and below a row of `rowHeight`, in a pane of `width`.
    void lay(FieldPlacer &placer, int width, int rowHeight);
    /// The buttons and the fields in the order of the tab key.
    [[nodiscard]] QList<QWidget *> inTabOrder() const;

Q_SIGNALS:
    /// The fields are there now, with places in the tab order to be given.
    void made();
    void heightChanged();
    /// Beyond the last field, and before the first.
    void leftForward();
    void leftBackward();

private:
    void makeFields();
    void toggle();
    void showState();
    void laySummary(FieldPlacer &placer, int left, int height);

    session::StorySession &m_session;
    QWidget *m_pane;
    QToolButton *m_button; ///< beside the row, or below it where no room is left
    QToolButton *m_summary; ///< which of the fields are set
    QString m_summaryWords; ///< before it was elided
    MoreFields *m_fields = nullptr;
    QFont m_bodyFont;
    State m_state = State::Folded;
    bool m_isHidden = false;
};

} // namespace nutgraf::fields
