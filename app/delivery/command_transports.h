// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/command_runner.h"
#include "delivery/transport.h"

#include <QStringList>

namespace nutgraf::delivery {

/// What the system's programs are called, with arguments that come first.
struct Programs {
    QStringList sftp{QStringLiteral("sftp")};
    QStringList rsync{QStringLiteral("rsync")};
};

/// OpenSSH's sftp(1) in batch mode, with the user's own keys: no password is asked for or given,
/// and a host that is not known is refused. Each file is put beside its place and renamed into it.
class SftpTransport final : public Transport {
public:
    SftpTransport(Programs programs, CommandRunner &commands)
        : m_programs(std::move(programs)), m_commands(commands)
    {
    }
    void send(const Parcel &parcel, Done done) override;
    void stop() override { }

private:
    Programs m_programs;
    CommandRunner &m_commands;
};

/// rsync(1) of the whole site, which takes over what changed. It removes nothing: a withdrawn story
/// has a page of its own.
class RsyncTransport final : public Transport {
public:
    RsyncTransport(Programs programs, CommandRunner &commands)
        : m_programs(std::move(programs)), m_commands(commands)
    {
    }
    void send(const Parcel &parcel, Done done) override;
    void stop() override { }

private:
    Programs m_programs;
    CommandRunner &m_commands;
};

} // namespace nutgraf::delivery
