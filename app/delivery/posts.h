// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "delivery/http_client.h"
#include "delivery/transport.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace nutgraf::delivery {

/// What a post is to be.
enum class PostState {
    Public,
    Withdrawn, ///< its page stays and says so; no word of the story is left
    Draft, ///< taken off the site: the edition is no longer out
};

struct Post {
    PostState state = PostState::Public;
    QString slug = {}; ///< the story id: it says nothing, never changes, and finds the post again
    QString title = {};
    QString summary = {};
    QString html = {};
};

/// The post that a parcel asks for, of its Atom entry. None: the entry cannot be understood.
[[nodiscard]] std::optional<Post> postOf(const Parcel &parcel);

/// A post that is there.
struct KnownPost {
    QString id = {}; ///< empty: there is none
    QString stamp = {}; ///< Ghost's `updated_at`, which an update must name
};

/// How a publishing system is spoken to.
class Blog {
public:
    Blog() = default;
    virtual ~Blog() = default;
    Blog(const Blog &) = delete;
    Blog &operator=(const Blog &) = delete;

    /// None: the secret is not of the form that it must have.
    [[nodiscard]] virtual std::optional<HttpRequest> find(const Parcel &parcel) const = 0;
    /// What find() or write() answered; none: it is no such answer.
    [[nodiscard]] virtual std::optional<KnownPost> read(const HttpAnswer &answer) const = 0;
    [[nodiscard]] virtual std::optional<HttpRequest> write(const Parcel &parcel, const Post &post,
                                                           const KnownPost &known) const = 0;
};

/// WordPress's REST API, version 2, with an application password
/// (developer.wordpress.org/rest-api/reference/posts).
class WordPress final : public Blog {
public:
    [[nodiscard]] std::optional<HttpRequest> find(const Parcel &parcel) const override;
    [[nodiscard]] std::optional<KnownPost> read(const HttpAnswer &answer) const override;
    [[nodiscard]] std::optional<HttpRequest> write(const Parcel &parcel, const Post &post,
                                                   const KnownPost &known) const override;
};

/// Ghost's Admin API, version 5, with an Admin API key `ID:SECRET` (docs.ghost.org/admin-api).
class Ghost final : public Blog {
public:
    explicit Ghost(Clock clock) : m_clock(std::move(clock)) { }
    [[nodiscard]] std::optional<HttpRequest> find(const Parcel &parcel) const override;
    [[nodiscard]] std::optional<KnownPost> read(const HttpAnswer &answer) const override;
    [[nodiscard]] std::optional<HttpRequest> write(const Parcel &parcel, const Post &post,
                                                   const KnownPost &known) const override;

private:
    Clock m_clock;
};

/// A token for five minutes (RFC 7519, HS256), signed with an Admin API key. None: it is no key.
[[nodiscard]] std::optional<QByteArray> ghostToken(const QString &key, const QDateTime &now);

/// Creates, changes or withdraws one post a story. It is looked up by its slug first, every time:
/// a receipt that was lost makes no second post.
class PostTransport final : public Transport {
public:
    PostTransport(HttpClient &http, std::unique_ptr<Blog> blog)
        : m_http(http), m_blog(std::move(blog))
    {
    }
    void send(const Parcel &parcel, Done done) override;
    void stop() override { }

private:
    void write(const Parcel &parcel, const HttpAnswer &found, const Done &done);

    HttpClient &m_http;
    std::unique_ptr<Blog> m_blog;
};

} // namespace nutgraf::delivery
