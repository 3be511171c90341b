// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"
#include "jobs/latest.h"

#include <QObject>

#include <vector>

namespace nutgraf::desk {

/// Reads a desk's stories on a worker; only the newest request is answered. The destructor waits.
class DeskLoader final : public QObject {
    Q_OBJECT
public:
    explicit DeskLoader(QObject *parent);

    void load(const desk::Desk &desk);

Q_SIGNALS:
    void loaded(const std::vector<nutgraf::desk::StoryEntry> &entries);

private:
    jobs::Latest m_work;
};

} // namespace nutgraf::desk
