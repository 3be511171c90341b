// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_sight.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace nutgraf::body {

namespace {

/// Lays the block out.
int lineCount(const BodyLayout &layout, const QTextBlock &block)
{
    return layout.blockBoundingRect(block).isValid() ? block.layout()->lineCount() : 0;
}

/// The line of a block that is laid out.
int lineIn(const QTextBlock &block, qsizetype position)
{
    const int inBlock = static_cast<int>(position) - block.position();
    return std::max(block.layout()->lineForTextPosition(inBlock).lineNumber(), 0);
}

} // namespace

BodySight::BodySight(BodyEditor &editor, BodyLayout &layout)
    : m_editor(editor), m_layout(layout) { }

void BodySight::repaint(const QTextBlock &block) const
{
    const int reach = m_layout.reach();
    const QRectF box = m_editor.blockBoundingGeometry(block).translated(m_editor.contentOffset());
    m_editor.viewport()->update(box.toAlignedRect().adjusted(0, -reach, 0, reach));
}

std::vector<RibbonLine> BodySight::lines() const
{
    std::vector<RibbonLine> lines;
    const auto addLines = [&](const QTextBlock &block, qreal top) {
        const QTextLayout &text = *block.layout();
        for (int i = 0; i < text.lineCount(); ++i) {
            const QTextLine line = text.lineAt(i);
            const BodyLayout::Slot slot = m_layout.slotOf(block, i);
            const bool isLast = i == text.lineCount() - 1;
            const int begin = block.position() + line.textStart();
            lines.push_back({{begin, begin + line.textLength() + (isLast ? 1 : 0)},
                             qRound(top + slot.top),
                             qRound(slot.height)});
        }
    };
    const QTextBlock above = m_editor.firstVisibleBlock().previous();
    if (above.isValid()) {
        const qreal height = m_layout.blockBoundingRect(above).height();
        addLines(above, m_editor.contentOffset().y() - height);
    }
    forBlocks(addLines);
    return lines;
}

QPointF BodySight::inText(QPointF position) const
{
    QPointF inside(std::clamp(position.x(), 0.0, m_editor.viewport()->width() - 1.0), position.y());
    forBlocks([&](const QTextBlock &block, qreal top) {
        const qreal height = m_layout.blockBoundingRect(block).height();
        const qreal y = position.y() - top;
        if (y < 0 || (y >= height && block.next().isValid()))
            return;
        const QTextLine line = block.layout()->lineAt(m_layout.lineAt(block, y));
        inside.setY(top + line.y() + line.height() / 2);
    });
    return inside;
}

bool BodySight::holds(TextRange range) const
{
    bool isBeginSeen = false;
    bool isEndSeen = false;
    forBlocks([&](const QTextBlock &block, qreal top) {
        const auto lineOf = [&](qsizetype position) {
            BodyLayout::Slot slot = m_layout.slotOf(block, lineIn(block, position));
            slot.top += top;
            return slot;
        };
        if (block.contains(static_cast<int>(range.begin)))
            isBeginSeen = lineOf(range.begin).top >= 0;
        if (block.contains(static_cast<int>(range.end))) {
            const BodyLayout::Slot last = lineOf(range.end);
            isEndSeen = last.top + last.height <= m_editor.viewport()->height();
        }
    });
    return isBeginSeen && isEndSeen;
}

/// The scroll bar counts lines. What lies above is laid out on the way: before that, each of its
/// paragraphs counts as one.
void BodySight::bring(TextRange range) const
{
    if (holds(range))
        return;
    const qreal high = m_editor.viewport()->height();
    QTextBlock block = m_editor.document()->findBlock(static_cast<int>(range.begin));
    qreal needed = 0;
    for (QTextBlock b = block; b.isValid() && b.position() <= range.end && needed < high;
         b = b.next())
        needed += m_layout.blockBoundingRect(b).height();
    const qreal above = std::clamp((high - needed) / 2, 0.0, high / 3);
    int up = static_cast<int>(above / m_layout.metrics().lineHeight);
    int line = lineIn(block, range.begin);
    while (up > line && block.previous().isValid()) {
        up -= line + 1;
        block = block.previous();
        line = lineCount(m_layout, block) - 1;
    }
    m_editor.verticalScrollBar()->setValue(block.firstLineNumber() + std::max(line - up, 0));
}

} // namespace nutgraf::body
