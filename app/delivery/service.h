// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/courier.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace nutgraf::delivery {

/// Delivers in the background of a window: looks at the desk beside the window's thread, sends what
/// is due, and looks again when something is due next. It holds the outbox (lockOutbox()) only
/// while it sends, so that the command line and other windows get their turn.
class DeliveryService final : public QObject {
    Q_OBJECT
public:
    /// What the tools name outlives the service.
    DeliveryService(QString deskFolder, CourierTools tools, QObject *parent = nullptr);
    ~DeliveryService() override;

    /// Looks and sends; to be called when the desk is opened, and after each publication. While it
    /// is at work it looks once more afterwards.
    void deliver();
    /// Breaks off what is on its way, and does nothing more until deliver().
    void stop();

    [[nodiscard]] const Counts &counts() const
    {
        return m_counts;
    }
    [[nodiscard]] bool isAtWork() const
    {
        return m_isLooking || m_courier != nullptr;
    }

Q_SIGNALS:
    /// Sent when they are others than before.
    void countsChanged(const nutgraf::delivery::Counts &counts);
    /// A story, a receipt or desk.json cannot be read or written; the rest goes on.
    void troubled(const nutgraf::Error &error);
    /// Nothing more is done for now.
    void rested();

private:
    struct Look;
    void take(const std::shared_ptr<Look> &look);
    void send(const std::shared_ptr<Look> &look);
    void lookAgain();
    void rest(std::chrono::milliseconds pause);
    void count();

    QString m_deskFolder;
    CourierTools m_tools;
    std::shared_ptr<Look> m_look; ///< holds the outbox
    std::unique_ptr<Courier> m_courier;
    QTimer m_again;
    Counts m_counts;
    bool m_isLooking = false;
    bool m_isAsked = false; ///< deliver() was called meanwhile
};

} // namespace nutgraf::delivery
