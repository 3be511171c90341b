// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/checks.h"

namespace nutgraf::review {

/// Findings on how a story is written down: conflict markers, damaged characters, markup that is
/// printed as typed, and what its file's header says in vain. `bodyBegin`: the body's place in the
/// snapshot's text.
[[nodiscard]] std::vector<Finding> textFindings(const story::Story &story, qsizetype bodyBegin);

} // namespace nutgraf::review
