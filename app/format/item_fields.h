// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/body_markup.h"
#include "format/edition.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace nutgraf::format {

/// What a news item says, in the words of its file; every reader fills this in, and editionFrom()
/// makes sense of it once. Empty: the file does not say it.
struct ItemFields {
    QString guid;
    QString storyGuid; ///< of the story that the item is an edition of
    int version = 1;
    int previousVersion = 0;
    bool isWeb = false;
    QString status; ///< `usable`, `withheld`, `canceled`
    QString signal; ///< `update`, `correction`
    QString change; ///< what was wrong or is new
    QString slugline;
    QString headline;
    QString deck;
    QString byline;
    QString located;
    QString dateline;
    QString language;
    int urgency = 4;
    QStringList topics; ///< `medtop:…`
    QStringList subjectCodes; ///< eight digits
    QStringList keywords;
    QStringList people;
    QStringList organisations;
    QStringList places;
    QString agency;
    QString usageTerms;
    QString editorsNote;
    std::optional<QDateTime> embargo;
    QDateTime firstCreated;
    QDateTime versionCreated;
    QDateTime published;
    ReadBody body;
};

/// The edition that is written as the item was. What an agency's own notes to editors say of a
/// publication becomes its kind and its change again; other notes stay the story's.
[[nodiscard]] Edition editionFrom(const ItemFields &item);

/// `2026-01-05T08:05:00Z`, `…+03:00`, `…+0000`, `20260105T080500Z`, a day alone; in UTC. None: it
/// is no time.
[[nodiscard]] std::optional<QDateTime> itemTime(const QString &text);

} // namespace nutgraf::format
