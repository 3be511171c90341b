// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/header_remarks.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace nutgraf::story {

/// Where a draft stands on the desk. What was published is said by its versions, not by the draft.
enum class Status { Draft, InReview, Approved };

/// Place and day of writing, as printed at the head of the story: `PORT LORNE, 12 May`.
struct Dateline {
    QString place; ///< as the writer wrote it
    QDate date; ///< may be invalid: not given

    friend bool operator==(const Dateline &, const Dateline &) = default;
};

/// A story as its writers see it: fields and body. Values only; the file's bytes are app/format's.
/// Wire spellings of each field: app/story/README.md.
struct Story {
    QString slug; ///< IPTC slugline: lower-case words joined by `-`
    QString headline;
    QString deck;
    QString byline; ///< the writers' names without "By"; may be empty
    Dateline dateline;
    QString language = QStringLiteral("en"); ///< BCP 47
    int urgency = 4; ///< IPTC urgency 1 (most urgent) to 9
    QStringList subjects; ///< Media Topics: `medtop:11000000` (code) or a plain name
    QStringList keywords;
    Status status = Status::Draft;
    std::optional<QDateTime> embargo; ///< UTC; nothing may be public before
    QString editorsNote; ///< for editors, never for readers
    QString notice; ///< the closing notice of a web edition; empty: the desk's own
    QString body; ///< a story's markup (app/format/README.md), `\n` line ends
    HeaderRemarks remarks; ///< read only; on the file the story is from

    friend bool operator==(const Story &, const Story &) = default;
};

/// The editable fields, for commands, search results and findings that name one.
enum class Field {
    Slug,
    Headline,
    Deck,
    Byline,
    DatelinePlace,
    DatelineDate,
    Language,
    Urgency,
    Subjects,
    Keywords,
    Status,
    Embargo,
    EditorsNote,
    Notice,
    Body
};

/// What the desk is, as far as editions must say it (desk.json; IPTC names in the publishing
/// formats).
struct Agency {
    QString name; ///< provider and copyright holder: "Meridian Wire"
    QString domain; ///< for guids: "meridian.example"
    QString wireSystem; ///< what subscribers read the full story in
    QString webNotice; ///< with {agency} and {wire system}; empty: the standard wording
    QString usageTerms;
    QString siteUrl; ///< base of the public website, for canonical links; may be empty
    int webTargetWords = 120; ///< how long a web edition should be

    friend bool operator==(const Agency &, const Agency &) = default;
};

} // namespace nutgraf::story
