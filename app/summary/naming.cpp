// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/naming.h"

#include <algorithm>
#include <array>

namespace nutgraf::summary {

using analysis::Attribution;
using analysis::Entity;
using analysis::EntityType;

namespace {

QString lastWord(const QString &name)
{
    return name.section(u' ', -1);
}

/// The words right before `at` in the text, up to `length` characters.
QStringView before(QStringView text, qsizetype at, qsizetype length)
{
    const qsizetype from = std::max<qsizetype>(0, at - length);
    return text.sliced(from, at - from);
}

/// "Mr. " before a surname goes when the full name comes.
qsizetype courtesyLength(QStringView text, qsizetype at)
{
    for (const QStringView title :
         {u"Mr. ", u"Mrs. ", u"Ms. ", u"Mr ", u"Mrs ", u"Ms ", u"Miss "}) {
        if (before(text, at, title.size()) == title) {
            return title.size();
        }
    }
    return 0;
}

QString withCase(QString name, QStringView like)
{
    if (!name.isEmpty() && !like.isEmpty() && like.front().isUpper()) {
        name[0] = name[0].toUpper();
    }
    return name;
}

template <class T>
const T &at(const std::vector<T> &list, int index)
{
    return list[static_cast<size_t>(index)];
}

void addNote(Unit &unit, UnitNote note)
{
    if (std::ranges::find(unit.notes, note) == unit.notes.end()) {
        unit.notes.push_back(note);
    }
}

} // namespace

Naming::Naming(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis,
               const Body &body)
    : m_snapshot(snapshot), m_analysis(analysis), m_body(body)
{
    for (int i = 0; i < static_cast<int>(analysis.entities.size()); ++i) {
        if (at(analysis.entities, i).type == EntityType::Person) {
            ++m_bearers[lastWord(at(analysis.entities, i).name)];
            collect(i);
        }
    }
    std::ranges::sort(m_references, {}, [](const Reference &r) { return r.range; });
}

void Naming::collect(int entity)
{
    const Entity &person = at(m_analysis.entities, entity);
    bool isFirst = true;
    for (const TextRange mention : person.mentions) {
        const auto block = std::ranges::upper_bound(m_body.blocks, mention.begin, {},
                                                    [](const Block &b) { return b.range.end; });
        const bool isInBody = block != m_body.blocks.end() && block->range.contains(mention);
        if (isInBody && !m_body.isQuoted(mention)) {
            const bool isFull = mention.in(m_snapshot.text) == person.name
                || !person.name.contains(u' ') || mention.in(m_snapshot.text).contains(u' ');
            m_references.push_back({mention, entity, isFull, isFirst});
            isFirst = false;
        }
    }
}

std::vector<Naming::Reference> Naming::referencesIn(TextRange range) const
{
    const auto begin = [](const Reference &r) {
        return r.range.begin;
    };
    const auto first = std::ranges::lower_bound(m_references, range.begin, {}, begin);
    const auto last = std::ranges::lower_bound(m_references, range.end, {}, begin);
    return {first, last};
}

QString Naming::firstName(int entity) const
{
    const Entity &named = at(m_analysis.entities, entity);
    if (named.type == EntityType::Person || named.mentions.empty()) {
        return named.name;
    }
    // "the White House", "the Ferry Authority": the article is not part of the name.
    const TextRange mention = named.mentions.back();
    const bool hasArticle =
        before(m_snapshot.text, mention.begin, 4).compare(u"the ", Qt::CaseInsensitive) == 0;
    return hasArticle ? QStringLiteral("the ") + named.name : named.name;
}

QString Naming::laterName(int entity) const
{
    const Entity &named = at(m_analysis.entities, entity);
    const QString surname = lastWord(named.name);
    const bool isClear = named.type == EntityType::Person && m_bearers.value(surname) == 1;
    return isClear ? surname : firstName(entity);
}

bool Naming::isCompletable(const Reference &reference) const
{
    const QStringView text = m_snapshot.text;
    // "the Barrow government" names no person.
    for (const QStringView article : {u"the ", u"a ", u"an "}) {
        if (before(text, reference.range.begin, article.size())
                .compare(article, Qt::CaseInsensitive)
            == 0) {
            return false;
        }
    }
    const QChar next = reference.range.end < text.size() ? text[reference.range.end] : QChar();
    return next != u'-' && before(text, reference.range.begin, 1) != u"-";
}

std::optional<Change> Naming::forPronoun(TextRange pronoun, const Block &block) const
{
    const QStringView words = pronoun.in(m_snapshot.text);
    const auto change = [&](int entity, const QString &first, const QString &later) {
        return Change{.range = pronoun,
                      .first = withCase(first, words),
                      .later = withCase(later, words),
                      .entity = entity,
                      .why = UnitNote::PronounReplaced};
    };
    for (const int index : block.attributions) {
        const Attribution &attribution = at(m_analysis.attributions, index);
        const bool isSource = std::ranges::any_of(
            attribution.source, [&](TextRange source) { return source.overlaps(pronoun); });
        if (!isSource || attribution.speaker < 0
            || attribution.confidence < analysis::UnsureBelow) {
            continue;
        }
        const analysis::Speaker &speaker = at(m_analysis.speakers, attribution.speaker);
        if (speaker.entity >= 0) {
            return change(speaker.entity, firstName(speaker.entity), laterName(speaker.entity));
        }
        if (!isPersonalPronoun(speaker.name) && !speaker.name.isEmpty()) {
            return change(-1, speaker.name, speaker.name);
        }
    }
    return std::nullopt;
}

bool Naming::isNamedBefore(const std::vector<Reference> &references, qsizetype at, int entity)
{
    return std::ranges::any_of(references, [&](const Reference &reference) {
        return reference.range.begin < at && (entity < 0 || reference.entity == entity);
    });
}

void Naming::addPronoun(Unit &unit, TextRange pronoun, const Block &block,
                        const std::vector<Reference> &references) const
{
    const std::optional<Change> change = forPronoun(pronoun, block);
    if (!change) {
        if (!isNamedBefore(references, pronoun.begin, -1)) {
            addNote(unit, UnitNote::PronounUnresolved);
            unit.isPickable = false;
        }
        return;
    }
    const bool isNamed =
        change->entity >= 0 && isNamedBefore(references, pronoun.begin, change->entity);
    if (!isNamed) {
        unit.changes.push_back(*change);
    }
}

void Naming::addPronouns(Unit &unit, const Block &block,
                         const std::vector<Reference> &references) const
{
    for (const int index : block.attributions) {
        for (const TextRange source : at(m_analysis.attributions, index).source) {
            const bool isOwn = unit.range.contains(source) && !m_body.isQuoted(source);
            if (isOwn && isPersonalPronoun(source.in(m_snapshot.text))) {
                addPronoun(unit, source, block, references);
            }
        }
    }
}

void Naming::name(Unit &unit, const Block &block, const Opener &opener) const
{
    const std::vector<Reference> references = referencesIn(unit.range);
    addPronouns(unit, block, references);
    const bool isOpeningResolved = std::ranges::any_of(
        unit.changes, [&](const Change &c) { return c.range.contains(opener.pronoun.begin); });
    if (opener.kind == Opening::Pronoun && !isOpeningResolved) {
        addNote(unit, UnitNote::PronounUnresolved);
        unit.isPickable = false;
    }
    for (const Reference &reference : references) {
        if (reference.isFull) {
            unit.introduces.push_back(reference.entity);
        } else if (isCompletable(reference)) {
            const qsizetype courtesy = courtesyLength(m_snapshot.text, reference.range.begin);
            const TextRange range{reference.range.begin - courtesy, reference.range.end};
            unit.changes.push_back({.range = range,
                                    .first = firstName(reference.entity),
                                    .later = range.in(m_snapshot.text).toString(),
                                    .entity = reference.entity,
                                    .why = UnitNote::NameCompleted});
        }
        if (reference.isFirst && reference.isFull && unit.speaker >= 0
            && at(m_analysis.speakers, unit.speaker).entity == reference.entity) {
            addNote(unit, UnitNote::FirstReference);
        }
    }
    std::ranges::sort(unit.changes, {}, &Change::range);
}

} // namespace nutgraf::summary
