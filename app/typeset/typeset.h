// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "format/edition.h"

#include <QByteArray>

namespace nutgraf::typeset {

/// The edition as a PDF for A4: the same bytes for the same edition and fonts. Error: Internal (the
/// library could not write it; detail says why).
[[nodiscard]] Result<QByteArray> typesetPdf(const format::Edition &edition);

} // namespace nutgraf::typeset
