// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/courier.h"

#include "delivery/lane.h"

#include <algorithm>

namespace nutgraf::delivery {

Courier::Courier(QString deskFolder, std::vector<Outlet> outlets, CourierTools tools,
                 QObject *parent)
    : QObject(parent), m_deskFolder(std::move(deskFolder)), m_tools(std::move(tools))
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &Courier::advance);
    for (Outlet &outlet : outlets) {
        m_lanes.push_back(std::make_unique<Lane>(std::move(outlet), *this));
        // Queued: a lane that is free again is done with what it was called for.
        connect(m_lanes.back().get(), &Lane::isFree, this, &Courier::advance, Qt::QueuedConnection);
    }
}

Courier::~Courier() = default;

void Courier::take(std::vector<Consignment> stories)
{
    for (Consignment &story : stories)
        m_next.push_back(std::move(story));
}

/// What is known here is newer than what somebody read while it was on its way.
void Courier::add(Consignment story)
{
    const QString guid = story.guid;
    std::vector<Delivery> &all = story.box.deliveries;
    const auto known = m_stories.constFind(guid);
    if (known != m_stories.cend()) {
        for (const Delivery &delivery : known->box.deliveries) {
            const auto read = std::ranges::find(all, delivery.key, &Delivery::key);
            if (read != all.end())
                *read = delivery;
        }
    }
    m_stories.insert(guid, std::move(story));
    for (const std::unique_ptr<Lane> &lane : m_lanes)
        lane->look(guid);
}

bool Courier::isUnderWay(const QString &guid) const
{
    return std::ranges::any_of(m_lanes, [&](const auto &lane) { return lane->guid() == guid; });
}

bool Courier::isIdle() const
{
    return std::ranges::none_of(m_lanes, &Lane::isBusy, &std::unique_ptr<Lane>::operator*);
}

void Courier::start()
{
    m_isRunning = true;
    m_isStopping = false;
    advance();
}

void Courier::stop()
{
    m_isStopping = true;
    m_wake.stop();
    for (const std::unique_ptr<Lane> &lane : m_lanes)
        lane->stop();
    m_tools.hooks.stop();
    m_tools.transport.stop();
    advance();
}

void Courier::advance()
{
    if (!m_isRunning)
        return;
    for (Consignment &story : std::exchange(m_next, {})) {
        if (isUnderWay(story.guid))
            m_next.push_back(std::move(story));
        else
            add(std::move(story));
    }
    std::optional<QDateTime> next;
    for (const std::unique_ptr<Lane> &lane : m_lanes) {
        if (!m_isStopping)
            lane->advance();
        const std::optional<QDateTime> due = lane->nextDue();
        if (due && (!next || *due < *next))
            next = due;
    }
    if (!isIdle())
        return;
    if (m_isStopping || !next) {
        m_isRunning = false;
        Q_EMIT finished();
        return;
    }
    const qint64 pause = std::max<qint64>(m_tools.clock().msecsTo(*next), 0);
    constexpr qint64 Hour = 3600000; // a clock that is put right must be noticed
    m_wake.start(std::chrono::milliseconds(std::min(pause, Hour)));
    Q_EMIT waits(*next);
}

Counts Courier::counts() const
{
    Counts counts;
    for (const Consignment &story : m_stories) {
        for (const Delivery &delivery : story.box.deliveries) {
            counts.waiting += delivery.state == State::Waiting ? 1 : 0;
            counts.sent += delivery.state == State::Sent ? 1 : 0;
            counts.failed += delivery.state == State::Failed ? 1 : 0;
        }
    }
    return counts;
}

} // namespace nutgraf::delivery
