// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row_view.h"
#include "ui/session/reading.h"

#include <QWidget>

namespace nutgraf::panels {

/// Remarks on the copy, by level.
class CheckSection final : public QWidget {
    Q_OBJECT
public:
    explicit CheckSection(QWidget *parent = nullptr);

    void setReading(const session::Reading &reading);
    [[nodiscard]] RowView &list() const;

Q_SIGNALS:
    void revealRequested(nutgraf::TextRange snapshotRange);
    void fieldRequested(nutgraf::story::Field field);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void reveal(const Row &row);

    RowView *m_list = nullptr;
    session::Reading m_reading; ///< the newest
    session::Reading m_listed; ///< the one that the rows are of
};

} // namespace nutgraf::panels
