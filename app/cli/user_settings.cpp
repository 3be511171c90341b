// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/user_settings.h"

#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

constexpr QLatin1StringView Key("user/signingKey");

/// The window's own file.
QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/nutgraf.ini"_s;
}

} // namespace

QString signingKeyFile()
{
    const QString given = qEnvironmentVariable("NUTGRAF_SIGNING_KEY");
    return given.isEmpty() ? QSettings(settingsFile(), QSettings::IniFormat).value(Key).toString()
                           : given;
}

bool setSigningKeyFile(const QString &file)
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    if (file.isEmpty()) {
        settings.remove(Key);
    } else {
        settings.setValue(Key, file);
    }
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace nutgraf::cli
