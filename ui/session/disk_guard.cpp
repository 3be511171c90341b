// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/disk_guard.h"

#include "base/files.h"
#include "desk/overwritten.h"
#include "jobs/off_thread.h"
#include "ui/body/body_editor.h"
#include "ui/session/session_state.h"
#include "ui/waiting/patience.h"

#include <QFileInfo>

#include <utility>

namespace nutgraf::session {

using story::Field;

namespace {

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

/// Somebody waits for it, and nothing else is done meanwhile.
template <class Work>
auto whileSaving(const QString &target, Work work)
{
    const QString words = StorySession::tr("Saving %1…").arg(QFileInfo(target).fileName());
    return waiting::patiently(words, waiting::Ending::Certain, std::move(work));
}

/// What somebody else wrote is overwritten only when a copy of it is kept; `ours` needs none.
Result<void> overwrite(StorySession &session, const QString &target, const QByteArray &bytes,
                       const QString &ours)
{
    QString copy;
    const QDateTime now = session.services().clock();
    Result<void> written = whileSaving(target, [&] {
        return desk::keepOverwritten(target, ours, now)
            .and_then([&](const desk::Overwritten &there) {
                copy = there.copy;
                return replaceFile(target, bytes, there.hash);
            });
    });
    if (!copy.isEmpty()) {
        Q_EMIT session.overwritten(copy);
    }
    return written;
}

std::shared_future<QString> knownHash(const QString &hash)
{
    std::promise<QString> known;
    known.set_value(hash);
    return known.get_future().share();
}

} // namespace

DiskGuard::DiskGuard(StorySession::Private &session) : d(session), m_hash(knownHash({}))
{
    QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, d.q, [this] { check(); });
}

const StoryFilePtr &DiskGuard::original() const
{
    return m_original;
}

Result<void> DiskGuard::open(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<StoredStory> stored = readStory(absolute);
    if (stored) {
        take(absolute, *stored);
        m_hash = hashOf(stored->file);
    } else if (isBrokenText(stored.error().code)) {
        takeUnreadable(absolute, stored.error());
    } else {
        return std::unexpected(stored.error());
    }
    if (const Result<void> read = d.decisions.open(storyFolderOf(d.path)); !read) {
        // The text can be worked on all the same; the window learns of it once it listens.
        QMetaObject::invokeMethod(
            d.q, [q = d.q, error = read.error()] { Q_EMIT q->failed(error); },
            Qt::QueuedConnection);
    }
    watch();
    d.begin();
    return {};
}

void DiskGuard::take(const QString &newPath, const StoredStory &stored)
{
    d.path = newPath;
    m_original = stored.file;
    d.isReadOnly = !QFileInfo(newPath).isWritable();
    d.openError.reset();
    d.fields = stored.story;
    d.loadedBody = std::exchange(d.fields.body, {});
}

void DiskGuard::takeUnreadable(const QString &newPath, const Error &error)
{
    d.path = newPath;
    d.isReadOnly = true;
    d.openError = error;
    d.fields = {};
    d.loadedBody = readableText(newPath);
}

void DiskGuard::startNew(const story::Story &story)
{
    d.fields = story;
    d.loadedBody = std::exchange(d.fields.body, {});
    d.begin();
}

Result<void> DiskGuard::recover(const desk::JournalEntry &entry)
{
    Result<format::StoryFile> kept = format::decodeStory(entry.bytes, entry.path);
    if (!kept) {
        return std::unexpected(kept.error());
    }
    take(entry.path, storedStory(std::move(*kept)));
    m_hash = knownHash(entry.baseHash);
    d.isReadOnly = false;
    d.freshId = entry.key; // saving this text gives up that entry, and no other window's
    if (!entry.path.isEmpty()) {
        if (const Result<void> read = d.decisions.open(storyFolderOf(d.path)); !read) {
            return read;
        }
    }
    d.stack.clear();
    d.stack.resetClean();
    watch();
    d.begin();
    d.journal.followText();
    return {};
}

void DiskGuard::watch()
{
    if (d.path.isEmpty() || m_watcher.files().contains(d.path)) {
        return;
    }
    if (const QStringList old = m_watcher.files(); !old.isEmpty()) {
        m_watcher.removePaths(old);
    }
    m_watcher.addPath(d.path);
}

void DiskGuard::check()
{
    d.mirror.post([this, file = d.path](const QString &) -> StoryMirror::Reply {
        const Result<QByteArray> bytes = readFile(file);
        return [this, hash = bytes ? sha256Hex(*bytes) : QString()] {
            watch(); // a file that was replaced is no longer watched
            if (hash != m_hash.get()) {
                Q_EMIT d.q->changedOnDisk();
            }
        };
    });
}

/// What is to be written: the body in the very bytes that it was read in, as far as it is the same.
QByteArray DiskGuard::bytes()
{
    if (d.editor) {
        d.editor->finishLoading();
    }
    const bool isAsLoaded = !d.editor || d.editor->revision() == d.loadedRevision;
    story::Story story = d.fields;
    story.body = isAsLoaded ? d.loadedBody : faithfulBody(d.bodyNow(), d.mirror.body());
    return format::encodeStory(story, m_original.get());
}

