// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/addresses.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

bool isPlain(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && !url.host().startsWith(u'-')
        && url.password().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control || c == u'\\'; });
}

/// sftp(1) would look for names that match.
bool hasWildcards(const QString &path)
{
    return path.contains(u'*') || path.contains(u'?') || path.contains(u'[');
}

} // namespace

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

std::optional<QString> webAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isSafe =
        url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    if (!isPlain(url) || !isSafe || !url.userInfo().isEmpty())
        return std::nullopt;
    QString address = url.toString(QUrl::FullyEncoded);
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

std::optional<QString> sftpAddress(const QString &text)
{
    static const QRegularExpression user(u"^[A-Za-z0-9_][A-Za-z0-9_.-]*$"_s);
    const QUrl url(text, QUrl::StrictMode);
    const bool isNamed = url.userName().isEmpty() || user.match(url.userName()).hasMatch();
    const QString path = url.path(QUrl::FullyDecoded);
    const bool isFine = isPlain(url) && url.scheme() == "sftp"_L1 && isNamed && path.size() > 1
        && !hasControls(path) && !hasWildcards(path);
    return isFine ? std::optional(url.toString(QUrl::FullyEncoded)) : std::nullopt;
}

std::optional<QString> rsyncTarget(const QString &text)
{
    static const QRegularExpression remote(
        u"^(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*:[^:].*$"_s);
    const bool isFine =
        (text.startsWith(u'/') || remote.match(text).hasMatch()) && !hasControls(text);
    return isFine ? std::optional(text) : std::nullopt;
}

} // namespace nutgraf::delivery
