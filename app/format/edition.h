// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nutgraf::format {

enum class EditionKind { Wire, Web };

/// Why a version was published (publishing contract §5).
enum class PublicationKind { First, Update, Correction, Kill };

enum class NamedKind { Person, Organisation, Place };

/// Somebody or something that a story names.
struct Named {
    NamedKind kind = NamedKind::Person;
    QStringList forms; ///< all that the story calls it, the fullest first

    friend bool operator==(const Named &, const Named &) = default;
};

/// One edition of one version: all that its files must say. The writers below are pure functions of
/// this value.
struct Edition {
    EditionKind kind = EditionKind::Wire;
    PublicationKind publication = PublicationKind::First;
    QString guid; ///< this edition's: the web edition's ends in `.web`
    QString wireGuid;
    int version = 1;
    story::Story
        story; ///< body: what this edition shows (Markdown), without dateline; empty after a kill
    story::Agency agency;
    QString notice; ///< web: the finished sentence, printed once as last paragraph; wire: empty
    QString changeNote; ///< what was corrected or updated, or why it was killed
    QDateTime firstCreated; ///< UTC, the same in all versions
    QDateTime versionCreated;
    QDateTime published; ///< set once; an embargo's end if there is one
    bool wasPublishedOnWeb = false; ///< an earlier version had a web edition
    /// Whom and what the whole story names. An edition says only the fullest form that stands in
    /// its own words: what the wire alone names is not public.
    std::vector<Named> names;
    int previousVersion = 0; ///< the last version before this that had this edition; 0: none
};

/// Each gives the whole file. Byte order: UTF-8, `\n` line ends, final line end.
[[nodiscard]] QByteArray writeMarkdown(const Edition &edition);
[[nodiscard]] QByteArray writePlainText(const Edition &edition);
[[nodiscard]] QByteArray writeHtml(const Edition &edition);
/// IPTC ninjs 3.1.
[[nodiscard]] QByteArray writeNinjs(const Edition &edition);
/// The body of a push to a Newshub, which Superdesk reads, too: names of ninjs 1.x with Superdesk's
/// additions. For the wire edition.
[[nodiscard]] QByteArray writeNewshub(const Edition &edition);
/// IPTC NewsML-G2 2.35, power conformance: one news message with one item.
[[nodiscard]] QByteArray writeNewsml(const Edition &edition);
/// IPTC NITF 3.6.
[[nodiscard]] QByteArray writeNitf(const Edition &edition);
/// One Atom entry (RFC 4287).
[[nodiscard]] QByteArray writeAtom(const Edition &edition);

} // namespace nutgraf::format
