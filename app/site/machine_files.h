// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"
#include "site/frame.h"

#include <QByteArray>

#include <span>

namespace nutgraf::site {

// What machines read, each a whole file.

/// RFC 9309; what RSL and sitemaps add to it.
[[nodiscard]] QByteArray robots(const Frame &frame);
/// TDM Reservation Protocol: `.well-known/tdmrep.json`. A server finds it there only if the site
/// lies at the root of its host; the meta elements of each page say the same.
[[nodiscard]] QByteArray tdmReservation(const Frame &frame);
/// RSL 1.0 (rslstandard.org): search may use the site, generative tools may not.
[[nodiscard]] QByteArray rslLicence(const Frame &frame);

/// sitemaps.org: the stories of a month.
[[nodiscard]] QByteArray monthSitemap(const Frame &frame, const QString &month,
                                      std::span<const Card *const> stories);
/// The index of them; months as `2026-05`.
[[nodiscard]] QByteArray sitemapIndex(const Frame &frame, const QStringList &months);

/// The newest stories, and those that were withdrawn.
[[nodiscard]] QByteArray atomFeed(const Frame &frame, std::vector<format::Edition> editions,
                                  const QDateTime &updated);
[[nodiscard]] QByteArray jsonFeed(const Frame &frame, std::vector<format::Edition> editions,
                                  const QDateTime &updated);
/// Corrections as Atom (RFC 4287); those of withdrawn stories are deleted entries (RFC 6721).
[[nodiscard]] QByteArray correctionsFeed(const Frame &frame, std::span<const Card *const> corrected,
                                         std::span<const Card *const> withdrawn);

} // namespace nutgraf::site
