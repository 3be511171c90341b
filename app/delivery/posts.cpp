// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/posts.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

/// Readers' words for it, the same as on a page (publishing contract, section 5).
const QString WithdrawnWords = u"This story has been withdrawn."_s;

/// What readers are told of a correction, above the text.
QString correctionIn(const QXmlStreamAttributes &category)
{
    const bool isCorrection = category.value(u"scheme"_s).endsWith("/signal/"_L1)
        && category.value(u"term"_s) == "correction"_L1;
    return isCorrection
        ? u"<p><em>"_s + category.value(u"label"_s).toString().toHtmlEscaped() + u"</em></p>"_s
        : QString();
}

std::optional<Post> readEntry(const QByteArray &atom)
{
    Post post;
    QString correction;
    QXmlStreamReader xml(atom);
    while (xml.readNextStartElement()) {
        const QStringView name = xml.name();
        if (name == "entry"_L1)
            continue;
        if (name == "title"_L1) {
            post.title = xml.readElementText();
        } else if (name == "summary"_L1) {
            post.summary = xml.readElementText();
        } else if (name == "content"_L1) {
            post.html = xml.readElementText();
        } else {
            correction += name == "category"_L1 ? correctionIn(xml.attributes()) : QString();
            xml.skipCurrentElement();
        }
    }
    post.html.prepend(correction);
    return xml.hasError() || post.title.isEmpty() ? std::nullopt : std::optional(post);
}

Answer misunderstood()
{
    return {.verdict = Verdict::Again, .reason = Reason::Misunderstood, .mayHaveArrived = true};
}

} // namespace

std::optional<Post> postOf(const Parcel &parcel)
{
    std::optional<Post> post = Post{};
    if (parcel.isWithdrawal)
        post = Post{.state = PostState::Withdrawn,
                    .title = WithdrawnWords,
                    .html = u"<p>"_s + WithdrawnWords + u"</p>"_s};
    else if (parcel.files.empty())
        post->state = PostState::Draft;
    else
        post = readEntry(parcel.files.front().bytes);
    if (post)
        post->slug = parcel.storyId;
    return post;
}

void PostTransport::send(const Parcel &parcel, Done done)
{
    const std::optional<HttpRequest> find = m_blog->find(parcel);
    // A request that cannot be made is answered like one to nobody: later, as all are.
    m_http.send(
        find ? *find : HttpRequest{"GET", QUrl(), {}, {}},
        [this, parcel, hasKey = find.has_value(), done = std::move(done)](const HttpAnswer &found) {
            if (!hasKey)
                done({.verdict = Verdict::Again, .reason = Reason::SecretMissing});
            else
                write(parcel, found, done);
        });
}

void PostTransport::write(const Parcel &parcel, const HttpAnswer &found, const Done &done)
{
    const bool isAbsent = found.status == 404;
    if (!isSuccess(found) && !isAbsent) {
        Answer answer = answerOf(found);
        answer.mayHaveArrived = false; // only a question was asked
        done(answer);
        return;
    }
    const std::optional<KnownPost> known = isAbsent ? KnownPost{} : m_blog->read(found);
    const std::optional<Post> post = postOf(parcel);
    const std::optional<HttpRequest> request =
        known && post ? m_blog->write(parcel, *post, *known) : std::nullopt;
    if (!request) {
        Answer answer = misunderstood();
        answer.mayHaveArrived = false;
        done(answer);
        return;
    }
    if (known->id.isEmpty() && post->state != PostState::Public) {
        done({.verdict = Verdict::Arrived}); // there is nothing to be withdrawn
        return;
    }
    m_http.send(*request, [this, done](const HttpAnswer &written) {
        Answer answer = answerOf(written);
        const std::optional<KnownPost> now =
            isSuccess(written) ? m_blog->read(written) : std::nullopt;
        // Somebody saved the post meanwhile: what it is now is looked up the next time.
        if (written.status == 409)
            answer.verdict = Verdict::Again;
        if (isSuccess(written) && !now)
            answer = misunderstood();
        if (now)
            answer.remote = now->id;
        done(answer);
    });
}

} // namespace nutgraf::delivery
