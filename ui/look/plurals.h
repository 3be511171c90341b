// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace nutgraf::look {

/// English says one thing and many things otherwise: from now on `%n files` is "1 file" where there
/// is one (resources/words). Without it every number takes the words for many. Once a program.
void installPlurals(QCoreApplication &program);

} // namespace nutgraf::look
