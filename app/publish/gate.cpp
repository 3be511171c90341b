// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/gate.h"

#include "base/files.h"
#include "format/story_file.h"
#include "publish/identity.h"
#include "publish/manifest.h"
#include "reading/fingerprint.h"
#include "story/folders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

using format::PublicationKind;

namespace {

Result<story::Story> storyIn(const QByteArray &bytes, const QString &path)
{
    return format::decodeStory(bytes, path).transform([](const format::StoryFile &file) {
        return file.story;
    });
}

/// The draft's bytes, if the reading is of them and of the decisions beside them.
Result<QByteArray> draftThatWasRead(const Subject &subject)
{
    const story::StoryFolder folder(subject.storyFolder);
    const QString path = folder.draft();
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        return bytes;
    }
    const Result<story::Story> story = storyIn(*bytes, path);
    if (!story) {
        return std::unexpected(story.error());
    }
    if (reading::fingerprint(*story) != subject.reading->fingerprint.story) {
        return fail(ErrorCode::ReadingStale, path);
    }
    if (const QString key = unheeded(*story); !key.isEmpty()) {
        return fail(ErrorCode::HeaderNotHeeded, subject.storyFolder, key); // no field says it
    }
    const QString decisions = folder.review();
    const Result<review::Review> review = review::readDecisions(decisions);
    if (!review) {
        return std::unexpected(review.error());
    }
    if (reading::fingerprint(*review) != subject.reading->fingerprint.review) {
        return fail(ErrorCode::ReadingStale, decisions);
    }
    return bytes;
}

/// Whose story a kill withdraws: the draft that is there; where it cannot be read, what went out
/// last. Nothing may stand in a kill's way.
story::Story storyToWithdraw(const Proposal &proposal)
{
    const story::StoryFolder folder(proposal.subject.storyFolder);
    for (const QString &path : {folder.draft(), folder.versionDraft(proposal.version - 1)}) {
        const Result<story::Story> story =
            readFile(path).and_then([&](const QByteArray &bytes) { return storyIn(bytes, path); });
        if (story) {
            return *story;
        }
    }
    story::Story story;
    story.slug = proposal.versions.back().slug;
    return story;
}

Error refusal(Need need, const Proposal &proposal, const Choice &choice)
{
    const QString &folder = proposal.subject.storyFolder;
    const auto error = [&](ErrorCode code, const QString &detail = {}) {
        return Error{code, folder, 0, 0, detail};
    };
    switch (need) {
    case Need::Kind:
        if (proposal.versions.empty()) {
            return error(ErrorCode::NothingToCorrect);
        }
        if (proposal.kinds.empty()) {
            return error(ErrorCode::AlreadyKilled);
        }
        return {ErrorCode::VersionExists, versionFolder(folder, 1), 0, 0, {}};
    case Need::Note:
        return error(ErrorCode::NoteMissing, key(choice.kind));
    case Need::KillWord:
        return {ErrorCode::ArgumentInvalid, choice.killWord, 0, 0, proposal.killWord};
    case Need::Reading:
        return error(ErrorCode::ReadingStale);
    case Need::OneText:
        return error(ErrorCode::TextConflicted);
    case Need::Header:
        return error(ErrorCode::HeaderNotHeeded, unheeded(proposal.subject.reading->story));
    case Need::Reason:
        return error(ErrorCode::GateClosed, QString::number(proposal.blocking));
    case Need::Text:
        return error(ErrorCode::EditionEmpty, u"wire"_s);
    case Need::Embargo:
        return error(ErrorCode::EmbargoRunning, isoUtc(*proposal.promised));
    case Need::Portion:
        return error(ErrorCode::WebTooLong);
    case Need::Pick:
        break;
    }
    return error(ErrorCode::EditionEmpty, u"web"_s);
}

/// Picks made in another text are no picks of this one.
bool arePicksOfReading(const Proposal &proposal, const Choice &choice)
{
    if (!proposal.hasWeb(choice)) {
        return true;
    }
    const FoundPicks found =
        find(choice.picks, proposal.subject.reading->snapshot->text, proposal.units);
    return found.changed.empty() && found.gone.empty();
}

/// Sets the guid, of the very bytes that go out, and refuses it where another story has it.
Result<void> goesOutAlone(Proposal &proposal, const QByteArray &draft)
{
    if (proposal.versions.empty()) {
        Result<QString> guid = firstGuid(proposal, draft);
        if (!guid) {
            return std::unexpected(guid.error());
        }
        proposal.guid = std::move(*guid);
    }
    return refuseTwin(story::StoryFolder(proposal.subject.storyFolder), proposal.guid);
}

Result<Judged> judgeKill(Proposal proposal, const Choice &choice)
{
    Judged judged;
    judged.editions = editionsOf(proposal, choice, storyToWithdraw(proposal));
    // The draft of a killed story may be the libel itself: only what may still be said is kept.
    judged.draft = format::encodeStory(judged.editions.wire.story);
    judged.proposal = std::move(proposal);
    return judged;
}

} // namespace

Result<Proposal> killProposal(const QString &storyFolder, const story::Agency &agency,
                              const QDateTime &now)
{
    const Subject subject{
        .storyFolder = storyFolder, .reading = {}, .agency = agency, .created = {}};
    return proposal(subject, now).and_then([&](Proposal proposal) -> Result<Proposal> {
        if (!std::ranges::contains(proposal.kinds, PublicationKind::Kill)) {
            return fail(proposal.versions.empty() ? ErrorCode::NothingToCorrect
                                                  : ErrorCode::AlreadyKilled,
                        storyFolder);
        }
        proposal.kinds = {PublicationKind::Kill};
        proposal.start.kind = PublicationKind::Kill;
        proposal.toWithdraw = storyToWithdraw(proposal);
        return proposal;
    });
}

Result<Judged> judge(const Subject &subject, const Choice &choice, const Clock &clock)
{
    Result<Proposal> proposal = publish::proposal(subject, clock());
    if (!proposal) {
        return std::unexpected(proposal.error());
    }
    if (const std::vector<Need> missing = needs(*proposal, choice); !missing.empty()) {
        return std::unexpected(refusal(missing.front(), *proposal, choice));
    }
    if (choice.kind == PublicationKind::Kill) {
        return judgeKill(std::move(*proposal), choice);
    }
    if (!arePicksOfReading(*proposal, choice)) {
        return fail(ErrorCode::ReadingStale, subject.storyFolder, u"web"_s);
    }
    return draftThatWasRead(proposal->subject).and_then([&](const QByteArray &draft) {
        return goesOutAlone(*proposal, draft).transform([&] {
            Editions editions = preview(*proposal, choice);
            return Judged{std::move(*proposal), std::move(editions), draft};
        });
    });
}

} // namespace nutgraf::publish
