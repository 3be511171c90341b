// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/website/website_work.h"

#include "desk/desk.h"
#include "story/folders.h"

namespace nutgraf::website {

namespace {

site::Site siteOf(const desk::Desk &desk)
{
    return {desk.folder(), desk.settings().agency,
            desk.settings().website.value_or(story::Website())};
}

/// Of a desk without a website nothing is made.
Result<site::Built> refresh(const QString &storyFolder)
{
    const std::optional<QString> around = desk::Desk::findAround(storyFolder);
    if (!around) {
        return site::Built();
    }
    return desk::Desk::open(*around).and_then([](const desk::Desk &desk) {
        return site::isWanted(desk.folder(), desk.settings().website) ? site::build(siteOf(desk))
                                                                      : site::Built();
    });
}

} // namespace

WebsiteWork::WebsiteWork(QObject *parent) : QObject(parent), m_worker(this) { }

void WebsiteWork::follow(const QString &storyFolder)
{
    m_worker.post([this, storyFolder]() -> jobs::Reply {
        return [this, built = refresh(storyFolder)] {
            tellFaults(built);
        };
    });
}

void WebsiteWork::make(const QString &deskFolder)
{
    m_worker.post([this, deskFolder]() -> jobs::Reply {
        const Result<site::Built> built =
            desk::Desk::open(deskFolder).and_then([](const desk::Desk &desk) {
                return site::build(siteOf(desk), site::Extent::All);
            });
        return [this, built, folder = story::DeskFolder(deskFolder).site()] {
            if (built) {
                Q_EMIT made(folder, *built);
            }
            tellFaults(built);
        };
    });
}

void WebsiteWork::tellFaults(const Result<site::Built> &built)
{
    if (!built) {
        Q_EMIT failed(built.error());
    } else if (!built->faults.empty()) {
        Q_EMIT failed(built->faults.front());
    } else if (!built->notes.empty()) {
        Q_EMIT failed(built->notes.front());
    }
}

} // namespace nutgraf::website
