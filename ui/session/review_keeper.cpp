// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/review_keeper.h"

#include "base/files.h"
#include "review/merge.h"
#include "story/folders.h"
#include "ui/waiting/patience.h"

#include <QFileInfo>

#include <utility>

namespace nutgraf::session {

using review::Decision;
using review::Review;

/// The file as the worker knows it.
struct ReviewKeeper::OnDisk {
    QString hash; ///< of what was last read or written; empty: there is none
    Review there; ///< what that said
    Review wanted; ///< what it is to say; other than `there` where a write failed

    /// Reads the file again; what others changed goes into `wanted`. A file that is gone withdraws
    /// nothing. Errors: ReviewInvalid, FileUnreadable, ….
    [[nodiscard]] Result<std::vector<Decision>> read(const QString &path);
    /// Writes what is wanted, and what others have written meanwhile with it. Errors: as
    /// replaceFile() and read(). Both return what was refused.
    [[nodiscard]] Result<std::vector<Decision>> write(const QString &path);
};

namespace {

constexpr int Attempts = 4; // of a write that others come between

} // namespace

Result<std::vector<Decision>> ReviewKeeper::OnDisk::read(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        hash.clear();
        const bool isMissing = bytes.error().code == ErrorCode::FileNotFound;
        return isMissing ? Result<std::vector<Decision>>() : std::unexpected(bytes.error());
    }
    QString now = sha256Hex(*bytes);
    if (now == hash) {
        return {};
    }
    Result<Review> theirs = review::readReview(*bytes, path);
    if (!theirs) {
        return std::unexpected(theirs.error());
    }
    review::Merged both = review::merged(there, wanted, *theirs);
    hash = std::move(now);
    there = std::move(*theirs);
    wanted = std::move(both.review);
    return std::move(both.refused);
}

Result<std::vector<Decision>> ReviewKeeper::OnDisk::write(const QString &path)
{
    std::vector<Decision> refused;
    Result<void> written;
    for (int i = 0; i < Attempts; ++i) {
        const QByteArray bytes = review::writeReview(wanted);
        written = replaceFile(path, bytes, hash);
        if (written || written.error().code == ErrorCode::NotDurable) {
            hash = sha256Hex(bytes);
            there = wanted;
            break;
        }
        if (written.error().code != ErrorCode::FileChangedOnDisk) {
            break;
        }
        const Result<std::vector<Decision>> more = read(path);
        if (!more) {
            return more;
        }
        refused.insert(refused.end(), more->begin(), more->end());
    }
    return written.transform([&] { return refused; });
}

ReviewKeeper::ReviewKeeper(StoryMirror &mirror, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_onDisk(std::make_shared<OnDisk>())
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ReviewKeeper::look);
}

Result<void> ReviewKeeper::open(const QString &storyFolder)
{
    m_path = story::StoryFolder(storyFolder).review();
    m_onDisk = std::make_shared<OnDisk>();
    m_isReadable = true;
    m_review = {};
    if (m_path.isEmpty()) {
        return {};
    }
    const auto read =
        waiting::patiently(tr("Reading the decisions…"), waiting::Ending::Stoppable,
                           [disk = m_onDisk, path = m_path] { return disk->read(path); });
    m_isReadable = read.has_value();
    m_review = m_onDisk->wanted;
    watch();
    return read.transform([](const auto &) { });
}

/// The folder: a file that is replaced, or not there yet, cannot be watched.
void ReviewKeeper::watch()
{
    if (const QStringList old = m_watcher.directories(); !old.isEmpty()) {
        m_watcher.removePaths(old);
    }
    m_watcher.addPath(QFileInfo(m_path).path());
}

void ReviewKeeper::relocate(const QString &storyFolder)
{
    if (!m_path.isEmpty() && !storyFolder.isEmpty()) {
        m_path = story::StoryFolder(storyFolder).review();
        watch();
    }
}

const Review &ReviewKeeper::review() const
{
    return m_review;
}

bool ReviewKeeper::isReadable() const
{
    return m_isReadable;
}

ReviewKeeper::Change ReviewKeeper::change(const Review &before, const Review &after)
{
    const Review known = m_review;
    const review::Merged now = review::merged(before, after, m_review);
    m_review = now.review;
    tellRefused(now.refused);
    if (!m_path.isEmpty()) {
        write(known);
    }
    return {.before = known, .after = m_review};
}

/// Has the worker write what leads from `before` to the decisions of now.
void ReviewKeeper::write(const Review &before)
{
    m_mirror.post([this, path = m_path, disk = m_onDisk, before,
                   sent = m_review](const QString &) -> StoryMirror::Reply {
        disk->wanted = review::merged(before, sent, disk->wanted).review;
        const Result<std::vector<Decision>> refused = disk->write(path);
        if (refused && disk->wanted == sent) {
            return {};
        }
        return [this, sent, there = disk->wanted, refused] {
            adopt(sent, there);
            if (refused) {
                tellRefused(*refused);
            } else {
                Q_EMIT failed(refused.error());
            }
        };
    });
}

/// Something in the folder changed: perhaps the decisions did.
void ReviewKeeper::look()
{
    if (m_path.isEmpty() || !m_isReadable) {
        return;
    }
    m_mirror.post([this, path = m_path, disk = m_onDisk](const QString &) -> StoryMirror::Reply {
        const Review known = disk->wanted;
        const Result<std::vector<Decision>> refused = disk->read(path);
        // What cannot be read just now is told when it is to be written.
        if (!refused || disk->wanted == known) {
            return {};
        }
        return [this, known, there = disk->wanted, refused = *refused] {
            adopt(known, there);
            tellRefused(refused);
        };
    });
}

/// `there` is what `sent` became by others' hands.
void ReviewKeeper::adopt(const Review &sent, const Review &there)
{
    const review::Merged now = review::merged(sent, m_review, there);
    tellRefused(now.refused);
    if (m_review != now.review) {
        m_review = now.review;
        Q_EMIT changedByOthers();
    }
}

void ReviewKeeper::tellRefused(const std::vector<Decision> &refused)
{
    for (const Decision &one : refused) {
        Q_EMIT failed(Error{ErrorCode::UnitChanged, one.target.exact, 0, 0, {}});
    }
}

} // namespace nutgraf::session
