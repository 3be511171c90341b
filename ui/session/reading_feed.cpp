// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/reading_feed.h"

#include <utility>

namespace nutgraf::session {

namespace {

/// Texts above this size are bound to their decisions and checked on the worker, too.
constexpr qsizetype LaidAtOnce = 16LL * 1024;

constexpr qsizetype ShortText = 64LL * 1024;

/// More than the first screens of a large window.
constexpr qsizetype Beginning = 6LL * 1024;

/// The first paragraphs of a long text.
QString beginningOf(const QString &body)
{
    const qsizetype end = body.lastIndexOf(u'\n', Beginning);
    return body.first(end > 0 ? end : std::min(Beginning, body.size()));
}

/// A long text is read after a longer pause: composing 10 MB costs a worker 10 ms and the reading
/// seconds, all in vain if the next key comes.
int pauseFor(qsizetype bodySize)
{
    constexpr qsizetype Megabyte = 1024LL * 1024;
    if (bodySize > Megabyte) {
        return 800;
    }
    return bodySize > ShortText ? 200 : 60;
}

} // namespace

ReadingFeed::ReadingFeed(StoryMirror &mirror, AskRequest ask, const reading::Analyse &analyse,
                         QObject *parent)
    : QObject(parent),
      m_mirror(mirror),
      m_ask(std::move(ask)),
      m_reader(analyse ? std::make_shared<reading::Reader>(analyse)
                       : std::make_shared<reading::Reader>()),
      m_result(std::make_shared<const Result>())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ReadingFeed::compose);
    connect(&m_work, &jobs::Latest::idleChanged, this, &ReadingFeed::tellIdle);
}

void ReadingFeed::setDebounce(int milliseconds)
{
    m_debounce = milliseconds;
    if (m_pause.isActive() && milliseconds >= 0) {
        m_pause.start(milliseconds); // what is due already, too
    }
}

const Reading &ReadingFeed::reading() const
{
    return m_result->reading;
}

const ReadingMarks &ReadingFeed::marks() const
{
    return m_result->marks;
}

bool ReadingFeed::isIdle() const
{
    return !m_pause.isActive() && m_working == 0 && m_work.isIdle();
}

void ReadingFeed::followText(qsizetype bodySize)
{
    m_pause.start(m_debounce >= 0 ? m_debounce : pauseFor(bodySize));
    tellIdle();
}

void ReadingFeed::readFirst(qsizetype bodySize)
{
    // Nobody is typing yet; of a long text the beginning is read first.
    if (bodySize > ShortText || m_debounce >= 0) {
        followText(bodySize);
    } else {
        m_pause.start(0);
        tellIdle();
    }
}

void ReadingFeed::readBeginning()
{
    ++m_working;
    m_mirror.post([this, request = m_ask()](const QString &body) -> StoryMirror::Reply {
        reading::Reader reader;
        const auto read = reader.read(sourceOf(request, beginningOf(body)));
        // It is shown and nothing more: nobody may take it for a reading of the story.
        const auto marks = read ? resultOf(*read, request.bodyRevision)->marks : ReadingMarks();
        return [this, marks] {
            if (m_result->reading.analysis == nullptr) {
                m_result = std::make_shared<const Result>(Result{.reading = {}, .marks = marks});
                Q_EMIT beginningRead();
            }
            finishWork();
        };
    });
    tellIdle();
}

reading::Source ReadingFeed::sourceOf(const ReadingRequest &request, const QString &body)
{
    reading::Source source;
    source.story = request.story;
    source.story.body = body;
    source.review = request.review;
    source.now = request.now;
    source.revision = request.revision;
    source.layout = request.isPlainText ? reading::Layout::PlainText : reading::Layout::Story;
    return source;
}

void ReadingFeed::compose()
{
    ++m_working;
    m_mirror.post([this, request = m_ask()](const QString &body) -> StoryMirror::Reply {
        return [this, request, source = sourceOf(request, body)] {
            read(request, source);
            finishWork();
        };
    });
}

void ReadingFeed::read(const ReadingRequest &request, reading::Source source)
{
    m_work.submit(
        [this, reader = m_reader, source = std::move(source),
         bodyRevision = request.bodyRevision](const jobs::Cancelled &cancelled) -> jobs::Reply {
            const auto read = reader->read(source, cancelled);
            if (!read) {
                return {}; // cancelled: something newer is on its way
            }
            return [this, result = resultOf(*read, bodyRevision), bodyRevision] {
                takeReading(result, bodyRevision);
            };
        });
}

void ReadingFeed::takeReading(const ResultPtr &result, quint64 bodyRevision)
{
    // Decisions may have been made meanwhile.
    ReadingRequest request = m_ask();
    if (request.review == result->reading.read->review) {
        show(result);
        return;
    }
    request.bodyRevision = bodyRevision;
    lay(result->reading.read, request);
}

void ReadingFeed::followReview()
{
    if (!m_result->reading.read) {
        return;
    }
    ReadingRequest request = m_ask();
    request.bodyRevision = m_result->reading.bodyRevision;
    lay(m_result->reading.read, request);
}

void ReadingFeed::lay(const reading::ReadingPtr &read, const ReadingRequest &request)
{
    const auto result = [read, review = request.review, now = request.now,
                         bodyRevision = request.bodyRevision] {
        return resultOf(reading::Reader::withReview(*read, review, now), bodyRevision);
    };
    if (read->snapshot->text.size() <= LaidAtOnce) {
        show(result());
        return;
    }
    ++m_working;
    m_mirror.post([this, result](const QString &) -> StoryMirror::Reply {
        return [this, laid = result()] {
            show(laid);
            finishWork();
        };
    });
}

ReadingFeed::ResultPtr ReadingFeed::resultOf(const reading::ReadingPtr &read, quint64 bodyRevision)
{
    Result result;
    result.reading = shown(read, bodyRevision);
    result.marks = readingMarks(result.reading);
    return std::make_shared<const Result>(std::move(result));
}

void ReadingFeed::show(ResultPtr result)
{
    m_result = std::move(result);
    Q_EMIT readingChanged();
}

void ReadingFeed::finishWork()
{
    --m_working;
    tellIdle();
}

void ReadingFeed::tellIdle()
{
    if (const bool idle = isIdle(); idle != m_wasIdle) {
        m_wasIdle = idle;
        Q_EMIT idleChanged(idle);
    }
}

} // namespace nutgraf::session
