// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/transport.h"

#include <QObject>

namespace nutgraf::delivery {

/// Writes the files into a folder that exists (a drive that is not mounted is not filled
/// underneath), each whole or not at all, under a name that stays the same for all versions.
class FolderTransport final : public Transport {
public:
    void send(const Parcel &parcel, Done done) override;
    void stop() override { }

private:
    QObject m_context;
};

} // namespace nutgraf::delivery
