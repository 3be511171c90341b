// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/contents.h"

namespace nutgraf::analysis {

/// Finds the source of `cue`; `earlier` are the cues of the same paragraph that have theirs.
[[nodiscard]] CuedSource findSource(const Words &words, const Cue &cue,
                                    const std::vector<CuedSource> &earlier);

} // namespace nutgraf::analysis
