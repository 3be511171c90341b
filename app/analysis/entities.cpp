// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/entities.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace nutgraf::analysis {

namespace {

using Votes = std::array<int, 5>;

/// Names of one thing that share no words.
QString canonical(const QString &name)
{
    static const QHash<QString, QString> same = {
        {QStringLiteral("US"), QStringLiteral("United States")},
        {QStringLiteral("U.S."), QStringLiteral("United States")},
        {QStringLiteral("U.S"), QStringLiteral("United States")},
        {QStringLiteral("USA"), QStringLiteral("United States")},
        {QStringLiteral("U.S.A."), QStringLiteral("United States")},
        {QStringLiteral("UK"), QStringLiteral("United Kingdom")},
        {QStringLiteral("U.K."), QStringLiteral("United Kingdom")},
        {QStringLiteral("UN"), QStringLiteral("United Nations")},
        {QStringLiteral("U.N."), QStringLiteral("United Nations")},
        {QStringLiteral("EU"), QStringLiteral("European Union")},
        {QStringLiteral("E.U."), QStringLiteral("European Union")},
        {QStringLiteral("UAE"), QStringLiteral("United Arab Emirates")},
    };
    return same.value(name, name);
}

QString surnameOf(const QString &name)
{
    QString last = name.section(u' ', -1);
    if ((last == u"Jr." || last == u"Jr" || last == u"Sr." || last == u"II" || last == u"III")
        && name.count(u' ') > 1)
        last = name.section(u' ', -2, -2);
    return last;
}

/// How much a mention counts when a name's mentions vote on its type.
int weightOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Guess:
        return 1;
    case Certainty::Likely:
        return 20;
    case Certainty::Sure:
        break;
    }
    return 60;
}

const std::vector<int> &listOf(const QHash<QString, std::vector<int>> &lists, const QString &key)
{
    static const std::vector<int> none;
    const auto it = lists.constFind(key);
    return it == lists.constEnd() ? none : *it;
}

class Indexer {
public:
    Indexer(QStringView text, const std::vector<PlacedReading> &readings)
        : m_text(text), m_readings(readings)
    {
    }
    [[nodiscard]] EntityIndex run();

private:
    void gather(const NameMention &mention);
    void gatherFull(const NameMention &mention, qsizetype begin);
    void place(const PlacedReading &placed, const NameMention &mention);
    [[nodiscard]] std::optional<EntityType> decide(const NameMention &mention) const;
    [[nodiscard]] std::optional<EntityType> echoed(const QString &name) const;
    [[nodiscard]] QString fullName(const NameMention &mention, qsizetype at) const;
    int entityFor(EntityType type, const QString &name);
    [[nodiscard]] bool isAlias(TextRange range) const;

    struct FullName {
        qsizetype at;
        QString name;
    };

    QStringView m_text;
    const std::vector<PlacedReading> &m_readings;
    QHash<QString, Votes> m_votes;
    QHash<QString, std::vector<FullName>> m_fullNames; ///< surname → full names, by place
    QHash<QString, QString> m_givenNames; ///< given name → its only bearer; empty: it has several
    QHash<QString, QString> m_firstNames; ///< given name and surname → the first full name
    QHash<QString, QString> m_bodies; ///< last word → a body's full name
    QHash<QString, int> m_known; ///< type and name → entity
    EntityIndex m_index;
};

void Indexer::gather(const NameMention &mention)
{
    if (mention.type == EntityType::Date || mention.isEcho)
        return;
    if (mention.certainty != Certainty::Guess || !mention.isFirst)
        m_votes[mention.name][static_cast<size_t>(mention.type)] += weightOf(mention.certainty);
}

/// Full names, once all votes are in.
void Indexer::gatherFull(const NameMention &mention, qsizetype begin)
{
    if (mention.type == EntityType::Date || mention.isEcho || !mention.name.contains(u' '))
        return;
    const std::optional<EntityType> type = decide(mention);
    if (type == EntityType::Person) {
        std::vector<FullName> &names = m_fullNames[surnameOf(mention.name)];
        if (names.empty() || names.back().name != mention.name)
            names.push_back({begin + mention.range.begin, mention.name});
        const QString given = mention.name.section(u' ', 0, 0);
        const QString both = given + u' ' + surnameOf(mention.name);
        if (!m_firstNames.contains(both))
            m_firstNames.insert(both, mention.name);
        const auto bearer = m_givenNames.constFind(given);
        const bool isOnly = bearer == m_givenNames.constEnd() || *bearer == mention.name;
        m_givenNames.insert(given, isOnly ? mention.name : QString());
    } else if (type == EntityType::Organisation) {
        m_bodies.insert(mention.name.section(u' ', -1), mention.name);
    }
}

/// The full name that a surname stands for: the last one before it, or the first one after it. A
/// given name stands for its only bearer.
QString Indexer::fullName(const NameMention &mention, qsizetype at) const
{
    const auto it = m_fullNames.constFind(surnameOf(mention.name));
    if (it == m_fullNames.constEnd()) {
        const QString bearer = m_givenNames.value(mention.name);
        return bearer.isEmpty() ? mention.name : bearer;
    }
    const auto next = std::ranges::upper_bound(*it, at, {}, &FullName::at);
    const QString &nearest = next == it->begin() ? next->name : std::prev(next)->name;
    if (!mention.name.contains(u' '))
        return nearest;
    // "Donald Trump" and "Donald J. Trump" are one: the same first name.
    const QString given = mention.name.section(u' ', 0, 0);
    return m_firstNames.value(given + u' ' + surnameOf(mention.name), mention.name);
}

