// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/courier.h"

#include <QStringList>

namespace nutgraf::delivery {

/// One outlet's part of a courier's round: what waits for it, one at a time.
class Lane final : public QObject {
    Q_OBJECT
public:
    Lane(Outlet outlet, Courier &courier);

    /// Looks at a story anew: what must not go out any more is dropped, the rest waits its turn.
    void look(const QString &guid);
    /// Begins with what is due, if nothing is under way.
    void advance();
    void stop();

    [[nodiscard]] bool isBusy() const
    {
        return m_current.has_value();
    }
    /// The story that is under way; empty: none.
    [[nodiscard]] QString guid() const;
    /// When something is due here; none: nothing waits.
    [[nodiscard]] std::optional<QDateTime> nextDue() const;

Q_SIGNALS:
    void isFree();

private:
    /// A story whose oldest waiting version stands in line.
    struct Turn {
        QString guid = {};
        bool isWithdrawal = false;
        qint64 queued = 0; ///< ms since 1970
        qint64 due = 0;
    };
    /// What is under way.
    struct Current {
        Delivery before = {}; ///< as it is without this attempt
        Parcel parcel = {};
        bool isSent = false; ///< handed to the transport
    };
    /// A callback of the attempt that is under way now, and of no other.
    template <class Value>
    std::function<void(const Value &)> only(void (Lane::*then)(const Value &));

    [[nodiscard]] const Turn *best(qint64 now) const;
    [[nodiscard]] StoryBox &box(const QString &guid);
    [[nodiscard]] bool keep(const Delivery &delivery);
    void begin(const Turn &turn);
    void takeSecret(const FoundSecret &secret);
    void runBefore();
    void send(const Answer &hook);
    void finish(const Answer &answer);
    void finishHook(const Answer &answer);
    void settle(const Answer &answer);
    void conclude(const Delivery &after);
    void pause(const Answer &answer);

    Outlet m_outlet;
    Courier &m_courier;
    std::vector<Turn> m_turns;
    std::optional<Current> m_current;
    std::optional<Delivery> m_unsaved; ///< its receipt could not be written
    quint64 m_attempt = 0;
    int m_failures = 0; ///< in a row, of the way to the outlet
    qint64 m_pausedUntil = 0;
};

} // namespace nutgraf::delivery
