// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/desk_loader.h"

namespace nutgraf::desk {

DeskLoader::DeskLoader(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

DeskLoader::~DeskLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void DeskLoader::load(const desk::Desk &desk)
{
    const quint64 ticket = ++m_newest;
    m_pool.clear(); // what waits is older than this
    m_pool.start([this, ticket, desk] {
        // `this` outlives the worker: the destructor waits for it
        auto entries = desk.stories();
        QMetaObject::invokeMethod(
            this,
            [this, ticket, found = std::move(entries)] {
                if (ticket == m_newest) {
                    Q_EMIT loaded(found);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace nutgraf::desk
