// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"
#include "format/xml_text.h"

namespace nutgraf::format {

/// An entry of its own says which namespaces it uses; inside a feed, the feed has said it.
enum class AtomPlace { File, InFeed };

/// `<entry>` (RFC 4287) with all that an edition says.
void addAtomEntry(XmlText &xml, const Edition &edition, AtomPlace place);

inline constexpr char16_t AtomNamespace[] = u"http://www.w3.org/2005/Atom";
inline constexpr char16_t AtomPublishingNamespace[] = u"http://www.w3.org/2007/app"; ///< RFC 5023
inline constexpr char16_t PrismNamespace[] = u"http://prismstandard.org/namespaces/basic/2.0/";
inline constexpr char16_t TombstoneNamespace[] =
    u"http://purl.org/atompub/tombstones/1.0"; ///< RFC 6721

} // namespace nutgraf::format
