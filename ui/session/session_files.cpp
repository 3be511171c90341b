// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/overwritten.h"
#include "jobs/off_thread.h"
#include "ui/body/body_editor.h"
#include "ui/session/field_access.h"
#include "ui/session/session_state.h"

#include <QFileInfo>

namespace nutgraf::session {

using story::Field;

namespace {

constexpr std::array EveryField{
    Field::Slug,         Field::Headline, Field::Deck,        Field::Byline,   Field::DatelinePlace,
    Field::DatelineDate, Field::Language, Field::Urgency,     Field::Subjects, Field::Keywords,
    Field::Status,       Field::Embargo,  Field::EditorsNote, Field::Notice};

/// Errors of the text itself: it can still be shown, but not written back.
bool isBrokenText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotUtf8:
    case ErrorCode::StoryHeaderUnterminated:
    case ErrorCode::StoryHeaderInvalid:
    case ErrorCode::StoryFieldInvalid:
        return true;
    default:
        return false;
    }
}

/// Whether there is more than a body to keep.
bool hasFields(const story::Story &fields)
{
    story::Story bare;
    bare.language = fields.language;
    bare.urgency = fields.urgency;
    return fields != bare;
}

/// Bodies above this size are read in two steps.
constexpr qsizetype LongBody = 64LL * 1024;

/// Hashes what is long beside the opening: it is not asked for before the first save.
std::shared_future<QString> hashOf(const StoryFilePtr &file)
{
    constexpr qsizetype Long = 256LL * 1024;
    auto promise = std::make_shared<std::promise<QString>>();
    std::shared_future<QString> hash = promise->get_future().share();
    const auto take = [file, promise] {
        promise->set_value(sha256Hex(file->bytes));
    };
    if (file->bytes.size() > Long) {
        jobs::offThread(take);
    } else {
        take();
    }
    return hash;
}

/// What somebody else wrote is overwritten only when a copy of it is kept; `ours` needs none.
Result<void> overwrite(StorySession &session, const QString &target, const QByteArray &bytes,
                       const QString &ours)
{
    return desk::keepOverwritten(target, ours, session.services().clock())
        .and_then([&](const desk::Overwritten &there) {
            if (!there.copy.isEmpty()) {
                Q_EMIT session.overwritten(there.copy);
            }
            return replaceFile(target, bytes, there.hash);
        });
}

} // namespace

std::shared_future<QString> StorySession::Private::knownHash(const QString &hash)
{
    std::promise<QString> known;
    known.set_value(hash);
    return known.get_future().share();
}

