// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/command_transports.h"
#include "delivery/folder_transport.h"
#include "delivery/http_client.h"
#include "delivery/http_transports.h"
#include "delivery/posts.h"
#include "delivery/transport.h"

namespace nutgraf::delivery {

/// All ways to outlets: each parcel goes the way of its outlet's kind.
class Ways final : public Transport {
public:
    explicit Ways(const Clock &clock, HttpLimits limits = {}, const Programs &programs = {});

    void send(const Parcel &parcel, Done done) override;
    void stop() override;

private:
    [[nodiscard]] Transport &wayTo(OutletKind kind);

    HttpClient m_http;
    CommandRunner m_commands;
    FolderTransport m_folder;
    NewshubTransport m_newshub;
    PutTransport m_put;
    PostTransport m_wordPress;
    PostTransport m_ghost;
    SftpTransport m_sftp;
    RsyncTransport m_rsync;
};

} // namespace nutgraf::delivery
