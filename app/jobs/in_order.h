// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/work.h"

#include <QObject>
#include <QThreadPool>

namespace nutgraf::jobs {

/// In order: every piece of work is done, one after the other, on one thread that ends when long
/// unused.
class InOrder final {
public:
    /// Must not throw.
    using Work = std::function<Reply()>;

    /// Replies are run in the thread of `context`, while it lives.
    explicit InOrder(QObject *context);
    ~InOrder(); ///< finishes all that was posted
    InOrder(const InOrder &) = delete;
    InOrder &operator=(const InOrder &) = delete;

    void post(Work work);

private:
    QObject *m_context;
    QThreadPool m_worker;
};

} // namespace nutgraf::jobs
