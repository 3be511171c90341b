// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/in_order.h"

namespace nutgraf::jobs {

InOrder::InOrder(QObject *context) : m_context(context)
{
    m_worker.setMaxThreadCount(1);
}

InOrder::~InOrder()
{
    m_worker.waitForDone();
}

void InOrder::post(Work work)
{
    m_worker.start([work = std::move(work), context = m_context] {
        if (Reply reply = work()) {
            QMetaObject::invokeMethod(context, std::move(reply), Qt::QueuedConnection);
        }
    });
}

} // namespace nutgraf::jobs