Result<void> StorySession::open(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<StoredStory> stored = readStory(absolute);
    if (stored) {
        d->take(absolute, *stored);
        d->diskHash = hashOf(stored->file);
    } else if (isBrokenText(stored.error().code)) {
        d->takeUnreadable(absolute, stored.error());
    } else {
        return std::unexpected(stored.error());
    }
    if (const Result<void> read = d->decisions.open(storyFolder()); !read) {
        // The text can be worked on all the same; the window learns of it once it listens.
        QMetaObject::invokeMethod(
            this, [this, error = read.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    }
    d->watch();
    d->begin();
    return {};
}

void StorySession::Private::take(const QString &newPath, const StoredStory &stored)
{
    path = newPath;
    original = stored.file;
    isReadOnly = !QFileInfo(newPath).isWritable();
    openError.reset();
    fields = stored.story;
    loadedBody = std::exchange(fields.body, {});
}

void StorySession::Private::takeUnreadable(const QString &newPath, const Error &error)
{
    path = newPath;
    isReadOnly = true;
    openError = error;
    fields = {};
    loadedBody = readableText(newPath);
}

void StorySession::Private::begin()
{
    ++revision;
    mirror.reset(loadedBody);
    if (!openError) {
        if (editor && loadedBody.size() > LongBody) {
            feed.readBeginning();
        }
        feed.readFirst(loadedBody.size());
    }
}

void StorySession::startNew(const story::Story &story)
{
    d->fields = story;
    d->loadedBody = std::exchange(d->fields.body, {});
    d->begin();
}

Result<void> StorySession::recover(const desk::JournalEntry &entry)
{
    Result<format::StoryFile> kept = format::decodeStory(entry.bytes, entry.path);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    d->take(entry.path, storedStory(std::move(*kept)));
    d->diskHash = Private::knownHash(entry.baseHash);
    d->isReadOnly = false;
    d->freshId = entry.key; // saving this text gives up that entry, and no other window's
    if (!entry.path.isEmpty()) {
        if (const Result<void> read = d->decisions.open(storyFolder()); !read) {
            return read;
        }
    }
    d->stack.clear();
    d->stack.resetClean();
    d->watch();
    d->begin();
    d->journal.followText();
    return {};
}

void StorySession::Private::watch()
{
    if (path.isEmpty() || watcher.files().contains(path)) {
        return;
    }
    if (const QStringList old = watcher.files(); !old.isEmpty()) {
        watcher.removePaths(old);
    }
    watcher.addPath(path);
}

void StorySession::Private::checkDisk()
{
    mirror.post([this, file = path](const QString &) -> StoryMirror::Reply {
        const Result<QByteArray> bytes = readFile(file);
        return [this, hash = bytes ? sha256Hex(*bytes) : QString()] {
            watch(); // a file that was replaced is no longer watched
            if (hash != diskHash.get()) {
                Q_EMIT q->changedOnDisk();
            }
        };
    });
}

QString StorySession::Private::bodyNow()
{
    if (!editor || editor->isLoading() || editor->revision() == loadedRevision) {
        return loadedBody;
    }
    if (cachedRevision != editor->revision()) {
        cachedBody = editor->text();
        cachedRevision = editor->revision();
    }
    return cachedBody;
}

QString StorySession::Private::bodyForDisk()
{
    if (editor) {
        editor->finishLoading();
    }
    if (!editor || editor->revision() == loadedRevision) {
        return loadedBody;
    }
    return faithfulBody(bodyNow(), mirror.body());
}

QByteArray StorySession::Private::bytesNow()
{
    story::Story story = fields;
    story.body = bodyForDisk();
    return format::encodeStory(story, original.get());
}

void StorySession::finishEdits()
{
    Q_EMIT finishingEdits();
}

Result<void> StorySession::Private::writeTo(const QString &target, Guard guard)
{
    q->finishEdits();
    if (isReadOnly && target == path) {
        return fail(ErrorCode::FileUnwritable, path);
    }
    const QByteArray bytes = bytesNow();
    const QString oldKey = journalKey();
    const bool isMoved = target != path;
    const Result<void> written = guard == Guard::OnlyOurFile
        ? replaceFile(target, bytes, diskHash.get())
        : overwrite(*q, target, bytes, isMoved ? QString() : diskHash.get());
    const bool isUnsure = !written && written.error().code == ErrorCode::NotDurable && !isMoved;
    if (written || isUnsure) {
        path = target;
        if (Result<format::StoryFile> file = format::decodeStory(bytes, target)) {
            original = storedStory(std::move(*file)).file;
            diskHash = hashOf(original);
        } else {
            diskHash = knownHash(sha256Hex(bytes));
        }
        watch();
    }
    if (isUnsure) {
        journal.keepNow(); // it may be gone after a power cut: the text stays unsaved
    } else if (!written && written.error().code == ErrorCode::FileChangedOnDisk) {
        Q_EMIT q->changedOnDisk();
    }
    if (!written) {
        return written;
    }
    savedAt = services.clock();
    journal.discard(oldKey);
    stack.setClean();
    if (editor) {
        editor->document()->setModified(false); // the next key is a step of its own
    }
    if (isMoved) {
        Q_EMIT q->pathChanged();
    }
    Q_EMIT q->saved();
    return {};
}

Result<void> StorySession::save()
{
    if (d->path.isEmpty()) {
        return fail(ErrorCode::ArgumentInvalid, {});
    }
    return d->writeTo(d->path, Private::Guard::OnlyOurFile);
}

Result<void> StorySession::saveOverDisk()
{
    if (d->path.isEmpty()) {
        return fail(ErrorCode::ArgumentInvalid, {});
    }
    return d->writeTo(d->path, Private::Guard::Whatever);
}

Result<void> StorySession::saveAs(const QString &path)
{
    const QString target = QFileInfo(path).absoluteFilePath();
    if (isPlainTextFile(target) && hasFields(d->fields)) {
        return fail(ErrorCode::ArgumentInvalid, target);
    }
    if (const std::optional<Error> broken = d->openError) {
        return std::unexpected(*broken);
    }
    const Result<void> written = d->writeTo(target, Private::Guard::Whatever);
    if (!written) {
        return written;
    }
    d->isReadOnly = false;
    if (d->editor) {
        d->editor->setReadOnly(false);
    }
    return {};
}

Result<void> StorySession::saveCopy(const QString &path)
{
    finishEdits();
    const QString target = QFileInfo(path).absoluteFilePath();
    const bool isOwnFile = !d->path.isEmpty() && QFileInfo(target) == QFileInfo(d->path);
    if (isOwnFile || (isPlainTextFile(target) && hasFields(d->fields))) {
        return fail(ErrorCode::ArgumentInvalid, target);
    }
    if (const std::optional<Error> broken = d->openError) {
        return std::unexpected(*broken);
    }
    return overwrite(*this, target, d->bytesNow(), {});
}

Result<void> StorySession::reload()
{
    const Result<StoredStory> stored = readStory(d->path);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    replaceStory(stored->story, tr("reload"));
    d->original = stored->file;
    d->diskHash = hashOf(stored->file);
    d->stack.setClean();
    return {};
}

void StorySession::replaceStory(const story::Story &story, const QString &commandText)
{
    d->stack.beginMacro(commandText);
    for (const Field field : EveryField) {
        setField(field, fieldValue(story, field));
    }
    d->replaceBody(story.body);
    d->stack.endMacro();
}

void StorySession::finishWrites()
{
    if (isModified()) {
        d->journal.keepNow();
    }
    (void)d->mirror.body(); // comes after all work that was posted before
}

void StorySession::afterWrites(std::function<void()> reply)
{
    // The mirror does all writing, in order.
    d->mirror.post(
        [reply = std::move(reply)](const QString &) -> StoryMirror::Reply { return reply; });
}

QString StorySession::savedHash() const
{
    return d->diskHash.get();
}

void StorySession::relocate(const QString &path)
{
    const QString oldKey = d->journalKey();
    d->path = QFileInfo(path).absoluteFilePath();
    d->decisions.relocate(storyFolder());
    if (d->journalKey() != oldKey) {
        d->journal.discard(oldKey);
        d->journal.followText();
    }
    d->takeSlug();
    d->watch();
    Q_EMIT pathChanged();
}

/// A rename writes the new slug into the file. If more than that is new, somebody else was there
/// too: then the next save must find the file changed.
void StorySession::Private::takeSlug()
{
    const Result<StoredStory> stored = readStory(path);
    if (!stored || !original) {
        return;
    }
    story::Story known = original->story;
    known.slug = stored->story.slug;
    if (known != stored->story) {
        return;
    }
    original = stored->file;
    diskHash = hashOf(stored->file);
    if (fields.slug != known.slug) {
        applyField(Field::Slug, known.slug);
    }
}

void StorySession::discardChanges()
{
    d->journal.discard(d->journalKey());
    d->stack.setClean();
}

} // namespace nutgraf::session
