// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/delivery.h"

#include "base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

constexpr int FormatVersion = 1;

struct StateKey {
    State state;
    QLatin1StringView key;
};
constexpr std::array<StateKey, 5> StateKeys = {{
    {State::Waiting, "waiting"_L1},
    {State::Sent, "sent"_L1},
    {State::Failed, "failed"_L1},
    {State::Cancelled, "cancelled"_L1},
    {State::Dropped, "dropped"_L1},
}};

struct ReasonKey {
    Reason reason;
    QLatin1StringView key;
};
constexpr std::array<ReasonKey, 21> ReasonKeys = {{
    {Reason::None, ""_L1},
    {Reason::Unreachable, "unreachable"_L1},
    {Reason::TimedOut, "timed-out"_L1},
    {Reason::CutOff, "cut-off"_L1},
    {Reason::Answered, "answered"_L1},
    {Reason::Redirected, "redirected"_L1},
    {Reason::Misunderstood, "misunderstood"_L1},
    {Reason::SecretMissing, "secret-missing"_L1},
    {Reason::KeyringSilent, "keyring-silent"_L1},
    {Reason::CommandMissing, "command-missing"_L1},
    {Reason::CommandFailed, "command-failed"_L1},
    {Reason::HookNotAllowed, "hook-not-allowed"_L1},
    {Reason::HookFailed, "hook-failed"_L1},
    {Reason::FileDamaged, "file-damaged"_L1},
    {Reason::TargetUnwritable, "target-unwritable"_L1},
    {Reason::SiteMissing, "site-missing"_L1},
    {Reason::StoryMissing, "story-missing"_L1},
    {Reason::Withdrawn, "withdrawn"_L1},
    {Reason::Overtaken, "overtaken"_L1},
    {Reason::NeverArrived, "never-arrived"_L1},
    {Reason::Stopped, "stopped"_L1},
}};

void addTime(QJsonObject &object, const QString &name, const std::optional<QDateTime> &time)
{
    if (time)
        object[name] = isoUtc(*time);
}

std::optional<QDateTime> timeIn(const QJsonObject &object, const QString &name)
{
    const QDateTime time = QDateTime::fromString(object[name].toString(), Qt::ISODate);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

/// What is written only where it says something.
void addAnswer(const Delivery &delivery, QJsonObject &object)
{
    if (delivery.isWithdrawal)
        object[u"withdrawal"_s] = true;
    if (delivery.attempts > 0)
        object[u"attempts"_s] = delivery.attempts;
    if (delivery.mayHaveArrived)
        object[u"mayHaveArrived"_s] = true;
    if (delivery.reason != Reason::None)
        object[u"reason"_s] = key(delivery.reason);
    if (delivery.code != 0)
        object[u"code"_s] = delivery.code;
    if (!delivery.files.isEmpty())
        object[u"files"_s] = QJsonArray::fromStringList(delivery.files);
    if (!delivery.remote.isEmpty())
        object[u"remote"_s] = delivery.remote;
}

void readAnswer(const QJsonObject &object, Delivery &delivery)
{
    delivery.isWithdrawal = object[u"withdrawal"_s].toBool();
    delivery.attempts = object[u"attempts"_s].toInt();
    delivery.mayHaveArrived = object[u"mayHaveArrived"_s].toBool();
    const auto reason =
        std::ranges::find(ReasonKeys, object[u"reason"_s].toString(), &ReasonKey::key);
    delivery.reason = reason == ReasonKeys.end() ? Reason::None : reason->reason;
    delivery.code = object[u"code"_s].toInt();
    const QJsonArray files = object[u"files"_s].toArray();
    for (const auto &file : files)
        delivery.files.append(file.toString());
    delivery.remote = object[u"remote"_s].toString();
}

/// The first key without which a delivery says nothing; empty: all are there.
QString missingKey(const QJsonObject &object)
{
    if (object[u"format"_s].toInt() != FormatVersion)
        return u"format"_s;
    for (const QString &key : {u"guid"_s, u"outlet"_s}) {
        if (object[key].toString().isEmpty())
            return key;
    }
    if (object[u"version"_s].toInt() < 1)
        return u"version"_s;
    if (!stateFromKey(object[u"state"_s].toString()))
        return u"state"_s;
    return timeIn(object, u"queued"_s) ? QString() : u"queued"_s;
}

} // namespace

std::optional<QDateTime> dueTime(const Delivery &delivery)
{
    if (!delivery.embargo || !delivery.notBefore)
        return delivery.embargo ? delivery.embargo : delivery.notBefore;
    return std::max(*delivery.embargo, *delivery.notBefore);
}

QByteArray writeDelivery(const Delivery &delivery)
{
    QJsonObject object{
        {u"format"_s, FormatVersion},         {u"guid"_s, delivery.key.guid},
        {u"version"_s, delivery.key.version}, {u"outlet"_s, delivery.key.outlet},
        {u"state"_s, key(delivery.state)},    {u"queued"_s, isoUtc(delivery.queued)}};
    addTime(object, u"embargo"_s, delivery.embargo);
    addTime(object, u"notBefore"_s, delivery.notBefore);
    addTime(object, u"tried"_s, delivery.tried);
    addTime(object, u"settled"_s, delivery.settled);
    addAnswer(delivery, object);
    return QJsonDocument(object).toJson();
}

Result<Delivery> readDelivery(const QByteArray &json, const QString &name)
{
    QJsonParseError fault;
    const QJsonObject object = QJsonDocument::fromJson(json, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return fail(ErrorCode::FileUnreadable, name, fault.errorString());
    if (const QString missing = missingKey(object); !missing.isEmpty())
        return fail(ErrorCode::FileUnreadable, name, missing);
    Delivery delivery;
    delivery.key = {object[u"guid"_s].toString(), object[u"version"_s].toInt(),
                    object[u"outlet"_s].toString()};
    delivery.state = stateFromKey(object[u"state"_s].toString()).value_or(State::Waiting);
    delivery.queued = *timeIn(object, u"queued"_s);
    delivery.embargo = timeIn(object, u"embargo"_s);
    delivery.notBefore = timeIn(object, u"notBefore"_s);
    delivery.tried = timeIn(object, u"tried"_s);
    delivery.settled = timeIn(object, u"settled"_s);
    readAnswer(object, delivery);
    return delivery;
}

QString key(State state)
{
    const auto found = std::ranges::find(StateKeys, state, &StateKey::state);
    Q_ASSERT(found != StateKeys.end());
    return QString(found->key);
}

std::optional<State> stateFromKey(QStringView key)
{
    const auto found =
        std::ranges::find_if(StateKeys, [&](const StateKey &one) { return key == one.key; });
    return found == StateKeys.end() ? std::nullopt : std::optional(found->state);
}

QString key(Reason reason)
{
    const auto found = std::ranges::find(ReasonKeys, reason, &ReasonKey::reason);
    Q_ASSERT(found != ReasonKeys.end());
    return QString(found->key);
}

QString codeWords(const Delivery &delivery)
{
    if (delivery.code == 0)
        return {};
    return delivery.reason == Reason::Answered ? u"HTTP %1"_s.arg(delivery.code)
                                               : u"exit code %1"_s.arg(delivery.code);
}

} // namespace nutgraf::delivery
