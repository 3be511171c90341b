// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/marks.h"
#include "ui/look/tokens.h"

#include <QPainter>
#include <QTextBlock>

#include <vector>

namespace nutgraf::body {

/// Paints the marks of one block: fills and outlines under the text, lines over it. Nothing is laid
/// out for it: places come from the lines that stand already.
class MarkPainter {
public:
    /// What all marks of a view share.
    struct Style {
        const look::Colours *colours = nullptr;
        int line = 2; ///< thickness of the lines below the text, pixels
        qreal textHeight = 22; ///< ascent and descent of the body font
        int focusUnit = -1; ///< gets the accent outline
    };
    /// `origin` is the block's top left in the painter's coordinates.
    MarkPainter(const Style &style, const QTextBlock &block, QPointF origin,
                std::vector<Mark> marks);

    void paintUnder(QPainter &painter) const;
    void paintOver(QPainter &painter) const;

private:
    /// A mark's part on one line.
    struct Piece {
        QRect box; ///< as high as the text
        const Mark *mark = nullptr;
        int baseline = 0;
        bool isFirst = false;
        bool isLast = false;
    };
    void addPieces(const QTextBlock &block, QPointF origin, const Mark &mark);
    void addPiece(const QTextLine &line, QPointF origin, TextRange part, const Piece &like);
    void addBox(const QTextLine &line, QPointF origin, qreal from, qreal to, const Piece &like);
    void addMixedPieces(const QTextLine &line, QPointF origin, TextRange part, const Piece &like);
    [[nodiscard]] bool isHidden(const Mark &mark) const;
    [[nodiscard]] QColor lineColour(const Mark &mark) const;
    void fill(QPainter &painter, const Piece &piece, const QColor &colour) const;
    void outline(QPainter &painter, const Piece &piece) const;
    void paintFill(QPainter &painter, const Piece &piece) const;
    void paintLine(QPainter &painter, const Piece &piece) const;

    Style m_style;
    std::vector<Mark> m_marks;
    std::vector<Piece> m_pieces;
};

} // namespace nutgraf::body
