// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/lane.h"

#include "delivery/parcel.h"

#include <QPointer>

#include <algorithm>
#include <limits>

namespace nutgraf::delivery {

namespace {

/// The way to the outlet is closed, for every story alike.
bool concernsAll(Reason reason)
{
    switch (reason) {
    case Reason::Unreachable:
    case Reason::TimedOut:
    case Reason::SecretMissing:
    case Reason::KeyringSilent:
    case Reason::CommandMissing:
    case Reason::HookNotAllowed:
    case Reason::TargetUnwritable:
    case Reason::SiteMissing:
        return true;
    default:
        return false;
    }
}

/// What was changed is never sent; what cannot be read now may be later.
Answer damageAnswer(const Error &error)
{
    const bool isDamaged = error.code == ErrorCode::HashMismatch
        || error.code == ErrorCode::ManifestInvalid || error.code == ErrorCode::LinkUnexpected;
    return {.verdict = isDamaged ? Verdict::Refused : Verdict::Again,
            .reason = isDamaged ? Reason::FileDamaged : Reason::StoryMissing};
}

qint64 milliseconds(const std::optional<QDateTime> &time)
{
    return time ? time->toMSecsSinceEpoch() : 0;
}

} // namespace

Lane::Lane(Outlet outlet, Courier &courier) : m_outlet(std::move(outlet)), m_courier(courier) { }

template <class Value>
std::function<void(const Value &)> Lane::only(void (Lane::*then)(const Value &))
{
    // Whoever calls back may live longer than this round.
    return [guard = QPointer<Lane>(this), then, attempt = m_attempt](const Value &value) {
        Lane *lane = guard.get();
        if (lane == nullptr || attempt != lane->m_attempt)
            return;
        if (lane->m_current)
            (lane->*then)(value);
    };
}

QString Lane::guid() const
{
    return m_current ? m_current->before.key.guid : QString();
}

StoryBox &Lane::box(const QString &guid)
{
    return m_courier.m_stories[guid].box;
}

bool Lane::keep(const Delivery &delivery)
{
    const Result<void> stored = store(m_courier.m_deskFolder, delivery);
    if (!stored)
        Q_EMIT m_courier.storeFailed(stored.error());
    return stored.has_value();
}

void Lane::look(const QString &guid)
{
    std::erase_if(m_turns, [&](const Turn &turn) { return turn.guid == guid; });
    StoryBox &story = box(guid);
    for (const Delivery &dropped : dropOvertaken(story, m_outlet.id, m_courier.m_tools.clock())) {
        // Where it cannot be written now, the next look at the desk drops it again.
        if (keep(dropped))
            Q_EMIT m_courier.changed(dropped);
    }
    if (const Delivery *next = turnOf(story, m_outlet.id)) {
        m_turns.push_back(
            {guid, next->isWithdrawal, milliseconds(next->queued), milliseconds(dueTime(*next))});
    }
}

const Lane::Turn *Lane::best(qint64 now) const
{
    const Turn *best = nullptr;
    const auto rank = [](const Turn &turn) {
        return std::tuple(!turn.isWithdrawal, turn.queued, QStringView(turn.guid));
    };
    for (const Turn &turn : m_turns) {
        if (turn.due <= now && (best == nullptr || rank(turn) < rank(*best)))
            best = &turn;
    }
    return best;
}

std::optional<QDateTime> Lane::nextDue() const
{
    if (m_turns.empty() && !m_unsaved)
        return std::nullopt;
    qint64 due = m_unsaved ? 0 : std::numeric_limits<qint64>::max();
    for (const Turn &turn : m_turns)
        due = std::min(due, turn.due);
    return QDateTime::fromMSecsSinceEpoch(std::max(due, m_pausedUntil), QTimeZone::UTC);
}

void Lane::advance()
{
    const qint64 now = m_courier.m_tools.clock().toMSecsSinceEpoch();
    if (isBusy() || now < m_pausedUntil)
        return;
    if (m_unsaved) {
        conclude(*std::exchange(m_unsaved, std::nullopt));
        return;
    }
    if (const Turn *turn = best(now))
        begin(Turn(*turn));
}

void Lane::begin(const Turn &turn)
{
    ++m_attempt;
    Consignment &story = m_courier.m_stories[turn.guid];
    const Delivery before = *turnOf(story.box, m_outlet.id);
    m_current = Current{before, {}, false};
    Result<Parcel> parcel = packed(m_courier.m_deskFolder, story, m_outlet, before);
    if (!parcel) {
        settle(damageAnswer(parcel.error()));
        return;
    }
    m_current->parcel = *std::move(parcel);
    if (isNothing(m_current->parcel))
        settle({.verdict = Verdict::Arrived});
    else if (needsSecret(m_outlet))
        m_courier.m_tools.secrets.find(m_outlet, only(&Lane::takeSecret));
    else
        runBefore();
}

void Lane::takeSecret(const FoundSecret &secret)
{
    if (secret.value.isEmpty()) {
        settle({.verdict = Verdict::Again, .reason = secret.reason});
        return;
    }
    if (secret.isFromEnvironment)
        Q_EMIT m_courier.secretExposed(m_outlet);
    m_current->parcel.secret = secret.value;
    runBefore();
}

void Lane::runBefore()
{
    if (m_outlet.before.isEmpty())
        send({.verdict = Verdict::Arrived});
    else
        m_courier.m_tools.hooks.run(m_outlet.before, m_current->parcel, only(&Lane::send));
}

/// The attempt is written down before it is made: a kill must find out whom it concerns, even if
/// the computer stops at this moment.
void Lane::send(const Answer &hook)
{
    if (hook.verdict != Verdict::Arrived) {
        settle(hook);
        return;
    }
    Delivery &before = m_current->before;
    before.tried = m_courier.m_tools.clock().toUTC();
    for (const publish::NamedBytes &file : m_current->parcel.files)
        before.files.append(file.name);
    before.files.removeDuplicates();
    Delivery marked = before;
    marked.mayHaveArrived = true;
    if (!keep(marked)) {
        pause({.verdict = Verdict::Again});
        m_current.reset();
        Q_EMIT isFree();
        return;
    }
    m_current->isSent = true;
    m_courier.m_tools.transport.send(m_current->parcel, only(&Lane::finish));
}

void Lane::finish(const Answer &answer)
{
    const bool hasHook = answer.verdict == Verdict::Arrived && !m_outlet.after.isEmpty();
    if (!hasHook) {
        settle(answer);
        return;
    }
    m_current->before.remote = answer.remote.isEmpty() ? m_current->before.remote : answer.remote;
    m_courier.m_tools.hooks.run(m_outlet.after, m_current->parcel, only(&Lane::finishHook));
}

/// It arrived, whatever the command thinks of it; the receipt says what the command said.
void Lane::finishHook(const Answer &answer)
{
    settle({.verdict = Verdict::Arrived, .reason = answer.reason, .code = answer.code});
}

void Lane::settle(const Answer &answer)
{
    if (concernsAll(answer.reason)) {
        pause(answer);
    } else {
        m_failures = 0;
        m_pausedUntil = 0;
    }
    const Delivery after = answered(m_current->before, answer, m_courier.m_tools.clock());
    m_current.reset();
    conclude(after);
}

/// Nothing more goes to the outlet before the receipt is safe.
void Lane::conclude(const Delivery &after)
{
    if (keep(after)) {
        auto &all = box(after.key.guid).deliveries;
        *std::ranges::find(all, after.key, &Delivery::key) = after;
        look(after.key.guid);
        Q_EMIT m_courier.changed(after);
    } else {
        m_unsaved = after;
        pause({.verdict = Verdict::Again});
    }
    Q_EMIT isFree();
}

void Lane::pause(const Answer &answer)
{
    ++m_failures;
    const std::chrono::milliseconds pause = std::max(pauseAfter(m_failures, {}), answer.wait);
    m_pausedUntil = m_courier.m_tools.clock().toMSecsSinceEpoch() + pause.count();
}

/// What was not handed over yet is let go at once: nothing of it has left.
void Lane::stop()
{
    if (m_unsaved && keep(*m_unsaved))
        m_unsaved.reset(); // else it is sent once more, which changes nothing
    if (m_current && !m_current->isSent) {
        ++m_attempt;
        m_current.reset();
        Q_EMIT isFree();
    }
}

} // namespace nutgraf::delivery
