// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"

#include <QUuid>

namespace nutgraf {

Clock systemClock()
{
    return [] {
        return QDateTime::currentDateTime();
    };
}

Clock fixedClock(QDateTime time)
{
    return [time = std::move(time)] {
        return time;
    };
}

IdSource randomIds()
{
    return [] {
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    };
}

QString isoUtc(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

} // namespace nutgraf
