// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor_p.h"

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

bool BodyEditor::Private::isInSight(TextRange range) const
{
    bool isBeginSeen = false;
    bool isEndSeen = false;
    forVisibleBlocks([&](const QTextBlock &block, qreal top) {
        const auto lineOf = [&](qsizetype position) {
            BodyLayout::Slot slot = layout.slotOf(block, lineIn(block, position));
            slot.top += top;
            return slot;
        };
        if (block.contains(static_cast<int>(range.begin)))
            isBeginSeen = lineOf(range.begin).top >= 0;
        if (block.contains(static_cast<int>(range.end))) {
            const BodyLayout::Slot last = lineOf(range.end);
            isEndSeen = last.top + last.height <= q.viewport()->height();
        }
    });
    return isBeginSeen && isEndSeen;
}

/// The scroll bar counts lines. What lies above is laid out on the way: before that, each of its
/// paragraphs counts as one.
void BodyEditor::Private::bringIntoSight(TextRange range) const
{
    if (isInSight(range))
        return;
    const qreal high = q.viewport()->height();
    QTextBlock block = document.findBlock(static_cast<int>(range.begin));
    qreal needed = 0;
    for (QTextBlock b = block; b.isValid() && b.position() <= range.end && needed < high;
         b = b.next())
        needed += layout.blockBoundingRect(b).height();
    const qreal above = std::clamp((high - needed) / 2, 0.0, high / 3);
    int up = static_cast<int>(above / layout.metrics().lineHeight);
    int line = lineIn(block, range.begin);
    while (up > line && block.previous().isValid()) {
        up -= line + 1;
        block = block.previous();
        line = lineCount(layout, block) - 1;
    }
    q.verticalScrollBar()->setValue(block.firstLineNumber() + std::max(line - up, 0));
}

} // namespace nutgraf::body
