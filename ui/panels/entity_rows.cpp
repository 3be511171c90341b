// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/entity_rows.h"

#include "messages/messages.h"
#include "ui/panels/places.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <iterator>
#include <map>

namespace nutgraf::panels {

namespace {

using analysis::Entity;
using analysis::EntityType;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("nutgraf::panels::Entities", text, nullptr, n);
}

QString heading(EntityType type)
{
    switch (type) {
    case EntityType::Person:
        return tr("People");
    case EntityType::Organisation:
        return tr("Organisations");
    case EntityType::Location:
        return tr("Places");
    case EntityType::Misc:
        return tr("Other names");
    case EntityType::Date:
    case EntityType::Time:
        return tr("Dates and times");
    case EntityType::Money:
    case EntityType::Percent:
    case EntityType::Quantity:
        break;
    }
    return tr("Figures");
}

/// Builds the rows of one reading.
class Builder {
public:
    explicit Builder(const session::Reading &reading)
        : m_reading(reading), m_text(reading.snapshot->text), m_places(*reading.snapshot)
    {
    }

    [[nodiscard]] RowTree entity(int index) const
    {
        const Entity &entity = m_reading.analysis->entities[static_cast<std::size_t>(index)];
        const std::vector<TextRange> places = placesOf(entity);
        RowTree tree;
        Row &row = tree.row;
        row.key = entity.name;
        row.kind = RowKind::Name;
        row.title = oneLine(entity.name);
        row.secondary =
            analysis::isFigure(entity.type) ? messages::name(entity.type) : oneLine(entity.role);
        row.right = QString::number(places.size());
        row.id = index;
        row.range = places.empty() ? TextRange() : places.front();
        row.toolTip =
            row.secondary.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.secondary);
        if (isFirstNamedInQuote(entity)) {
            row.shape = look::Shape::Note;
            row.toolTip += u'\n' + tr("Named in full only after a quotation names them.");
        }
        row.spoken = QStringLiteral("%1, %2").arg(row.toolTip.simplified(),
                                                  tr("%n places", static_cast<int>(places.size())));
        addMentions(tree, entity, places);
        return tree;
    }

    [[nodiscard]] bool matches(const Entity &entity, const QString &filter) const
    {
        const auto has = [&filter](QStringView words) {
            return words.contains(filter, Qt::CaseInsensitive);
        };
        return filter.isEmpty() || has(entity.name) || has(entity.role)
            || std::ranges::any_of(entity.mentions,
                                   [&](TextRange range) { return has(range.in(m_text)); });
    }

private:
    [[nodiscard]] bool isFirstNamedInQuote(const Entity &entity) const
    {
        return std::ranges::any_of(m_reading.findings, [&entity](const review::Finding &finding) {
            return finding.id == review::CheckId::FirstReferenceInQuote
                && std::ranges::any_of(entity.mentions, [&finding](TextRange range) {
                       return range.overlaps(finding.range);
                   });
        });
    }

    void addMentions(RowTree &tree, const Entity &entity,
                     const std::vector<TextRange> &places) const
    {
        QHash<QString, int> seen;
        for (const TextRange range : places) {
            Row row;
            row.kind = RowKind::Mention;
            row.title = oneLine(range.in(m_text));
            row.key = row.title + QString::number(seen[row.title]++);
            row.secondary = m_places.mark(range.begin);
            const bool isPronoun = std::ranges::binary_search(entity.pronouns, range);
            row.right = isPronoun ? pronounNote(range) : mentionNote(entity, range);
            row.isQuoted = true;
            row.id = tree.row.id;
            row.range = range;
            row.toolTip = row.title;
            row.spoken = tr("“%1”, %2").arg(row.title, m_places.words(range.begin));
            if (!row.right.isEmpty()) {
                row.spoken += QStringLiteral(", ") + row.right;
            }
            tree.children.push_back({std::move(row), {}});
        }
    }

    [[nodiscard]] QString mentionNote(const Entity &entity, TextRange range) const
    {
        if (entity.mentions.size() < 2 && entity.pronouns.empty()) {
            return {};
        }
        if (range == entity.mentions.front()) {
            const bool isFull = range.in(m_text).contains(entity.name);
            return isFull ? tr("first, full") : tr("first");
        }
        return range == entity.mentions.back() ? tr("last") : QString();
    }

    [[nodiscard]] QString pronounNote(TextRange range) const
    {
        const int index = attributionOfSource(*m_reading.analysis, range);
        if (index >= 0) {
            const auto &attribution =
                m_reading.analysis->attributions[static_cast<std::size_t>(index)];
            for (const analysis::Reason &reason : attribution.reasons) {
                if (reason.code == analysis::ReasonCode::PronounLastSpeaker) {
                    return tr("same speaker");
                }
                if (reason.code == analysis::ReasonCode::PronounLastNamed) {
                    return tr("last named");
                }
            }
        }
        return tr("pronoun");
    }

    const session::Reading &m_reading;
    const QString &m_text;
    Places m_places;
};

} // namespace

std::vector<TextRange> placesOf(const Entity &entity)
{
    std::vector<TextRange> places;
    places.reserve(entity.mentions.size() + entity.pronouns.size());
    std::ranges::merge(entity.mentions, entity.pronouns, std::back_inserter(places));
    return places;
}

int attributionOfSource(const analysis::Analysis &analysis, TextRange range)
{
    const auto found = std::ranges::find_if(
        analysis.attributions, [range](const analysis::Attribution &attribution) {
            return std::ranges::any_of(attribution.source, [range](TextRange source) {
                return source.contains(range) || range.contains(source);
            });
        });
    return found == analysis.attributions.end()
        ? -1
        : static_cast<int>(found - analysis.attributions.begin());
}

std::vector<RowTree> entityRows(const session::Reading &reading, const QString &filter)
{
    std::vector<RowTree> groups;
    if (!reading.snapshot || !reading.analysis) {
        return groups;
    }
    const Builder builder(reading);
    std::map<EntityType, RowTree> byType; // in the types' order
    const std::vector<Entity> &entities = reading.analysis->entities;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (builder.matches(entities[i], filter)) {
            byType[entities[i].type].children.push_back(builder.entity(static_cast<int>(i)));
        }
    }
    for (auto &[type, found] : byType) {
        const QString title = heading(type);
        if (groups.empty() || groups.back().row.title != title) {
            groups.push_back({});
            groups.back().row.kind = RowKind::Heading;
            groups.back().row.title = title;
            groups.back().row.key = title;
        }
        std::ranges::move(found.children, std::back_inserter(groups.back().children));
    }
    for (RowTree &group : groups) {
        group.row.right = QString::number(group.children.size());
        group.row.spoken = QStringLiteral("%1, %2").arg(group.row.title, group.row.right);
    }
    return groups;
}

} // namespace nutgraf::panels
