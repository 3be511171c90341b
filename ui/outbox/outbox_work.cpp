// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/outbox_work.h"

#include "delivery/command_hooks.h"
#include "delivery/service.h"
#include "delivery/ways.h"

#include <QProcessEnvironment>

#include <utility>

namespace nutgraf::outbox {

/// One desk's service, last: it uses the others.
struct OutboxWork::Post {
    Post(const QString &desk, const Clock &clock)
        : ways(clock),
          secrets(QProcessEnvironment::systemEnvironment()),
          hooks(desk, QProcessEnvironment::systemEnvironment()),
          service(desk, {clock, ways, secrets, hooks})
    {
    }

    delivery::Ways ways;
    delivery::KeyringSecrets secrets;
    delivery::CommandHooks hooks;
    delivery::DeliveryService service;
};

OutboxWork::OutboxWork(Clock clock, QObject *parent)
    : QObject(parent), m_clock(std::move(clock)) { }

OutboxWork::~OutboxWork() = default;

void OutboxWork::setDesk(const QString &folder)
{
    if (folder == m_desk) {
        deliver(); // its settings may be others
        return;
    }
    m_desk = folder;
    m_isAllowed = false;
    m_post.reset();
    if (!folder.isEmpty()) {
        m_post = std::make_unique<Post>(folder, m_clock);
        using delivery::DeliveryService;
        connect(&m_post->service, &DeliveryService::countsChanged, this,
                &OutboxWork::countsChanged);
        connect(&m_post->service, &DeliveryService::rested, this, &OutboxWork::looked);
        connect(&m_post->service, &DeliveryService::troubled, this, &OutboxWork::failed);
    }
    Q_EMIT countsChanged(counts());
}

void OutboxWork::allow()
{
    m_isAllowed = true;
    deliver();
}

void OutboxWork::deliver()
{
    if (m_post && m_isAllowed) {
        m_post->service.deliver();
    }
}

delivery::Counts OutboxWork::counts() const
{
    return m_post ? m_post->service.counts() : delivery::Counts();
}

} // namespace nutgraf::outbox
