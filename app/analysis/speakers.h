// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/entities.h"

namespace nutgraf::analysis {

/// Places the paragraphs' attributions in the document, joins quotations that go on, and finds the
/// speaker of each source. Adds `attributions`, `speakers` and the pronouns of `entities`.
void resolveSpeakers(QStringView text, const std::vector<PlacedReading> &readings,
                     EntityIndex &index, Analysis &analysis);

/// Two or three letters for each name, unique among them: "John Kirby" → "JK".
[[nodiscard]] std::vector<QString> initials(const std::vector<Speaker> &speakers);

} // namespace nutgraf::analysis
