// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/in_order.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace nutgraf::session {

/// A change of the body: `removed` UTF-16 units at `position` gave way to `added`.
struct BodyEdit {
    qsizetype position = 0;
    qsizetype removed = 0;
    QString added;
};

/// The body's second copy, on a worker of its own that runs one piece of work after the other: the
/// keyboard's thread only notes edits and never copies, encodes or syncs a long text.
class StoryMirror final {
public:
    /// What is to be done in the context's thread afterwards; may be empty.
    using Reply = jobs::Reply;
    /// Work on the worker, given the body with all edits so far.
    using Work = std::function<Reply(const QString &body)>;

    /// Replies are delivered while `context` lives.
    explicit StoryMirror(QObject *context);
    ~StoryMirror(); ///< finishes all work that was posted

    void reset(QString body);
    void edit(BodyEdit edit);
    void post(Work work);
    /// The body with all edits so far; waits for the work posted before.
    [[nodiscard]] QString body();

private:
    struct Copy {
        QString body;
    };

    std::shared_ptr<Copy> m_copy; ///< touched by the worker alone
    std::vector<BodyEdit> m_pending; ///< not yet handed to the worker
    jobs::InOrder m_worker;
};

} // namespace nutgraf::session
