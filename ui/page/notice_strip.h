// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/shapes.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QWidget>

#include <optional>

namespace nutgraf::page {

/// A strip above a pane: shape, what, where, and the ways out.
class NoticeStrip final : public QWidget {
    Q_OBJECT
public:
    enum class Tone { Danger, Warn, Neutral, Info };
    struct Content {
        Tone tone = Tone::Danger;
        std::optional<look::Shape> shape; ///< else the icon
        QString iconName;
        QString what; ///< the fact, one sentence
        QString where; ///< file, line, column, what follows; may be empty
    };

    NoticeStrip(Content content, QWidget *parent);

    /// A button at the right; the first is the way out that is suggested.
    QPushButton *addButton(const QString &text, const QString &toolTip);
    /// A cross that takes the strip away.
    void addCloseButton();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QColor toneColour() const;
    [[nodiscard]] int u(double times) const;

    Content m_content;
    QHBoxLayout *m_row;
};

} // namespace nutgraf::page
