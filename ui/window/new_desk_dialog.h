// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/dialogs.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nutgraf::window {

/// Asks for a new desk's settings and folder; says what is missing while anything is.
class NewDeskDialog final : public QDialog {
    Q_OBJECT
public:
    explicit NewDeskDialog(QWidget *parent = nullptr);

    [[nodiscard]] NewDesk desk() const;

private:
    void addFields(QFormLayout &form);
    QWidget *makeFolderRow();
    void proposeFolder();
    void check();
    [[nodiscard]] QString fault() const; ///< empty: all is well

    QLineEdit *m_name;
    QLineEdit *m_agency;
    QLineEdit *m_domain;
    QLineEdit *m_wire;
    QLineEdit *m_folder;
    QLabel *m_fault;
    QPushButton *m_create = nullptr;
    QString m_proposed; ///< the folder follows the name until it is changed by hand
};

} // namespace nutgraf::window
