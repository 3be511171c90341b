// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"
#include "ui/session/reading.h"

namespace nutgraf::sample {

/// An invented story with two speakers, a pronoun, an indirect statement and a quote without a
/// source.
[[nodiscard]] story::Story story();

/// A reading of story() made by hand: five attributions (Barrow 0 and 3; Santoro 1, indirect, and
/// 2, by pronoun; nobody 4), of which 0 is confirmed.
[[nodiscard]] session::Reading reading();

/// The same with `count` attributions of one speaker, for long lists.
[[nodiscard]] session::Reading longReading(int count);

} // namespace nutgraf::sample
