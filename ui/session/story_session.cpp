// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/story_session.h"

#include "ui/body/body_editor.h"
#include "ui/session/field_access.h"
#include "ui/session/session_commands.h"
#include "ui/session/session_state.h"

#include <QFileInfo>

namespace nutgraf::session {

StorySession::Private::Private(StorySession *session, SessionServices given)
    : q(session),
      services(std::move(given)),
      freshId(services.ids()),
      mirror(session),
      decisions(mirror, nullptr),
      journal(
          mirror, services.journalFolder, [this] { return journalDraft(); }, nullptr),
      feed(mirror, [this] { return readingRequest(); }, services.analyse, nullptr)
{
}

StorySession::StorySession(SessionServices services, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(services)))
{
    connect(&d->feed, &ReadingFeed::beginningRead, this, &StorySession::beginningRead);
    connect(&d->feed, &ReadingFeed::readingChanged, this, &StorySession::readingChanged);
    connect(&d->feed, &ReadingFeed::idleChanged, this, &StorySession::idleChanged);
    connect(&d->journal, &JournalKeeper::failed, this, &StorySession::failed);
    connect(&d->decisions, &ReviewKeeper::failed, this, &StorySession::failed);
    connect(&d->watcher, &QFileSystemWatcher::fileChanged, this, [this] { d->checkDisk(); });
    connect(&d->stack, &QUndoStack::cleanChanged, this, [this](bool clean) {
        if (clean) {
            d->journal.discard(d->journalKey());
        }
        Q_EMIT modifiedChanged(!clean);
    });
    connect(&d->stack, &QUndoStack::indexChanged, this, [this] {
        // Otherwise later typing would merge into an older step of the document, and undo would
        // jump over everything between.
        if (!d->isPushingBodyStep && d->editor) {
            d->editor->document()->setModified(false);
        }
    });
}

StorySession::~StorySession()
{
    d->stack.disconnect(this);
    d->journal.keepNow();
}

QString StorySession::path() const
{
    return d->path;
}

QString StorySession::storyFolder() const
{
    return storyFolderOf(d->path);
}

QString StorySession::title() const
{
    if (!d->fields.slug.isEmpty()) {
        return d->fields.slug;
    }
    return d->path.isEmpty() ? tr("Untitled") : QFileInfo(d->path).fileName();
}

bool StorySession::isReadOnly() const
{
    return d->isReadOnly;
}

bool StorySession::isPlainText() const
{
    return isPlainTextFile(d->path);
}

std::optional<Error> StorySession::openError() const
{
    return d->openError;
}

bool StorySession::isModified() const
{
    return !d->stack.isClean();
}

std::optional<QDateTime> StorySession::savedAt() const
{
    return d->savedAt;
}

const SessionServices &StorySession::services() const
{
    return d->services;
}

QUndoStack &StorySession::undoStack()
{
    return d->stack;
}

void StorySession::undo()
{
    if (d->editor) {
        d->editor->finishLoading();
    }
    d->stack.undo();
}

void StorySession::redo()
{
    if (d->editor) {
        d->editor->finishLoading();
    }
    d->stack.redo();
}

story::Story StorySession::story() const
{
    story::Story story = d->fields;
    story.body = d->bodyNow();
    return story;
}

const story::Story &StorySession::fields() const
{
    return d->fields;
}

const Reading &StorySession::reading() const
{
    return d->feed.reading();
}

const ReadingMarks &StorySession::marks() const
{
    return d->feed.marks();
}

const review::Review &StorySession::review() const
{
    return d->decisions.review();
}

std::optional<review::UnitRef> StorySession::unit(int attribution) const
{
    const Reading &now = reading();
    return now.analysis ? review::refTo(*now.snapshot, *now.analysis, attribution) : std::nullopt;
}

/// The attribution to be signed, as it was seen: anything else is refused, aloud.
std::optional<int> StorySession::Private::toSign(const review::UnitRef &unit) const
{
    const Reading &now = feed.reading();
    if (!now.analysis || !decisions.isReadable()) {
        return std::nullopt;
    }
    const std::optional<int> found = review::resolveForSigning(unit, *now.snapshot, *now.analysis);
    if (!found) {
        Q_EMIT q->failed(Error{ErrorCode::UnitChanged, unit.words.exact, 0, 0, {}});
    }
    return found;
}

void StorySession::decide(const review::UnitRef &unit, review::Verdict verdict)
{
    const std::optional<int> attribution = d->toSign(unit);
    if (!attribution) {
        return;
    }
    const Reading &now = reading();
    d->changeReview(review::decide(review(), *now.analysis, now.snapshot->text, *attribution,
                                   {.verdict = verdict,
                                    .by = d->services.initials,
                                    .at = d->services.clock(),
                                    .id = d->services.ids()}));
}

void StorySession::withdraw(const review::UnitRef &unit)
{
    if (const std::optional<int> attribution = d->toSign(unit)) {
        const Reading &now = reading();
        d->changeReview(
            review::withdraw(review(), *now.analysis, now.snapshot->text, *attribution));
    }
}

void StorySession::correct(const review::Amendment &amendment, quint64 revision)
{
    const Reading &now = reading();
    if (!now.analysis || !d->decisions.isReadable()) {
        return;
    }
    if (now.snapshot->revision != revision) {
        Q_EMIT failed(Error{ErrorCode::UnitChanged, amendment.speaker, 0, 0, {}});
        return;
    }
    d->changeReview(review::correct(
        review(), *now.analysis, now.snapshot->text, amendment,
        {.by = d->services.initials, .at = d->services.clock(), .id = d->services.ids()}));
}

void StorySession::Private::changeReview(review::Review next)
{
    if (next == decisions.review()) {
        return;
    }
    stack.push(new ReviewCommand(decisions.review(), std::move(next),
                                 [this](const review::Review &review) {
                                     decisions.set(review);
                                     feed.followReview();
                                 }));
}

bool StorySession::isIdle() const
{
    return d->feed.isIdle();
}

void StorySession::setDebounce(int milliseconds)
{
    d->feed.setDebounce(milliseconds);
}

ReadingRequest StorySession::Private::readingRequest() const
{
    ReadingRequest request;
    request.revision = revision;
    request.bodyRevision = editor ? editor->revision() : 0;
    request.story = fields;
    request.isPlainText = isPlainTextFile(path);
    request.review = decisions.review();
    request.now = services.clock();
    return request;
}

JournalKeeper::Draft StorySession::Private::journalDraft() const
{
    JournalKeeper::Draft draft;
    draft.entry.key = journalKey();
    draft.entry.path = path;
    draft.entry.baseHash = diskHash.get();
    draft.entry.written = services.clock();
    draft.entry.process = QCoreApplication::applicationPid();
    draft.story = fields;
    draft.original = original;
    draft.isUnsaved = !stack.isClean() && !isReadOnly;
    return draft;
}

QString StorySession::Private::journalKey() const
{
    return desk::Journal::keyFor(path, freshId);
}

} // namespace nutgraf::session
