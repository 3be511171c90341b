// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "delivery/courier.h"

#include <QObject>

#include <memory>

namespace nutgraf::outbox {

/// Sends what the open desk published to its outlets, in the background.
class OutboxWork final : public QObject {
    Q_OBJECT
public:
    explicit OutboxWork(Clock clock, QObject *parent = nullptr);
    ~OutboxWork() override;

    /// Sends what waits in another desk from now on; empty: in none.
    void setDesk(const QString &folder);
    /// The user wants this desk's deliveries sent from here, until another desk is opened. A desk
    /// comes from elsewhere, and says itself where things are written: opening it sends nothing.
    void allow();
    [[nodiscard]] bool isAllowed() const
    {
        return m_isAllowed;
    }
    /// Something was published, or is to be tried again: looks at once, if it is allowed.
    void deliver();

    [[nodiscard]] const QString &desk() const
    {
        return m_desk;
    }
    [[nodiscard]] delivery::Counts counts() const;
    [[nodiscard]] const Clock &clock() const
    {
        return m_clock;
    }

Q_SIGNALS:
    void countsChanged(const nutgraf::delivery::Counts &counts);
    /// A round is over: tries and reasons may be others, also where the counts are not.
    void looked();
    /// A receipt, a story or desk.json cannot be read or written.
    void failed(const nutgraf::Error &error);

private:
    struct Post;

    Clock m_clock;
    QString m_desk;
    bool m_isAllowed = false;
    std::unique_ptr<Post> m_post;
};

} // namespace nutgraf::outbox
