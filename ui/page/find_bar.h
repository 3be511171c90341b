// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/page/finder.h"
#include "ui/session/story_session.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

namespace nutgraf::page {

/// Find and replace below the story: finds as one types, in fields and body.
class FindBar final : public QWidget {
    Q_OBJECT
public:
    FindBar(session::StorySession &session, QWidget *parent);

    enum class Rows { Find, Replace };
    /// Opens with `words` (if not empty) to look for; `caret`: where in the body to begin.
    void open(Rows rows, const QString &words, qsizetype caret);
    void next();
    void previous();
    /// Hides itself; what was found is no longer marked.
    void close();
    /// The text changed: looks again, keeping the place.
    void followText();

    [[nodiscard]] const std::vector<Found> &found() const;
    /// Index into found(), -1: none.
    [[nodiscard]] int current() const;

Q_SIGNALS:
    void foundChanged();
    /// Show this find; the bar keeps the keyboard.
    void revealRequested(nutgraf::story::Field field, nutgraf::TextRange range);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addOption(const QString &text, const QString &name, const QString &toolTip);
    QToolButton *addIconButton(const QString &icon, const QString &name, const QString &toolTip);
    void build();
    void buildReplaceRow(QGridLayout *grid);
    [[nodiscard]] FindOptions options() const;
    void search();
    void show(int index);
    void showCount();
    void replaceOne();
    void replaceAll();

    session::StorySession &m_session;
    QLineEdit *m_words;
    QLineEdit *m_with;
    QLabel *m_count;
    QLabel *m_withLabel = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_whole = nullptr;
    QToolButton *m_pattern = nullptr;
    QToolButton *m_quotes = nullptr;
    QPushButton *m_replace;
    QPushButton *m_replaceAll;
    QTimer m_pause;
    std::vector<Found> m_found;
    QString m_fault; ///< of the pattern
    qsizetype m_origin = 0; ///< in the body; the first find at or after it is shown
    int m_current = -1;
};

} // namespace nutgraf::page
