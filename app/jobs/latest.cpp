// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/latest.h"

#include "jobs/worker.h"

#include <QPointer>

namespace nutgraf::jobs {

Latest::Latest(QObject *parent) : QObject(parent)
{
    m_worker = std::make_unique<Worker>([this](quint64 number, Reply reply) {
        QMetaObject::invokeMethod(
            this, [this, number, reply = std::move(reply)] { deliver(number, reply); },
            Qt::QueuedConnection);
    });
}

Latest::~Latest() = default;

void Latest::submit(Work work)
{
    m_worker->post(++m_newest, std::move(work));
    setIdle(false);
}

bool Latest::isIdle() const
{
    return m_isIdle;
}

void Latest::deliver(quint64 number, const Reply &reply)
{
    if (number != m_newest) {
        return; // something newer came while this was on its way
    }
    const QPointer<Latest> self(this);
    if (reply) {
        reply();
    }
    // The reply may have submitted again, or ended this object.
    if (self && number == m_newest) {
        setIdle(true);
    }
}

void Latest::setIdle(bool isIdle)
{
    if (m_isIdle != isIdle) {
        m_isIdle = isIdle;
        Q_EMIT idleChanged(isIdle);
    }
}

} // namespace nutgraf::jobs
