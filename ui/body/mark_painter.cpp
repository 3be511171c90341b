// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/mark_painter.h"

#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace nutgraf::body {

namespace {

constexpr qreal TintCorner = 2;

bool runsRightToLeft(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.isSurrogate();
    });
}

// A wave with pointed flanks like a spelling mark, in steps of the line's thickness.
void paintWave(QPainter &painter, const QRect &box, int thickness, const QColor &colour)
{
    QPainterPath path;
    const qreal half = thickness * 1.5;
    const qreal middle = box.bottom() + 1 + thickness / 2.0;
    qreal x = box.left();
    path.moveTo(x, middle + thickness / 2.0);
    for (int i = 0; x < box.right(); ++i) {
        const qreal to = std::min(x + half, box.right() + 1.0);
        path.lineTo(to, middle + (i % 2 == 0 ? -thickness : thickness) / 2.0);
        x = to;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, thickness * 0.75, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void paintDashes(QPainter &painter, const QRect &line, int dash, int gap, const QColor &colour)
{
    for (int x = line.left(); x <= line.right(); x += dash + gap) {
        painter.fillRect(x, line.top(), std::min(dash, line.right() + 1 - x), line.height(),
                         colour);
    }
}

void paintDashedBox(QPainter &painter, const QRect &box, const QColor &colour)
{
    painter.setPen(QPen(colour, 1, Qt::CustomDashLine));
    QPen pen = painter.pen();
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

} // namespace

MarkPainter::MarkPainter(const Style &style, const QTextBlock &block, QPointF origin,
                         std::vector<Mark> marks)
    : m_style(style), m_marks(std::move(marks))
{
    m_pieces.reserve(m_marks.size() * 2);
    for (const Mark &mark : m_marks) {
        if (!isHidden(mark))
            addPieces(block, origin, mark);
    }
}

// A name within a quotation has no line of its own: the quotation's would run into it.
bool MarkPainter::isHidden(const Mark &mark) const
{
    if (mark.line != MarkLine::Entity || mark.fill != MarkFill::None)
        return false;
    return std::ranges::any_of(m_marks, [&](const Mark &other) {
        return other.unit >= 0 && other.line != MarkLine::Entity
            && other.range.overlaps(mark.range);
    });
}

void MarkPainter::addPieces(const QTextBlock &block, QPointF origin, const Mark &mark)
{
    const QTextLayout &layout = *block.layout();
    const int start = block.position();
    const auto last = static_cast<qsizetype>(block.length() - 1);
    TextRange part{std::max<qsizetype>(mark.range.begin - start, 0),
                   std::min(mark.range.end - start, last)};
    if (part.isEmpty())
        return;
    QString text = block.text();
    if (const QString composed = layout.preeditAreaText(); !composed.isEmpty()) {
        // What an input method is composing stands in the layout, but not in the text.
        const int at = layout.preeditAreaPosition();
        text.insert(at, composed);
        part.begin += part.begin >= at ? composed.size() : 0;
        part.end += part.end > at ? composed.size() : 0;
    }
    const int first = layout.lineForTextPosition(static_cast<int>(part.begin)).lineNumber();
    for (int i = std::max(first, 0); i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const TextRange onLine{std::max<qsizetype>(part.begin, line.textStart()),
                               std::min<qsizetype>(part.end, line.textStart() + line.textLength())};
        if (line.textStart() >= part.end)
            break;
        TextRange seen = onLine; // without the space at which the line was broken
        while (!seen.isEmpty() && seen.end < part.end && text.at(seen.end - 1).isSpace())
            --seen.end;
        if (seen.isEmpty())
            continue;
        Piece piece;
        piece.mark = &mark;
        piece.isFirst = seen.begin == part.begin && start <= mark.range.begin;
        piece.isLast = onLine.end == part.end && start + last >= mark.range.end;
        if (!runsRightToLeft(seen.in(text))) {
            addPiece(line, origin, seen, piece);
            continue;
        }
        addMixedPieces(line, origin, seen, piece);
    }
}

// Mixed directions: character by character, and what touches is one piece.
void MarkPainter::addMixedPieces(const QTextLine &line, QPointF origin, TextRange part,
                                 const Piece &like)
{
    const auto own = static_cast<std::ptrdiff_t>(m_pieces.size());
    for (qsizetype at = part.begin; at < part.end; ++at) {
        const int character = static_cast<int>(at);
        addBox(line, origin, line.cursorToX(character, QTextLine::Leading),
               line.cursorToX(character, QTextLine::Trailing), like);
    }
    const auto first = m_pieces.begin() + own;
    if (first == m_pieces.end())
        return;
    std::sort(first, m_pieces.end(),
              [](const Piece &a, const Piece &b) { return a.box.left() < b.box.left(); });
    auto last = first;
    for (auto piece = first + 1; piece != m_pieces.end(); ++piece) {
        if (piece->box.left() <= last->box.right() + 1) {
            last->box |= piece->box;
        } else {
            *++last = *piece;
        }
    }
    m_pieces.erase(last + 1, m_pieces.end());
}

void MarkPainter::addPiece(const QTextLine &line, QPointF origin, TextRange part, const Piece &like)
{
    addBox(line, origin, line.cursorToX(static_cast<int>(part.begin)),
           line.cursorToX(static_cast<int>(part.end)), like);
}

void MarkPainter::addBox(const QTextLine &line, QPointF origin, qreal from, qreal to,
                         const Piece &like)
{
    const int left = qRound(origin.x() + std::min(from, to));
    const int right = qRound(origin.x() + std::max(from, to));
    if (left == right)
        return;
    Piece piece = like;
    piece.baseline = qRound(origin.y() + line.y() + line.ascent());
    const int height = qRound(m_style.textHeight);
    const int descent = qRound(std::min(line.descent(), m_style.textHeight / 4));
    piece.box = QRect(left, piece.baseline + descent - height, right - left, height);
    // A view scrolls so far that the text of a line is just out of sight: what lies below that text
    // would stay as a sliver.
    if (piece.box.bottom() <= 1)
        return;
    m_pieces.push_back(piece);
}

void MarkPainter::fill(QPainter &painter, const Piece &piece, const QColor &colour) const
{
    if (!piece.isFirst && !piece.isLast) {
        painter.fillRect(piece.box, colour);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(piece.box, TintCorner, TintCorner);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int corner = static_cast<int>(TintCorner);
    if (!piece.isFirst)
        painter.fillRect(piece.box.adjusted(0, 0, corner - piece.box.width(), 0), colour);
    if (!piece.isLast)
        painter.fillRect(piece.box.adjusted(piece.box.width() - corner, 0, 0, 0), colour);
}

/// Around the words; where they begin at the widget's edge the outline lies inside it.
void MarkPainter::outline(QPainter &painter, const Piece &piece) const
{
    const qreal half = m_style.line / 2.0;
    QRectF box = QRectF(piece.box).adjusted(-half, -half, half, half);
    box.setTop(piece.box.top() >= 0 ? std::max(box.top(), half) : box.top());
    box.setLeft(piece.box.left() >= 0 ? std::max(box.left(), half) : box.left());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_style.colours->accent, m_style.line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, TintCorner + half, TintCorner + half);
    painter.restore();
}

void MarkPainter::paintFill(QPainter &painter, const Piece &piece) const
{
    const look::Colours &colours = *m_style.colours;
    const Mark &mark = *piece.mark;
    switch (mark.fill) {
    case MarkFill::None:
        break;
    case MarkFill::Tint:
        fill(painter, piece, look::speakerTint(colours, mark.speaker, colours.paper));
        break;
    case MarkFill::TintUnsure:
        fill(painter, piece, look::speakerTint(colours, mark.speaker, colours.paper));
        paintDashedBox(painter, piece.box, look::speakerColour(colours, mark.speaker));
        break;
    case MarkFill::RejectedBox:
        painter.setPen(colours.ink2);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(piece.box.adjusted(0, 0, -1, -1));
        break;
    case MarkFill::Chosen:
        fill(painter, piece, colours.select);
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(piece.box.adjusted(-1, 0, 0, -1));
        break;
    case MarkFill::Found:
        fill(painter, piece, colours.select);
        break;
    case MarkFill::Inserted:
        fill(painter, piece, colours.ins);
        break;
    case MarkFill::Removed:
        fill(painter, piece, colours.del);
        break;
    }
}

QColor MarkPainter::lineColour(const Mark &mark) const
{
    const look::Colours &colours = *m_style.colours;
    switch (mark.line) {
    case MarkLine::WarnDashed:
        return colours.warn;
    case MarkLine::DangerWavy:
        return colours.danger;
    case MarkLine::Entity:
        return colours.control;
    case MarkLine::Inserted:
        return colours.insLine;
    case MarkLine::StruckThrough:
        return colours.delLine;
    case MarkLine::None:
    case MarkLine::SpeakerDotted:
    case MarkLine::SpeakerSolid:
        break;
    }
    return look::speakerColour(colours, mark.speaker);
}

void MarkPainter::paintLine(QPainter &painter, const Piece &piece) const
{
    const QColor colour = lineColour(*piece.mark);
    const int thick = m_style.line;
    const QRect below(piece.box.left(), piece.box.bottom() + 1, piece.box.width(), thick);
    switch (piece.mark->line) {
    case MarkLine::None:
        break;
    case MarkLine::SpeakerDotted:
        paintDashes(painter, below, thick, thick, colour);
        break;
    case MarkLine::SpeakerSolid:
    case MarkLine::Inserted:
        painter.fillRect(below, colour);
        break;
    case MarkLine::WarnDashed:
        paintDashes(painter, below, 3 * thick, (3 * thick + 1) / 2, colour);
        break;
    case MarkLine::DangerWavy:
        paintWave(painter, piece.box, thick, colour);
        break;
    case MarkLine::Entity: {
        const int thin = std::max(1, thick / 2);
        painter.fillRect(below.adjusted(0, -thin, 0, -thick), colour);
        break;
    }
    case MarkLine::StruckThrough: {
        const int thin = std::max(1, thick / 2);
        const int height = qRound(m_style.textHeight * 0.22);
        painter.fillRect(piece.box.left(), piece.baseline - height, piece.box.width(), thin,
                         colour);
        break;
    }
    }
}

void MarkPainter::paintUnder(QPainter &painter) const
{
    // What is chosen lies over whose words it is, however short it is.
    const auto isChosen = [](const Piece &piece) {
        return piece.mark->fill == MarkFill::Chosen;
    };
    for (const Piece &piece : m_pieces) {
        if (!isChosen(piece))
            paintFill(painter, piece);
    }
    for (const Piece &piece : m_pieces) {
        if (isChosen(piece))
            paintFill(painter, piece);
    }
}

void MarkPainter::paintOver(QPainter &painter) const
{
    for (const Piece &piece : m_pieces)
        paintLine(painter, piece);
    if (m_style.focusUnit < 0)
        return;
    for (const Piece &piece : m_pieces) {
        if (piece.mark->unit == m_style.focusUnit)
            outline(painter, piece);
    }
}

} // namespace nutgraf::body
