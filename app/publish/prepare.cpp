// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"
#include "format/story_file.h"
#include "publish/identity.h"
#include "publish/manifest.h"
#include "story/identity.h"
#include "text/slug.h"

#include <QTimeZone>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

using format::Edition;
using format::EditionKind;
using format::PublicationKind;

const QString Wire = u"wire"_s;
const QString Web = u"web"_s;

QDateTime wholeSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC);
}

/// What came before, as far as the next version depends on it.
struct History {
    std::vector<Manifest> versions;

    [[nodiscard]] int lastWith(const QString &edition) const
    {
        for (const auto &version : std::ranges::reverse_view(versions)) {
            if (version.editions.contains(edition))
                return version.version;
        }
        return 0;
    }
    /// Publication does not move: the first version's time, or the end of the embargo it was under.
    [[nodiscard]] std::optional<QDateTime> firstPublished(const QString &edition) const
    {
        std::optional<QDateTime> time;
        for (const Manifest &version : versions) {
            if (!version.editions.contains(edition))
                continue;
            if (!time)
                time = version.published;
            if (version.embargo)
                time = *version.embargo;
        }
        return time;
    }
};

/// An embargo's end while it still runs.
std::optional<QDateTime> running(const std::optional<QDateTime> &embargo, const QDateTime &now)
{
    return embargo && now < *embargo ? embargo : std::nullopt;
}

Result<void> mayPublishKind(const Request &request, const History &history)
{
    const bool isFirst = request.kind == PublicationKind::First;
    if (history.versions.empty())
        return isFirst ? Result<void>() : fail(ErrorCode::NothingToCorrect, request.storyFolder);
    if (history.versions.back().kind == PublicationKind::Kill)
        return fail(ErrorCode::AlreadyKilled, request.storyFolder);
    if (isFirst)
        return fail(ErrorCode::VersionExists, versionFolder(request.storyFolder, 1));
    if (request.note.trimmed().isEmpty())
        return fail(ErrorCode::NoteMissing, request.storyFolder, key(request.kind));
    return {};
}

/// Rules for anything but a kill, which must always be possible.
Result<void> mayGoOut(const Request &request, const History &history, const QDateTime &now)
{
    const auto blocking =
        std::ranges::count(request.findings, review::FindingLevel::Blocks, &review::Finding::level);
    if (blocking > 0 && request.overrideReason.trimmed().isEmpty())
        return fail(ErrorCode::GateClosed, request.storyFolder, QString::number(blocking));
    if (request.story.body.trimmed().isEmpty() || request.story.headline.trimmed().isEmpty())
        return fail(ErrorCode::EditionEmpty, request.storyFolder, Wire);
    const auto embargo = running(request.story.embargo, now);
    const auto promised =
        history.versions.empty() ? std::nullopt : running(history.versions.back().embargo, now);
    if (promised && !embargo)
        return fail(ErrorCode::EmbargoRunning, request.storyFolder, isoUtc(*promised));
    const bool wantsWeb = request.hasWebEdition && !embargo;
    if (wantsWeb && request.webBody.trimmed().isEmpty())
        return fail(ErrorCode::EditionEmpty, request.storyFolder, Web);
    return {};
}

/// The guid that the story has, or gets with its first version. A kill is never refused for a twin.
Result<QString> guidOf(const Request &request, const History &history, const QDateTime &now)
{
    const story::StoryFolder folder(request.storyFolder);
    const QDateTime created = wholeSeconds(request.created.isValid() ? request.created : now);
    const QByteArray draft =
        request.storyBytes.isEmpty() ? format::encodeStory(request.story) : request.storyBytes;
    Result<QString> guid = history.versions.empty()
        ? guidFor(folder, draft, request.agency.domain, created.date())
        : history.versions.front().guid;
    if (!guid || request.kind == PublicationKind::Kill)
        return guid;
    return refuseTwin(folder, *guid).and_then([&] { return guid; });
}

/// What a killed story may still say: who it was from, where, about what, never what it said.
story::Story withdrawn(const story::Story &story)
{
    story::Story result;
    result.byline = story.byline;
    result.dateline = story.dateline;
    result.language = story.language;
    result.urgency = story.urgency;
    result.subjects = story.subjects;
    return result;
}

