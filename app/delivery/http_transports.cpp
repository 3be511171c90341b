// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/http_transports.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

/// Requests that follow one another; the first that does not succeed ends them.
struct Series {
    std::vector<HttpRequest> requests;
    size_t next = 0;
    bool hasArrived = false; ///< a part of it has
    Transport::Done done;
};

Answer endOf(const Series &series, Answer answer)
{
    const bool isPart = series.hasArrived && answer.verdict != Verdict::Arrived;
    answer.mayHaveArrived = answer.mayHaveArrived || isPart;
    return answer;
}

void sendNext(HttpClient &http, const std::shared_ptr<Series> &series)
{
    const HttpRequest request = series->requests.at(series->next++);
    http.send(request, [&http, series, verb = request.verb](const HttpAnswer &answer) {
        // What is to be removed and is not there is removed.
        const bool isGone = verb == "DELETE" && (answer.status == 404 || answer.status == 410);
        const bool isDone = isSuccess(answer) || isGone;
        series->hasArrived = series->hasArrived || isDone;
        if (isDone && series->next < series->requests.size())
            sendNext(http, series);
        else
            series->done(
                endOf(*series, isDone ? Answer{.verdict = Verdict::Arrived} : answerOf(answer)));
    });
}

QByteArray mediaType(const QString &file)
{
    if (file.endsWith(".json"_L1))
        return "application/json";
    if (file.endsWith(".atom.xml"_L1))
        return "application/atom+xml;type=entry";
    if (file.endsWith(".xml"_L1))
        return "application/xml";
    if (file.endsWith(".html"_L1))
        return "text/html; charset=utf-8";
    if (file.endsWith(".md"_L1))
        return "text/markdown; charset=utf-8";
    return file.endsWith(".txt"_L1) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

HttpRequest putRequest(const Parcel &parcel, const QByteArray &verb, const QString &file)
{
    const QByteArray authorization = parcel.outlet.user.isEmpty()
        ? "Bearer " + parcel.secret.toUtf8()
        : basicAuthorization(parcel.outlet.user, parcel.secret);
    return {verb,
            QUrl(parcel.outlet.target + u'/' + remoteName(parcel, file)),
            {{"Authorization", authorization}},
            {}};
}

} // namespace

QByteArray superdeskSignature(const QByteArray &body, const QString &key)
{
    return "sha1="
        + QMessageAuthenticationCode::hash(body, key.toUtf8(), QCryptographicHash::Sha1).toHex();
}

void NewshubTransport::send(const Parcel &parcel, Done done)
{
    Q_ASSERT(parcel.files.size() == 1);
    const QByteArray &body = parcel.files.front().bytes;
    HttpRequest request{"POST",
                        QUrl(parcel.outlet.target + u"/push"_s),
                        {{"Content-Type", "application/json"}, {"Accept", "application/json"}},
                        body};
    if (!parcel.secret.isEmpty())
        request.headers.emplace_back("x-superdesk-signature",
                                     superdeskSignature(body, parcel.secret));
    m_http.send(request,
                [done = std::move(done)](const HttpAnswer &answer) { done(answerOf(answer)); });
}

void PutTransport::send(const Parcel &parcel, Done done)
{
    const auto series = std::make_shared<Series>();
    series->done = std::move(done);
    for (const publish::NamedBytes &file : parcel.files) {
        HttpRequest request = putRequest(parcel, "PUT", file.name);
        request.headers.emplace_back("Content-Type", mediaType(file.name));
        request.body = file.bytes;
        series->requests.push_back(std::move(request));
    }
    for (const QString &file : parcel.obsolete)
        series->requests.push_back(putRequest(parcel, "DELETE", file));
    sendNext(m_http, series);
}

} // namespace nutgraf::delivery
