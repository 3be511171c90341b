// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/posts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

constexpr QByteArrayView JsonType = "application/json";

/// A post's number or name as it may stand in an address; empty: it is none.
QString plainId(const QJsonValue &value)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]{1,64}$"_s);
    const QString id = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    return form.match(id).hasMatch() ? id : QString();
}

// WordPress

HttpRequest wordPressRequest(const Parcel &parcel, const QByteArray &verb, const QString &path)
{
    return {verb,
            QUrl(parcel.outlet.target + u"/wp-json/wp/v2/posts"_s + path),
            {{"Authorization", basicAuthorization(parcel.outlet.user, parcel.secret)},
             {"Content-Type", JsonType.toByteArray()},
             {"Accept", JsonType.toByteArray()}},
            {}};
}

QJsonObject wordPressPost(const Post &post, const KnownPost &known)
{
    if (post.state == PostState::Draft)
        return {{u"status"_s, u"draft"_s}};
    QJsonObject object{{u"status"_s, u"publish"_s},
                       {u"title"_s, post.title},
                       {u"content"_s, post.html},
                       {u"excerpt"_s, post.summary}};
    if (known.id.isEmpty())
        object[u"slug"_s] = post.slug;
    return object;
}

// Ghost

std::optional<HttpRequest> ghostRequest(const Parcel &parcel, const QByteArray &verb,
                                        const QString &path, const QDateTime &now)
{
    const std::optional<QByteArray> token = ghostToken(parcel.secret, now);
    if (!token)
        return std::nullopt;
    return HttpRequest{verb,
                       QUrl(parcel.outlet.target + u"/ghost/api/admin/posts/"_s + path),
                       {{"Authorization", "Ghost " + *token},
                        {"Accept-Version", "v5.0"},
                        {"Content-Type", JsonType.toByteArray()},
                        {"Accept", JsonType.toByteArray()}},
                       {}};
}

QJsonObject ghostPost(const Post &post, const KnownPost &known)
{
    constexpr qsizetype LongestExcerpt = 300; // a longer one is refused (Ghost's schema of posts)
    QJsonObject object;
    if (post.state == PostState::Draft) {
        object[u"status"_s] = u"draft"_s;
    } else {
        object = {{u"status"_s, u"published"_s},
                  {u"title"_s, post.title},
                  {u"html"_s, post.html},
                  {u"custom_excerpt"_s, post.summary.left(LongestExcerpt)}};
    }
    if (known.id.isEmpty())
        object[u"slug"_s] = post.slug;
    else
        object[u"updated_at"_s] = known.stamp;
    return {{u"posts"_s, QJsonArray{object}}};
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<HttpRequest> WordPress::find(const Parcel &parcel) const
{
    // `any`: what an editor made private there is still our post.
    return wordPressRequest(
        parcel, "GET", u"?slug="_s + parcel.storyId + u"&status=any&context=edit&_fields=id"_s);
}

std::optional<KnownPost> WordPress::read(const HttpAnswer &answer) const
{
    const QJsonDocument json = QJsonDocument::fromJson(answer.body);
    if (json.isArray() && json.array().isEmpty())
        return KnownPost{};
    const QJsonValue post = json.isArray() ? json.array().first() : QJsonValue(json.object());
    const QString id = plainId(post[u"id"_s]);
    return id.isEmpty() ? std::nullopt : std::optional(KnownPost{.id = id});
}

std::optional<HttpRequest> WordPress::write(const Parcel &parcel, const Post &post,
                                            const KnownPost &known) const
{
    HttpRequest request =
        wordPressRequest(parcel, "POST", known.id.isEmpty() ? QString() : u'/' + known.id);
    request.body = compact(wordPressPost(post, known));
    return request;
}

std::optional<HttpRequest> Ghost::find(const Parcel &parcel) const
{
    return ghostRequest(parcel, "GET", u"slug/"_s + parcel.storyId + u"/?fields=id,updated_at"_s,
                        m_clock());
}

std::optional<KnownPost> Ghost::read(const HttpAnswer &answer) const
{
    const QJsonValue post = QJsonDocument::fromJson(answer.body)[u"posts"_s][0];
    const KnownPost known{plainId(post[u"id"_s]), post[u"updated_at"_s].toString()};
    return known.id.isEmpty() ? std::nullopt : std::optional(known);
}

std::optional<HttpRequest> Ghost::write(const Parcel &parcel, const Post &post,
                                        const KnownPost &known) const
{
    const bool isNew = known.id.isEmpty();
    std::optional<HttpRequest> request =
        ghostRequest(parcel, isNew ? "POST" : "PUT",
                     (isNew ? QString() : known.id + u'/') + u"?source=html"_s, m_clock());
    if (request)
        request->body = compact(ghostPost(post, known));
    return request;
}

std::optional<QByteArray> ghostToken(const QString &key, const QDateTime &now)
{
    constexpr qint64 Lifetime = 300; // seconds; Ghost takes no longer one
    const QString id = key.section(u':', 0, 0);
    const QByteArray secret = QByteArray::fromHex(key.section(u':', 1).toLatin1());
    if (id.isEmpty() || secret.isEmpty())
        return std::nullopt;
    const qint64 second = now.toSecsSinceEpoch();
    const QJsonObject header{{u"alg"_s, u"HS256"_s}, {u"kid"_s, id}, {u"typ"_s, u"JWT"_s}};
    const QJsonObject claims{
        {u"iat"_s, second}, {u"exp"_s, second + Lifetime}, {u"aud"_s, u"/admin/"_s}};
    const QByteArray text = base64Url(compact(header)) + '.' + base64Url(compact(claims));
    return text + '.'
        + base64Url(QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
}

} // namespace nutgraf::delivery
