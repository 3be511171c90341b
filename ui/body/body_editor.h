// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/body_column.h"
#include "ui/body/marks.h"

#include <QPlainTextEdit>

#include <memory>
#include <vector>

namespace nutgraf::body {

class BodyMarks;

/// The body: plain text with 1.5 line height, a centred column of at most 34.75 em, marks painted
/// under and over the text without a second layout, the gutter with shapes, chips and the source
/// ribbon. Text is exchanged raw: no-break spaces and U+2028 survive. Undo is the story's (a
/// QUndoStack outside): the editor sends undo and redo keys there.
class BodyEditor final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit BodyEditor(QWidget *parent = nullptr);
    ~BodyEditor() override;

    /// Replaces the whole text; texts over 32 KB are loaded in slices behind the first paint.
    /// Clears undo.
    void loadText(const QString &text);
    [[nodiscard]] bool isLoading() const;
    /// Loads what is missing at once (before saving, undo or jumping to the end).
    void finishLoading();
    /// The document's text with `\n` line ends; finishes loading first.
    [[nodiscard]] QString text();
    /// Rises with every change of the text, also by undo.
    [[nodiscard]] quint64 revision() const;

    /// What is laid over the text and beside it (ui/body/body_marks.h).
    [[nodiscard]] BodyMarks &marks();

    /// Scrolls so that all of `range` can be read, or as much of it as there is room for, and
    /// selects it, or puts the caret there, or leaves both alone. Leaves the keyboard where it is.
    enum class Reveal { Select, Caret, Look };
    void reveal(TextRange range, Reveal how);

    /// Text zoom, 1.0 … 3.0.
    void setZoom(double factor);
    [[nodiscard]] double zoom() const;
    void setBodyFont(const QFont &font);

    /// Where the text stands in the editor; fields above it share its left edge.
    [[nodiscard]] BodyColumn column() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// After every change of the text: `removed` units at `position` gave way to `added`.
    void edited(qsizetype position, qsizetype removed, qsizetype added, quint64 revision);
    void loadingFinished();
    /// The unit under the caret changed (-1: none).
    void unitUnderCaret(int unit);
    /// A chip, shape or stripe in the gutter was clicked.
    void unitClicked(int unit);
    /// Ctrl+Z and Ctrl+Shift+Z, from keys or the context menu.
    void undoRequested();
    void redoRequested();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    friend class BodySight; // looks at what the viewport shows

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::body
