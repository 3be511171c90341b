// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace nutgraf::fields {

/// `English (GB)` for `en-GB`; a tag (BCP 47) that Qt has no name for stands for itself.
[[nodiscard]] QString languageName(const QString &tag);
/// The tag of a language as people type it: its tag or its name, with or without the country;
/// nullopt: neither.
[[nodiscard]] std::optional<QString> languageFrom(const QString &words);
/// Names of languages that news is often written in, to choose from.
[[nodiscard]] QStringList commonLanguages();

} // namespace nutgraf::fields
