// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/publish_draft.h"

#include <algorithm>
#include <initializer_list>

namespace nutgraf::publish {

namespace {

bool lacks(const PublishDraft &draft, std::initializer_list<Need> any)
{
    return std::ranges::any_of(
        draft.needs(), [&any](Need need) { return std::ranges::find(any, need) != any.end(); });
}

summary::Selection selectionOf(const Proposal &proposal, const Picks &picks)
{
    const reading::Reading &reading = *proposal.subject.reading;
    return reading.isUnread() ? summary::Selection()
                              : find(picks, reading.snapshot->text, proposal.units).selection;
}

} // namespace

const story::Story &PublishDraft::story() const
{
    return proposal.subject.reading->story;
}

int PublishDraft::blocking() const
{
    return proposal.blocking;
}

int PublishDraft::toConfirm() const
{
    return proposal.subject.reading->count(review::FindingLevel::ToConfirm);
}

int PublishDraft::notes() const
{
    return proposal.subject.reading->count(review::FindingLevel::Note);
}

bool PublishDraft::isKill() const
{
    return wanted.kind == format::PublicationKind::Kill;
}

bool PublishDraft::isRead() const
{
    return !proposal.subject.reading->isUnread();
}

int PublishDraft::wordsOver() const
{
    const auto words = static_cast<int>(summary().words);
    return std::max(0, words - proposal.subject.agency.webTargetWords);
}

Choice PublishDraft::choice() const
{
    Choice choice = wanted;
    choice.overrideReason = isOverridden ? overrideReason.trimmed() : QString();
    choice.picks = selection.empty()
        ? Picks()
        : picksOf(proposal.subject.reading->snapshot->text, proposal.units, selection);
    return choice;
}

std::vector<Need> PublishDraft::needs() const
{
    return publish::needs(proposal, choice());
}

bool PublishDraft::isGateOpen() const
{
    return !lacks(
        *this,
        {Need::Reading, Need::OneText, Need::Header, Need::Reason, Need::Text, Need::Embargo});
}

bool PublishDraft::isKindReady() const
{
    return !lacks(*this, {Need::Kind, Need::Note, Need::KillWord});
}

bool PublishDraft::isWebReady() const
{
    return !lacks(*this, {Need::Pick, Need::Portion});
}

bool PublishDraft::isReady() const
{
    return needs().empty();
}

summary::Summary PublishDraft::summary() const
{
    return summary::assemble(proposal.units, selection);
}

PublishDraft draftOf(Proposal proposal, const QString &initials, const Clock &clock)
{
    PublishDraft draft;
    draft.proposal = std::move(proposal);
    draft.reading = session::shown(draft.proposal.subject.reading, 0);
    draft.clock = clock;
    draft.wanted = draft.proposal.start;
    draft.wanted.signedBy = initials;
    draft.selection = selectionOf(draft.proposal, draft.proposal.start.picks);
    draft.isSuggested = draft.proposal.picksFrom == 0;
    return draft;
}

PublishDraft carriedOver(const PublishDraft &before, PublishDraft draft)
{
    const Choice old = before.choice();
    if (std::ranges::contains(draft.proposal.kinds, old.kind)) {
        draft.wanted.kind = old.kind;
    }
    draft.wanted.note = old.note;
    draft.wanted.isOnWeb = old.isOnWeb;
    if (!before.isSuggested) {
        draft.selection = selectionOf(draft.proposal, old.picks);
        draft.isSuggested = false;
    }
    return draft;
}

} // namespace nutgraf::publish
