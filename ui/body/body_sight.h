// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/body_editor.h"
#include "ui/body/body_layout.h"
#include "ui/body/ribbon_rows.h"

namespace nutgraf::body {

/// What of a text can be seen in its editor.
class BodySight {
public:
    BodySight(BodyEditor &editor, BodyLayout &layout);

    /// Calls `use(block, top)` for the blocks that can be seen, with their top in the viewport.
    template <typename Use>
    void forBlocks(Use use) const
    {
        QTextBlock block = m_editor.firstVisibleBlock();
        qreal top = m_editor.contentOffset().y();
        const int bottom = m_editor.viewport()->height();
        for (; block.isValid() && top <= bottom; block = block.next()) {
            const qreal height = m_layout.blockBoundingRect(block).height();
            use(block, top);
            top += height;
        }
    }

    void repaint(const QTextBlock &block) const;
    /// Every line that can be seen, and those of the paragraph above: a stretch that began there is
    /// not begun again.
    [[nodiscard]] std::vector<RibbonLine> lines() const;
    /// A position in the viewport moved into the line of text it belongs to: gaps between lines and
    /// margins belong to the nearest line.
    [[nodiscard]] QPointF inText(QPointF position) const;
    /// Scrolls so that all of `range` can be read, or as much of it as there is room for.
    void bring(TextRange range) const;

private:
    [[nodiscard]] bool holds(TextRange range) const;

    BodyEditor &m_editor;
    BodyLayout &m_layout;
};

} // namespace nutgraf::body
