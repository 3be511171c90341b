// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QDate>
#include <QString>
#include <QStringView>

#include <vector>

namespace nutgraf::text {

/// "Thursday", "yesterday", "last Friday night": a day that only the dateline makes clear.
struct RelativeDay {
    TextRange range; ///< the words that `shown` can stand for
    QDate date; ///< invalid if the day of writing is
    QString shown; ///< "Thursday, 14 May": fits in place of the words; empty if `date` is invalid

    friend bool operator==(const RelativeDay &, const RelativeDay &) = default;
};

/// The relative days in English text inside `within`, ascending. `written` is the day of writing;
/// a weekday is the nearest one back, or ahead where the clause looks ahead ("will meet on
/// Friday"), the day of writing included. What only looks like such a day is left out (meansADay),
/// and so are emphasised words and quoted paragraphs; quotation marks are the caller's to mind.
/// Text in a language other than English has none. `language` decides about "14 May" or
/// "May 14" (en-US). Linear.
[[nodiscard]] std::vector<RelativeDay> relativeDays(QStringView text, TextRange within,
                                                    const QDate &written, QStringView language);

} // namespace nutgraf::text
