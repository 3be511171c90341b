// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/file_reading.h"

#include "analysis/analyser.h"
#include "cli/file_text.h"
#include "cli/story_input.h"
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

/// What a file is made of before it is read.
struct FileSource {
    analysis::Snapshot snapshot;
    story::Story story;
};

Result<FileSource> sourceOf(const QByteArray &bytes, const QString &path, const QString &stored)
{
    if (path.endsWith(".txt"_L1, Qt::CaseInsensitive)) {
        return FileSource{analysis::plainText(1, readableText(stored)), {}};
    }
    return format::decodeStory(bytes, path).transform([](const format::StoryFile &file) {
        return FileSource{snapshotOf(file), file.story};
    });
}

std::vector<TextRange> summaryOf(const reading::Reading &reading)
{
    const std::vector<summary::Unit> units =
        summary::units(*reading.snapshot, *reading.analysis, reading.story.dateline.date);
    std::vector<TextRange> ranges;
    for (const int unit : summary::suggest(units, story::Agency().webTargetWords)) {
        ranges.push_back(units.at(static_cast<size_t>(unit)).range);
    }
    return ranges;
}

} // namespace

Result<FileReading> readAndAnalyse(const QString &name, reading::Reader &reader)
{
    const Result<StoryBytes> input = readBytes(name);
    if (!input) {
        return std::unexpected(input.error());
    }
    const Result<QString> stored = storedText(input->bytes, input->path);
    if (!stored) {
        return std::unexpected(stored.error());
    }
    const Result<review::Review> review = decisionsOf(input->folder);
    if (!review) {
        return std::unexpected(review.error());
    }
    return sourceOf(input->bytes, input->path, *stored)
        .and_then([&](FileSource source) {
            return reader.readFile(
                std::move(source.snapshot),
                {.story = std::move(source.story), .review = *review, .now = QDateTime()});
        })
        .and_then([&](const reading::ReadingPtr &reading) -> Result<FileReading> {
            if (reading->fault) {
                return std::unexpected(*reading->fault);
            }
            return FileReading{name, *stored, reading, summaryOf(*reading)};
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
