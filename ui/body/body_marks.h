// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/mark_log.h"

#include <QObject>

namespace nutgraf::body {

class BodySight;
class Ribbon;

/// What is laid over a text and beside it. Answers for an older text are carried over: the edits
/// made since are replayed onto them. Repaints only changed lines.
class BodyMarks final : public QObject {
    Q_OBJECT
public:
    BodyMarks(const BodySight &sight, Ribbon &ribbon);

    /// Marks computed for the text at `revision`.
    void set(quint64 revision, std::vector<Mark> marks);
    void setRibbon(quint64 revision, std::vector<RibbonUnit> units);
    /// The unit with the accent outline; -1: none.
    void setFocusUnit(int unit);
    /// The find one stands at (empty: none), drawn stronger than any other selection.
    void setFound(TextRange range);
    /// Of another text: nothing is left.
    void clear();

    /// Rises with every edit.
    [[nodiscard]] quint64 revision() const;
    /// Goes along with an edit of the text.
    void move(const Edit &edit);
    /// The marks that touch `range`, in order.
    [[nodiscard]] std::vector<Mark> within(TextRange range) const;
    [[nodiscard]] int focusUnit() const;
    [[nodiscard]] TextRange found() const;
    /// The shortest unit around a position, -1: none.
    [[nodiscard]] int unitAt(qsizetype position) const;

Q_SIGNALS:
    void ribbonChanged();

private:
    void repaintUnit(int unit) const;

    const BodySight &m_sight;
    Ribbon &m_ribbon;
    EditLog m_log;
    MarkList m_marks;
    TextRange m_found;
    int m_focusUnit = -1;
};

} // namespace nutgraf::body
