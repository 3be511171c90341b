// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;

namespace nutgraf::palette {

/// A field over a list: type to narrow it, Enter takes the chosen line. Serves the command palette
/// and "Go to story".
class Picker final : public QDialog {
    Q_OBJECT
public:
    struct Item {
        QString text;
        QString note; ///< secondary, after the text
        QString keys; ///< shown as caps at the right
        QIcon icon;
        bool isEnabled = true;
        std::function<void()> run;
    };

    Picker(const QString &prompt, std::vector<Item> items, QWidget *parent);
    ~Picker() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Model;
    void narrow(const QString &typed);
    void accept() override;
    void moveBy(int rows);

    Model *m_model;
    QLineEdit *m_field;
    QListView *m_list;
};

} // namespace nutgraf::palette
