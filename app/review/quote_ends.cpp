// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/quote_ends.h"

#include "analysis/cues.h"
#include "analysis/sources.h"

#include <algorithm>

namespace nutgraf::review {

using analysis::Attribution;

namespace {

/// A verb of saying that is one at least so often, in per cent.
constexpr int LowestRate = 42;
/// ", the harbour master told the committee on Monday."
constexpr qsizetype LongestTail = 80;

bool isStop(QChar c)
{
    return QStringView(u",.?!…").contains(c);
}

/// What follows the last comma, question or exclamation mark before the closing full stop; empty:
/// the last sentence has none before it.
QStringView tailOf(QStringView words)
{
    qsizetype end = words.size();
    while (end > 0 && (isStop(words[end - 1]) || words[end - 1].isSpace())) {
        --end;
    }
    qsizetype begin = end;
    while (begin > 0 && !isStop(words[begin - 1])) {
        --begin;
    }
    const bool isClause = begin > 0 && words[begin - 1] != u'.' && words[begin - 1] != u'…';
    return isClause ? words.sliced(begin, end - begin).trimmed() : QStringView();
}

/// "We will pay, Holm said.": the speaker stands inside the marks.
bool endsWithWhoSaidIt(QStringView quoted)
{
    const QStringView tail = tailOf(quoted);
    if (tail.isEmpty() || tail.size() > LongestTail) {
        return false;
    }
    const analysis::Words words = analysis::readWords(tail, {});
    const auto hasSource = [&words](const analysis::Cue &cue) {
        return analysis::findSource(words, cue, {}).source.has_value();
    };
    return std::ranges::any_of(analysis::readCues(words, LowestRate), hasSource);
}

bool beginsInSentence(QStringView quoted)
{
    const QStringView words = quoted.trimmed();
    return !words.isEmpty() && words.front().isLower();
}

} // namespace

QuoteEnds::QuoteEnds(QStringView text, const analysis::Analysis &analysis)
    : m_text(text), m_analysis(analysis)
{
    for (int i = 0; i < static_cast<int>(analysis.attributions.size()); ++i) {
        for (const TextRange run : analysis.attributions[static_cast<size_t>(i)].quotes) {
            m_said.emplace_back(run, i);
        }
    }
    std::ranges::sort(m_said);
}

/// The attribution that has the quotation, or its beginning.
const Attribution *QuoteEnds::saying(TextRange quote) const
{
    const auto after = std::ranges::lower_bound(m_said, quote.end, {},
                                                [](const auto &said) { return said.first.begin; });
    const bool isFound = after != m_said.begin() && std::prev(after)->first.overlaps(quote);
    return isFound ? &m_analysis.attributions[static_cast<size_t>(std::prev(after)->second)]
                   : nullptr;
}

bool QuoteEnds::hasTwoSpeakers(TextRange quote, TextRange next) const
{
    const Attribution *one = saying(quote);
    const Attribution *other = saying(next);
    return one != nullptr && other != nullptr && one->speaker >= 0 && other->speaker >= 0
        && one->speaker != other->speaker && !other->source.empty();
}

bool QuoteEnds::isForgotten(const text::Quote &quote, const text::Quote &next) const
{
    const QStringView quoted = quote.inner.in(m_text);
    return beginsInSentence(quoted) || endsWithWhoSaidIt(quoted)
        || hasTwoSpeakers(quote.range, next.range);
}

} // namespace nutgraf::review
