// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/findings.h"

#include "cli/table.h"
#include "messages/messages.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

Cell levelCell(review::FindingLevel level)
{
    switch (level) {
    case review::FindingLevel::Blocks:
        return {u"blocks"_s, Style::Red};
    case review::FindingLevel::ToConfirm:
        return {u"confirm"_s, Style::Yellow};
    case review::FindingLevel::Note:
        return {u"note"_s, Style::Blue};
    }
    return {};
}

/// "paragraph 3, “We can raise…”", or the field's name; a check of the whole story has no place.
QString whereOf(const review::Finding &finding, const reading::Reading &reading,
                const Places &places, const messages::Message &message)
{
    constexpr int shownColumns = 48;
    if (finding.range.isEmpty()) {
        return message.where;
    }
    const QString place = places.of(finding.range.begin);
    const bool isParagraph = place.front().isDigit();
    return (isParagraph ? u"paragraph "_s : QString()) + place + u", "_s
        + fitted(finding.range.in(reading.snapshot->text).toString(), shownColumns);
}

} // namespace

QString findingLine(const review::Finding &finding, const reading::Reading &reading,
                    const Places &places, const Console &console)
{
    const messages::Message message = messages::describe(finding, *reading.analysis);
    const QString where = whereOf(finding, reading, places, message);
    const Cell level = levelCell(finding.level);
    return console.styled(level.style, level.text) + u": "_s
        + (where.isEmpty() ? QString() : where + u": "_s)
        + (message.what + u' ' + message.remedy).simplified();
}

} // namespace nutgraf::cli
