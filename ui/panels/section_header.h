// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/row_painter.h"

#include <QAbstractButton>

#include <vector>

class QHBoxLayout;

namespace nutgraf::panels {

/// The head of a foldable section: arrow, title, count; shapes with counts or words at the right.
/// Checked: the section is open.
class SectionHeader final : public QAbstractButton {
    Q_OBJECT
public:
    SectionHeader(const QString &title, QWidget *parent);

    void setCount(const QString &count);
    void setWords(const QString &words);
    void setCounts(std::vector<look::ShapeCount> counts);
    void setTopLine(bool hasLine);
    /// A control at the right, in place of the words.
    void setCorner(QWidget *control);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();

    look::SectionHeader m_header;
    QHBoxLayout *m_corner = nullptr;
};

} // namespace nutgraf::panels
