// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>

/// A desk, and the story that the tests of this room put on it.
namespace nutgraf::desk::sample {

using namespace Qt::StringLiterals;

inline const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);
inline const Clock AtNoon = fixedClock(Noon);

inline Settings settings()
{
    Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency.name = u"Meridian Wire"_s;
    settings.agency.domain = u"meridian.example"_s;
    return settings;
}

inline story::Story levy()
{
    story::Story story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Levy to stay"_s;
    story.body = u"The levy stays."_s;
    return story;
}

/// A desk in a folder of its own, gone at the end of the test.
struct Fixture {
    QTemporaryDir folder;
    Desk desk = Desk::create(folder.filePath(u"desk"_s), settings()).value();

    [[nodiscard]] QString path(const QString &inside) const
    {
        return QDir(desk.folder()).filePath(inside);
    }
    [[nodiscard]] QString addLevy() const
    {
        return desk.add(levy(), AtNoon).value();
    }
};

} // namespace nutgraf::desk::sample
