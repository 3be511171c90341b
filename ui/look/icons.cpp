// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/icons.h"

#include "ui/look/icon_fallback.h"

#include <QDir>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QStandardPaths>

#include <memory>

namespace nutgraf::look {

using namespace Qt::StringLiterals;

namespace {

/// Asks the theme at the first painting: a look-up costs several milliseconds, and most icons of
/// menus are never shown.
class ThemeEngine final : public QIconEngine {
public:
    explicit ThemeEngine(QString name) : m_name(std::move(name)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QIcon themed = QIcon::fromTheme(m_name);
        if (!themed.isNull()) {
            themed.paint(painter, rect, Qt::AlignCenter, mode, state);
            return;
        }
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        paintFallback(*painter, rect, m_name, palette.color(group, QPalette::WindowText));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        const QIcon themed = QIcon::fromTheme(m_name);
        if (!themed.isNull()) {
            return themed.pixmap(size, scale, mode, state); // `size` is logical since Qt 6.8
        }
        QPixmap pixmap((QSizeF(size) * scale).toSize());
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override
    {
        return std::make_unique<ThemeEngine>(m_name).release();
    }
    bool isNull() override
    {
        return false;
    }
    QString iconName() override
    {
        return m_name;
    }
    QString key() const override
    {
        return u"nutgraf-theme"_s;
    }

private:
    QString m_name;
};

/// Platforms without a desktop theme (offscreen, plain X) know no icon folders.
void addSystemFolders()
{
    QStringList paths = QIcon::themeSearchPaths();
    const QStringList found = QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, u"icons"_s, QStandardPaths::LocateDirectory);
    for (const QString &path : found) {
        if (!paths.contains(path)) {
            paths.append(path);
        }
    }
    QIcon::setThemeSearchPaths(paths);
}

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(std::make_unique<ThemeEngine>(name).release());
}

void useIconTheme(Scheme scheme)
{
    if (qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1)
        && QGuiApplication::platformName() != "offscreen"_L1) {
        return;
    }
    addSystemFolders();
    QIcon::setThemeName(scheme == Scheme::Dark ? u"breeze-dark"_s : u"breeze"_s);
}

} // namespace nutgraf::look
