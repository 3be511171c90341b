// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/appearance.h"

#include "ui/look/focus_ring.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QStyleHints>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

Appearance::Appearance(settings::Settings &settings, QObject *parent)
    : QObject(parent), m_settings(settings)
{
    QApplication::setStyle(new look::Style); // the application takes it
    QApplication::setFont(look::interfaceFont());
    new look::FocusRing(this);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &Appearance::apply);
    connect(&settings, &settings::Settings::changed, this, &Appearance::apply);
    apply();
}

bool Appearance::isDark() const
{
    switch (m_settings.scheme()) {
    case settings::Scheme::Light:
        return false;
    case settings::Scheme::Dark:
        return true;
    case settings::Scheme::System:
        break;
    }
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

void Appearance::apply()
{
    const bool isPlasma = qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1);
    const bool isDesktops = m_settings.scheme() == settings::Scheme::System && isPlasma;
    look::useIconTheme(isDark() ? look::Scheme::Dark : look::Scheme::Light);
    const QPalette palette = isDesktops
        ? QPalette()
        : look::paletteFor(isDark() ? look::darkColours() : look::lightColours());
    if (QApplication::palette() != palette) {
        QApplication::setPalette(palette);
    }
}

} // namespace nutgraf::window
