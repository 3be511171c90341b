// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/file_reading.h"

#include "base/files.h"
#include "cli/file_text.h"
#include "cli/story_input.h"
#include "review/corrections.h"
#include "summary/summary.h"

#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

std::optional<analysis::SegmentRole> roleOf(story::Field field)
{
    switch (field) {
    case story::Field::Headline:
        return analysis::SegmentRole::Headline;
    case story::Field::Deck:
        return analysis::SegmentRole::Deck;
    case story::Field::DatelinePlace:
        return analysis::SegmentRole::Dateline;
    case story::Field::Notice:
        return analysis::SegmentRole::Notice;
    default:
        return std::nullopt;
    }
}

analysis::Snapshot snapshotOf(const format::StoryFile &file)
{
    analysis::Snapshot snapshot{1, file.text, {}};
    for (const format::FieldPlace &place : file.places) {
        if (const auto role = roleOf(place.field)) {
            snapshot.segments.push_back({*role, place.range});
        }
    }
    snapshot.segments.push_back({analysis::SegmentRole::Body, file.bodyRange});
    std::ranges::sort(snapshot.segments, {}, [](const auto &segment) { return segment.range; });
    return snapshot;
}

/// What a file is made of before it is analysed.
struct Source {
    analysis::Snapshot snapshot;
    QDate written;
};

Result<Source> sourceOf(const QByteArray &bytes, const QString &path, const QString &stored)
{
    if (path.endsWith(".txt"_L1, Qt::CaseInsensitive)) {
        return Source{analysis::plainText(1, readableText(stored)), {}};
    }
    return format::decodeStory(bytes, path).transform([](const format::StoryFile &file) {
        return Source{snapshotOf(file), file.story.dateline.date};
    });
}

std::vector<TextRange> summaryOf(const Source &source, const analysis::Analysis &analysis)
{
    const std::vector<summary::Unit> units =
        summary::units(source.snapshot, analysis, source.written);
    std::vector<TextRange> ranges;
    for (const int unit : summary::suggest(units, story::Agency().webTargetWords)) {
        ranges.push_back(units.at(static_cast<size_t>(unit)).range);
    }
    return ranges;
}

} // namespace

Result<FileReading> readAndAnalyse(const QString &name, analysis::Analyser &analyser)
{
    const Result<QString> path = storyFile(name);
    if (!path) {
        return std::unexpected(path.error());
    }
    const Result<QByteArray> bytes = readFile(*path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const Result<QString> stored = storedText(*bytes, *path);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const Result<review::Review> review = readDecisions(storyFolder(name).value_or(QString()));
    if (!review) {
        return std::unexpected(review.error());
    }
    return sourceOf(*bytes, *path, *stored).transform([&](const Source &source) {
        const QString &text = source.snapshot.text;
        const analysis::Analysis analysis =
            review::corrected(analyser.analyse(source.snapshot), *review, text);
        return FileReading{name,
                           *stored,
                           source.snapshot,
                           analysis,
                           *review,
                           review::bind(*review, analysis, text),
                           summaryOf(source, analysis)};
    });
}

QString wordsOf(const analysis::Snapshot &snapshot, const std::vector<TextRange> &ranges)
{
    QStringList words;
    for (const TextRange &range : ranges) {
        words.append(range.in(snapshot.text).toString());
    }
    return words.join(u" … "_s);
}

} // namespace nutgraf::cli
