// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/body_column.h"
#include "ui/body/body_editor.h"
#include "ui/body/body_layout.h"
#include "ui/body/body_marks.h"
#include "ui/body/body_sight.h"
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
    void paste(const QString &text) const; ///< body_input.cpp
    /// The clipboard as it stands; one that nobody has filled yet has no data at all.
    void pasteMarkdown() const;
    /// In the margins the mouse works on the line beside it.
    bool mouseBesideText(QMouseEvent &event) const;

    [[nodiscard]] MarkPainter::Style markStyle() const;
    void strengthenFound(QList<QAbstractTextDocumentLayout::Selection> &selections) const;

    BodyEditor &q;
    QTextDocument &document;
    BodyLayout &layout;
    SliceLoader &loader;
    Ribbon &ribbon;
    BodySight sight;
    BodyMarks marks;
    SyntaxRunner syntax;
    BodyColumn column;
    QFont font;
    double zoom = 1.0;
    int length = 0; ///< of the text as last seen
    int caretUnit = -1;
    bool wasPainted = false;
};

} // namespace nutgraf::body
