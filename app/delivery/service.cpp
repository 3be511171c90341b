// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/service.h"

#include "jobs/off_thread.h"

#include <optional>

using namespace std::chrono_literals;

namespace nutgraf::delivery {

/// What a look at the desk gave; its lock is let go with it.
struct DeliveryService::Look {
    std::optional<FileLock> lock;
    std::vector<Outlet> outlets;
    Outbox outbox;
    std::optional<Error> fault;
};

namespace {

/// Somebody else delivers: they may leave something.
constexpr std::chrono::milliseconds OthersTurn = 30s;
/// A clock that is put right, or a desk that others share, is noticed within the hour.
constexpr std::chrono::milliseconds Longest = 1h;

} // namespace

DeliveryService::DeliveryService(QString deskFolder, CourierTools tools, QObject *parent)
    : QObject(parent), m_deskFolder(std::move(deskFolder)), m_tools(std::move(tools))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &DeliveryService::deliver);
}

DeliveryService::~DeliveryService() = default;

/// A long round takes in what was published meanwhile: a kill must not wait for its end.
void DeliveryService::lookAgain()
{
    jobs::offThread(
        this,
        [folder = m_deskFolder, clock = m_tools.clock, held = m_look] {
            auto look = std::make_shared<Look>();
            look->outbox = queueAll(folder, held->outlets, clock);
            return look;
        },
        [this](const std::shared_ptr<Look> &look) {
            if (!m_courier)
                return; // the round has ended, and the next one looks itself
            m_courier->take(std::move(look->outbox.stories));
            m_courier->start();
        });
}

void DeliveryService::deliver()
{
    m_isAsked = isAtWork();
    if (m_courier)
        lookAgain();
    if (m_isAsked)
        return;
    m_again.stop();
    m_isLooking = true;
    jobs::offThread(
        this,
        [folder = m_deskFolder, clock = m_tools.clock] {
            auto look = std::make_shared<Look>();
            Result<std::vector<Outlet>> outlets = outletsOf(folder);
            if (!outlets) {
                look->fault = outlets.error();
                return look;
            }
            if (outlets->empty())
                return look; // nothing to hold, and no outbox to make
            Result<FileLock> lock = lockOutbox(folder);
            if (!lock) {
                look->fault = lock.error();
                return look;
            }
            look->lock.emplace(*std::move(lock));
            look->outlets = *std::move(outlets);
            look->outbox = queueAll(folder, look->outlets, clock);
            return look;
        },
        [this](const std::shared_ptr<Look> &look) { take(look); });
}

void DeliveryService::take(const std::shared_ptr<Look> &look)
{
    m_isLooking = false;
    if (look->fault && look->fault->code != ErrorCode::FileLocked)
        Q_EMIT troubled(*look->fault);
    for (const Error &fault : look->outbox.faults)
        Q_EMIT troubled(fault);
    if (look->lock)
        send(look);
    else
        rest(look->fault ? OthersTurn : Longest);
}

void DeliveryService::send(const std::shared_ptr<Look> &look)
{
    m_look = look;
    m_courier = std::make_unique<Courier>(m_deskFolder, look->outlets, m_tools);
    connect(m_courier.get(), &Courier::changed, this, &DeliveryService::count);
    connect(m_courier.get(), &Courier::storeFailed, this, &DeliveryService::troubled);
    // Queued: the courier is not taken away while it speaks.
    connect(
        m_courier.get(), &Courier::finished, this, [this] { rest(Longest); }, Qt::QueuedConnection);
    connect(
        m_courier.get(), &Courier::waits, this,
        [this](const QDateTime &due) {
            const std::chrono::milliseconds pause(m_tools.clock().msecsTo(due));
            rest(std::clamp<std::chrono::milliseconds>(pause, 1s, Longest));
        },
        Qt::QueuedConnection);
    m_courier->take(std::move(look->outbox.stories));
    m_courier->start();
    count();
}

void DeliveryService::rest(std::chrono::milliseconds pause)
{
    if (m_courier && !m_courier->isIdle())
        return; // it began with something meanwhile
    count();
    m_courier.reset();
    m_look.reset();
    m_again.start(pause);
    Q_EMIT rested();
    if (m_isAsked)
        deliver();
}

void DeliveryService::count()
{
    const Counts counts = m_courier ? m_courier->counts() : m_counts;
    if (counts != std::exchange(m_counts, counts))
        Q_EMIT countsChanged(counts);
}

void DeliveryService::stop()
{
    m_isAsked = false;
    m_again.stop();
    if (m_courier)
        m_courier->stop();
}

} // namespace nutgraf::delivery
