// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/commands.h"

#include <QPushButton>
#include <QToolBar>

namespace nutgraf::window {

/// A button that looks like a field: a lens, "Commands", and the keys that do the same.
class CommandsBox final : public QPushButton {
    Q_OBJECT
public:
    explicit CommandsBox(const QAction *palette, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keys;
};

/// New, Save | undo, redo | Check, Review, Summarize, Publish | Second pane … Commands.
class ToolBar final : public QToolBar {
    Q_OBJECT
public:
    explicit ToolBar(const Commands &commands, QWidget *parent = nullptr);

    /// Words: icons with text. Icons: only Publish keeps its word, and the desk list gets a button.
    enum class Labels { Words, Icons };
    void setLabels(Labels labels);

private:
    void add(const Commands &commands, Command command, const QString &word);

    QAction *m_deskButton = nullptr;
    std::vector<std::pair<QAction *, QString>> m_words;
};

} // namespace nutgraf::window
