// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace nutgraf::format {

/// `medtop:NNNNNNNN` for a code or a topic's name; empty: neither.
[[nodiscard]] QString topicCode(const QString &subject);
/// IPTC's name (US English) of `medtop:NNNNNNNN`; empty: a topic the program has no name for.
[[nodiscard]] QString topicName(const QString &subject);
/// The names of all topics that the program knows, by code.
[[nodiscard]] QStringList topicNames();
/// The top-level topic whose usual words the text has most of, as `medtop:NNNNNNNN`.
[[nodiscard]] QString guessTopic(const QString &text);

} // namespace nutgraf::format
