// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/fonts.h"

#include <QGuiApplication>
#include <QStringList>

namespace nutgraf::look {

using namespace Qt::StringLiterals;

namespace {

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(font.pixelSize() * factor));
    }
    return font;
}

QFont sized(const QStringList &families, double points)
{
    QFont font(families);
    font.setPointSizeF(points);
    return font;
}

QStringList bodyFamilies(const QString &family)
{
    QStringList families{u"Noto Serif"_s, u"Charis SIL"_s, u"DejaVu Serif"_s, u"serif"_s};
    if (!family.isEmpty()) {
        families.prepend(family);
    }
    return families;
}

/// Only these desktops hand their font to Qt programs; elsewhere Qt's default is whatever
/// fontconfig calls sans at 9 pt.
bool desktopSetsFont()
{
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    return QGuiApplication::platformName() != "offscreen"_L1
        && (desktop.contains("KDE"_L1) || desktop.contains("GNOME"_L1));
}

} // namespace

QFont interfaceFont()
{
    if (desktopSetsFont()) {
        return QGuiApplication::font();
    }
    return sized({u"Noto Sans"_s, u"Inter"_s, u"DejaVu Sans"_s, u"sans-serif"_s}, 10);
}

QFont smallFont(const QFont &interfaceFont)
{
    return scaled(interfaceFont, 0.9);
}

QFont initialsFont(const QFont &interfaceFont)
{
    return boldFont(scaled(interfaceFont, 0.825));
}

QFont boldFont(QFont font)
{
    font.setBold(true);
    return font;
}

QFont bodyFont(const QString &family)
{
    return sized(bodyFamilies(family), 12);
}

QFont headlineFont(const QString &family)
{
    return boldFont(sized(bodyFamilies(family), 16.5));
}

QFont deckFont(const QString &family)
{
    return sized(bodyFamilies(family), 11.25);
}

QFont quoteFont(const QFont &interfaceFont, const QString &family)
{
    QFont font = interfaceFont;
    font.setFamilies(bodyFamilies(family));
    return font;
}

QFont monoFont()
{
    QFont font = sized({u"Hack"_s, u"Noto Sans Mono"_s, u"monospace"_s}, 9);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace nutgraf::look
