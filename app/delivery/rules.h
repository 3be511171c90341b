// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/delivery.h"
#include "delivery/outbox.h"
#include "delivery/outlet.h"
#include "publish/publish.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

// The rules of delivering, as functions of values: who gets what, in which order, and when again.

namespace nutgraf::delivery {

/// What filters ask of a version.
struct Facts {
    QStringList subjects = {}; ///< `medtop:11000000`
    QStringList services = {};
    int urgency = 4;
    bool isWithdrawn = false; ///< killed or withheld: status is not usable
};

/// What a version's Newshub file says; it is the one that names all of it.
[[nodiscard]] Facts factsIn(const QByteArray &newshubNinjs);

[[nodiscard]] bool matches(const Filter &filter, const Facts &facts);

/// The files of a version that an outlet takes, by name; none: the version is nothing for it.
[[nodiscard]] QStringList filesFor(const Outlet &outlet, const publish::Manifest &manifest);

/// Whether the outlet received a version before `version`, or may have.
[[nodiscard]] bool mayHaveReceived(const StoryBox &box, const QString &outlet, int version);
/// … or may yet receive one that is queued.
[[nodiscard]] bool mayReceive(const StoryBox &box, const QString &outlet, int version);

/// The names of all files that the outlet received in versions before `version`.
[[nodiscard]] QStringList receivedFiles(const StoryBox &box, const QString &outlet, int version);

/// Whether a version is to go to an outlet. Every version goes to whoever received an earlier one,
/// whatever the filter says by now; a withdrawal goes to nobody else.
[[nodiscard]] bool isFor(const Outlet &outlet, const publish::Manifest &manifest,
                         const Facts &facts, const StoryBox &box);

/// Drops what must not go out any more: versions before a withdrawal, a withdrawal of what never
/// arrived, versions older than one that arrived. Gives those that changed.
[[nodiscard]] std::vector<Delivery> dropOvertaken(StoryBox &box, const QString &outlet,
                                                  const QDateTime &now);

/// The delivery of a story whose turn it is at an outlet: the oldest version that waits. None:
/// none waits. It may have to wait for its time (dueTime()).
[[nodiscard]] const Delivery *turnOf(const StoryBox &box, const QString &outlet);

/// How long to wait after that many tries in vain: 15 s, 30 s, 1 min, … an hour; a withdrawal waits
/// five minutes at most. (Superdesk: 2^n minutes, an hour, superdesk/publish/publish_content.py.)
[[nodiscard]] std::chrono::seconds pauseAfter(int tries, const Delivery &delivery);

/// What an attempt came to.
enum class Verdict { Arrived, Again, Refused };

/// What an outlet answered, or the way to it.
struct Answer {
    Verdict verdict = Verdict::Again;
    Reason reason = Reason::None;
    int code = 0; ///< HTTP status or exit code
    bool mayHaveArrived = false; ///< nobody can say that it did not
    QString remote = {}; ///< Delivery::remote, if the outlet gives one
    std::chrono::seconds wait{0}; ///< the outlet asks for at least this long (Retry-After)
};

/// The delivery after the answer. `before`: as it was before the attempt.
[[nodiscard]] Delivery answered(const Delivery &before, const Answer &answer, const QDateTime &now);

/// By hand: a delivery that waits or failed is given up. Error: ArgumentInvalid (another state).
[[nodiscard]] Result<Delivery> cancelled(const Delivery &delivery, const QDateTime &now);
/// By hand: a delivery that waits, failed or was cancelled is due at once, its
/// embargo's end all the same. Errors: ArgumentInvalid:
/// it was sent, or a newer version arrived, so that this one must not go out any more.
[[nodiscard]] Result<Delivery> retried(const StoryBox &box, const Delivery &delivery);

} // namespace nutgraf::delivery
