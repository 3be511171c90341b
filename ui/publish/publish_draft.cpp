// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/publish_draft.h"

#include "base/files.h"
#include "desk/desk.h"

#include <algorithm>

namespace nutgraf::publish {

using format::PublicationKind;
using review::FindingLevel;

namespace {

int count(const session::Reading &reading, FindingLevel level)
{
    return static_cast<int>(std::ranges::count(reading.findings, level, &review::Finding::level));
}

void readFolder(PublishDraft &draft, const QString &path)
{
    draft.storyBytes = readFile(path).value_or(QByteArray());
    draft.versions =
        publish::versions(draft.storyFolder).value_or(std::vector<publish::Manifest>());
    draft.kinds =
        publish::possibleKinds(draft.storyFolder).value_or(std::vector<PublicationKind>());
    if (!draft.kinds.empty()) {
        draft.kind = draft.kinds.front();
    }
    const auto file = format::decodeStory(draft.storyBytes, path);
    draft.created = desk::createdTime(draft.storyFolder, file.value_or(format::StoryFile()));
}

} // namespace

int PublishDraft::blocking() const
{
    return count(reading, FindingLevel::Blocks);
}

int PublishDraft::toConfirm() const
{
    return count(reading, FindingLevel::ToConfirm);
}

int PublishDraft::notes() const
{
    return count(reading, FindingLevel::Note);
}

bool PublishDraft::isGateOpen() const
{
    return blocking() == 0 || (isOverridden && !overrideReason.trimmed().isEmpty());
}

bool PublishDraft::needsNote() const
{
    return kind != PublicationKind::First;
}

bool PublishDraft::isKindReady() const
{
    const bool hasNote = !needsNote() || !note.trimmed().isEmpty();
    const bool isKillMeant = kind != PublicationKind::Kill || killWord.trimmed() == story.slug;
    return !kinds.empty() && hasNote && isKillMeant;
}

bool PublishDraft::isWebReady() const
{
    return !hasWebEdition || kind == PublicationKind::Kill || !selection.empty();
}

bool PublishDraft::isReady() const
{
    return isGateOpen() && isKindReady() && isWebReady();
}

int PublishDraft::nextVersion() const
{
    return versions.empty() ? 1 : versions.back().version + 1;
}

summary::Summary PublishDraft::summary() const
{
    return summary::assemble(units, selection);
}

publish::Request PublishDraft::request() const
{
    return {.storyFolder = storyFolder,
            .story = story,
            .storyBytes = storyBytes,
            .agency = agency,
            .created = created,
            .kind = kind,
            .note = note.trimmed(),
            .signedBy = signedBy,
            .overrideReason = isOverridden ? overrideReason.trimmed() : QString(),
            .hasWebEdition = hasWebEdition,
            .webBody = hasWebEdition ? summary().body : QString(),
            .findings = reading.findings};
}

PublishDraft draftOf(const session::StorySession &session, const story::Agency &agency)
{
    PublishDraft draft;
    draft.reading = session.reading();
    draft.story = session.story();
    draft.storyFolder = session.storyFolder();
    draft.agency = agency;
    draft.signedBy = session.services().initials;
    draft.clock = session.services().clock;
    readFolder(draft, session.path());
    if (draft.reading.snapshot && draft.reading.analysis) {
        draft.units = summary::units(*draft.reading.snapshot, *draft.reading.analysis,
                                     draft.story.dateline.date);
        draft.selection = summary::suggest(draft.units, agency.webTargetWords);
    }
    const bool wasOnWeb = std::ranges::any_of(draft.versions, [](const publish::Manifest &m) {
        return m.editions.contains(QStringLiteral("web"));
    });
    draft.hasWebEdition = draft.versions.empty() || wasOnWeb;
    return draft;
}

} // namespace nutgraf::publish
