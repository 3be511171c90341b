// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/file_lock.h"
#include "delivery/delivery.h"
#include "delivery/outlet.h"

#include <QString>

#include <vector>

namespace nutgraf::delivery {

/// `DESK/outbox/STORY-ID/v0001.OUTLET.json`. The story id says nothing of the story.
[[nodiscard]] QString deliveryPath(const QString &deskFolder, const DeliveryKey &key);

/// `STORY-ID/v0001.OUTLET`: what people name a delivery by.
[[nodiscard]] QString label(const DeliveryKey &key);

/// All deliveries of one story, and what cannot be read among them.
struct StoryBox {
    std::vector<Delivery> deliveries; ///< by version, then outlet
    std::vector<DeliveryKey> unreadable; ///< nobody knows what became of them
    std::vector<Error> faults; ///< one for each of those, with the file as subject
};
/// Errors: FolderUnreadable, LinkUnexpected.
[[nodiscard]] Result<StoryBox> readBox(const QString &deskFolder, const QString &guid);

/// Held by whoever delivers or changes deliveries: two at once could send one guid side by side.
/// Errors: FileLocked, FolderUnwritable.
[[nodiscard]] Result<FileLock> lockOutbox(const QString &deskFolder);

/// Writes the whole file or nothing, durably. Errors: those of makeFolder() and writeFile().
[[nodiscard]] Result<void> store(const QString &deskFolder, const Delivery &delivery);

/// A story of the desk that was published, with its deliveries as they should be now.
struct Consignment {
    QString storyFolder;
    QString guid;
    StoryBox box;
};

/// What a look at the desk gave.
struct Outbox {
    std::vector<Consignment> stories;
    std::vector<Error> faults; ///< stories and files that cannot be read; they hide nothing else
};

/// Queues what the story's versions call for and nobody queued yet: written before it returns, so
/// that a crash between publication and queueing loses nothing as long as somebody asks again.
/// Errors: as publish::history(); what reading and writing the outbox gives.
[[nodiscard]] Result<Consignment> queueStory(const QString &deskFolder, const QString &storyFolder,
                                             const std::vector<Outlet> &outlets,
                                             const Clock &clock);

/// What publishing does last: queues the story at the outlets of its desk, and tells how many
/// deliveries of it wait now. A crash before it loses nothing: queueAll() finds the version.
/// Errors: those of outletsOf() and queueStory(); the version is out all the same.
[[nodiscard]] Result<int> queuePublished(const QString &deskFolder, const QString &storyFolder,
                                         const Clock &clock);

/// queueStory() for every story of the desk, those in the bin too. A desk without outlets has none.
[[nodiscard]] Outbox queueAll(const QString &deskFolder, const std::vector<Outlet> &outlets,
                              const Clock &clock);

/// What lies in the outbox, without a look at the stories: for lists and counts. Deliveries only.
[[nodiscard]] Outbox readOutbox(const QString &deskFolder);

} // namespace nutgraf::delivery
