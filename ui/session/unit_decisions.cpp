// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/unit_decisions.h"

#include "ui/session/session_commands.h"
#include "ui/session/session_state.h"

namespace nutgraf::session {

UnitDecisions::UnitDecisions(StorySession::Private &session) : d(session) { }

const review::Review &UnitDecisions::review() const
{
    return d.decisions.review();
}

std::optional<review::UnitRef> UnitDecisions::unit(int attribution) const
{
    const Reading &now = d.feed.reading();
    return now.analysis ? review::refTo(*now.snapshot, *now.analysis, attribution) : std::nullopt;
}

/// The attribution to be signed, as it was seen: anything else is refused, aloud.
std::optional<int> UnitDecisions::toSign(const review::UnitRef &unit) const
{
    const Reading &now = d.feed.reading();
    if (!now.analysis || !d.decisions.isReadable()) {
        return std::nullopt;
    }
    const std::optional<int> found = review::resolveForSigning(unit, *now.snapshot, *now.analysis);
    if (!found) {
        Q_EMIT d.q->failed(Error{ErrorCode::UnitChanged, unit.words.exact, 0, 0, {}});
    }
    return found;
}

void UnitDecisions::decide(const review::UnitRef &unit, review::Verdict verdict)
{
    const std::optional<int> attribution = toSign(unit);
    if (!attribution) {
        return;
    }
    const Reading &now = d.feed.reading();
    change(review::decide(review(), *now.analysis, now.snapshot->text, *attribution,
                          {.verdict = verdict,
                           .by = d.services.initials,
                           .at = d.services.clock(),
                           .id = d.services.ids()}));
}

void UnitDecisions::withdraw(const review::UnitRef &unit)
{
    if (const std::optional<int> attribution = toSign(unit)) {
        const Reading &now = d.feed.reading();
        change(review::withdraw(review(), *now.analysis, now.snapshot->text, *attribution));
    }
}

void UnitDecisions::correct(const review::Amendment &amendment, quint64 revision)
{
    const Reading &now = d.feed.reading();
    if (!now.analysis || !d.decisions.isReadable()) {
        return;
    }
    if (now.snapshot->revision != revision) {
        Q_EMIT d.q->failed(Error{ErrorCode::UnitChanged, amendment.speaker, 0, 0, {}});
        return;
    }
    change(review::correct(
        review(), *now.analysis, now.snapshot->text, amendment,
        {.by = d.services.initials, .at = d.services.clock(), .id = d.services.ids()}));
}

void UnitDecisions::change(review::Review next)
{
    if (next == d.decisions.review()) {
        return;
    }
    d.stack.push(
        new ReviewCommand(d.decisions.review(), std::move(next),
                          [&session = d](const review::Review &from, const review::Review &to) {
                              const ReviewKeeper::Change done = session.decisions.change(from, to);
                              session.feed.followReview();
                              return done;
                          }));
}

} // namespace nutgraf::session
