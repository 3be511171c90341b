// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor_p.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextLayout>

namespace nutgraf::body {

namespace {

using Selection = QAbstractTextDocumentLayout::Selection;

// The selections of a view that touch a block, as ranges of its layout.
void addSelections(QList<QTextLayout::FormatRange> &ranges, const QTextBlock &block,
                   const QList<Selection> &selections)
{
    const int length = block.length();
    for (const Selection &selection : selections) {
        const int begin = selection.cursor.selectionStart() - block.position();
        const int end = selection.cursor.selectionEnd() - block.position();
        if (begin < length && end > 0 && end > begin)
            ranges.push_back({begin, end - begin, selection.format});
    }
}

void paintCaret(QPainter &painter, const QTextBlock &block, QPointF origin, int position, int width)
{
    const QTextLayout &layout = *block.layout();
    int inBlock = position - block.position();
    if (position < -1) // within what an input method is composing
        inBlock = layout.preeditAreaPosition() - (position + 2);
    if (inBlock >= 0
        && inBlock < block.length() + static_cast<int>(layout.preeditAreaText().size()))
        layout.drawCursor(&painter, origin, inBlock, width);
}

} // namespace

// QPlainTextEdit's own painting, with fills below and lines above the text of each block.
void BodyEditor::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setClipRect(event->rect());
    QAbstractTextDocumentLayout::PaintContext context = getPaintContext();
    d->strengthenFound(context.selections);
    const QPen ink(context.palette.text().color());
    const bool showsCaret =
        !isReadOnly() || (textInteractionFlags() & Qt::TextSelectableByKeyboard);
    const MarkPainter::Style style = d->markStyle();
    const qreal left = contentOffset().x();
    const QRectF dirty = event->rect();
    const int reach = d->layout.reach();

    d->sight.forBlocks([&](const QTextBlock &block, qreal top) {
        const QRectF box = d->layout.blockBoundingRect(block).translated(left, top);
        if (box.bottom() + reach < dirty.top() || box.top() - reach > dirty.bottom())
            return;
        const QPointF origin(left, top);
        const TextRange range{block.position(), block.position() + block.length()};
        const MarkPainter painted(style, block, origin, d->marks.within(range));
        painted.paintUnder(painter);
        painter.setPen(ink);
        QList<QTextLayout::FormatRange> formats = d->syntax.formats(block);
        addSelections(formats, block, context.selections);
        block.layout()->draw(&painter, origin, formats, dirty);
        painted.paintOver(painter);
        const bool isHere = context.cursorPosition < -1 ? textCursor().block() == block
                                                        : block.contains(context.cursorPosition);
        painter.setPen(ink);
        if (showsCaret && isHere)
            paintCaret(painter, block, origin, context.cursorPosition, cursorWidth());
    });
    if (document()->isEmpty() && !placeholderText().isEmpty()) {
        painter.setPen(palette().placeholderText().color());
        const QRectF line = d->layout.blockBoundingRect(document()->firstBlock());
        painter.drawText(
            QPointF(left + document()->documentMargin(), contentOffset().y() + line.height() / 2),
            placeholderText());
    }
    if (!std::exchange(d->wasPainted, true))
        QMetaObject::invokeMethod(this, [this] { d->startSyntax(); }, Qt::QueuedConnection);
    d->loader.goOn();
}

// The keyboard is in the find bar, so that the find would be as pale as any idle selection.
void BodyEditor::Private::strengthenFound(QList<Selection> &selections) const
{
    const TextRange found = marks.found();
    if (found.isEmpty())
        return;
    for (Selection &selection : selections) {
        if (selection.cursor.selectionStart() == found.begin
            && selection.cursor.selectionEnd() == found.end) {
            selection.format.setBackground(look::colours(q.palette()).accent);
            selection.format.setForeground(look::colours(q.palette()).onAccent);
        }
    }
}

MarkPainter::Style BodyEditor::Private::markStyle() const
{
    const QFontMetricsF metrics(document.defaultFont());
    return {.colours = &look::colours(q.palette()),
            .line = static_cast<int>(layout.metrics().underline),
            .textHeight = metrics.ascent() + metrics.descent(),
            .focusUnit = marks.focusUnit()};
}

} // namespace nutgraf::body
