// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/delivery.h"
#include "messages/messages.h"
#include "messages/wording.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::messages {

using delivery::Reason;
using delivery::State;

namespace {

struct StateWords {
    State state;
    const char *words;
};
constexpr std::array StateWordings{
    StateWords{State::Waiting, QT_TRANSLATE_NOOP("messages", "Waiting")},
    StateWords{State::Sent, QT_TRANSLATE_NOOP("messages", "Sent")},
    StateWords{State::Failed, QT_TRANSLATE_NOOP("messages", "Failed")},
    StateWords{State::Cancelled, QT_TRANSLATE_NOOP("messages", "Cancelled")},
    StateWords{State::Dropped, QT_TRANSLATE_NOOP("messages", "Not sent")},
};

struct ReasonWords {
    Reason reason;
    const char *words;
};
constexpr std::array ReasonWordings{
    ReasonWords{Reason::None, nullptr},
    ReasonWords{Reason::Unreachable,
                QT_TRANSLATE_NOOP("messages", "the outlet cannot be reached safely")},
    ReasonWords{Reason::TimedOut, QT_TRANSLATE_NOOP("messages", "the outlet did not answer")},
    ReasonWords{Reason::CutOff,
                QT_TRANSLATE_NOOP("messages", "the connection ended before the answer")},
    ReasonWords{Reason::Answered, QT_TRANSLATE_NOOP("messages", "the outlet said no")},
    ReasonWords{
        Reason::Redirected,
        QT_TRANSLATE_NOOP("messages", "the outlet has moved: put its new address into desk.json")},
    ReasonWords{Reason::Misunderstood,
                QT_TRANSLATE_NOOP("messages", "the answer is not what such an outlet says")},
    ReasonWords{Reason::SecretMissing,
                QT_TRANSLATE_NOOP("messages",
                                  "no key or password is kept for it: nutgraf-cli outlets "
                                  "--store-secret")},
    ReasonWords{Reason::KeyringSilent,
                QT_TRANSLATE_NOOP("messages", "the system's keyring does not answer")},
    ReasonWords{Reason::CommandMissing,
                QT_TRANSLATE_NOOP("messages", "the program that it needs is not installed")},
    ReasonWords{Reason::CommandFailed,
                QT_TRANSLATE_NOOP("messages", "the program that sends it failed")},
    ReasonWords{Reason::HookNotAllowed,
                QT_TRANSLATE_NOOP("messages",
                                  "its command is not allowed on this computer: nutgraf-cli "
                                  "outlets --allow-commands")},
    ReasonWords{Reason::HookFailed, QT_TRANSLATE_NOOP("messages", "the outlet's command failed")},
    ReasonWords{Reason::FileDamaged,
                QT_TRANSLATE_NOOP("messages", "the version is not as it was published")},
    ReasonWords{Reason::TargetUnwritable,
                QT_TRANSLATE_NOOP("messages", "the folder cannot be written to")},
    ReasonWords{Reason::SiteMissing, QT_TRANSLATE_NOOP("messages", "there is no site to send")},
    ReasonWords{Reason::StoryMissing,
                QT_TRANSLATE_NOOP("messages", "the published version cannot be read")},
    ReasonWords{Reason::Withdrawn, QT_TRANSLATE_NOOP("messages", "the story was withdrawn first")},
    ReasonWords{Reason::Overtaken,
                QT_TRANSLATE_NOOP("messages", "a newer version is there already")},
    ReasonWords{Reason::NeverArrived,
                QT_TRANSLATE_NOOP("messages", "the outlet never received the story")},
    ReasonWords{Reason::Stopped, QT_TRANSLATE_NOOP("messages", "stopped on its way")},
};

QString timeWords(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"d MMM HH:mm 'UTC'"_s);
}

/// "the outlet said no (HTTP 403)"
QString reasonOf(const delivery::Delivery &delivery)
{
    const QString words = describe(delivery.reason);
    const QString code = delivery::codeWords(delivery);
    return words.isEmpty() || code.isEmpty() ? words : u"%1 (%2)"_s.arg(words, code);
}

/// When it goes out, and why not yet.
QString waitOf(const delivery::Delivery &delivery)
{
    const std::optional<QDateTime> due = delivery::dueTime(delivery);
    if (!due)
        return {};
    const bool isEmbargoed = delivery.embargo && *due == *delivery.embargo;
    return (isEmbargoed ? QCoreApplication::translate("messages", "embargoed until %1")
                        : QCoreApplication::translate("messages", "next try %1"))
        .arg(timeWords(*due));
}

} // namespace

QString name(State state)
{
    const auto wording = std::ranges::find(StateWordings, state, &StateWords::state);
    Q_ASSERT(wording != StateWordings.end());
    return translated(wording->words);
}

QString describe(Reason reason)
{
    const auto wording = std::ranges::find(ReasonWordings, reason, &ReasonWords::reason);
    Q_ASSERT(wording != ReasonWordings.end());
    return translated(wording->words);
}

QString describe(const delivery::Delivery &delivery)
{
    QStringList parts{name(delivery.state)};
    if (const QString reason = reasonOf(delivery); !reason.isEmpty())
        parts.append(reason);
    if (delivery.state == State::Waiting && !waitOf(delivery).isEmpty())
        parts.append(waitOf(delivery));
    return parts.join(u", "_s);
}

} // namespace nutgraf::messages
