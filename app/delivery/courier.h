// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/delivery.h"
#include "delivery/outbox.h"
#include "delivery/outlet.h"
#include "delivery/secrets.h"
#include "delivery/transport.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace nutgraf::delivery {

/// What runs before and after a delivery. Called as Transport::Done is; Arrived: go on.
class Hooks {
public:
    using Done = Transport::Done;

    Hooks() = default;
    virtual ~Hooks() = default;
    Hooks(const Hooks &) = delete;
    Hooks &operator=(const Hooks &) = delete;

    virtual void run(const QStringList &command, const Parcel &parcel, Done done) = 0;
    virtual void stop() = 0;
};

/// What a courier works with; all of it outlives the courier.
struct CourierTools {
    Clock clock;
    Transport &transport;
    Secrets &secrets;
    Hooks &hooks;
};

struct Counts {
    int waiting = 0;
    int sent = 0;
    int failed = 0;

    friend bool operator==(const Counts &, const Counts &) = default;
};

class Lane;

/// Delivers what waits: outlets side by side, at one outlet one version after the other, of a story
/// the oldest first, withdrawals before all else. A version is sent only when the receipt of the
/// one before is safe on the disk: whatever breaks off, an old version never follows a newer one.
/// One thread; one courier for a desk at a time (DeskFolder::deliveryLock()).
class Courier final : public QObject {
    Q_OBJECT
public:
    Courier(QString deskFolder, std::vector<Outlet> outlets, CourierTools tools,
            QObject *parent = nullptr);
    ~Courier() override;

    /// What the desk's stories call for (queueAll(), queueStory()). Of a story that is known
    /// already, deliveries that are new are taken, once nothing of it is on its way.
    void take(std::vector<Consignment> stories);
    /// Begins, or looks again whether something is due.
    void start();
    /// Nothing more is begun; what is on its way is broken off and counts as not answered. Ends
    /// with finished().
    void stop();

    [[nodiscard]] Counts counts() const;
    /// Nothing is on its way.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    /// A delivery's file has changed.
    void changed(const nutgraf::delivery::Delivery &delivery);
    /// A receipt cannot be written: its story waits until it can.
    void storeFailed(const nutgraf::Error &error);
    /// The secret came from the environment.
    void secretExposed(const nutgraf::delivery::Outlet &outlet);
    /// Nothing is due before `time`.
    void waits(const QDateTime &time);
    /// Nothing waits any more, or all was stopped.
    void finished();

private:
    friend class Lane;
    void advance();
    void add(Consignment story);
    [[nodiscard]] bool isUnderWay(const QString &guid) const;

    QString m_deskFolder;
    CourierTools m_tools;
    QHash<QString, Consignment> m_stories; ///< by guid
    std::vector<Consignment> m_next; ///< taken while a story of theirs was on its way
    std::vector<std::unique_ptr<Lane>> m_lanes;
    QTimer m_wake;
    bool m_isStopping = false;
    bool m_isRunning = false;
};

} // namespace nutgraf::delivery
