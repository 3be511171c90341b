// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include "analysis/clarifications.h"
#include "analysis/reading.h"
#include "analysis/speakers.h"
#include "tagger/tagger.h"
#include "text/segments.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nutgraf::analysis {

namespace {

/// Longer paragraphs are read in pieces: what one piece costs must not depend on the text's length.
constexpr qsizetype LongestPiece = 6000;
constexpr qsizetype HardestPiece = 9000;

/// Cuts a long paragraph, at sentence ends where there are any.
std::vector<TextRange> pieces(QStringView text, TextRange paragraph)
{
    std::vector<TextRange> found;
    while (paragraph.length() > HardestPiece) {
        const QStringView whole = paragraph.in(text);
        qsizetype cut = whole.indexOf(u". ", LongestPiece);
        if (cut < 0 || cut >= HardestPiece)
            cut = whole.lastIndexOf(u' ', HardestPiece);
        cut = cut <= 0 ? HardestPiece : cut + 1;
        if (whole[cut - 1].isHighSurrogate())
            ++cut;
        found.push_back({paragraph.begin, paragraph.begin + cut});
        paragraph.begin += cut;
    }
    found.push_back(paragraph);
    return found;
}

/// A paragraph's content, its role and the mark that the next one begins with.
struct Key {
    size_t one = 0;
    size_t other = 0;

    friend bool operator==(const Key &, const Key &) = default;
    friend size_t qHash(const Key &key, size_t seed = 0)
    {
        return key.one ^ seed;
    }
};

Key keyOf(QStringView words, QStringView next, SegmentRole role)
{
    const size_t role_ = static_cast<size_t>(role) + 1;
    const size_t mark = next.isEmpty() || next[0].isLetterOrNumber() ? 0 : next[0].unicode();
    const auto bytes = static_cast<size_t>(words.size()) * sizeof(QChar);
    // Two hashes of 64 bits: no two paragraphs of a story will ever share both.
    return {qHashBits(words.utf16(), bytes, role_ * 0x10001 + mark),
            qHashBits(words.utf16(), bytes, ~(role_ * 0x20003 + mark))};
}

/// Of the body, if there is one.
QString languageOf(const Snapshot &snapshot)
{
    const QStringView text = snapshot.text;
    const TextRange body = snapshot.segments.empty() ? TextRange() : snapshot.segments.back().range;
    return guessLanguage(body.isEmpty() || snapshot.segments.back().role != SegmentRole::Body
                             ? text
                             : body.in(text));
}

/// A language that the tagger has not learned; a text too short to tell counts as English.
bool isForeign(const QString &language)
{
    return language != u"en" && language != u"und";
}

/// To three places: processors' arithmetic differs in the eighth.
double rounded(double confidence)
{
    return std::round(confidence * 1000) / 1000;
}

/// One entity for each spelling.
void addFigures(QStringView text, const std::vector<PlacedReading> &readings,
                std::vector<Entity> &entities)
{
    QHash<std::pair<int, QString>, size_t> known;
    for (const PlacedReading &placed : readings) {
        for (const FigureMention &figure : placed.reading->figures) {
            const TextRange range = figure.range.shifted(placed.begin);
            const QString name = range.in(text).toString().simplified();
            const auto key = std::pair(static_cast<int>(figure.type), name);
            const auto at = known.constFind(key);
            if (at != known.constEnd()) {
                entities[*at].mentions.push_back(range);
                continue;
            }
            known.insert(key, entities.size());
            entities.push_back({.id = QStringLiteral("e%1").arg(entities.size() + 1),
                                .type = figure.type,
                                .name = name,
                                .role = {},
                                .mentions = {range},
                                .pronouns = {}});
        }
    }
}

} // namespace

struct Analyser::Private {
    using Memo = QHash<Key, std::shared_ptr<const Reading>>;

    Memo memo; ///< of the last snapshot, and of those that were given up after it
    TaggerPtr tagger;
    std::optional<Error> fault; ///< why there is no tagger, though there should be one
    bool isTaggerKnown = false; ///< else it is the installed one, not asked for yet
    bool wasTagged = false; ///< what the memo holds

    void take(Result<TaggerPtr> given)
    {
        isTaggerKnown = true;
        if (given) {
            tagger = *std::move(given);
        } else {
            fault = std::move(given).error();
        }
    }
};

Result<TaggerPtr> installedTagger()
{
    return tagger::Tagger::installed();
}

Analyser::Analyser() : d(std::make_unique<Private>()) { }

Analyser::Analyser(Result<TaggerPtr> tagger) : Analyser()
{
    d->take(std::move(tagger));
}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser &&) noexcept = default;
Analyser &Analyser::operator=(Analyser &&) noexcept = default;

Analysis Analyser::analyse(const Snapshot &snapshot, const std::function<bool()> &cancelled)
{
    Analysis analysis;
    analysis.revision = snapshot.revision;
    const QStringView text = snapshot.text;
    analysis.language = languageOf(snapshot);
    // Here and not before: whoever makes an Analyser need not wait.
    if (!d->isTaggerKnown)
        d->take(installedTagger());
    const bool isTagged = d->tagger && !isForeign(analysis.language);
    if (std::exchange(d->wasTagged, isTagged) != isTagged)
        d->memo.clear();
    const tagger::Tagger *tagger = isTagged ? d->tagger.get() : nullptr;
    std::vector<PlacedReading> readings;
    Private::Memo used;
    for (const Segment &segment : snapshot.segments) {
        std::vector<TextRange> ranges;
        for (const TextRange &paragraph : text::paragraphs(text, segment.range))
            std::ranges::copy(pieces(text, paragraph), std::back_inserter(ranges));
        for (size_t i = 0; i < ranges.size(); ++i) {
            if (cancelled && cancelled()) {
                d->memo.insert(used); // the next reading goes on where this one ends
                return analysis;
            }
            const QStringView words = ranges[i].in(text);
            const QStringView next = i + 1 < ranges.size() ? ranges[i + 1].in(text) : QStringView();
            const Key key = keyOf(words, next, segment.role);
            std::shared_ptr<const Reading> reading = used.value(key);
            if (!reading)
                reading = d->memo.value(key);
            if (!reading) {
                reading = std::make_shared<const Reading>(
                    readParagraph(words, next, segment.role, tagger));
            }
            used.insert(key, reading);
            readings.push_back({ranges[i].begin, segment.role, std::move(reading)});
        }
    }
    d->memo = std::move(used);
    EntityIndex index = indexEntities(text, readings);
    resolveSpeakers(text, readings, index, analysis);
    for (Attribution &attribution : analysis.attributions)
        attribution.confidence = rounded(attribution.confidence);
    analysis.clarifications = findClarifications(text, readings, index);
    analysis.entities = std::move(index.entities);
    addFigures(text, readings, analysis.entities);
    return analysis;
}

const std::optional<Error> &Analyser::modelFault() const
{
    return d->fault;
}

Analysis analyse(const Snapshot &snapshot)
{
    return Analyser().analyse(snapshot);
}

} // namespace nutgraf::analysis
