// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace nutgraf::delivery {

/// Where a delivery stands.
enum class State {
    Waiting, ///< for its turn, for an embargo's end, or for the next try
    Sent,
    Failed, ///< the outlet refused it; it is not tried again by itself
    Cancelled, ///< by hand
    Dropped, ///< overtaken: the story was withdrawn, or a newer version arrived
};

/// Why a delivery is not (or not quite) done; app/messages words it.
enum class Reason {
    None,
    Unreachable, ///< no connection, no such host, no trust in its certificate
    TimedOut,
    CutOff, ///< the connection ended before an answer
    Answered, ///< `code` is the HTTP status
    Redirected, ///< to another address, which no secret is taken to
    Misunderstood, ///< the answer is not what such a server says
    SecretMissing,
    KeyringSilent, ///< there is no keyring, or it is locked
    CommandMissing, ///< sftp, rsync or a hook is not there
    CommandFailed, ///< `code` is its exit code
    HookNotAllowed, ///< nobody on this computer has allowed the desk's commands
    HookFailed, ///< the command before it said no; `code` is its exit code
    FileDamaged, ///< what was published is not as it was; nothing is sent
    TargetUnwritable, ///< the folder cannot be written to
    SiteMissing, ///< there is no site to be copied
    StoryMissing, ///< the story that was published is gone from the desk
    Withdrawn, ///< dropped: a kill or hold came first
    Overtaken, ///< dropped: a newer version arrived
    NeverArrived, ///< dropped: a withdrawal of what the outlet never received
    Stopped, ///< by hand, in the middle
};

/// What names a delivery.
struct DeliveryKey {
    QString guid; ///< the wire edition's
    int version = 1;
    QString outlet; ///< Outlet::id

    friend bool operator==(const DeliveryKey &, const DeliveryKey &) = default;
    friend auto operator<=>(const DeliveryKey &, const DeliveryKey &) = default;
};

/// One version of a story on its way to one outlet, and its receipt.
struct Delivery {
    DeliveryKey key;
    State state = State::Waiting;
    bool isWithdrawal = false; ///< a kill or hold
    QDateTime queued; ///< UTC, as all times here
    std::optional<QDateTime> embargo; ///< it does not go out before
    std::optional<QDateTime> notBefore; ///< the next try
    int attempts = 0;
    std::optional<QDateTime> tried; ///< when the last attempt began
    bool mayHaveArrived = false; ///< it did, or an attempt ended without an answer
    Reason reason = Reason::None;
    int code = 0; ///< HTTP status or exit code
    QStringList files; ///< that were sent, by their names in the version
    QString remote; ///< what the outlet calls it: a post's number
    std::optional<QDateTime> settled; ///< when it was sent, refused, cancelled or dropped

    friend bool operator==(const Delivery &, const Delivery &) = default;
};

/// When it can be tried: not before its embargo's end nor the next try; none: at once.
[[nodiscard]] std::optional<QDateTime> dueTime(const Delivery &delivery);

/// A small JSON file, keys in a stable order, `\n` line ends. It holds no secret and no text of the
/// story.
[[nodiscard]] QByteArray writeDelivery(const Delivery &delivery);
/// Error: FileUnreadable; the detail says what is wrong with it.
[[nodiscard]] Result<Delivery> readDelivery(const QByteArray &json, const QString &name);

/// `waiting`, `sent`, `failed`, `cancelled`, `dropped`.
[[nodiscard]] QString key(State state);
[[nodiscard]] std::optional<State> stateFromKey(QStringView key);
/// `timed-out`, `answered`, …; empty for None.
[[nodiscard]] QString key(Reason reason);

/// `HTTP 503`, `exit code 1`: what `code` says; empty: nothing.
[[nodiscard]] QString codeWords(const Delivery &delivery);

} // namespace nutgraf::delivery