story::Story published(const Request &request)
{
    story::Story story =
        request.kind == PublicationKind::Kill ? withdrawn(request.story) : request.story;
    const bool hasTopic = std::ranges::any_of(story.subjects, [](const QString &subject) {
        return !format::topicCode(subject).isEmpty();
    });
    // Every subscriber's reader sorts by subject; a story without one gets the likeliest.
    if (!hasTopic) {
        story.subjects.append(format::guessTopic(request.story.headline + u' ' + request.story.deck
                                                 + u' ' + request.story.body));
    }
    return story;
}

/// What a kill is called: neither the headline nor the slug, which may be the libel themselves.
void nameByGuid(Edition &edition)
{
    edition.story.slug = story::neutralId(edition.wireGuid);
    edition.story.headline = u"KILL: "_s + edition.story.slug.toUpper();
}

Edition wireEdition(const Request &request, const History &history, const QString &guid,
                    const QDateTime &now)
{
    const std::vector<Manifest> &versions = history.versions;
    Edition edition;
    edition.publication = request.kind;
    edition.version = versions.empty() ? 1 : versions.back().version + 1;
    edition.firstCreated = versions.empty()
        ? wholeSeconds(request.created.isValid() ? request.created : now)
        : versions.front().firstCreated;
    edition.wireGuid = guid;
    edition.guid = guid;
    edition.story = published(request);
    if (edition.story.slug.isEmpty())
        edition.story.slug = text::slugFrom(request.story.headline, request.story.language);
    if (request.kind == PublicationKind::Kill)
        nameByGuid(edition);
    edition.agency = request.agency;
    edition.changeNote = request.note.trimmed();
    edition.versionCreated = now;
    edition.previousVersion = history.lastWith(Wire);
    edition.published = history.firstPublished(Wire).value_or(now);
    if (const auto embargo = running(edition.story.embargo, now))
        edition.published = *embargo;
    edition.wasPublishedOnWeb = history.lastWith(Web) > 0;
    return edition;
}

std::optional<Edition> webEdition(const Request &request, const History &history,
                                  const Edition &wire)
{
    const bool isKill = request.kind == PublicationKind::Kill;
    const bool isWanted = isKill
        ? wire.wasPublishedOnWeb
        : request.hasWebEdition && !running(wire.story.embargo, wire.versionCreated);
    if (!isWanted)
        return std::nullopt;
    Edition web = wire;
    web.kind = EditionKind::Web;
    web.guid = wire.wireGuid + u".web"_s;
    web.previousVersion = history.lastWith(Web);
    web.published = history.firstPublished(Web).value_or(wire.versionCreated);
    if (!isKill) {
        web.story.body = request.webBody;
        web.notice = webNotice(request.story, request.agency);
    }
    return web;
}

} // namespace

QString webNotice(const story::Story &story, const story::Agency &agency)
{
    if (!story.notice.trimmed().isEmpty())
        return story.notice.simplified();
    QString words = agency.webNotice.isEmpty()
        ? u"The {agency} website shows only a portion of the news stories that subscribers "
          "receive in the {wire system}, and in summarized form. To become a subscriber, "
          "please write to us."_s
        : agency.webNotice;
    const QString system = agency.wireSystem.isEmpty() ? u"full news service"_s : agency.wireSystem;
    words.replace(u"{agency}"_s, agency.name).replace(u"{wire system}"_s, system);
    return words.simplified();
}

Result<Prepared> prepare(const Request &request, const Clock &clock)
{
    Result<std::vector<Manifest>> versions = publish::history(request.storyFolder);
    if (!versions)
        return std::unexpected(versions.error());
    const History history{std::move(*versions)};
    QDateTime now = wholeSeconds(clock());
    if (const Result<void> allowed = mayPublishKind(request, history); !allowed)
        return std::unexpected(allowed.error());
    // A version is later than the one before, also where a clock was set back or two fall into one
    // second.
    if (!history.versions.empty())
        now = qMax(now, history.versions.back().published.addSecs(1));
    if (request.kind != PublicationKind::Kill) {
        if (const Result<void> allowed = mayGoOut(request, history, now); !allowed)
            return std::unexpected(allowed.error());
    }
    const Result<QString> guid = guidOf(request, history, now);
    if (!guid)
        return std::unexpected(guid.error());
    Prepared prepared;
    prepared.wire = wireEdition(request, history, *guid, now);
    prepared.version = prepared.wire.version;
    prepared.web = webEdition(request, history, prepared.wire);
    return prepared;
}

} // namespace nutgraf::publish
