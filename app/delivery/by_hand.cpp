// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/by_hand.h"

#include "delivery/rules.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

using Change = std::function<Result<Delivery>(const StoryBox &, const Delivery &)>;

/// Those that are meant: the one of that name, or all that failed.
bool isMeant(const Delivery &delivery, const QString &name)
{
    return name == "all"_L1 ? delivery.state == State::Failed : label(delivery.key) == name;
}

Result<std::vector<Delivery>> changeAll(const QString &deskFolder, const QString &name,
                                        const Change &change)
{
    std::vector<Delivery> changed;
    for (const Consignment &story : readOutbox(deskFolder).stories) {
        for (const Delivery &delivery : story.box.deliveries) {
            if (!isMeant(delivery, name))
                continue;
            const Result<Delivery> after = change(story.box, delivery);
            if (!after && name != "all"_L1)
                return std::unexpected(after.error());
            if (!after)
                continue; // overtaken meanwhile: there is nothing to be done about it
            if (const Result<void> stored = store(deskFolder, *after); !stored)
                return std::unexpected(stored.error());
            changed.push_back(*after);
        }
    }
    return changed;
}

Result<std::vector<Delivery>> changeNamed(const QString &deskFolder, const QString &name,
                                          const Change &change)
{
    const Result<FileLock> held = lockOutbox(deskFolder);
    if (!held)
        return std::unexpected(held.error());
    Result<std::vector<Delivery>> changed = changeAll(deskFolder, name, change);
    if (changed && changed->empty() && name != "all"_L1)
        return fail(ErrorCode::ArgumentInvalid, name, u"no such delivery"_s);
    return changed;
}

} // namespace

Result<std::vector<Delivery>> retry(const QString &deskFolder, const QString &name)
{
    return changeNamed(deskFolder, name, retried);
}

Result<std::vector<Delivery>> cancel(const QString &deskFolder, const QString &name,
                                     const Clock &clock)
{
    return changeNamed(deskFolder, name, [&](const StoryBox &, const Delivery &delivery) {
        return cancelled(delivery, clock());
    });
}

} // namespace nutgraf::delivery
