// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/command_hooks.h"

#include "base/files.h"
#include "base/folders.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nutgraf::delivery {

namespace {

constexpr int TryLater = 75; // EX_TEMPFAIL of sysexits.h

/// The user's own, outside of the desk: a desk comes from elsewhere, with all that lies in it, and
/// must not bring its own permission along.
QString allowedFile(const QString &deskFolder)
{
    const QString desk = QFileInfo(deskFolder).canonicalFilePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/nutgraf/commands-"_s + sha256Hex(desk.toUtf8()).first(16) + u".json"_s;
}

QString fingerprint(const QStringList &command)
{
    return sha256Hex(QJsonDocument(QJsonArray::fromStringList(command)).toJson());
}

Answer answerOf(CommandEnd end, int exitCode)
{
    if (end == CommandEnd::Exited && exitCode == 0)
        return {.verdict = Verdict::Arrived};
    if (end == CommandEnd::NotStarted)
        return {.verdict = Verdict::Again, .reason = Reason::CommandMissing};
    const bool isLater = end == CommandEnd::Broken || exitCode == TryLater;
    return {.verdict = isLater ? Verdict::Again : Verdict::Refused,
            .reason = Reason::HookFailed,
            .code = exitCode};
}

/// No secret is handed on: neither those that outlets name, nor what another program left.
QProcessEnvironment withoutOurs(QProcessEnvironment environment)
{
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith("NUTGRAF_"_L1))
            environment.remove(name);
    }
    return environment;
}

} // namespace

bool isAllowed(const QString &deskFolder, const QStringList &command)
{
    const Result<QByteArray> json = readOwnFile(allowedFile(deskFolder));
    return json
        && QJsonDocument::fromJson(*json).object()[u"allowed"_s].toArray().contains(
            fingerprint(command));
}

Result<void> allowCommands(const QString &deskFolder, const std::vector<Outlet> &outlets)
{
    QStringList allowed;
    for (const Outlet &outlet : outlets) {
        for (const QStringList &command : {outlet.before, outlet.after}) {
            if (!command.isEmpty())
                allowed.append(fingerprint(command));
        }
    }
    allowed.sort();
    const QString file = allowedFile(deskFolder);
    const QJsonObject object{{u"allowed"_s, QJsonArray::fromStringList(allowed)}};
    return makeFolder(QFileInfo(file).path()).and_then([&] {
        return writeFile(file, QJsonDocument(object).toJson());
    });
}

CommandHooks::CommandHooks(QString deskFolder, QProcessEnvironment environment)
    : m_deskFolder(std::move(deskFolder)),
      m_environment(withoutOurs(std::move(environment))),
      m_commands(60s)
{
}

void CommandHooks::run(const QStringList &command, const Parcel &parcel, Done done)
{
    if (!isAllowed(m_deskFolder, command)) {
        QMetaObject::invokeMethod(
            &m_commands,
            [done = std::move(done)] {
                done({.verdict = Verdict::Again, .reason = Reason::HookNotAllowed});
            },
            Qt::QueuedConnection);
        return;
    }
    QProcessEnvironment environment = m_environment;
    environment.insert(u"NUTGRAF_GUID"_s, parcel.key.guid);
    environment.insert(u"NUTGRAF_VERSION"_s, QString::number(parcel.key.version));
    environment.insert(u"NUTGRAF_OUTLET"_s, parcel.outlet.id);
    environment.insert(u"NUTGRAF_STORY_ID"_s, parcel.storyId);
    environment.insert(u"NUTGRAF_WITHDRAWAL"_s, parcel.isWithdrawal ? u"1"_s : u"0"_s);
    m_commands.run(
        {.words = command, .environment = environment},
        [done = std::move(done)](CommandEnd end, int exitCode) { done(answerOf(end, exitCode)); });
}

void CommandHooks::stop()
{
    m_commands.stop();
}

} // namespace nutgraf::delivery