Result<void> DiskGuard::writeTo(const QString &target, Guard guard)
{
    d.q->finishEdits();
    if (d.isReadOnly && target == d.path) {
        return fail(ErrorCode::FileUnwritable, d.path);
    }
    const QByteArray now = bytes();
    const QString oldKey = d.journalKey();
    const bool isMoved = target != d.path;
    const Result<void> written = guard == Guard::OnlyOurFile
        ? whileSaving(target, [&] { return replaceFile(target, now, m_hash.get()); })
        : overwrite(*d.q, target, now, isMoved ? QString() : m_hash.get());
    const bool isUnsure = !written && written.error().code == ErrorCode::NotDurable && !isMoved;
    if (written || isUnsure) {
        noteWritten(target, now);
    }
    if (isUnsure) {
        d.journal.keepNow(); // it may be gone after a power cut: the text stays unsaved
    } else if (!written && written.error().code == ErrorCode::FileChangedOnDisk) {
        Q_EMIT d.q->changedOnDisk();
    }
    if (written) {
        noteSaved(oldKey, isMoved ? Place::New : Place::Same);
    }
    return written;
}

/// The file's bytes are ours now.
void DiskGuard::noteWritten(const QString &target, const QByteArray &bytes)
{
    d.path = target;
    if (Result<format::StoryFile> file = format::decodeStory(bytes, target)) {
        m_original = storedStory(std::move(*file)).file;
        m_hash = hashOf(m_original);
    } else {
        m_hash = knownHash(sha256Hex(bytes));
    }
    watch();
}

void DiskGuard::noteSaved(const QString &oldKey, Place place)
{
    m_savedAt = d.services.clock();
    d.journal.discard(oldKey);
    d.stack.setClean();
    if (d.editor) {
        d.editor->document()->setModified(false); // the next key is a step of its own
    }
    if (place == Place::New) {
        Q_EMIT d.q->pathChanged();
    }
    Q_EMIT d.q->saved();
}

Result<void> DiskGuard::save()
{
    if (d.path.isEmpty()) {
        return fail(ErrorCode::ArgumentInvalid, {});
    }
    return writeTo(d.path, Guard::OnlyOurFile);
}

Result<void> DiskGuard::saveOverDisk()
{
    if (d.path.isEmpty()) {
        return fail(ErrorCode::ArgumentInvalid, {});
    }
    return writeTo(d.path, Guard::Whatever);
}

Result<void> DiskGuard::saveAs(const QString &path)
{
    const QString target = QFileInfo(path).absoluteFilePath();
    if (isPlainTextFile(target) && hasFields(d.fields)) {
        return fail(ErrorCode::ArgumentInvalid, target);
    }
    if (const std::optional<Error> broken = d.openError) {
        return std::unexpected(*broken);
    }
    const Result<void> written = writeTo(target, Guard::Whatever);
    if (!written) {
        return written;
    }
    d.isReadOnly = false;
    if (d.editor) {
        d.editor->setReadOnly(false);
    }
    return {};
}

Result<void> DiskGuard::saveCopy(const QString &path)
{
    d.q->finishEdits();
    const QString target = QFileInfo(path).absoluteFilePath();
    const bool isOwnFile = !d.path.isEmpty() && QFileInfo(target) == QFileInfo(d.path);
    if (isOwnFile || (isPlainTextFile(target) && hasFields(d.fields))) {
        return fail(ErrorCode::ArgumentInvalid, target);
    }
    if (const std::optional<Error> broken = d.openError) {
        return std::unexpected(*broken);
    }
    return overwrite(*d.q, target, bytes(), {});
}

Result<void> DiskGuard::reload()
{
    const Result<StoredStory> stored = readStory(d.path);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    d.q->replaceStory(stored->story, StorySession::tr("reload"));
    m_original = stored->file;
    m_hash = hashOf(stored->file);
    d.stack.setClean();
    return {};
}

void DiskGuard::finishWrites()
{
    if (d.q->isModified()) {
        d.journal.keepNow();
    }
    (void)d.mirror.body(); // comes after all work that was posted before
}

std::optional<QDateTime> DiskGuard::savedAt() const
{
    return m_savedAt;
}

void DiskGuard::afterWrites(std::function<void()> reply)
{
    // The mirror does all writing, in order.
    d.mirror.post(
        [reply = std::move(reply)](const QString &) -> StoryMirror::Reply { return reply; });
}

QString DiskGuard::savedHash() const
{
    return m_hash.get();
}

void DiskGuard::relocate(const QString &path)
{
    const QString oldKey = d.journalKey();
    d.path = QFileInfo(path).absoluteFilePath();
    d.decisions.relocate(storyFolderOf(d.path));
    if (d.journalKey() != oldKey) {
        d.journal.discard(oldKey);
        d.journal.followText();
    }
    takeSlug();
    watch();
    Q_EMIT d.q->pathChanged();
}

/// A rename writes the new slug into the file. If more than that is new, somebody else was there
/// too: then the next save must find the file changed.
void DiskGuard::takeSlug()
{
    const Result<StoredStory> stored = readStory(d.path);
    if (!stored || !m_original) {
        return;
    }
    story::Story known = m_original->story;
    known.slug = stored->story.slug;
    if (known != stored->story) {
        return;
    }
    d.names += m_original->story.slug == known.slug ? 0 : 1;
    m_original = stored->file;
    m_hash = hashOf(stored->file);
    if (d.fields.slug != known.slug) {
        d.applyField(Field::Slug, known.slug);
    }
}

void DiskGuard::discardChanges()
{
    d.journal.discard(d.journalKey());
    d.stack.setClean();
}

} // namespace nutgraf::session
