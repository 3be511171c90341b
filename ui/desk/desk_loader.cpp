// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/desk_loader.h"

namespace nutgraf::desk {

DeskLoader::DeskLoader(QObject *parent) : QObject(parent) { }

void DeskLoader::load(const desk::Desk &desk)
{
    m_work.submit([this, desk](const jobs::Cancelled &) -> jobs::Reply {
        return [this, entries = desk.stories()] {
            Q_EMIT loaded(entries);
        };
    });
}

} // namespace nutgraf::desk
