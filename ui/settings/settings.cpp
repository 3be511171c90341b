// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings.h"

#include <algorithm>

namespace nutgraf::settings {

using namespace Qt::StringLiterals;

namespace {

QString initialsOfUser()
{
    const QString user = qEnvironmentVariable("USER", u"me"_s);
    return user.left(2).toLower();
}

QString paneKey(Settings::Pane pane, QLatin1StringView what)
{
    return (pane == Settings::Pane::DeskList ? "window/desk"_L1 : "window/panel"_L1) + what;
}

} // namespace

Settings::Settings(QSettings &store, QObject *parent) : QObject(parent), m_store(store) { }

Scheme Settings::scheme() const
{
    const QString name = m_store.value("look/scheme"_L1).toString();
    if (name == "light"_L1) {
        return Scheme::Light;
    }
    return name == "dark"_L1 ? Scheme::Dark : Scheme::System;
}

void Settings::setScheme(Scheme scheme)
{
    const QString name = scheme == Scheme::Light ? u"light"_s
        : scheme == Scheme::Dark                 ? u"dark"_s
                                                 : u"system"_s;
    m_store.setValue("look/scheme"_L1, name);
    Q_EMIT changed();
}

QString Settings::bodyFont() const
{
    return m_store.value("look/bodyFont"_L1).toString();
}

void Settings::setBodyFont(const QString &family)
{
    m_store.setValue("look/bodyFont"_L1, family);
    Q_EMIT changed();
}

double Settings::zoom() const
{
    return std::clamp(m_store.value("look/zoom"_L1, 1.0).toDouble(), 1.0, 3.0);
}

void Settings::setZoom(double factor)
{
    m_store.setValue("look/zoom"_L1, factor);
}

QString Settings::initials() const
{
    const QString set = m_store.value("user/initials"_L1).toString();
    return set.isEmpty() ? initialsOfUser() : set;
}

void Settings::setInitials(const QString &initials)
{
    m_store.setValue("user/initials"_L1, initials.trimmed());
    Q_EMIT changed();
}

QString Settings::signingKey() const
{
    return m_store.value("user/signingKey"_L1).toString();
}

void Settings::setSigningKey(const QString &file)
{
    m_store.setValue("user/signingKey"_L1, file.trimmed());
    Q_EMIT changed();
}

QByteArray Settings::geometry() const
{
    return m_store.value("window/geometry"_L1).toByteArray();
}

void Settings::setGeometry(const QByteArray &geometry)
{
    m_store.setValue("window/geometry"_L1, geometry);
}

bool Settings::isShown(Pane pane) const
{
    return m_store.value(paneKey(pane, "Shown"_L1), true).toBool();
}

void Settings::setShown(Pane pane, bool shown)
{
    m_store.setValue(paneKey(pane, "Shown"_L1), shown);
}

int Settings::paneWidth(Pane pane) const
{
    return m_store.value(paneKey(pane, "Width"_L1), 0).toInt();
}

void Settings::setPaneWidth(Pane pane, int width)
{
    m_store.setValue(paneKey(pane, "Width"_L1), width);
}

QString Settings::desk() const
{
    return m_store.value("session/desk"_L1).toString();
}

void Settings::setDesk(const QString &folder)
{
    m_store.setValue("session/desk"_L1, folder);
}

std::vector<OpenStory> Settings::openStories() const
{
    std::vector<OpenStory> stories;
    const int count = m_store.beginReadArray("session/stories"_L1);
    for (int i = 0; i < count; ++i) {
        m_store.setArrayIndex(i);
        stories.push_back({.path = m_store.value("path"_L1).toString(),
                           .caret = m_store.value("caret"_L1).toInt(),
                           .hasSecondPane = m_store.value("secondPane"_L1).toBool()});
    }
    m_store.endArray();
    return stories;
}

int Settings::currentStory() const
{
    return m_store.value("session/current"_L1, 0).toInt();
}

void Settings::setOpenStories(const std::vector<OpenStory> &stories, int current)
{
    m_store.remove("session/stories"_L1);
    m_store.beginWriteArray("session/stories"_L1, static_cast<int>(stories.size()));
    for (std::size_t i = 0; i < stories.size(); ++i) {
        m_store.setArrayIndex(static_cast<int>(i));
        m_store.setValue("path"_L1, stories[i].path);
        m_store.setValue("caret"_L1, stories[i].caret);
        m_store.setValue("secondPane"_L1, stories[i].hasSecondPane);
    }
    m_store.endArray();
    m_store.setValue("session/current"_L1, current);
}

} // namespace nutgraf::settings
