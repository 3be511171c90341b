// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/checks.h"
#include "story_text.h"

#include <QTimeZone>

namespace nutgraf::review::checked {

inline const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);

/// A story in which nothing is wrong.
inline story::Story sound()
{
    story::Story story;
    story.slug = QStringLiteral("harbour-levy");
    story.headline = QStringLiteral("Levy stays");
    story.dateline = {QStringLiteral("PORT LORNE"), QDate(2026, 5, 12)};
    story.body = QStringLiteral("Body.");
    return story;
}

/// What the checks say of `story` in whose body `text` stands.
inline std::vector<Finding> findings(const StoryText &text, const story::Story &story,
                                     const Review &review = {})
{
    const analysis::Snapshot snapshot{
        .revision = 1,
        .text = text.text,
        .segments = {{analysis::SegmentRole::Body, {0, text.text.size()}}}};
    return check(story, snapshot, text.analysis, review, bind(review, text.analysis, text.text),
                 Noon);
}

inline std::vector<CheckId> ids(const std::vector<Finding> &findings)
{
    std::vector<CheckId> result;
    for (const Finding &finding : findings) {
        result.push_back(finding.id);
    }
    return result;
}

} // namespace nutgraf::review::checked
