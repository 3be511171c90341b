// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/latest.h"
#include "reading/reader.h"
#include "story/story.h"
#include "ui/session/reading_marks.h"
#include "ui/session/story_mirror.h"

#include <QTimer>

namespace nutgraf::session {

/// What a reading is made of, besides the body, which the mirror holds.
struct ReadingRequest {
    quint64 revision = 0; ///< of the story: rises with every change
    quint64 bodyRevision = 0;
    story::Story story; ///< body left empty
    bool isPlainText = false; ///< a .txt file: all body, laid out like a wire story
    review::Review review;
    QDateTime now;
};

/// Keeps a story's reading up with its text: waits for a pause, takes the body from the mirror and
/// has it read, all off the keyboard's thread.
class ReadingFeed final : public QObject {
    Q_OBJECT
public:
    using AskRequest = std::function<ReadingRequest()>;

    /// `analyse` empty: with the installed model.
    ReadingFeed(StoryMirror &mirror, AskRequest ask, const reading::Analyse &analyse,
                QObject *parent);

    /// Fixed pause before work begins; by default it grows with the text.
    void setDebounce(int milliseconds);
    void followText(qsizetype bodySize);
    /// As followText(), for a text that was just opened: a short one is read at once.
    void readFirst(qsizetype bodySize);
    /// A long text was opened: marks for its first screens, before the whole has been read.
    void readBeginning();
    /// Decisions changed: the same analysis is read anew. At once for all but very long texts.
    void followReview();

    [[nodiscard]] const Reading &reading() const;
    [[nodiscard]] const ReadingMarks &marks() const;
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    void beginningRead(); ///< marks() holds the beginning's, reading() is still empty
    void readingChanged();
    void idleChanged(bool idle);

private:
    struct Result {
        Reading reading;
        ReadingMarks marks;
    };
    using ResultPtr = std::shared_ptr<const Result>;

    [[nodiscard]] static reading::Source sourceOf(const ReadingRequest &request,
                                                  const QString &body);
    [[nodiscard]] static ResultPtr resultOf(const reading::ReadingPtr &read, quint64 bodyRevision);

    void compose();
    void read(const ReadingRequest &request, reading::Source source);
    void takeReading(const ResultPtr &result, quint64 bodyRevision);
    void lay(const reading::ReadingPtr &read, const ReadingRequest &request);
    void show(ResultPtr result);
    void finishWork();
    void tellIdle();

    StoryMirror &m_mirror;
    AskRequest m_ask;
    QTimer m_pause;
    std::shared_ptr<reading::Reader> m_reader; ///< the worker's
    ResultPtr m_result;
    int m_debounce = -1;
    int m_working = 0; ///< pieces of work on the mirror
    bool m_wasIdle = true;
    jobs::Latest m_work; ///< last: its worker ends before the rest goes
};

} // namespace nutgraf::session
