// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/command_runner.h"
#include "delivery/courier.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <vector>

namespace nutgraf::delivery {

/// Whether the commands of an outlet may run on this computer. A desk comes from elsewhere (Git, a
/// shared drive), and with it what its desk.json says: somebody here must have looked at it.
[[nodiscard]] bool isAllowed(const QString &deskFolder, const QStringList &command);
/// Allows the commands of these outlets as they are now, and no other. Errors: FolderUnwritable,
/// FileUnwritable.
[[nodiscard]] Result<void> allowCommands(const QString &deskFolder,
                                         const std::vector<Outlet> &outlets);

/// Runs the desk's commands. They are told of the delivery by their environment: `NUTGRAF_GUID`,
/// `NUTGRAF_VERSION`, `NUTGRAF_OUTLET`, `NUTGRAF_STORY_ID`, `NUTGRAF_WITHDRAWAL` (0 or 1); no
/// secret is in it. Exit code 0: go on; 75 (EX_TEMPFAIL): later; any other: no.
class CommandHooks final : public Hooks {
public:
    CommandHooks(QString deskFolder, QProcessEnvironment environment);

    void run(const QStringList &command, const Parcel &parcel, Done done) override;
    void stop() override;

private:
    QString m_deskFolder;
    QProcessEnvironment m_environment;
    CommandRunner m_commands;
};

} // namespace nutgraf::delivery
