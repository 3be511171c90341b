// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/analysis/row_view.h"
#include "ui/editor/reading.h"

#include <QWidget>

namespace nutgraf::sidepanel {

/// Remarks on the copy, by level.
class CheckSection final : public QWidget {
    Q_OBJECT
public:
    explicit CheckSection(QWidget *parent = nullptr);

    void setReading(const editor::Reading &reading);
    [[nodiscard]] rows::RowView &list() const;

Q_SIGNALS:
    void revealRequested(nutgraf::TextRange snapshotRange);
    void fieldRequested(nutgraf::story::Field field);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void reveal(const rows::Row &row);

    rows::RowView *m_list = nullptr;
    editor::Reading m_reading;
};

} // namespace nutgraf::sidepanel
