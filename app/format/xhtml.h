// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text/markup.h"

#include <QString>

#include <vector>

namespace nutgraf::format {

/// Blocks as well-formed XHTML of the elements that editions may have (publishing contract §4):
/// p h2 ul ol li blockquote em strong a br. HTML in their words is shown as text; a link with
/// another scheme than http, https or mailto is left as its words.
[[nodiscard]] QString xhtmlOf(const std::vector<text::Block> &blocks);

/// The same as NITF 3.6 spells it (publishing contract §4): hl2, bq/block, em of a class.
[[nodiscard]] QString nitfOf(const std::vector<text::Block> &blocks);

/// Whether a page may lead there.
[[nodiscard]] bool isSafeAddress(const QString &address);

} // namespace nutgraf::format
