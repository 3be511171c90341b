// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/command_transports.h"

#include "base/files.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

/// As sftp's batch language has it: names in quotation marks, `\` before what would end them.
QByteArray quoted(QString path)
{
    path.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return '"' + path.toUtf8() + '"';
}

QString folderOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyDecoded);
    return path.endsWith(u'/') ? path : path + u'/';
}

QByteArray batch(const Parcel &parcel, const QString &localFolder)
{
    const QString folder = folderOf(QUrl(parcel.outlet.target));
    QByteArray lines;
    for (const publish::NamedBytes &file : parcel.files) {
        const QString name = remoteName(parcel, file.name);
        const QByteArray aside = quoted(folder + u'.' + name + u".part"_s);
        lines += "put " + quoted(localFolder + u'/' + file.name) + ' ' + aside + '\n';
        lines += "rename " + aside + ' ' + quoted(folder + name) + '\n';
    }
    for (const QString &file : parcel.obsolete) // `-`: what is not there is no failure
        lines += "-rm " + quoted(folder + remoteName(parcel, file)) + '\n';
    return lines;
}

QStringList sftpWords(const Programs &programs, const QUrl &url)
{
    QStringList words = programs.sftp;
    words << u"-b"_s << u"-"_s << u"-oBatchMode=yes"_s << u"-oConnectTimeout=15"_s
          << u"-oServerAliveInterval=15"_s;
    if (url.port() > 0)
        words << u"-P"_s << QString::number(url.port());
    const QString user = url.userName().isEmpty() ? QString() : url.userName() + u'@';
    return words << u"--"_s << user + url.host();
}

Answer answerOf(CommandEnd end, int exitCode)
{
    if (end == CommandEnd::Exited && exitCode == 0)
        return {.verdict = Verdict::Arrived};
    if (end == CommandEnd::NotStarted)
        return {.verdict = Verdict::Again, .reason = Reason::CommandMissing};
    const Reason reason = end == CommandEnd::Broken ? Reason::CutOff : Reason::CommandFailed;
    return {.verdict = Verdict::Again, .reason = reason, .code = exitCode, .mayHaveArrived = true};
}

Result<void> writeFiles(const Parcel &parcel, const QString &folder)
{
    for (const publish::NamedBytes &file : parcel.files) {
        const Result<void> written = writeFile(folder + u'/' + file.name, file.bytes);
        if (!written)
            return written;
    }
    return {};
}

} // namespace

void SftpTransport::send(const Parcel &parcel, Done done)
{
    const auto folder = std::make_shared<QTemporaryDir>();
    const bool isReady = folder->isValid() && writeFiles(parcel, folder->path());
    // Without the files the batch fails at its first line, and nothing is changed there.
    const QUrl url(parcel.outlet.target);
    m_commands.run(
        {.words = sftpWords(m_programs, url),
         .input = isReady ? batch(parcel, folder->path()) : "bye\n"},
        [folder, isReady, done = std::move(done)](CommandEnd end, int exitCode) {
            done(isReady ? answerOf(end, exitCode)
                         : Answer{.verdict = Verdict::Again, .reason = Reason::TargetUnwritable});
        });
}

void RsyncTransport::send(const Parcel &parcel, Done done)
{
    QStringList words = m_programs.rsync;
    words << u"-a"_s << u"--delay-updates"_s << u"--safe-links"_s << u"--timeout=60"_s
          << u"--exclude=.*"_s << u"-e"_s << u"ssh -o BatchMode=yes -o ConnectTimeout=15"_s
          << u"--"_s << parcel.siteFolder + u'/' << parcel.outlet.target;
    const bool isThere = QFileInfo(parcel.siteFolder).isDir();
    m_commands.run({.words = words},
                   [isThere, done = std::move(done)](CommandEnd end, int exitCode) {
                       Answer answer = answerOf(end, exitCode);
                       if (!isThere)
                           answer = {.verdict = Verdict::Again, .reason = Reason::SiteMissing};
                       done(answer);
                   });
}

} // namespace nutgraf::delivery
