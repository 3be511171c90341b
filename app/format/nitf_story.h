// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition_text.h"
#include "format/xml_text.h"

namespace nutgraf::format {

/// A file of its own has no namespace: readers look for a bare `nitf`. Inside NewsML-G2 it has one,
/// and a block around its paragraphs (publishing contract §7).
enum class NitfPlace { File, InNewsml };

/// `<nitf …>`, which stays open.
void openNitf(XmlText &xml, const Edition &edition, NitfPlace place);
/// `<body>`: what readers see.
void addNitfBody(XmlText &xml, const EditionText &text, NitfPlace place);
/// `20260512T080500Z`
[[nodiscard]] QString nitfTime(const QDateTime &time);

} // namespace nutgraf::format
