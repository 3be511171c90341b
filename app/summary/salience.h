// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "summary/summary.h"

namespace nutgraf::summary {

/// Sets every unit's salience: its place (news comes first), words it shares with headline and
/// deck, how much of the story's vocabulary it carries, figures, names and quotations.
void rate(std::vector<Unit> &units, const analysis::Snapshot &snapshot,
          const analysis::Analysis &analysis);

} // namespace nutgraf::summary
