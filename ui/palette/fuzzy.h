// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace nutgraf::palette {

/// How well `typed` fits `text`: each of its words occurs, in one run at the start of a word, in
/// one run elsewhere, or at least letter by letter in order; better in this order, then the earlier
/// and the shorter text. nullopt: a word does not occur. Case is ignored; an empty `typed` fits
/// everything with 0.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView text);
/// The same of a title with a note after it: within a kind of fit the title counts more.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, const QString &title,
                                            const QString &note);

} // namespace nutgraf::palette
