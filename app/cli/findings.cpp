// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/findings.h"

#include "cli/table.h"
#include "messages/messages.h"

#include <QStringList>

#include <algorithm>

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

} // namespace

QString findingLine(const review::Finding &finding, const StoryReading &reading,
                    const Console &console)
{
    const messages::Message message = messages::describe(finding, reading.analysis);
    QStringList parts;
    for (const QString &part : {message.where, message.what, message.remedy}) {
        if (!part.isEmpty()) {
            parts.append(part.simplified());
        }
    }
    const Cell level = levelCell(finding.level);
    return console.styled(level.style, level.text) + u": "_s + parts.join(u' ');
}

int countBlocking(const std::vector<review::Finding> &findings)
{
    return static_cast<int>(
        std::ranges::count(findings, review::FindingLevel::Blocks, &review::Finding::level));
}

} // namespace nutgraf::cli
