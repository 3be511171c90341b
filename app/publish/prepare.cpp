// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"
#include "format/printable_edition.h"
#include "format/story_file.h"
#include "publish/gate.h"
#include "story/identity.h"
#include "text/slug.h"

#include <QTimeZone>

#include <algorithm>
#include <functional>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

using format::Edition;
using format::EditionKind;
using format::PublicationKind;

const QString Wire = u"wire"_s;
const QString Web = u"web"_s;

QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC);
}

/// What came before, as far as the next version depends on it.
struct History {
    const std::vector<Manifest> &versions;

    [[nodiscard]] int lastWith(const QString &edition) const
    {
        for (const auto &version : std::ranges::reverse_view(versions)) {
            if (version.editions.contains(edition))
                return version.version;
        }
        return 0;
    }
    /// Publication does not move: the first version's time, or the end of the embargo it was under.
    [[nodiscard]] std::optional<QDateTime> firstPublished(const QString &edition) const
    {
        std::optional<QDateTime> time;
        for (const Manifest &version : versions) {
            if (!version.editions.contains(edition))
                continue;
            if (!time)
                time = version.published;
            if (version.embargo)
                time = *version.embargo;
        }
        return time;
    }
};

/// An embargo's end while it still runs.
std::optional<QDateTime> running(const std::optional<QDateTime> &embargo, const QDateTime &now)
{
    return embargo && now < *embargo ? embargo : std::nullopt;
}

/// What editions are made of.
struct Plan {
    const Proposal &proposal;
    const Choice &choice;
    const story::Story &story;
    History history;
};

/// What a killed story may still say: who it was from, where, about what, never what it said.
story::Story withdrawn(const story::Story &story)
{
    story::Story result;
    result.byline = story.byline;
    result.dateline = story.dateline;
    result.language = story.language;
    result.urgency = story.urgency;
    result.subjects = story.subjects;
    return result;
}

story::Story published(const Plan &plan)
{
    const story::Story &whole = plan.story;
    story::Story story =
        format::printable(plan.choice.kind == PublicationKind::Kill ? withdrawn(whole) : whole);
    const bool hasTopic = std::ranges::any_of(story.subjects, [](const QString &subject) {
        return !format::topicCode(subject).isEmpty();
    });
    // Every subscriber's reader sorts by subject; a story without one gets the likeliest.
    if (!hasTopic) {
        story.subjects.append(
            format::guessTopic(whole.headline + u' ' + whole.deck + u' ' + whole.body));
    }
    return story;
}

/// What a kill is called: neither the headline nor the slug, which may be the libel themselves.
void nameByGuid(Edition &edition)
{
    edition.story.slug = story::neutralId(edition.wireGuid);
    edition.story.headline = u"KILL: "_s + edition.story.slug.toUpper();
}

std::optional<format::NamedKind> namedKind(analysis::EntityType type)
{
    switch (type) {
    case analysis::EntityType::Person:
        return format::NamedKind::Person;
    case analysis::EntityType::Organisation:
        return format::NamedKind::Organisation;
    case analysis::EntityType::Location:
        return format::NamedKind::Place;
    default:
        return std::nullopt;
    }
}

/// What the text calls it, longest first.
QStringList formsOf(const analysis::Entity &entity, const QString &text)
{
    QStringList forms;
    for (const TextRange &mention : entity.mentions)
        forms.append(mention.in(text).toString().simplified());
    std::ranges::stable_sort(forms, std::greater(), &QString::size);
    forms.prepend(entity.name);
    forms.removeDuplicates();
    return forms;
}

/// Whom and what the reading found; what each edition says of it is decided there. A kill says
/// nothing, and is of no reading.
std::vector<format::Named> namesFor(const Plan &plan)
{
    std::vector<format::Named> names;
    const reading::Reading &reading = *plan.proposal.subject.reading;
    if (plan.choice.kind == PublicationKind::Kill || reading.isUnread())
        return names;
    for (const analysis::Entity &entity : reading.analysis->entities) {
        if (const auto kind = namedKind(entity.type))
            names.push_back({*kind, formsOf(entity, reading.snapshot->text)});
    }
    return names;
}

Edition wireEdition(const Plan &plan)
{
    const std::vector<Manifest> &versions = plan.history.versions;
    const QDateTime &now = plan.proposal.now;
    const QDateTime &created = plan.proposal.subject.created;
    Edition edition;
    edition.publication = plan.choice.kind;
    edition.version = plan.proposal.version;
    edition.firstCreated = versions.empty() ? wholeSeconds(created.isValid() ? created : now)
                                            : versions.front().firstCreated;
    edition.wireGuid = plan.proposal.guid;
    edition.guid = edition.wireGuid;
    edition.story = published(plan);
    if (plan.choice.kind == PublicationKind::Kill)
        nameByGuid(edition);
    else if (edition.story.slug.isEmpty())
        edition.story.slug = text::slugFrom(plan.story.headline, plan.story.language);
    edition.agency = plan.proposal.subject.agency;
    edition.names = namesFor(plan);
    edition.changeNote = plan.choice.note.trimmed();
    edition.versionCreated = now;
    edition.previousVersion = plan.history.lastWith(Wire);
    edition.published = plan.history.firstPublished(Wire).value_or(now);
    if (const auto embargo = running(edition.story.embargo, now))
        edition.published = *embargo;
    edition.wasPublishedOnWeb = plan.history.lastWith(Web) > 0;
    return edition;
}

std::optional<Edition> webEdition(const Plan &plan, const Edition &wire)
{
    if (!plan.proposal.hasWeb(plan.choice))
        return std::nullopt;
    Edition web = wire;
    web.kind = EditionKind::Web;
    web.guid = wire.wireGuid + u".web"_s;
    web.previousVersion = plan.history.lastWith(Web);
    web.published = plan.history.firstPublished(Web).value_or(wire.versionCreated);
    if (plan.choice.kind != PublicationKind::Kill) {
        web.story.body = plan.proposal.webEdition(plan.choice.picks).body;
        web.notice = webNotice(plan.story, plan.proposal.subject.agency);
    }
    return web;
}

} // namespace

QString webNotice(const story::Story &story, const story::Agency &agency)
{
    if (!story.notice.trimmed().isEmpty())
        return story.notice.simplified();
    QString words = agency.webNotice.isEmpty()
        ? u"The {agency} website shows only a portion of the news stories that subscribers "
          "receive in the {wire system}, and in summarized form. To become a subscriber, "
          "please write to us."_s
        : agency.webNotice;
    const QString system = agency.wireSystem.isEmpty() ? u"full news service"_s : agency.wireSystem;
    words.replace(u"{agency}"_s, agency.name).replace(u"{wire system}"_s, system);
    return words.simplified();
}

Editions editionsOf(const Proposal &proposal, const Choice &choice, const story::Story &story)
{
    const Plan plan{proposal, choice, story, {proposal.versions}};
    Editions editions;
    editions.version = proposal.version;
    editions.wire = wireEdition(plan);
    editions.web = webEdition(plan, editions.wire);
    return editions;
}

Editions preview(const Proposal &proposal, const Choice &choice)
{
    const bool isOfKillAlone = choice.kind == PublicationKind::Kill && proposal.toWithdraw;
    return editionsOf(proposal, choice,
                      isOfKillAlone ? *proposal.toWithdraw : proposal.subject.reading->story);
}

} // namespace nutgraf::publish
