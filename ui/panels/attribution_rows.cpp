// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/attribution_rows.h"

#include "messages/messages.h"
#include "ui/panels/places.h"
#include "ui/session/reading_marks.h"

#include <QCoreApplication>
#include <QHash>

#include <span>

namespace nutgraf::panels {

namespace {

using analysis::Attribution;
using review::UnitState;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("nutgraf::panels::Attribution", text, nullptr, n);
}

QString joined(const analysis::Snapshot &snapshot, const std::vector<TextRange> &ranges)
{
    QStringList parts;
    for (const TextRange range : ranges) {
        parts.append(oneLine(range.in(snapshot.text)));
    }
    return parts.join(QStringLiteral(" … "));
}

void sayState(Row &row, UnitState state)
{
    switch (state) {
    case UnitState::NeedsSource:
        row.alert = tr("needs a source");
        row.alertLevel = look::Alert::Warn;
        break;
    case UnitState::NoSource:
        row.alert = tr("needs a source");
        row.alertLevel = look::Alert::Danger;
        break;
    case UnitState::Unsure:
        row.secondary += tr(" · unsure");
        break;
    case UnitState::Reopened:
        row.secondary += tr(" · reopened");
        break;
    case UnitState::Rejected:
        row.secondary += tr(" · rejected");
        break;
    case UnitState::Open:
    case UnitState::Confirmed:
        break;
    }
}

/// Builds the rows of one reading.
class Builder {
public:
    Builder(const session::Reading &reading, const review::Review &review)
        : m_reading(reading),
          m_review(review),
          m_analysis(*reading.analysis),
          m_places(*reading.snapshot)
    {
    }

    [[nodiscard]] std::vector<RowTree> build(AttributionOrder order, AttributionFilter filter)
    {
        std::vector<RowTree> tree;
        addOrphans(tree);
        std::vector<std::size_t> shown;
        for (std::size_t i = 0; i < m_analysis.attributions.size(); ++i) {
            if (isShown(i, filter)) {
                shown.push_back(i);
            }
        }
        const auto listed =
            std::span(shown).first(std::min(shown.size(), static_cast<std::size_t>(MostRows)));
        if (order == AttributionOrder::ByPlace) {
            for (const std::size_t i : listed) {
                tree.push_back({unit(i), {}});
            }
        } else {
            addSpeakers(tree, shown, listed);
        }
        if (listed.size() < shown.size()) {
            tree.push_back(notListed(static_cast<qsizetype>(shown.size() - listed.size())));
        }
        return tree;
    }

private:
    /// Speakers with their units; each counts all of them, also those that are not listed.
    void addSpeakers(std::vector<RowTree> &tree, std::span<const std::size_t> shown,
                     std::span<const std::size_t> listed)
    {
        std::vector<RowTree> groups(m_analysis.speakers.size() + 1);
        std::vector<std::size_t> counts(groups.size());
        const auto groupOf = [&](std::size_t i) {
            const int speaker = m_analysis.attributions[i].speaker;
            return speaker < 0 ? groups.size() - 1 : static_cast<std::size_t>(speaker);
        };
        for (const std::size_t i : shown) {
            ++counts[groupOf(i)];
        }
        for (const std::size_t i : listed) {
            groups[groupOf(i)].children.push_back({unit(i), {}});
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!groups[i].children.empty()) {
                groups[i].row = i + 1 == groups.size() ? nobody(static_cast<int>(counts[i]))
                                                       : speaker(static_cast<int>(i), counts[i]);
                tree.push_back(std::move(groups[i]));
            }
        }
    }

    [[nodiscard]] UnitState state(std::size_t i) const
    {
        return i < m_reading.bound.units.size() ? m_reading.bound.units[i].state : UnitState::Open;
    }

    [[nodiscard]] bool isShown(std::size_t i, AttributionFilter filter) const
    {
        return filter == AttributionFilter::All || isOpen(state(i));
    }

    [[nodiscard]] Row unit(std::size_t i)
    {
        const Attribution &attribution = m_analysis.attributions[i];
        const QString cue = joined(*m_reading.snapshot, attribution.cue);
        Row row;
        row.kind = RowKind::Unit;
        row.shape = session::shapeOf(state(i));
        row.title = shownWords(*m_reading.snapshot, attribution);
        row.key = row.title + QString::number(m_seen[row.title]++);
        row.isQuoted = true;
        row.secondary = QStringLiteral("%1 · %2").arg(cue.isEmpty() ? tr("no cue") : cue,
                                                      messages::name(attribution.kind));
        row.range = rangeOf(attribution);
        row.right = m_places.mark(row.range.begin);
        row.id = static_cast<int>(i);
        row.spoken = QStringLiteral("%1, %2, %3, %4, %5")
                         .arg(row.title, speakerName(attribution.speaker), row.secondary,
                              messages::name(state(i)), m_places.words(row.range.begin));
        row.toolTip = row.title;
        sayState(row, state(i));
        if (state(i) != UnitState::Reopened
            && m_reading.corrections.contains(static_cast<int>(i))) {
            row.secondary += tr(" · corrected");
        }
        return row;
    }

