// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/proposal.h"

#include "base/files.h"
#include "publish/gate.h"
#include "publish/identity.h"
#include "story/folders.h"
#include "text/foreign_markup.h"
#include "text/segments.h"

#include <QTimeZone>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

using format::PublicationKind;

namespace {

/// An embargo's end while it still runs.
std::optional<QDateTime> running(const std::optional<QDateTime> &embargo, const QDateTime &now)
{
    return embargo && now < *embargo ? embargo : std::nullopt;
}

std::vector<PublicationKind> possibleKinds(const std::vector<Manifest> &versions)
{
    using enum PublicationKind;
    if (versions.empty()) {
        return {First};
    }
    if (versions.back().kind == Kill) {
        return {};
    }
    return {Update, Correction, Kill};
}

/// A version is later than the one before, also where a clock was set back or two fall into one
/// second.
QDateTime timeAfter(const std::vector<Manifest> &versions, const QDateTime &now)
{
    const QDateTime whole = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), QTimeZone::UTC);
    return versions.empty() ? whole : std::max(whole, versions.back().published.addSecs(1));
}

/// A story that was kept off the web stays off it until somebody says otherwise.
bool isOnWeb(const std::vector<Manifest> &versions)
{
    return versions.empty() || versions.back().isWebHeldBack
        || versions.back().editions.contains(u"web"_s);
}

/// The website shows a portion of what subscribers get: less than four fifths of the words
/// (publishing contract, section 6).
qsizetype portionOf(const QString &body)
{
    return std::max<qsizetype>(0, (text::wordCount(body) * 4 - 1) / 5);
}

bool hasPortion(const Proposal &proposal)
{
    const auto isPortion = [&](const summary::Unit &unit) {
        return unit.isPickable && text::wordCount(summary::alone(unit)) <= proposal.mostWebWords;
    };
    return std::ranges::none_of(proposal.units, &summary::Unit::isPickable)
        || std::ranges::any_of(proposal.units, isPortion);
}

/// The last web edition's sentences as far as they stand; a suggestion where there was none.
void startPicks(Proposal &proposal)
{
    if (proposal.isHeadlineOnly) {
        return;
    }
    const QString &text = proposal.subject.reading->snapshot->text;
    const auto backwards = std::views::reverse(proposal.versions);
    const auto last = std::ranges::find_if(
        backwards, [](const Manifest &manifest) { return !manifest.picks.empty(); });
    summary::Selection selection;
    if (last != backwards.end()) {
        FoundPicks found = find(last->picks, text, proposal.units);
        proposal.picksFrom = last->version;
        proposal.changed = std::move(found.changed);
        proposal.gone = std::move(found.gone);
        selection = std::move(found.selection);
    }
    if (selection.empty()) {
        proposal.picksFrom = 0;
        const auto most =
            std::min<qsizetype>(proposal.subject.agency.webTargetWords, proposal.mostWebWords);
        selection = summary::suggest(proposal.units, static_cast<int>(most));
    }
    proposal.start.picks = picksOf(text, proposal.units, selection);
}

void readStory(Proposal &proposal)
{
    const reading::Reading &reading = *proposal.subject.reading;
    proposal.blocking = reading.count(review::FindingLevel::Blocks);
    proposal.webHeldUntil = running(reading.story.embargo, proposal.now);
    if (!proposal.versions.empty() && !proposal.webHeldUntil) {
        proposal.promised = running(proposal.versions.back().embargo, proposal.now);
    }
    proposal.units =
        summary::units(*reading.snapshot, *reading.analysis, reading.story.dateline.date);
    proposal.mostWebWords = portionOf(reading.story.body);
    proposal.isHeadlineOnly = !hasPortion(proposal);
    startPicks(proposal);
}

bool isBlank(const QString &text)
{
    return QStringView(text).trimmed().isEmpty();
}

bool needsKillWord(const Proposal &proposal, const Choice &choice)
{
    return choice.kind == PublicationKind::Kill
        && choice.killWord.trimmed() != proposal.killWord.trimmed();
}

void addWebNeeds(const Proposal &proposal, const Choice &choice, std::vector<Need> &needs)
{
    const summary::Summary edition = proposal.webEdition(choice.picks);
    if (isBlank(edition.body) && !proposal.isHeadlineOnly) {
        needs.push_back(Need::Pick);
    } else if (edition.words > proposal.mostWebWords) {
        needs.push_back(Need::Portion);
    }
}

