// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringView>

// What makes a story one of its own for ever: its story id, `20260512-k3v9q2mtxz`, the day on which
// it was begun and ten characters that say nothing of what it is about. It is made once, stands in
// the draft's front matter (`story-id`), and stays through renaming, spiking, Git and other
// editors. Once the story is published, its manifests' guid counts.

namespace nutgraf::story {

/// A story id made of `seed`: of a fresh random one for a new story, of what tells the story from
/// all others where it has none. The same day and seed give the same id. `day` must be valid.
[[nodiscard]] QString storyIdFrom(const QDate &day, QByteArrayView seed);
/// Whether `text` is of the form that storyIdFrom() gives.
[[nodiscard]] bool isStoryId(QStringView text);

/// `urn:newsml:DOMAIN:20260512:k3v9q2mtxz` (RFC 3085; publishing contract, section 2). Without a
/// domain: `desk.invalid` (RFC 2606), so that a desk never speaks in another's name.
[[nodiscard]] QString guidFrom(const QString &domain, QStringView storyId);

/// The story id that a guid holds. Guids made by older versions end in the slug; theirs is made of
/// the guid, so that it says nothing either.
[[nodiscard]] QString neutralId(const QString &guid);

} // namespace nutgraf::story
