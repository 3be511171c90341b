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
      disk(*this),
      signing(*this),
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
    connect(&d->decisions, &ReviewKeeper::changedByOthers, this,
            [this] { d->feed.followReview(); });
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

std::optional<Error> StorySession::openError() const
{
    return d->openError;
}

bool StorySession::isModified() const
{
    return !d->stack.isClean();
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

DiskGuard &StorySession::disk()
{
    return d->disk;
}

UnitDecisions &StorySession::decisions()
{
    return d->signing;
}

const Reading &StorySession::reading() const
{
    return d->feed.reading();
}

const ReadingMarks &StorySession::marks() const
{
    return d->feed.marks();
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
    draft.entry.baseHash = disk.savedHash();
    draft.entry.written = services.clock();
    draft.entry.process = QCoreApplication::applicationPid();
    draft.story = fields;
    draft.original = disk.original();
    draft.isUnsaved = !stack.isClean() && !isReadOnly;
    return draft;
}

QString StorySession::Private::journalKey() const
{
    return desk::Journal::keyFor(path, freshId);
}

} // namespace nutgraf::session
