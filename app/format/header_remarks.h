// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/front_matter.h"
#include "story/header_remarks.h"

namespace nutgraf::format {

/// What a header says that its fields do not, in the header's order.
[[nodiscard]] std::vector<story::HeaderRemark> remarksOn(const Header &header);

} // namespace nutgraf::format
