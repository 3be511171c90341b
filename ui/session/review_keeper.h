// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "review/review.h"
#include "ui/session/story_mirror.h"

namespace nutgraf::session {

/// A story's decisions and their file, review.json. Written with every decision, on the mirror's
/// worker, and only while the file is still the one that was read.
class ReviewKeeper final : public QObject {
    Q_OBJECT
public:
    ReviewKeeper(StoryMirror &mirror, QObject *parent);

    /// Reads the decisions of a story folder; an empty folder (a loose file) keeps them in memory
    /// only. After an error (ReviewInvalid, FileUnreadable) nothing can be decided and nothing is
    /// overwritten.
    [[nodiscard]] Result<void> open(const QString &storyFolder);
    /// The story folder was moved, review.json with it.
    void relocate(const QString &storyFolder);
    [[nodiscard]] const review::Review &review() const;
    [[nodiscard]] bool isReadable() const;
    void set(const review::Review &review);

Q_SIGNALS:
    void failed(const nutgraf::Error &error);

private:
    StoryMirror &m_mirror;
    review::Review m_review;
    QString m_path;
    std::shared_ptr<QString> m_hash = std::make_shared<QString>(); ///< the worker's, once opened
    bool m_isReadable = true;
};

} // namespace nutgraf::session
