// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "base/folders.h"
#include "format/story_file.h"
#include "publish/publish.h"
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

/// What an editor asks for whose draft lies in `folder`; it is written there.
inline Request request(const QString &folder)
{
    Request request;
    request.storyFolder = folder;
    request.story = story();
    request.storyBytes =
        format::withBirth(format::encodeStory(request.story),
                          {at(7), story::storyIdFrom(QDate(2026, 5, 12), "harbour-levy")})
            .value();
    const Result<void> written = makeFolder(folder).and_then(
        [&] { return writeFile(story::StoryFolder(folder).draft(), request.storyBytes); });
    Q_ASSERT(written);
    request.agency = {
        u"Meridian Wire"_s, u"meridian.example"_s, u"Meridian News Service"_s, {}, {}, {}, 120};
    request.created = at(7);
    request.signedBy = u"IC"_s;
    request.webBody = u"A levy on ferry tickets would price islanders out, the opposition told "
                      "the assembly on Tuesday, 12 May."_s;
    return request;
}

inline Request request(const QString &folder, format::PublicationKind kind, const QString &note)
{
    Request request = sample::request(folder);
    request.kind = kind;
    request.note = note;
    return request;
}

} // namespace nutgraf::publish::sample
