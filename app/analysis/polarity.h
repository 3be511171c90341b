// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <QStringView>

namespace nutgraf::analysis {

/// Whether the words of a cue take sides: "claimed" doubts, "admitted" blames, "pointed out"
/// agrees.
[[nodiscard]] CuePolarity polarityOf(QStringView cue);

} // namespace nutgraf::analysis
