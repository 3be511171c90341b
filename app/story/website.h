// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace nutgraf::story {

/// Whether text and data mining of the public website is reserved (Directive (EU) 2019/790,
/// article 4): said in machine-readable form, or not at all.
enum class TextMining { Unsaid, Reserved };

/// What a desk sets of its public website (desk.json, `site`). Empty: not set.
struct Website {
    QStringList sections; ///< Media Topics of the navigation, as codes (`medtop:11000000`) or names
    QString subscribeUrl; ///< where readers are told how to subscribe
    TextMining textMining = TextMining::Unsaid;
    QString textMiningPolicy; ///< address of the terms under which mining can be licensed
    QString aiStatement; ///< how the house uses generative tools, for readers
    QString digitalSourceType; ///< IPTC's code: `digitalCreation`

    friend bool operator==(const Website &, const Website &) = default;
};

/// Whether `code` is one of IPTC's digital source types that are in use
/// (http://cv.iptc.org/newscodes/digitalsourcetype/, 2024-09).
[[nodiscard]] bool isDigitalSourceType(const QString &code);
/// Whether a page of the website may lead there: http, https, or mailto.
[[nodiscard]] bool isWebAddress(const QString &address);

} // namespace nutgraf::story
