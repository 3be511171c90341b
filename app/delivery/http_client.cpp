// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/http_client.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

constexpr char StoppedMark[] = "nutgraf-stopped";
constexpr char TooLongMark[] = "nutgraf-too-long";

/// A body that can be read once: where a server hangs up, Qt would send what it can read again
/// once more, behind our back (QHttpNetworkConnectionChannel::handleUnexpectedEOF).
class ReadOnce final : public QIODevice {
public:
    explicit ReadOnce(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override
    {
        return true;
    }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at;
    }
    [[nodiscard]] bool atEnd() const override
    {
        return bytesAvailable() == 0;
    }
    bool reset() override
    {
        return false;
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min(most, bytesAvailable());
        std::copy_n(m_bytes.cbegin() + m_at, size, data);
        m_at += size;
        return size == 0 && most > 0 ? -1 : size;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override
    {
        return -1;
    }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

QNetworkRequest networkRequest(const HttpRequest &request, const HttpLimits &limits)
{
    QNetworkRequest made(request.url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setTransferTimeout(limits.silence);
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Nutgraf/" NUTGRAF_VERSION ""_s);
    // On a connection that was used before, a server that hangs up makes Qt send again by itself.
    made.setRawHeader("Connection", "close");
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    if (!request.body.isEmpty())
        made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

/// Whether anything can have reached the server, and why there is no answer.
std::pair<Reason, bool> reasonOf(const QNetworkReply &reply)
{
    if (reply.property(StoppedMark).toBool())
        return {Reason::Stopped, true};
    if (reply.property(TooLongMark).toBool())
        return {Reason::Misunderstood, true};
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return {Reason::Unreachable, false};
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return {Reason::TimedOut, true};
    default:
        return {Reason::CutOff, true};
    }
}

std::chrono::seconds waitIn(const QNetworkReply &reply)
{
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(); // a date gives 0
    return std::chrono::seconds(std::max(seconds, 0));
}

/// A server that answered has a status, unless the answer ended too soon: then nobody knows whether
/// it meant it.
HttpAnswer answerFrom(QNetworkReply &reply)
{
    HttpAnswer answer;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isBroken = reply.error() != QNetworkReply::NoError
        && reply.error() < QNetworkReply::ContentAccessDenied;
    if (status == 0 || isBroken) {
        std::tie(answer.reason, answer.mayHaveArrived) = reasonOf(reply);
        return answer;
    }
    answer.status = status;
    answer.wait = waitIn(reply);
    answer.body = reply.readAll();
    return answer;
}

} // namespace

HttpClient::HttpClient(HttpLimits limits, QObject *parent) : QObject(parent), m_limits(limits)
{
    m_network.setAutoDeleteReplies(true);
    m_network.setStrictTransportSecurityEnabled(false); // would turn a loopback test into https
}

void HttpClient::send(const HttpRequest &request, Done done)
{
    auto body = request.body.isEmpty() ? nullptr : std::make_unique<ReadOnce>(request.body);
    QNetworkReply *reply =
        m_network.sendCustomRequest(networkRequest(request, m_limits), request.verb, body.get());
    if (body)
        body.release()->setParent(reply);
    reply->setParent(this);
    watch(reply);
    connect(reply, &QNetworkReply::finished, this,
            [reply, done = std::move(done)] { done(answerFrom(*reply)); });
}

void HttpClient::watch(QNetworkReply *reply)
{
    reply->setReadBufferSize(0);
    QTimer::singleShot(m_limits.whole, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::downloadProgress, reply,
            [reply, most = m_limits.answerBytes](qint64 received, qint64) {
                if (received > most && !reply->property(TooLongMark).toBool()) {
                    reply->setProperty(TooLongMark, true);
                    reply->abort();
                }
            });
}

void HttpClient::stop()
{
    const QList<QNetworkReply *> replies =
        findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly);
    for (QNetworkReply *reply : replies) {
        reply->setProperty(StoppedMark, true);
        reply->abort();
    }
}

bool isSuccess(const HttpAnswer &http)
{
    return http.status >= 200 && http.status < 300;
}

Answer answerOf(const HttpAnswer &http)
{
    if (http.status == 0)
        return {.verdict = Verdict::Again,
                .reason = http.reason,
                .mayHaveArrived = http.mayHaveArrived};
    if (isSuccess(http))
        return {.verdict = Verdict::Arrived};
    const bool isServers = http.status >= 500;
    const bool isForNow =
        isServers || http.status == 408 || http.status == 425 || http.status == 429;
    const bool isMoved = http.status >= 300 && http.status < 400;
    return {.verdict = isForNow ? Verdict::Again : Verdict::Refused,
            .reason = isMoved ? Reason::Redirected : Reason::Answered,
            .code = http.status,
            .mayHaveArrived = isServers,
            .wait = http.wait};
}

QByteArray basicAuthorization(const QString &user, const QString &password)
{
    return "Basic " + (user + u':' + password).toUtf8().toBase64();
}

} // namespace nutgraf::delivery
