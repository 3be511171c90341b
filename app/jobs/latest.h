// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/work.h"

#include <QObject>

#include <memory>

namespace nutgraf::jobs {

class Worker;

/// Latest wins: of the pieces of work handed in, only the newest counts. Older ones that wait are
/// skipped, one that runs is cancelled, stale answers are dropped. One thread of its own that
/// gives way to typing. No call waits for it but the destructor, which cancels first.
class Latest final : public QObject {
    Q_OBJECT
public:
    /// Polls `cancelled`; must not throw.
    using Work = std::function<Reply(const Cancelled &cancelled)>;

    explicit Latest(QObject *parent = nullptr);
    ~Latest() override;

    /// Takes `work` as the newest. Its reply is run in this object's thread, unless something newer
    /// was submitted by then.
    void submit(Work work);
    /// Nothing is waiting, being done or on its way back.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    /// Sent with every change of isIdle().
    void idleChanged(bool idle);

private:
    void deliver(quint64 number, const Reply &reply);
    void setIdle(bool isIdle);

    quint64 m_newest = 0;
    bool m_isIdle = true;
    std::unique_ptr<Worker> m_worker;
};

} // namespace nutgraf::jobs
