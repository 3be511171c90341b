// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/reader.h"

#include "review/corrections.h"

#include <exception>
#include <utility>

namespace nutgraf::reading {

namespace {

analysis::Snapshot composed(const Source &source)
{
    const story::Story &story = source.story;
    return source.layout == Layout::PlainText
        ? analysis::plainText(source.revision, story.body)
        : analysis::compose(source.revision, story.headline, story.deck, story.body);
}

/// What could not be looked at must never read as nothing found.
review::Finding notAnalysed(const Error &fault)
{
    return {.id = review::CheckId::TextNotAnalysed,
            .level = review::FindingLevel::Blocks,
            .range = {},
            .field = std::nullopt,
            .attribution = -1,
            .detail = fault.subject.isEmpty() ? fault.detail : fault.subject};
}

/// Lays the decisions onto what was found, and checks.
void lay(Reading &reading)
{
    const QString &text = reading.snapshot->text;
    reading.analysis = review::hasCorrections(reading.review)
        ? std::make_shared<const analysis::Analysis>(
              review::corrected(*reading.found, reading.review, text))
        : reading.found;
    reading.bound = review::bind(reading.review, *reading.analysis, text);
    if (reading.layout != Layout::File) {
        reading.findings = review::check(reading.story, *reading.snapshot, *reading.analysis,
                                         reading.review, reading.bound, reading.now);
    }
    if (reading.layout == Layout::PlainText) {
        // A plain text has no fields that could be filled.
        std::erase_if(reading.findings,
                      [](const review::Finding &finding) { return finding.field.has_value(); });
    }
    if (reading.fault) {
        reading.findings.insert(reading.findings.begin(), notAnalysed(*reading.fault));
    }
}

} // namespace

struct Reader::Private {
    analysis::Analyser analyser;
    Analyse analyse; ///< empty: with the analyser

    [[nodiscard]] analysis::Analysis found(const analysis::Snapshot &snapshot,
                                           const Cancelled &cancelled)
    {
        return analyse ? analyse(snapshot, cancelled) : analyser.analyse(snapshot, cancelled);
    }
    void analyseInto(Reading &reading, const Cancelled &cancelled);
};

void Reader::Private::analyseInto(Reading &reading, const Cancelled &cancelled)
{
    analysis::Analysis result;
    result.revision = reading.revision;
    try {
        result = found(*reading.snapshot, cancelled);
        reading.fault = analyser.modelFault();
    } catch (const std::exception &fault) {
        // Nothing may escape a worker.
        reading.fault = Error{ErrorCode::Internal, {}, 0, 0, QString::fromLocal8Bit(fault.what())};
        analyser = {}; // what it remembers may be half done
    }
    reading.found = std::make_shared<const analysis::Analysis>(std::move(result));
}

Reader::Reader() : d(std::make_unique<Private>()) { }

Reader::Reader(analysis::Analyser analyser) : Reader()
{
    d->analyser = std::move(analyser);
}

Reader::Reader(Analyse analyse) : Reader()
{
    d->analyse = std::move(analyse);
}

Reader::~Reader() = default;
Reader::Reader(Reader &&) noexcept = default;
Reader &Reader::operator=(Reader &&) noexcept = default;

Result<ReadingPtr> Reader::read(Source source, const Cancelled &cancelled)
{
    Q_ASSERT(source.layout != Layout::File);
    analysis::Snapshot snapshot = composed(source);
    return readLaidOut(std::move(snapshot), std::move(source), cancelled);
}

Result<ReadingPtr> Reader::readFile(analysis::Snapshot laidOut, Source source,
                                    const Cancelled &cancelled)
{
    source.layout = Layout::File;
    return readLaidOut(std::move(laidOut), std::move(source), cancelled);
}

Result<ReadingPtr> Reader::readLaidOut(analysis::Snapshot snapshot, Source source,
                                       const Cancelled &cancelled)
{
    const auto reading = std::make_shared<Reading>(Reading::Key());
    reading->revision = source.revision;
    reading->layout = source.layout;
    reading->story = std::move(source.story);
    reading->review = std::move(source.review);
    reading->now = source.now;
    reading->snapshot = std::make_shared<const analysis::Snapshot>(std::move(snapshot));
    d->analyseInto(*reading, cancelled);
    if (cancelled && cancelled()) {
        return fail(ErrorCode::Cancelled, reading->story.slug);
    }
    if (reading->layout == Layout::Story) {
        reading->fingerprint = reading::fingerprint(reading->story, reading->review);
    }
    lay(*reading);
    return reading;
}

ReadingPtr Reader::unread()
{
    return std::make_shared<const Reading>(Reading::Key());
}

ReadingPtr Reader::withReview(const Reading &reading, review::Review review, const QDateTime &now)
{
    Q_ASSERT(!reading.isUnread());
    const auto next = std::make_shared<Reading>(Reading::Key());
    next->revision = reading.revision;
    next->layout = reading.layout;
    next->story = reading.story;
    next->review = std::move(review);
    next->now = now;
    next->snapshot = reading.snapshot;
    next->found = reading.found;
    next->fault = reading.fault;
    next->fingerprint = reading.fingerprint;
    if (next->layout == Layout::Story) {
        next->fingerprint.review = fingerprint(next->review);
    }
    lay(*next);
    return next;
}

} // namespace nutgraf::reading
