// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/folders.h"

#include <QDir>
#include <QFileInfo>

namespace nutgraf::story {

namespace {

constexpr QLatin1StringView Draft("story.md");
constexpr QLatin1StringView Review("review.json");
constexpr QLatin1StringView Notes("notes.md");
constexpr QLatin1StringView Transcripts("transcripts");
constexpr QLatin1StringView Versions("versions");
constexpr QLatin1StringView SpikeNote("spiked.json");
constexpr QLatin1StringView Snapshots("snapshots");

constexpr QLatin1StringView Settings("desk.json");
constexpr QLatin1StringView Stories("stories");
constexpr QLatin1StringView Spiked("spiked");
constexpr QLatin1StringView Templates("templates");
constexpr QLatin1StringView Site("site");
constexpr QLatin1StringView AllowedCommands("commands.json");
constexpr QLatin1StringView DeliveryLock("delivering");
constexpr QLatin1StringView Outbox("outbox");
constexpr QLatin1StringView IgnoreFile(".gitignore");
constexpr QLatin1StringView Own(".nutgraf");
constexpr QLatin1StringView Journal("journal");
constexpr QLatin1StringView SiteState("site.state");
constexpr QLatin1StringView SiteBegun("site.begun");
constexpr QLatin1StringView SiteLock("site.lock");
constexpr QLatin1StringView Ledger("ledger");
constexpr QLatin1StringView AllowedSigners("allowed_signers"); // as ssh-keygen(1) calls it
constexpr QLatin1StringView LedgerLock("ledger.lock");
constexpr QLatin1StringView LedgerPending("ledger-pending.json");
constexpr QLatin1StringView LedgerSeen("ledger-seen.json");

constexpr int VersionDigits = 4;

QString join(const QString &folder, QLatin1StringView name)
{
    return folder.endsWith(u'/') ? folder + name : folder + u'/' + name;
}

} // namespace

StoryFolder::StoryFolder(const QString &path)
    : m_path(path.isEmpty() ? QString() : QDir::cleanPath(path))
{
}

std::optional<StoryFolder> StoryFolder::ofDraft(const QString &file)
{
    const QFileInfo info(file);
    return info.fileName() == Draft ? std::optional(StoryFolder(info.absolutePath()))
                                    : std::nullopt;
}

QString StoryFolder::name() const
{
    return m_path.section(u'/', -1);
}

QString StoryFolder::in(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString() : join(m_path, name);
}

QString StoryFolder::draft() const
{
    return in(Draft);
}

QString StoryFolder::review() const
{
    return in(Review);
}

QString StoryFolder::notes() const
{
    return in(Notes);
}

QString StoryFolder::transcripts() const
{
    return in(Transcripts);
}

QString StoryFolder::versions() const
{
    return in(Versions);
}

QString StoryFolder::version(int number) const
{
    return isNull() ? QString() : versions() + u'/' + versionName(number);
}

QString StoryFolder::versionDraft(int number) const
{
    return isNull() ? QString() : join(version(number), Draft);
}

QString StoryFolder::spikeNote() const
{
    return in(SpikeNote);
}

QString StoryFolder::snapshots() const
{
    return in(Snapshots);
}

QString draftName()
{
    return Draft;
}

QString versionName(int number)
{
    return u'v' + QString::number(number).rightJustified(VersionDigits, u'0');
}

DeskFolder::DeskFolder(const QString &path) : m_path(QDir::cleanPath(path)) { }

QString DeskFolder::settings() const
{
    return join(m_path, Settings);
}

QString DeskFolder::stories() const
{
    return join(m_path, Stories);
}

QString DeskFolder::spiked() const
{
    return join(m_path, Spiked);
}

QString DeskFolder::templates() const
{
    return join(m_path, Templates);
}

QString DeskFolder::outbox() const
{
    return join(m_path, Outbox);
}

QString DeskFolder::site() const
{
    return join(m_path, Site);
}

QString DeskFolder::ignoreFile() const
{
    return join(m_path, IgnoreFile);
}

QString DeskFolder::ledger() const
{
    return join(m_path, Ledger);
}

QString DeskFolder::allowedSigners() const
{
    return join(m_path, AllowedSigners);
}

QString DeskFolder::own() const
{
    return join(m_path, Own);
}

QString DeskFolder::journal() const
{
    return join(own(), Journal);
}

QString DeskFolder::siteState() const
{
    return join(own(), SiteState);
}

QString DeskFolder::siteBegun() const
{
    return join(own(), SiteBegun);
}

QString DeskFolder::siteLock() const
{
    return join(own(), SiteLock);
}

QString DeskFolder::ledgerLock() const
{
    return join(own(), LedgerLock);
}

QString DeskFolder::ledgerPending() const
{
    return join(own(), LedgerPending);
}

QString DeskFolder::ledgerSeen() const
{
    return join(own(), LedgerSeen);
}

QString DeskFolder::deliveryLock() const
{
    return join(own(), DeliveryLock);
}

QString DeskFolder::allowedCommands() const
{
    return join(own(), AllowedCommands);
}

QString DeskFolder::aside(const QString &id) const
{
    return own() + QStringLiteral("/new-") + id;
}

QByteArray ignoreLine()
{
    return QByteArray(Own.data(), Own.size()) + '/';
}

QString looseJournal(const QString &stateFolder)
{
    return join(stateFolder, Journal);
}

} // namespace nutgraf::story
