// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/outlet.h"
#include "delivery/rules.h"
#include "publish/store.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace nutgraf::delivery {

/// What is taken to an outlet: one version of one story.
struct Parcel {
    Outlet outlet = {};
    DeliveryKey key = {};
    bool isWithdrawal = false;
    QString storyId = {}; ///< story::neutralId(): what files and posts are called, for ever
    std::vector<publish::NamedBytes> files = {}; ///< as published; none: the edition was taken back
    QStringList obsolete = {}; ///< files of earlier versions that this one has not
    QString siteFolder = {}; ///< the desk's public website
    QString remote = {}; ///< what the outlet called the story last time; may be empty
    QString secret = {}; ///< goes to the outlet's own host and nowhere else
};

/// `20260512-k3v9q2mtxz.wire.ninjs.json`: the same for every version, so that a newer one (a kill
/// above all) takes the place of the older.
[[nodiscard]] QString remoteName(const Parcel &parcel, const QString &file);

/// The way to outlets of one kind. One parcel at a time for each outlet; a transport may carry
/// several outlets' parcels side by side.
class Transport {
public:
    /// Called once, in the thread that sent, not before send() has returned.
    using Done = std::function<void(const Answer &)>;

    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    /// Sending one version twice has the effect of sending it once: a receipt may get lost.
    virtual void send(const Parcel &parcel, Done done) = 0;
    /// Breaks off what is on its way, soon: its Done is called with Reason::Stopped.
    virtual void stop() = 0;
};

} // namespace nutgraf::delivery
