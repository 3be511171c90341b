// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/review_keeper.h"

#include "base/files.h"
#include "story/folders.h"

namespace nutgraf::session {

ReviewKeeper::ReviewKeeper(StoryMirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
}

Result<void> ReviewKeeper::open(const QString &storyFolder)
{
    m_path = story::StoryFolder(storyFolder).review();
    m_hash = std::make_shared<QString>();
    m_isReadable = true;
    m_review = {};
    if (m_path.isEmpty()) {
        return {};
    }
    const Result<QByteArray> bytes = readFile(m_path);
    if (!bytes) {
        m_isReadable = bytes.error().code == ErrorCode::FileNotFound;
        return m_isReadable ? Result<void>() : std::unexpected(bytes.error());
    }
    Result<review::Review> read = review::readReview(*bytes, m_path);
    if (!read) {
        m_isReadable = false;
        return std::unexpected(read.error());
    }
    m_review = std::move(*read);
    *m_hash = sha256Hex(*bytes);
    return {};
}

void ReviewKeeper::relocate(const QString &storyFolder)
{
    if (!m_path.isEmpty() && !storyFolder.isEmpty()) {
        m_path = story::StoryFolder(storyFolder).review();
    }
}

const review::Review &ReviewKeeper::review() const
{
    return m_review;
}

bool ReviewKeeper::isReadable() const
{
    return m_isReadable;
}

void ReviewKeeper::set(const review::Review &review)
{
    m_review = review;
    if (m_path.isEmpty()) {
        return;
    }
    m_mirror.post(
        [this, path = m_path, hash = m_hash, review](const QString &) -> StoryMirror::Reply {
            const QByteArray bytes = review::writeReview(review);
            const Result<void> written = replaceFile(path, bytes, *hash);
            if (written) {
                *hash = sha256Hex(bytes);
                return {};
            }
            return [this, error = written.error()] {
                Q_EMIT failed(error);
            };
        });
}

} // namespace nutgraf::session
