// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/byline.h"
#include "format/edition.h"
#include "text/markup.h"

#include <QStringList>

#include <vector>

namespace nutgraf::format {

/// What every format says of an edition, in the same words (publishing contract §2.5, §3, §5).
/// Empty: the edition does not say it.
struct EditionText {
    bool isWeb = false;
    bool isKilled = false;
    std::optional<QDateTime> embargo; ///< its end, where it still ran when this version was made
    QString edition; ///< `wire`, `web`
    QString profile;
    QString status; ///< IPTC pubStatus
    QString signal; ///< `update`, `correction`
    QString signalText;
    QString slugline;
    QString headline;
    QString deck;
    QString byline; ///< `By A and B`
    std::vector<Author> writers; ///< persons, or the desk that a byline names; empty: the agency
    QString located; ///< proper case
    QString dateline; ///< `PORT LORNE, 12 May`
    QString datelineDay; ///< `12 May`
    QString editorsNote;
    QString agency;
    QString copyright;
    QString usageTerms;
    QString address; ///< canonical link
    QStringList subjects; ///< `medtop:…` only
    QStringList keywords;
    QStringList people; ///< as the edition itself calls them, by first mention in the story
    QStringList organisations;
    QStringList places;
    std::vector<text::Block> body; ///< without dateline and notice; empty after a kill
    QString notice; ///< the last paragraph of a web edition
};

[[nodiscard]] EditionText editionText(const Edition &edition);
/// Where the public website begins, without `/` at the end.
[[nodiscard]] QString siteOf(const story::Agency &agency);
/// How one version of an item is named from outside: `<guid>#v2` (publishing contract §2.3).
[[nodiscard]] QString versionId(const QString &guid, int version);
/// The body's words and the notice, without dateline: what is counted.
[[nodiscard]] QString countedWords(const EditionText &text);

} // namespace nutgraf::format