/// Rules for anything but a kill, which must always be possible.
void addStoryNeeds(const Proposal &proposal, const Choice &choice, std::vector<Need> &needs)
{
    if (proposal.subject.reading->isUnread()) {
        needs.push_back(Need::Reading);
        return;
    }
    const story::Story &story = proposal.subject.reading->story;
    if (text::conflictMarker(story.body)) {
        needs.push_back(Need::OneText);
    }
    if (!unheeded(story).isEmpty()) {
        needs.push_back(Need::Header);
    }
    if (proposal.blocking > 0 && isBlank(choice.overrideReason)) {
        needs.push_back(Need::Reason);
    }
    if (isBlank(story.headline) || isBlank(story.body)) {
        needs.push_back(Need::Text);
    }
    if (proposal.promised) {
        needs.push_back(Need::Embargo);
    }
    if (proposal.hasWeb(choice)) {
        addWebNeeds(proposal, choice, needs);
    }
}

/// All but the guid.
Proposal proposed(const Subject &subject, std::vector<Manifest> versions, const QDateTime &now)
{
    Proposal result;
    result.subject = subject;
    if (!result.subject.reading) {
        result.subject.reading = reading::Reading::unread();
    }
    result.now = timeAfter(versions, now);
    result.versions = std::move(versions);
    result.version = result.versions.empty() ? 1 : result.versions.back().version + 1;
    result.kinds = possibleKinds(result.versions);
    result.killWord = result.versions.empty() ? QString() : result.versions.back().slug;
    result.start.kind = result.kinds.empty() ? PublicationKind::First : result.kinds.front();
    result.start.isOnWeb = isOnWeb(result.versions);
    if (!result.subject.reading->isUnread()) {
        readStory(result);
    }
    return result;
}

/// A published story keeps its guid.
Result<QString> guidOf(const Proposal &proposal)
{
    if (!proposal.versions.empty()) {
        return proposal.versions.front().guid;
    }
    if (proposal.subject.reading->isUnread()) {
        return QString();
    }
    const story::StoryFolder folder(proposal.subject.storyFolder);
    return readFile(folder.draft()).and_then([&](const QByteArray &draft) {
        return firstGuid(proposal, draft);
    });
}

} // namespace

QString unheeded(const story::Story &story)
{
    const auto remark = std::ranges::find(story.remarks.list, story::HeaderRemark::Kind::NotHeeded,
                                          &story::HeaderRemark::kind);
    return remark == story.remarks.list.end() ? QString() : remark->key;
}

Result<QString> firstGuid(const Proposal &proposal, const QByteArray &draft)
{
    const QDateTime &created = proposal.subject.created;
    return guidFor(story::StoryFolder(proposal.subject.storyFolder), draft,
                   proposal.subject.agency.domain,
                   (created.isValid() ? created : proposal.now).toUTC().date());
}

summary::Summary Proposal::webEdition(const Picks &picks) const
{
    if (subject.reading->isUnread()) {
        return {};
    }
    return summary::assemble(units, find(picks, subject.reading->snapshot->text, units).selection);
}

bool Proposal::hasWeb(const Choice &choice) const
{
    if (choice.kind == PublicationKind::Kill) {
        return std::ranges::any_of(versions, [](const Manifest &manifest) {
            return manifest.editions.contains(u"web"_s);
        });
    }
    return choice.isOnWeb && !webHeldUntil;
}

Result<Proposal> proposal(const Subject &subject, const QDateTime &now)
{
    return history(subject.storyFolder)
        .transform(
            [&](std::vector<Manifest> all) { return proposed(subject, std::move(all), now); })
        .and_then([](Proposal proposal) {
            return guidOf(proposal).transform([&](QString guid) {
                proposal.guid = std::move(guid);
                return std::move(proposal);
            });
        });
}

std::vector<Need> needs(const Proposal &proposal, const Choice &choice)
{
    std::vector<Need> needs;
    if (!std::ranges::contains(proposal.kinds, choice.kind)) {
        needs.push_back(Need::Kind);
    }
    if (choice.kind != PublicationKind::First && isBlank(choice.note)) {
        needs.push_back(Need::Note);
    }
    if (needsKillWord(proposal, choice)) {
        needs.push_back(Need::KillWord);
    }
    if (choice.kind != PublicationKind::Kill) {
        addStoryNeeds(proposal, choice, needs);
    }
    return needs;
}

} // namespace nutgraf::publish
