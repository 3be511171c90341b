// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/field_row.h"

#include <QWidget>

#include <array>

namespace nutgraf::fields {

/// One line that says which of the fields below are set, for where they are folded away; empty if
/// none is.
[[nodiscard]] QString moreFieldsSummary(const story::Story &story);

/// The fields that a story seldom needs: embargo, language, keywords, note to editors, notice. Lies
/// on the body's column below the others.
class MoreFields final : public QWidget {
    Q_OBJECT
public:
    MoreFields(session::StorySession &session, QWidget *parent);

    /// The height for a width and a body font of `em` pixels.
    [[nodiscard]] int layRows(int width, int em);
    void setFonts(const QFont &interfaceFont, const QFont &bodyFont);
    void fill(story::Field field);
    /// Takes what was typed into embargo and language, which count when they are left.
    void finishEditing();
    [[nodiscard]] std::array<const FieldRow *, 5> everyRow() const;
    [[nodiscard]] const FieldRow *rowOf(story::Field field) const;
    /// The edits in their order.
    [[nodiscard]] QList<WordsEdit *> edits() const;

Q_SIGNALS:
    void heightChanged();
    /// Beyond the last field, and before the first.
    void leftForward();
    void leftBackward();

private:
    /// A field that is taken when it is left, and says below itself what is wrong with it.
    struct Taken {
        FieldRow row;
        QString shown; ///< what the story's value looks like
    };
    void connectRow(const FieldRow &row);
    void setToolTips() const;
    void show(Taken &taken, const QString &words);
    void takeEmbargo();
    void takeLanguage();
    void say(story::Field field, const QString &fault);
    void showRemark();
    void notePastEmbargo();

    session::StorySession &m_session;
    Taken m_embargo, m_language;
    FieldRow m_keywords, m_note, m_notice;
    QLabel *m_remark; ///< what is wrong with embargo or language
    std::array<QString, 2> m_faults; ///< embargo's, language's
    QString m_past;
};

} // namespace nutgraf::fields
