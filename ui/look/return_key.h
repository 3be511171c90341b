// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDialog;

namespace nutgraf::look {

/// Return in `dialog` presses the button that has the keyboard, of whatever kind; only where none
/// has it, the dialog's filled one. Qt does so for push buttons with autoDefault alone. A key held
/// down presses nothing.
class ReturnKey final : public QObject {
public:
    explicit ReturnKey(QDialog *dialog);
    /// Call it when buttons were added to a dialog that is shown.
    void watchButtons();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDialog &m_dialog;
};

} // namespace nutgraf::look
