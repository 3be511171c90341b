// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/web_story.h"

#include <QString>

namespace nutgraf::site {

/// The public record of a story, for its page: versions and what each changed, how many of its
/// quotations the desk confirmed, who signed, and the hash by which the version can be proved.
/// `language` is the page's.
[[nodiscard]] QString recordSection(const WebStory &story, const QString &language);

/// What a version did, in a word: `correction`.
[[nodiscard]] QString kindName(const WebVersion &version);

} // namespace nutgraf::site
