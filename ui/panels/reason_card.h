// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/shapes.h"
#include "ui/session/reading.h"

#include <QFrame>

class QAbstractButton;
class QGridLayout;
class QLabel;
class QPushButton;

namespace nutgraf::panels {

class WrappingRow;

/// A card below a list: what the analysis believes about the chosen row and why, with buttons.
class ReasonCard final : public QFrame {
    Q_OBJECT
public:
    /// As high as its words, or as fitInto() says: then longer words scroll, the buttons stay at
    /// the foot, and a list above keeps its height whatever is chosen.
    enum class Height { OfWords, Fixed };
    explicit ReasonCard(QWidget *parent = nullptr, Height height = Height::OfWords);

    struct Content {
        look::Shape shape = look::Shape::Note;
        QString title;
        QString words; ///< what was said, in full; empty: nothing is quoted
        QString reasons;
    };
    void setContent(const Content &content);
    void setContent(look::Shape shape, const QString &title, const QString &reasons);
    /// Nothing is chosen: what can be done.
    void setHint(const QString &hint);
    /// Height::Fixed: takes its share of a section of that height, in pixels.
    void fitInto(int sectionHeight);
    /// A button at the card's foot; `key` is shown in its tooltip.
    [[nodiscard]] QPushButton *addButton(const QString &words, const QString &toolTip);
    /// Why the analysis believes what it says of an attribution, or who put it right.
    [[nodiscard]] static QString why(const session::Reading &reading, int attribution);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString reasons() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QLabel *addText();
    [[nodiscard]] QWidget *scrolled(QWidget *text);
    void lay(QWidget *text);
    void applyLook();

    look::Shape m_shape = look::Shape::Note;
    QWidget *m_text = nullptr; ///< icon and words
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_reasons = nullptr;
    WrappingRow *m_buttons = nullptr;
};

} // namespace nutgraf::panels
