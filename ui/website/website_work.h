// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "jobs/in_order.h"
#include "site/site.h"

#include <QObject>

namespace nutgraf::website {

/// Makes desks' websites, one run after the other, on a worker.
class WebsiteWork final : public QObject {
    Q_OBJECT
public:
    explicit WebsiteWork(QObject *parent = nullptr);

    /// A story of this folder was published: its desk's site is made anew, if the desk has one.
    /// Says nothing where all went well.
    void follow(const QString &storyFolder);
    /// Makes the desk's site, every file of it, whether it had one or not.
    void make(const QString &deskFolder);

Q_SIGNALS:
    /// After make().
    void made(const QString &siteFolder, const nutgraf::site::Built &built);
    /// What kept the site, or one of its stories, from being made. What is published stays so.
    void failed(const nutgraf::Error &error);

private:
    void tellFaults(const Result<site::Built> &built);

    jobs::InOrder m_worker;
};

} // namespace nutgraf::website