std::optional<EntityType> Indexer::decide(const NameMention &mention) const
{
    if (mention.certainty == Certainty::Sure)
        return mention.type;
    const bool isWord = !mention.name.contains(u' ');
    if (isWord && m_fullNames.contains(mention.name))
        return EntityType::Person;
    if (isWord && m_bodies.contains(mention.name))
        return EntityType::Organisation;
    const auto votes = m_votes.constFind(mention.name);
    if (votes != m_votes.constEnd()) {
        const auto most = std::ranges::max_element(*votes);
        if (isWord && *most < weightOf(Certainty::Likely) && most == votes->begin())
            return EntityType::Misc; // nothing but its capital speaks for it
        return static_cast<EntityType>(most - votes->begin());
    }
    if (mention.isFirst)
        return std::nullopt;
    return mention.type;
}

/// What a name is that was surely one elsewhere.
std::optional<EntityType> Indexer::echoed(const QString &name) const
{
    const auto votes = m_votes.constFind(name);
    if (votes == m_votes.constEnd())
        return std::nullopt;
    const auto most = std::ranges::max_element(*votes);
    return *most < weightOf(Certainty::Sure)
        ? std::nullopt
        : std::optional(static_cast<EntityType>(most - votes->begin()));
}

int Indexer::entityFor(EntityType type, const QString &name)
{
    const QString key = QString::number(static_cast<int>(type)) + canonical(name);
    const auto it = m_known.constFind(key);
    if (it != m_known.constEnd())
        return *it;
    const int index = static_cast<int>(m_index.entities.size());
    Entity entity;
    entity.id = QStringLiteral("e%1").arg(index + 1);
    entity.type = type;
    entity.name = canonical(name);
    m_index.entities.push_back(std::move(entity));
    m_index.genders.push_back(Gender::Unknown);
    m_known.insert(key, index);
    return index;
}

/// "Anytown Broadcasting Service (ABS)"
bool Indexer::isAlias(TextRange range) const
{
    return !m_index.mentions.empty() && range.begin >= 2
        && m_index.mentions.back().range.end == range.begin - 2 && m_text[range.begin - 1] == u'('
        && range.end < m_text.size() && m_text[range.end] == u')';
}

void Indexer::place(const PlacedReading &placed, const NameMention &mention)
{
    const std::optional<EntityType> type = mention.isEcho ? echoed(mention.name) : decide(mention);
    if (!type)
        return;
    const TextRange range = mention.range.shifted(placed.begin);
    int entity = -1;
    if (*type == EntityType::Organisation && isAlias(range)) {
        entity = m_index.mentions.back().entity;
        m_known.insert(QString::number(static_cast<int>(*type)) + mention.name, entity);
    } else {
        QString name = mention.name;
        if (*type == EntityType::Person) {
            name = fullName(mention, range.begin);
        } else if (*type == EntityType::Organisation && !name.contains(u' ')) {
            name = m_bodies.value(name, name);
        }
        entity = entityFor(*type, name);
    }
    Entity &named = m_index.entities[static_cast<size_t>(entity)];
    named.mentions.push_back(range);
    if (named.role.isEmpty())
        named.role = mention.role;
    if (named.type == EntityType::Person && mention.name.size() > named.name.size()
        && mention.name.contains(u' '))
        named.name = mention.name;
    Gender &gender = m_index.genders[static_cast<size_t>(entity)];
    if (gender == Gender::Unknown)
        gender = mention.gender;
    const bool isQuoted = std::ranges::any_of(
        placed.reading->quotes, [&](const TextRange &q) { return q.contains(mention.range); });
    m_index.mentions.push_back({range, entity, isQuoted});
}

EntityIndex Indexer::run()
{
    for (const PlacedReading &placed : m_readings) {
        for (const NameMention &mention : placed.reading->names)
            gather(mention);
    }
    for (const PlacedReading &placed : m_readings) {
        for (const NameMention &mention : placed.reading->names)
            gatherFull(mention, placed.begin);
    }
    for (const PlacedReading &placed : m_readings) {
        for (const NameMention &mention : placed.reading->names)
            place(placed, mention);
    }
    for (size_t i = 0; i < m_index.entities.size(); ++i) {
        const QStringList words = m_index.entities[i].role.toLower().split(u' ');
        for (const QString &word : QSet<QString>(words.begin(), words.end()))
            m_index.roles[word].push_back(static_cast<int>(i));
        const Entity &entity = m_index.entities[i];
        if (entity.type == EntityType::Person && entity.name.contains(u' '))
            m_index.bearers[surnameOf(entity.name)].push_back(static_cast<int>(i));
    }
    return std::move(m_index);
}

} // namespace

const std::vector<int> &EntityIndex::withRole(const QString &word) const
{
    return listOf(roles, word);
}

const std::vector<int> &EntityIndex::withSurname(const QString &surname) const
{
    return listOf(bearers, surname);
}

std::span<const PlacedMention> EntityIndex::inside(TextRange range) const
{
    const auto byBegin = [](const PlacedMention &m) {
        return m.range.begin;
    };
    const auto first = std::ranges::lower_bound(mentions, range.begin, {}, byBegin);
    auto end = std::ranges::lower_bound(mentions, range.end, {}, byBegin);
    while (end != first && std::prev(end)->range.end > range.end)
        --end;
    return {first, end};
}

std::span<const PlacedMention> EntityIndex::before(qsizetype at) const
{
    const auto end = std::ranges::upper_bound(mentions, at, {},
                                              [](const PlacedMention &m) { return m.range.end; });
    return {mentions.begin(), end};
}

EntityIndex indexEntities(QStringView text, const std::vector<PlacedReading> &readings)
{
    return Indexer(text, readings).run();
}

} // namespace nutgraf::analysis
