// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "ui/window/parts.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <memory>

namespace nutgraf::page {
class StoryPage;
}

namespace nutgraf::window {

class StoryWork;

/// What the status bar says of the story in front.
class StatusWork final : public QObject {
    Q_OBJECT
public:
    StatusWork(const Parts &parts, const StoryWork &stories, QObject *parent);

    void show();
    /// Another story is in front.
    void followStory();
    /// The story in front was read anew.
    void followReading();
    /// Its reading falls behind the text, or has come up with it: "Reading…" shows after 300 ms.
    void followIdle(bool isIdle);

private:
    enum class Pace { Usual, Slow };
    void showAt(Pace pace);
    void countWords();
    [[nodiscard]] QString savedWords(page::StoryPage &page) const;

    Parts m_parts;
    const StoryWork &m_stories;
    QTimer m_slow; ///< no more than that: a key is waiting to be painted
    QDateTime m_fileTime; ///< of the story's file when it came in front; invalid: it had none
    qsizetype m_words = 0;
    quint64 m_wordTicket = 0;
    std::shared_ptr<const analysis::Snapshot> m_counted; ///< whose words these are
};

} // namespace nutgraf::window
