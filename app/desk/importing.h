// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/desk.h"

namespace nutgraf::desk {

/// Files a story from elsewhere into a desk and gives its folder: a `.txt` is a plain-text wire
/// story, of which headline, byline, dateline and notice are recognised; a `.json` or `.xml` is a
/// news item (ninjs, NewsML-G2, NITF), whose fields and text become a draft; of anything else all
/// bytes are kept but for slug, birth and id, keys that this version does not know among them. A
/// story without slug and headline is named after its file. The file stays as it is. Errors:
/// ImportUnrecognised (no words: a file of zeros, as a power cut leaves it), and those of reading
/// and of Desk::import().
[[nodiscard]] Result<QString> importFile(const Desk &desk, const QString &path, const Clock &clock);

} // namespace nutgraf::desk
