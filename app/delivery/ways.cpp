// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/ways.h"

namespace nutgraf::delivery {

Ways::Ways(const Clock &clock, HttpLimits limits, const Programs &programs)
    : m_http(limits),
      m_commands(std::chrono::minutes(10)),
      m_newshub(m_http),
      m_put(m_http),
      m_wordPress(m_http, std::make_unique<WordPress>()),
      m_ghost(m_http, std::make_unique<Ghost>(clock)),
      m_sftp(programs, m_commands),
      m_rsync(programs, m_commands)
{
}

Transport &Ways::wayTo(OutletKind kind)
{
    switch (kind) {
    case OutletKind::Newshub:
        return m_newshub;
    case OutletKind::Put:
        return m_put;
    case OutletKind::Sftp:
        return m_sftp;
    case OutletKind::Rsync:
        return m_rsync;
    case OutletKind::WordPress:
        return m_wordPress;
    case OutletKind::Ghost:
        return m_ghost;
    case OutletKind::Folder:
        break;
    }
    return m_folder;
}

void Ways::send(const Parcel &parcel, Done done)
{
    wayTo(parcel.outlet.kind).send(parcel, std::move(done));
}

void Ways::stop()
{
    m_http.stop();
    m_commands.stop();
}

} // namespace nutgraf::delivery
