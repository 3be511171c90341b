// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/entities.h"

namespace nutgraf::analysis {

/// Sentences that explain a name in a quotation before them.
[[nodiscard]] std::vector<Clarification>
findClarifications(QStringView text, const std::vector<PlacedReading> &readings,
                   const EntityIndex &index);

/// The BCP 47 tag of the text's language by its commonest words; "und" where they say nothing.
[[nodiscard]] QString guessLanguage(QStringView text);

} // namespace nutgraf::analysis
