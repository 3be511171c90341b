// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/body_column.h"
#include "ui/body/body_editor.h"
#include "ui/body/body_layout.h"
#include "ui/body/mark_log.h"
#include "ui/body/mark_painter.h"
#include "ui/body/ribbon.h"
#include "ui/body/slice_loader.h"
#include "ui/body/syntax_runner.h"

namespace nutgraf::body {

struct BodyEditor::Private {
    explicit Private(BodyEditor &owner);

    void applyFont();
    void applyColumn();
    void placeRibbon();
    void showRibbonLines();
    void noteUpdate(const QRect &area, int dy);
    void noteChange(int position, int removed, int added);
    void noteCaret();
    void startSyntax();
    void updateBlock(const QTextBlock &block);
    void updateUnit(int unit);
    void paste(const QString &text) const; ///< body_input.cpp
    /// The clipboard as it stands; one that nobody has filled yet has no data at all.
    void pasteMarkdown() const;
    /// A mouse position moved into the line of text it belongs to: gaps between lines and margins
    /// belong to the nearest line.
    [[nodiscard]] QPointF inText(QPointF viewportPosition) const;
    [[nodiscard]] int unitAt(qsizetype position) const;

    // body_sight.cpp
    void bringIntoSight(TextRange range) const;
    [[nodiscard]] bool isInSight(TextRange range) const;

    [[nodiscard]] MarkPainter::Style markStyle() const;
    void strengthenFound(QList<QAbstractTextDocumentLayout::Selection> &selections) const;

    /// Calls `use(block, top)` for the blocks that can be seen, with their top in the viewport.
    template <typename Use>
    void forVisibleBlocks(Use use) const
    {
        QTextBlock block = q.firstVisibleBlock();
        qreal top = q.contentOffset().y();
        const int bottom = q.viewport()->height();
        for (; block.isValid() && top <= bottom; block = block.next()) {
            const qreal height = layout.blockBoundingRect(block).height();
            use(block, top);
            top += height;
        }
    }

    BodyEditor &q;
    QTextDocument &document;
    BodyLayout &layout;
    SliceLoader &loader;
    Ribbon &ribbon;
    SyntaxRunner syntax;
    EditLog log;
    MarkList marks;
    BodyColumn column;
    QFont font;
    double zoom = 1.0;
    int length = 0; ///< of the text as last seen
    TextRange found;
    int focusUnit = -1;
    int caretUnit = -1;
    bool wasPainted = false;
};

} // namespace nutgraf::body
