// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "base/folders.h"
#include "format/story_file.h"
#include "publish/proposal.h"
#include "reading/reader.h"
#include "story/folders.h"
#include "story/identity.h"

#include <QTimeZone>

namespace nutgraf::publish::sample {

using namespace Qt::StringLiterals;

/// 12 May 2026 at `hour`:`minute` UTC.
inline QDateTime at(int hour, int minute = 0)
{
    return {QDate(2026, 5, 12), QTime(hour, minute), QTimeZone::UTC};
}

inline story::Story story()
{
    story::Story story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Ferry levy would hurt islanders, opposition says"_s;
    story.deck = u"Minister promises the charge ends with the sixth boat & not later"_s;
    story.byline = u"Irena Castell and Owen Marsh"_s;
    story.dateline = {u"PORT LORNE"_s, QDate(2026, 5, 12)};
    story.urgency = 3;
    story.subjects = {u"medtop:11000000"_s};
    story.keywords = {u"ferry"_s, u"levy"_s};
    story.body = u"A levy on ferry tickets would *price islanders out* of their own harbours, the "
                 "opposition told the assembly on Tuesday morning.\n\n“It is a toll on going "
                 "home,” its leader, Anna Barrow, said <b>loudly</b> & twice.\n\n## Six boats\n\n"
                 "The minister said the charge would end once [six boats]"
                 "(https://ferries.example/plan) are paid for, and that fares would not rise "
                 "again before the end of the decade.\n\n- Adults: 2 crowns\n- Children: none\n\n"
                 "> No islander will be worse off than today.\n\nThe assembly votes in June."_s;
    return story;
}

/// A story as it is saved, and what its editor wants. Changed, it is another story that is saved.
struct Request {
    QString storyFolder;
    QString storyId = story::storyIdFrom(QDate(2026, 5, 12), "harbour-levy");
    story::Story story = sample::story();
    review::Review review;
    story::Agency agency = {
        u"Meridian Wire"_s, u"meridian.example"_s, u"Meridian News Service"_s, {}, {}, {}, 120};
    format::PublicationKind kind = format::PublicationKind::First;
    QString note;
    QString overrideReason;
    bool hasWebEdition = true;
};

/// story.md as the desk writes it; without `storyId`, as another program does.
inline Result<QByteArray> draftOf(const Request &request)
{
    const QByteArray draft = format::encodeStory(request.story);
    return request.storyId.isEmpty() ? draft : format::withBirth(draft, {at(7), request.storyId});
}

/// Saves the story and its decisions. Fails as the disk does.
inline Result<void> trySave(const Request &request)
{
    const story::StoryFolder folder(request.storyFolder);
    return draftOf(request)
        .and_then([&](const QByteArray &draft) { return writeFile(folder.draft(), draft); })
        .and_then([&] {
            return request.review.decisions.empty()
                ? Result<void>()
                : writeFile(folder.review(), review::writeReview(request.review));
        });
}

inline Request request(const QString &folder)
{
    Request request;
    request.storyFolder = folder;
    const Result<void> written = makeFolder(folder).and_then([&] { return trySave(request); });
    Q_ASSERT(written);
    return request;
}

inline Request request(const QString &folder, format::PublicationKind kind, const QString &note)
{
    Request request = sample::request(folder);
    request.kind = kind;
    request.note = note;
    return request;
}

/// Saves the story and its decisions.
inline void save(const Request &request)
{
    const bool isSaved = trySave(request).has_value();
    Q_ASSERT(isSaved);
}

/// The saved story, read.
inline Subject subject(const Request &request, const QDateTime &now)
{
    static reading::Reader reader{analysis::Analyser(nullptr)}; // the rules are enough here
    return {.storyFolder = request.storyFolder,
            .reading =
                reader.read({.story = request.story, .review = request.review, .now = now}).value(),
            .agency = request.agency,
            .created = at(7)};
}

/// What the request asks for; of the web edition the story's first sentence.
inline Choice choice(const Request &request, const Proposal &proposal)
{
    Choice choice = proposal.start;
    choice.kind = request.kind;
    choice.note = request.note;
    choice.signedBy = u"IC"_s;
    choice.overrideReason = request.overrideReason;
    choice.isOnWeb = request.hasWebEdition;
    choice.killWord = proposal.killWord;
    choice.picks = proposal.units.empty()
        ? Picks()
        : picksOf(proposal.subject.reading->snapshot->text, proposal.units, {0});
    return choice;
}

} // namespace nutgraf::publish::sample

namespace nutgraf::publish {

/// Saves, reads and publishes.
inline Result<Published> publish(const sample::Request &request, const Clock &clock)
{
    if (const Result<void> saved = sample::trySave(request); !saved) {
        return std::unexpected(saved.error());
    }
    return proposal(sample::subject(request, clock()), clock())
        .and_then([&](const Proposal &proposal) {
            return publish(proposal.subject, sample::choice(request, proposal), clock);
        });
}

} // namespace nutgraf::publish
