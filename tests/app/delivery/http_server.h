// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace nutgraf::delivery::test {

struct Request {
    QByteArray verb;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in small letters
    QByteArray body;
};

enum class Manner {
    Answer,
    Silence, ///< nothing is said, the connection stays
    Cut, ///< the connection ends without a word
    HalfAnswer, ///< it ends in the middle of the answer
};

struct Reply {
    int status = 200;
    QByteArray body = "{}";
    QByteArray headers = {}; ///< lines, each with its end
    Manner manner = Manner::Answer;
};

/// A web server on this computer that says what the test wants said.
class HttpServer final : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<Reply(const Request &)>;

    explicit HttpServer(Handler handler) : m_handler(std::move(handler))
    {
        connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
        const bool isListening = m_server.listen(QHostAddress::LocalHost);
        Q_ASSERT(isListening);
    }
    [[nodiscard]] QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
    }
    [[nodiscard]] const QList<Request> &requests() const
    {
        return m_requests;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                m_bytes.remove(socket);
                socket->deleteLater();
            });
        }
    }
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_bytes[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request = parsed(bytes.first(end));
        request.body = bytes.sliced(end + 4);
        if (request.body.size() < request.headers.value("content-length").toLongLong())
            return;
        bytes.clear();
        m_requests.append(request);
        answer(socket, m_handler(request));
    }
    static Request parsed(const QByteArray &head)
    {
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        Request request{first.value(0), first.value(1), {}, {}};
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        return request;
    }
    static void answer(QTcpSocket *socket, const Reply &reply)
    {
        if (reply.manner == Manner::Silence)
            return;
        if (reply.manner != Manner::Cut) {
            const bool isHalf = reply.manner == Manner::HalfAnswer;
            socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " Word\r\n"
                          + "Content-Type: application/json\r\n" + reply.headers
                          + "Content-Length: "
                          + QByteArray::number(reply.body.size() + (isHalf ? 100 : 0))
                          + "\r\nConnection: close\r\n\r\n" + reply.body);
        }
        socket->disconnectFromHost();
    }

    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_bytes;
    QList<Request> m_requests;
    QTcpServer m_server; ///< last: its sockets say good-bye to what is above
};

} // namespace nutgraf::delivery::test
