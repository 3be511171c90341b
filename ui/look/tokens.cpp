// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/tokens.h"

#include <QtMath>

namespace nutgraf::look {

namespace {

QColor hex(QRgb rgb)
{
    return QColor::fromRgb(rgb);
}

Colours makeLight()
{
    return {
        .window = hex(0xeff0f1),
        .panel = hex(0xf7f8f8),
        .paper = hex(0xffffff),
        .raised = hex(0xfcfcfc),
        .ink = hex(0x1c2024),
        .ink2 = hex(0x545d66),
        .ink3 = hex(0x8b939b),
        .control = hex(0x7f8790),
        .line = hex(0xd3d7da),
        .accent = hex(0x17528f),
        .onAccent = hex(0xffffff),
        .select = hex(0xd0e1f3),
        .selectIdle = hex(0xe0e4e7),
        .hover = hex(0xe4e7e9),
        .ok = hex(0x1b6b38),
        .warn = hex(0x805000),
        .danger = hex(0xb0211c),
        .ins = hex(0xd5e8fb),
        .insLine = hex(0x17528f),
        .del = hex(0xf7e0d3),
        .delLine = hex(0x9a3d0a),
        .speakers = {hex(0x1a7373), hex(0xb2731a), hex(0x4c4080), hex(0x99264c), hex(0x008cf2),
                     hex(0x664c00), hex(0xa680a6), hex(0x738c66)},
        .tintPercent = 15,
        .isDark = false,
    };
}

Colours makeDark()
{
    return {
        .window = hex(0x202326),
        .panel = hex(0x1b1e21),
        .paper = hex(0x16181a),
        .raised = hex(0x25292d),
        .ink = hex(0xe4e7ea),
        .ink2 = hex(0xa5adb5),
        .ink3 = hex(0x6d757d),
        .control = hex(0x78818a),
        .line = hex(0x363b40),
        .accent = hex(0x7cbaf3),
        .onAccent = hex(0x0d1b28),
        .select = hex(0x254058),
        .selectIdle = hex(0x2f353a),
        .hover = hex(0x2b3034),
        .ok = hex(0x6cc78a),
        .warn = hex(0xe5b05c),
        .danger = hex(0xff8f85),
        .ins = hex(0x1d3b57),
        .insLine = hex(0x7cbaf3),
        .del = hex(0x4a2b1b),
        .delLine = hex(0xf0a57c),
        .speakers = {hex(0x00a699), hex(0xf2a64c), hex(0xb299ff), hex(0xd94c73), hex(0x6673b2),
                     hex(0x8c7300), hex(0xf2ccf2), hex(0xa6e6bf)},
        .tintPercent = 18,
        .isDark = true,
    };
}

} // namespace

const Colours &lightColours()
{
    static const Colours table = makeLight();
    return table;
}

const Colours &darkColours()
{
    static const Colours table = makeDark();
    return table;
}

const Colours &colours(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? darkColours() : lightColours();
}

QColor mixed(const QColor &top, const QColor &under, int percent)
{
    const auto channel = [percent](int t, int u) {
        return (t * percent + u * (100 - percent) + 50) / 100;
    };
    return QColor(channel(top.red(), under.red()), channel(top.green(), under.green()),
                  channel(top.blue(), under.blue()));
}

QColor speakerColour(const Colours &colours, int index)
{
    if (index < 0) {
        return colours.danger;
    }
    return colours.speakers.at(static_cast<std::size_t>(index) % colours.speakers.size());
}

QColor speakerTint(const Colours &colours, int index, const QColor &paper)
{
    return index < 0 ? paper : mixed(speakerColour(colours, index), paper, colours.tintPercent);
}

QPalette paletteFor(const Colours &c)
{
    QPalette palette(c.ink, c.raised, c.raised, c.control, c.line, c.ink, c.paper);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::Base, c.paper);
    palette.setColor(QPalette::AlternateBase, c.panel);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, c.ink);
        palette.setColor(QPalette::Disabled, role, c.ink3);
    }
    palette.setColor(QPalette::PlaceholderText, c.ink2);
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, c.ink3);
    palette.setColor(QPalette::Highlight, c.select);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, c.selectIdle);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.selectIdle);
    palette.setColor(QPalette::HighlightedText, c.ink);
    palette.setColor(QPalette::Accent, c.accent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.control);
    palette.setColor(QPalette::Shadow, c.control);
    palette.setColor(QPalette::Light, c.raised);
    palette.setColor(QPalette::Midlight, c.hover);
    return palette;
}

int units(const QFontMetricsF &interfaceFont, double times)
{
    if (times <= 0) {
        return 0;
    }
    return std::max(1, qRound(std::round(interfaceFont.height()) / 4.5 * times));
}

} // namespace nutgraf::look
