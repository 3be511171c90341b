// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace nutgraf::format {

/// `medtop:NNNNNNNN` for a code or a topic's name; empty: neither.
[[nodiscard]] QString topicCode(const QString &subject);
/// IPTC's name (US English) of `medtop:NNNNNNNN`; empty: no topic that is in use.
[[nodiscard]] QString topicName(const QString &subject);
/// The older IPTC subject code (eight digits) that stands for the topic, of the nearest wider topic
/// that has one: what many readers know alone. Empty: none known.
[[nodiscard]] QString subjectCode(const QString &subject);
/// The topic that an older subject code stands for, as `medtop:NNNNNNNN`; empty: none.
[[nodiscard]] QString topicOfSubjectCode(const QString &code);
/// The names of all topics that are in use, by code.
[[nodiscard]] QStringList topicNames();
/// The top-level topic whose usual words the text has most of, as `medtop:NNNNNNNN`.
[[nodiscard]] QString guessTopic(const QString &text);

} // namespace nutgraf::format
