// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/card.h"

#include <QString>
#include <QStringList>

namespace nutgraf::site {

/// The main topic that a topic belongs to, `medtop:11000000`, by IPTC's older subject codes, whose
/// first two digits say it. Empty: none known.
[[nodiscard]] QString sectionOf(const QString &topic);
/// A short name for navigation: `Politics` of `politics and government`.
[[nodiscard]] QString shortName(const QString &topic);
/// IPTC's name with a capital: `Politics and government`.
[[nodiscard]] QString fullName(const QString &topic);
/// The file of its page: `topics/politics-and-government.html`.
[[nodiscard]] QString topicFile(const QString &topic);
/// The topics whose pages a story stands on: its own and their main ones, each once.
[[nodiscard]] QStringList listedUnder(const Card &card);
/// The main topics that the stories have, those first that readers look for first; at most seven.
[[nodiscard]] QStringList mainSections(const std::vector<Card> &cards);

} // namespace nutgraf::site
