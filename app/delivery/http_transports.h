// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/http_client.h"
#include "delivery/transport.h"

#include <QByteArray>

#include <memory>

namespace nutgraf::delivery {

/// A push to a Newshub (publishing contract, section 8): `POST BASE/push`, the bytes of
/// `wire.newshub.ninjs.json` as they are. The same guid replaces the item, so that a second push of
/// a version changes nothing.
class NewshubTransport final : public Transport {
public:
    explicit NewshubTransport(HttpClient &http) : m_http(http) { }
    void send(const Parcel &parcel, Done done) override;
    void stop() override { }

private:
    HttpClient &m_http;
};

/// `sha1=` and the hexadecimal HMAC-SHA1 (RFC 2104) of the body: what Superdesk sends and Newshub
/// checks as `x-superdesk-signature`.
[[nodiscard]] QByteArray superdeskSignature(const QByteArray &body, const QString &key);

/// HTTP PUT of each file under a name that stays the same for all versions (RFC 9110, section
/// 9.3.4: idempotent), DELETE of what a version no longer has. Basic authorization with a user,
/// else a bearer token.
class PutTransport final : public Transport {
public:
    explicit PutTransport(HttpClient &http) : m_http(http) { }
    void send(const Parcel &parcel, Done done) override;
    void stop() override { }

private:
    HttpClient &m_http;
};

} // namespace nutgraf::delivery
