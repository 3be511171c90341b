// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/finding_rows.h"

#include "messages/messages.h"
#include "ui/panels/attribution_rows.h"
#include "ui/panels/places.h"
#include "ui/session/reading_marks.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace nutgraf::panels {

namespace {

using review::Finding;
using review::FindingLevel;

constexpr std::array Levels{FindingLevel::Blocks, FindingLevel::ToConfirm, FindingLevel::Note};

QString tr(const char *text)
{
    return QCoreApplication::translate("nutgraf::panels::Findings", text);
}

QString heading(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Blocks:
        return tr("Blocks");
    case FindingLevel::ToConfirm:
        return tr("To confirm");
    case FindingLevel::Note:
        break;
    }
    return tr("Notes");
}

/// Words and chip of the attribution that a finding is about, in place of the finding's own title.
void showUnit(Row &row, const Finding &finding, const session::Reading &reading)
{
    const auto index = static_cast<std::size_t>(finding.attribution);
    if (finding.attribution < 0 || index >= reading.analysis->attributions.size()) {
        return;
    }
    const analysis::Attribution &attribution = reading.analysis->attributions[index];
    row.secondary = row.title;
    row.title = shownWords(*reading.snapshot, attribution);
    row.isQuoted = true;
    row.chip = attribution.speaker < 0 ? NobodysChip : attribution.speaker;
    row.initials = attribution.speaker < 0
        ? QStringLiteral("?")
        : reading.analysis->speakers[static_cast<std::size_t>(attribution.speaker)].initials;
    if (index < reading.bound.units.size()) {
        row.shape = session::shapeOf(reading.bound.units[index].state);
    }
    if (row.range.isEmpty()) {
        row.range = rangeOf(attribution);
    }
}

Row findingRow(const session::Reading &reading, int index, const Places &places)
{
    const Finding &finding = reading.findings[static_cast<std::size_t>(index)];
    const messages::Message message = messages::describe(finding, *reading.analysis);
    Row row;
    row.kind = RowKind::Remark;
    row.shape = shapeOf(finding.level);
    row.title = message.what;
    row.secondary = message.remedy;
    row.range = finding.range;
    row.id = index;
    showUnit(row, finding, reading);
    const QString remark = (message.what + u'\n' + message.remedy).trimmed();
    row.toolTip = row.isQuoted ? row.title + u'\n' + remark : remark;
    if (!row.range.isEmpty()) {
        row.right = places.mark(row.range.begin);
    }
    row.spoken = QStringLiteral("%1: %2, %3, %4")
                     .arg(heading(finding.level), row.title, row.secondary,
                          row.range.isEmpty() ? QString() : places.words(row.range.begin));
    return row;
}

} // namespace

std::vector<RowTree> findingRows(const session::Reading &reading, const QString &action)
{
    std::vector<RowTree> tree;
    if (!reading.snapshot || !reading.analysis) {
        return tree;
    }
    const Places places(*reading.snapshot);
    qsizetype listed = 0;
    for (const FindingLevel level : Levels) {
        RowTree group;
        QHash<QString, int> seen;
        for (std::size_t i = 0; i < reading.findings.size(); ++i) {
            if (reading.findings[i].level == level && listed < MostRows) {
                ++listed;
                Row row = findingRow(reading, static_cast<int>(i), places);
                row.key = QString::number(static_cast<int>(reading.findings[i].id)) + row.title;
                row.key += QString::number(seen[row.key]++);
                const bool hasPlace = !row.range.isEmpty() || reading.findings[i].field;
                row.action = hasPlace ? action : QString();
                group.children.push_back({std::move(row), {}});
            }
        }
        if (!group.children.empty()) {
            group.row.kind = RowKind::Heading;
            group.row.title = heading(level);
            group.row.key = group.row.title;
            group.row.right = QString::number(countOf(reading.findings, level));
            group.row.spoken = QStringLiteral("%1, %2").arg(group.row.title, group.row.right);
            tree.push_back(std::move(group));
        }
    }
    const auto all = static_cast<qsizetype>(reading.findings.size());
    if (listed < all) {
        tree.push_back(notListed(all - listed));
    }
    return tree;
}

look::Shape shapeOf(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Blocks:
        return look::Shape::Blocks;
    case FindingLevel::ToConfirm:
        return look::Shape::ToConfirm;
    case FindingLevel::Note:
        break;
    }
    return look::Shape::Note;
}

int countOf(const std::vector<Finding> &findings, FindingLevel level)
{
    return static_cast<int>(std::ranges::count(findings, level, &Finding::level));
}

std::vector<look::ShapeCount> shapeCounts(const std::vector<Finding> &findings)
{
    std::vector<look::ShapeCount> counts;
    for (const FindingLevel level : Levels) {
        if (const int count = countOf(findings, level); count > 0) {
            counts.push_back({shapeOf(level), count});
        }
    }
    return counts;
}

} // namespace nutgraf::panels
