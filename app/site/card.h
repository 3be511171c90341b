// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/web_story.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace nutgraf::site {

/// A correction as the site lists it.
struct CorrectionLine {
    int version = 0;
    QDateTime time; ///< UTC
    QString text;

    friend bool operator==(const CorrectionLine &, const CorrectionLine &) = default;
};

/// What lists say of a story, kept from one run to the next so that a list is made without reading
/// its stories. Of a withdrawn story all words are empty.
struct Card {
    QString folder; ///< the story's folder in `stories`, its name
    QString stamp; ///< of what lay in it when it was read; empty: read it anew
    QString page;
    QString guid; ///< the web edition's
    QByteArray digest; ///< WebStory::digest
    bool isWithdrawn = false;
    int version = 0;
    int webVersions = 0; ///< how many versions have a web edition
    int urgency = 4;
    QString language;
    QString headline;
    QString deck;
    QString lede;
    QString place;
    QStringList topics; ///< `medtop:…`
    QDateTime published; ///< UTC
    QDateTime modified;
    bool isCorrected = false; ///< its newest version corrects
    std::vector<CorrectionLine> corrections; ///< oldest first

    friend bool operator==(const Card &, const Card &) = default;
};

[[nodiscard]] Card cardOf(const WebStory &story);

/// Newest first, by the time a story was first published; equal times by page.
void sortNewestFirst(std::vector<Card> &cards);

} // namespace nutgraf::site
