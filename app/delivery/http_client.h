// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/rules.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace nutgraf::delivery {

struct HttpLimits {
    std::chrono::milliseconds silence{30000}; ///< without a byte, connecting included
    std::chrono::milliseconds whole{300000}; ///< from beginning to end
    qint64 answerBytes = 4LL * 1024 * 1024; ///< a longer answer is not read
};

struct HttpRequest {
    QByteArray verb; ///< `POST`
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// An answer, or why there is none.
struct HttpAnswer {
    int status = 0; ///< 0: none came
    Reason reason = Reason::None; ///< why not
    bool mayHaveArrived = false;
    QByteArray body;
    std::chrono::seconds wait{0}; ///< Retry-After (RFC 9110, section 10.2.3)
};

/// Plain requests over HTTP 1.1: certificates are checked, no redirection is followed (so that no
/// secret goes to another host), no cookie is kept, nothing is sent twice by itself.
class HttpClient final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const HttpAnswer &)>;

    explicit HttpClient(HttpLimits limits, QObject *parent = nullptr);

    void send(const HttpRequest &request, Done done);
    /// All that is under way ends with Reason::Stopped.
    void stop();

private:
    void watch(QNetworkReply *reply);

    HttpLimits m_limits;
    QNetworkAccessManager m_network;
};

/// What an answer means for a delivery: 2xx arrived; 408, 425, 429 and 5xx again; any other is
/// final.
[[nodiscard]] Answer answerOf(const HttpAnswer &http);
[[nodiscard]] bool isSuccess(const HttpAnswer &http);

/// `Basic …` (RFC 7617).
[[nodiscard]] QByteArray basicAuthorization(const QString &user, const QString &password);

} // namespace nutgraf::delivery