    [[nodiscard]] QString speakerName(int speaker) const
    {
        return speaker < 0 ? tr("no speaker")
                           : m_analysis.speakers[static_cast<std::size_t>(speaker)].name;
    }

    [[nodiscard]] Row speaker(int index, std::size_t units) const
    {
        const analysis::Speaker &speaker = m_analysis.speakers[static_cast<std::size_t>(index)];
        Row row;
        row.kind = RowKind::Heading;
        row.key = speaker.name;
        row.chip = index;
        row.initials = speaker.initials;
        row.title = oneLine(speaker.name);
        row.secondary = oneLine(speaker.role);
        row.right = QString::number(units);
        row.toolTip =
            row.secondary.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.secondary);
        row.spoken =
            QStringLiteral("%1, %2").arg(row.toolTip, tr("%n statements", static_cast<int>(units)));
        row.id = index;
        return row;
    }

    [[nodiscard]] static Row nobody(int units)
    {
        Row row;
        row.kind = RowKind::Heading;
        row.key = QStringLiteral("?");
        row.chip = NobodysChip;
        row.initials = QStringLiteral("?");
        row.title = tr("No speaker");
        row.secondary = tr("%n unsourced quotes", units);
        row.spoken = QStringLiteral("%1, %2").arg(row.title, row.secondary);
        return row;
    }

    void addOrphans(std::vector<RowTree> &tree) const
    {
        if (m_reading.bound.orphans.empty()) {
            return;
        }
        RowTree group;
        group.row.kind = RowKind::Heading;
        group.row.key = QStringLiteral("[/]");
        group.row.title = tr("Lost their place");
        group.row.secondary = tr("words no longer in the story");
        group.row.right = QString::number(m_reading.bound.orphans.size());
        group.row.spoken = tr("Decisions that lost their place");
        for (const int index : m_reading.bound.orphans) {
            if (static_cast<std::size_t>(index) < m_review.decisions.size()) {
                group.children.push_back(
                    {orphan(m_review.decisions[static_cast<std::size_t>(index)]), {}});
            }
        }
        tree.push_back(std::move(group));
    }

    [[nodiscard]] static Row orphan(const review::Decision &decision)
    {
        static const QHash<review::Verdict, QString> verdicts{
            {review::Verdict::Confirmed, tr("confirmed")},
            {review::Verdict::NeedsSource, tr("needs a source")},
            {review::Verdict::Rejected, tr("rejected")}};
        Row row;
        row.kind = RowKind::Unit;
        row.shape = look::Shape::Orphaned;
        row.key = decision.id;
        row.title = oneLine(review::wordsOf(decision).exact);
        row.isQuoted = true;
        row.secondary = decision.correction
            ? tr("was %1").arg(messages::describe(*decision.correction))
            : tr("was %1 by %2").arg(verdicts.value(decision.verdict), decision.by);
        row.right = decision.speaker;
        row.toolTip = row.title;
        row.spoken = QStringLiteral("%1, %2").arg(row.title, row.secondary);
        return row;
    }

    const session::Reading &m_reading;
    const review::Review &m_review;
    const analysis::Analysis &m_analysis;
    Places m_places;
    QHash<QString, int> m_seen;
};

} // namespace

std::vector<RowTree> attributionRows(const session::Reading &reading, const review::Review &review,
                                     AttributionOrder order, AttributionFilter filter)
{
    if (!reading.snapshot || !reading.analysis) {
        return {};
    }
    return Builder(reading, review).build(order, filter);
}

QString shownWords(const analysis::Snapshot &snapshot, const Attribution &attribution)
{
    const bool isPart =
        attribution.kind == analysis::AttributionKind::Mixed && !attribution.quotes.empty();
    QString words = joined(snapshot, isPart ? attribution.quotes : attribution.content);
    const qsizetype last = words.size() - 1;
    static constexpr QStringView Closing = u"”\"’»“'";
    if (last > 0 && words.at(last - 1) == u',' && Closing.contains(words.at(last))) {
        words.remove(last - 1, 1);
    }
    return words;
}

QString allWords(const analysis::Snapshot &snapshot, const Attribution &attribution)
{
    return joined(snapshot, attribution.content);
}

bool isOpen(UnitState state)
{
    return state != UnitState::Confirmed && state != UnitState::Rejected
        && state != UnitState::NeedsSource;
}

TextRange rangeOf(const Attribution &attribution)
{
    if (attribution.content.empty()) {
        return attribution.source.empty() ? TextRange() : attribution.source.front();
    }
    return {attribution.content.front().begin, attribution.content.back().end};
}

} // namespace nutgraf::panels
