// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QObject>
#include <QThreadPool>

#include <vector>

namespace nutgraf::desk {

/// Reads a desk's stories on a worker; only the newest request is answered. The destructor waits.
class DeskLoader final : public QObject {
    Q_OBJECT
public:
    explicit DeskLoader(QObject *parent);
    ~DeskLoader() override;

    void load(const desk::Desk &desk);

Q_SIGNALS:
    void loaded(const std::vector<nutgraf::desk::StoryEntry> &entries);

private:
    QThreadPool m_pool;
    quint64 m_newest = 0;
};

} // namespace nutgraf::desk
