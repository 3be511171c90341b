// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "summary/salience.h"

#include "text/tokens.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace nutgraf::summary {

namespace {

/// Weights of the parts; they sum to 1.
constexpr double PlaceWeight = 0.50;
constexpr double HeadlineWeight = 0.15;
constexpr double VocabularyWeight = 0.15;
constexpr double FigureWeight = 0.05;
constexpr double NameWeight = 0.05;
constexpr double QuoteWeight = 0.10;

/// How fast the place counts for less: the unit after the lead counts 1 ÷ 1.25.
constexpr double PlaceDecay = 0.25;

/// Words short enough to be mere grammar are left out.
constexpr qsizetype LeastWord = 4;

struct Reading {
    std::vector<QString> words; ///< in lower case
    bool hasFigure = false;
};

Reading readWords(QStringView text, TextRange range)
{
    Reading reading;
    for (const text::Token &token : text::tokens(text, range)) {
        if (token.kind == text::TokenKind::Number) {
            reading.hasFigure = true;
        } else if (token.kind == text::TokenKind::Word && token.range.length() >= LeastWord) {
            reading.words.push_back(token.range.in(text).toString().toLower());
        }
    }
    return reading;
}

/// The share of `words` that `holds` answers for.
template <class Holds>
double share(const std::vector<QString> &words, const Holds &holds)
{
    double sum = 0;
    for (const QString &word : words) {
        sum += holds(word);
    }
    return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

QSet<QString> headlineWords(const analysis::Snapshot &snapshot)
{
    QSet<QString> words;
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.role == analysis::SegmentRole::Headline
            || segment.role == analysis::SegmentRole::Deck) {
            for (const QString &word : readWords(snapshot.text, segment.range).words) {
                words.insert(word);
            }
        }
    }
    return words;
}

double nameDensity(const Unit &unit)
{
    constexpr double Enough = 2;
    return std::min(1.0, static_cast<double>(unit.introduces.size()) / Enough);
}

} // namespace

void rate(std::vector<Unit> &units, const analysis::Snapshot &snapshot, const analysis::Analysis &)
{
    const QSet<QString> headline = headlineWords(snapshot);
    std::vector<Reading> readings;
    QHash<QString, int> counts;
    int most = 1;
    for (const Unit &unit : units) {
        readings.push_back(readWords(snapshot.text, unit.range));
        for (const QString &word : readings.back().words) {
            most = std::max(most, ++counts[word]);
        }
    }
    for (size_t i = 0; i < units.size(); ++i) {
        const Reading &reading = readings[i];
        const double inHeadline = share(
            reading.words, [&](const QString &w) { return headline.contains(w) ? 1.0 : 0.0; });
        const double vocabulary = share(reading.words, [&](const QString &w) {
            return std::log1p(counts.value(w) - 1) / std::log1p(most);
        });
        units[i].salience = PlaceWeight / (1 + PlaceDecay * static_cast<double>(i))
            + HeadlineWeight * std::min(1.0, 2 * inHeadline) + VocabularyWeight * vocabulary
            + FigureWeight * (reading.hasFigure ? 1 : 0) + NameWeight * nameDensity(units[i])
            + QuoteWeight * (units[i].speaker >= 0 ? 1 : 0);
    }
}

} // namespace nutgraf::summary
