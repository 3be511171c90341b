// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"

#include <QJsonObject>
#include <QString>

namespace nutgraf::format {

/// What the head of a page says of an edition, for machines (publishing contract §3): canonical
/// address, meta elements, and schema.org's NewsArticle as JSON-LD, with the members of `more`.
/// Well-formed XML, too.
[[nodiscard]] QString articleHead(const Edition &edition, const QJsonObject &more);

} // namespace nutgraf::format
