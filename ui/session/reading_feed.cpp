// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/reading_feed.h"

#include "analysis/analyser.h"
#include "review/corrections.h"

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

std::map<int, review::Correction> correctionsOf(const review::BoundReview &bound,
                                                const review::Review &review)
{
    std::map<int, review::Correction> corrections;
    for (const review::Unit &unit : bound.units) {
        const auto *correction = review::correctionOf(bound, review, unit.attribution);
        if (correction != nullptr) {
            corrections.emplace(unit.attribution, *correction);
        }
    }
    return corrections;
}

} // namespace

ReadingFeed::ReadingFeed(StoryMirror &mirror, AskRequest ask, QObject *parent)
    : QObject(parent),
      m_mirror(mirror),
      m_ask(std::move(ask)),
      m_result(std::make_shared<const Result>())
{
    m_pause.setSingleShot(true);
    m_service.setDebounce(0); // the pause is kept here, before the snapshot is composed
    connect(&m_pause, &QTimer::timeout, this, &ReadingFeed::compose);
    connect(&m_service, &jobs::AnalysisService::finished, this, &ReadingFeed::takeAnalysis);
    connect(&m_service, &jobs::AnalysisService::idleChanged, this, &ReadingFeed::tellIdle);
}

void ReadingFeed::setDebounce(int milliseconds)
{
    m_debounce = milliseconds;
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
    return !m_pause.isActive() && m_working == 0 && m_service.isIdle();
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
        const auto snapshot =
            std::make_shared<const analysis::Snapshot>(snapshotOf(request, beginningOf(body)));
        const auto analysis =
            std::make_shared<const analysis::Analysis>(analysis::analyse(*snapshot));
        const ResultPtr whole = read(unread(request, snapshot, analysis), request);
        return [this, marks = whole->marks] {
            if (m_result->reading.analysis == nullptr) {
                m_result = std::make_shared<const Result>(Result{.reading = {}, .marks = marks});
                Q_EMIT beginningRead();
            }
            finishWork();
        };
    });
    tellIdle();
}

analysis::Snapshot ReadingFeed::snapshotOf(const ReadingRequest &request, const QString &body)
{
    return request.isPlainText
        ? analysis::plainText(request.revision, body)
        : analysis::compose(request.revision, request.story.headline, request.story.deck, body);
}

void ReadingFeed::compose()
{
    ++m_working;
    m_mirror.post([this, request = m_ask()](const QString &body) -> StoryMirror::Reply {
        analysis::Snapshot snapshot = snapshotOf(request, body);
        return [this, request, snapshot = std::move(snapshot)] {
            m_asked.erase(m_asked.begin(), m_asked.lower_bound(request.revision));
            m_asked.insert_or_assign(request.revision, request);
            m_service.submit(snapshot);
            finishWork();
        };
    });
}

void ReadingFeed::takeAnalysis(const std::shared_ptr<const analysis::Snapshot> &snapshot,
                               const std::shared_ptr<const analysis::Analysis> &analysis)
{
    const auto asked = m_asked.find(snapshot->revision);
    if (asked == m_asked.end()) {
        return;
    }
    ReadingRequest request = asked->second;
    request.review = m_ask().review; // decisions may have been made meanwhile
    lay(unread(request, snapshot, analysis), request);
}

/// A reading without decisions and findings.
Reading ReadingFeed::unread(const ReadingRequest &request,
                            std::shared_ptr<const analysis::Snapshot> snapshot,
                            std::shared_ptr<const analysis::Analysis> analysis)
{
    Reading reading;
    reading.bodyRevision = request.bodyRevision;
    if (!request.isPlainText && !snapshot->segments.empty()) {
        reading.bodyBegin = snapshot->segments.back().range.begin;
    }
    reading.snapshot = std::move(snapshot);
    reading.found = std::move(analysis);
    return reading;
}

void ReadingFeed::followReview()
{
    if (!m_result->reading.analysis) {
        return;
    }
    const auto asked = m_asked.find(m_result->reading.snapshot->revision);
    ReadingRequest request = asked != m_asked.end() ? asked->second : m_ask();
    request.review = m_ask().review;
    lay(m_result->reading, request);
}

void ReadingFeed::lay(Reading reading, const ReadingRequest &request)
{
    if (reading.snapshot->text.size() <= LaidAtOnce) {
        show(read(std::move(reading), request));
        return;
    }
    ++m_working;
    m_mirror.post([this, reading = std::move(reading), request](const QString &) {
        return [this, result = read(reading, request)] {
            show(result);
            finishWork();
        };
    });
}

ReadingFeed::ResultPtr ReadingFeed::read(Reading reading, ReadingRequest request)
{
    const QString &text = reading.snapshot->text;
    reading.analysis = review::hasCorrections(request.review)
        ? std::make_shared<const analysis::Analysis>(
              review::corrected(*reading.found, request.review, text))
        : reading.found;
    reading.bound = review::bind(request.review, *reading.analysis, text);
    reading.corrections = correctionsOf(reading.bound, request.review);
    request.story.body = text.sliced(reading.bodyBegin);
    reading.findings = review::check(request.story, *reading.snapshot, *reading.analysis,
                                     request.review, reading.bound, request.now);
    if (request.isPlainText) {
        // A plain text has no fields that could be filled.
        std::erase_if(reading.findings,
                      [](const review::Finding &finding) { return finding.field.has_value(); });
    }
    Result result;
    result.marks = readingMarks(reading);
    result.reading = std::move(reading);
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
