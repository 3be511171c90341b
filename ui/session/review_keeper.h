// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "review/review.h"
#include "ui/session/story_mirror.h"

#include <QFileSystemWatcher>

namespace nutgraf::session {

/// A story's decisions and their file, review.json. Written with every decision, on the mirror's
/// worker. What others decide meanwhile, in another window or on another computer, is taken in
/// (review/merge.h); nothing of theirs is overwritten.
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
    /// What a change really did: others may have done the same already, or stood against it.
    struct Change {
        review::Review before;
        review::Review after;
    };
    /// Takes what leads from `before` to `after` into the decisions of now, and writes them.
    Change change(const review::Review &before, const review::Review &after);

Q_SIGNALS:
    /// A write that failed, or UnitChanged: about the same words; theirs stands.
    void failed(const nutgraf::Error &error);
    void changedByOthers();

private:
    struct OnDisk;

    void watch();
    void look();
    void write(const review::Review &before);
    void adopt(const review::Review &sent, const review::Review &there);
    void tellRefused(const std::vector<review::Decision> &refused);

    StoryMirror &m_mirror;
    review::Review m_review;
    QString m_path;
    std::shared_ptr<OnDisk> m_onDisk; ///< the worker's, once opened
    QFileSystemWatcher m_watcher;
    bool m_isReadable = true;
};

} // namespace nutgraf::session
