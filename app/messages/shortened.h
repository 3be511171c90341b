// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nutgraf::messages {

/// The beginning and the end of words that are longer than `most` characters, whole words where
/// there are spaces: "We can raise … would choose".
[[nodiscard]] QString shortened(const QString &words, qsizetype most);

} // namespace nutgraf::messages
