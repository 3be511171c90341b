// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/outbox.h"
#include "jobs/latest.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace nutgraf::outbox {

class OutboxWork;

/// Every delivery of the desk with its state: what waits and failed first. Try again and Give up
/// act on the chosen one.
class OutboxDialog final : public QDialog {
    Q_OBJECT
public:
    explicit OutboxDialog(OutboxWork &work, QWidget *parent = nullptr);

private:
    using Change = Result<std::vector<delivery::Delivery>> (*)(const QString &desk,
                                                               const QString &name,
                                                               const Clock &clock);
    struct Contents;
    [[nodiscard]] static Contents contentsOf(const QString &desk);
    void fill();
    void show(const Contents &contents);
    void showChosen();
    void change(Change how);

    OutboxWork &m_work;
    QTreeWidget *m_list;
    QLabel *m_told;
    QPushButton *m_send;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QString m_trouble; ///< of the last change by hand
    jobs::Latest m_looking; ///< last: its end waits for what runs
};

} // namespace nutgraf::outbox
