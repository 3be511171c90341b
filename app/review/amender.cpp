// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/amender.h"

#include "analysis/speakers.h"
#include "review/anchors.h"
#include "review/corrections.h"
#include "text/quotes.h"

#include <algorithm>

namespace nutgraf::review {

using analysis::Attribution;
using analysis::AttributionKind;

namespace {

size_t at(int index)
{
    return static_cast<size_t>(index);
}

/// The lines that `range` touches.
TextRange linesAround(TextRange range, QStringView text)
{
    const qsizetype before = text.first(range.begin).lastIndexOf(u'\n');
    const qsizetype after = text.indexOf(u'\n', range.end);
    return {before + 1, after < 0 ? text.size() : after};
}

/// What stands between the parts of what is said, and whoever is named with the cue there.
std::vector<TextRange> between(const Attribution &found)
{
    std::vector<TextRange> gaps;
    for (size_t i = 1; i < found.content.size(); ++i) {
        gaps.push_back({found.content[i - 1].end, found.content[i].begin});
    }
    std::vector<TextRange> frame = found.source;
    frame.insert(frame.end(), found.cue.begin(), found.cue.end());
    if (gaps.empty() && !frame.empty()) {
        gaps.push_back({std::ranges::min(frame, {}, &TextRange::begin).begin,
                        std::ranges::max(frame, {}, &TextRange::end).end});
    }
    return gaps;
}

bool isBesideWords(QChar c)
{
    return c.isSpace() || QStringView(u",.;:").contains(c);
}

/// `words` without the cue in between.
std::vector<TextRange> contentOf(TextRange words, const Attribution &found, QStringView text)
{
    std::vector<TextRange> parts;
    qsizetype from = words.begin;
    for (TextRange gap : between(found)) {
        while (gap.begin > from && text[gap.begin - 1].isSpace()) {
            --gap.begin;
        }
        while (gap.end < words.end && isBesideWords(text[gap.end])) {
            ++gap.end;
        }
        if (gap.begin > from && gap.end < words.end) {
            parts.push_back({from, gap.begin});
            from = gap.end;
        }
    }
    parts.push_back({from, words.end});
    return parts;
}

std::vector<TextRange> quotedIn(const std::vector<TextRange> &content, QStringView text)
{
    std::vector<TextRange> quoted;
    const TextRange lines = linesAround({content.front().begin, content.back().end}, text);
    for (const text::Quote &quote : text::quotes(text, lines)) {
        for (const TextRange part : content) {
            const TextRange shared{std::max(part.begin, quote.range.begin),
                                   std::min(part.end, quote.range.end)};
            if (quote.depth == 0 && !shared.isEmpty()) {
                quoted.push_back(shared);
            }
        }
    }
    return quoted;
}

AttributionKind likelyKind(const std::vector<TextRange> &content, QStringView text)
{
    const std::vector<TextRange> quoted = quotedIn(content, text);
    if (quoted.empty()) {
        return AttributionKind::Indirect;
    }
    return quoted == content ? AttributionKind::Direct : AttributionKind::Mixed;
}

} // namespace

Amendment asMarked(TextRange words, QStringView text)
{
    const TextRange content = wholeWords(words, text);
    return {.attribution = -1,
            .speaker = {},
            .kind = content.isEmpty() ? AttributionKind::Indirect : likelyKind({content}, text),
            .content = content};
}

Amender::Amender(analysis::Analysis &analysis, QStringView text)
    : m_analysis(analysis), m_text(text)
{
    for (size_t i = analysis.speakers.size(); i-- > 0;) {
        m_speakers.insert(analysis.speakers[i].name, static_cast<int>(i));
    }
    for (size_t i = analysis.entities.size(); i-- > 0;) {
        m_entities.insert(analysis.entities[i].name, static_cast<int>(i));
    }
}

int Amender::speakerNamed(const QString &name)
{
    if (name.isEmpty()) {
        return -1;
    }
    if (const auto known = m_speakers.constFind(name); known != m_speakers.cend()) {
        return *known;
    }
    const int entity = m_entities.value(name, -1);
    const int speaker = static_cast<int>(m_analysis.speakers.size());
    m_analysis.speakers.push_back(
        {.name = name,
         .initials = {},
         .role = entity < 0 ? QString() : m_analysis.entities[at(entity)].role,
         .entity = entity});
    m_speakers.insert(name, speaker);
    return speaker;
}

void Amender::letterSpeakers()
{
    const std::vector<QString> letters = analysis::initials(m_analysis.speakers);
    for (size_t i = 0; i < letters.size(); ++i) {
        m_analysis.speakers[i].initials = letters[i];
    }
}

int Amender::entityOf(int speaker) const
{
    return speaker < 0 ? -1 : m_analysis.speakers[at(speaker)].entity;
}

/// The mention outside `content`, in its lines, that stands nearest; empty: there is none.
TextRange Amender::mentionNear(int entity, TextRange content) const
{
    const TextRange lines = linesAround(content, m_text);
    const std::vector<TextRange> &mentions = m_analysis.entities[at(entity)].mentions;
    TextRange nearest;
    qsizetype least = lines.length() + 1;
    for (auto mention = std::ranges::lower_bound(mentions, lines.begin, {}, &TextRange::begin);
         mention != mentions.end() && lines.contains(*mention); ++mention) {
        const qsizetype away = std::max(content.begin - mention->end, mention->begin - content.end);
        if (away >= 0 && away < least) {
            least = away;
            nearest = *mention;
        }
    }
    return nearest;
}

/// The entities that the ranges name.
std::vector<int> Amender::namedIn(const std::vector<TextRange> &ranges)
{
    if (m_mentions.empty()) {
        for (size_t i = 0; i < m_analysis.entities.size(); ++i) {
            for (const TextRange mention : m_analysis.entities[i].mentions) {
                m_mentions.emplace_back(mention, static_cast<int>(i));
            }
        }
        std::ranges::sort(m_mentions);
    }
    std::vector<int> named;
    for (const TextRange range : ranges) {
        auto mention = std::ranges::lower_bound(m_mentions, range.begin, {},
                                                [](const auto &one) { return one.first.begin; });
        for (; mention != m_mentions.end() && mention->first.begin < range.end; ++mention) {
            named.push_back(mention->second);
        }
    }
    return named;
}

/// Who is quoted stands beside the words: a name of somebody else is not the source any more.
void Amender::nameSource(Attribution &attribution, int entity)
{
    const std::vector<int> named = namedIn(attribution.source);
    const bool isAnothers = !named.empty() && std::ranges::find(named, entity) == named.end();
    if (!attribution.source.empty() && !isAnothers) {
        return;
    }
    const TextRange name = mentionNear(entity, contentSpan(attribution));
    if (!name.isEmpty()) {
        attribution.source = {name};
    }
}

void Amender::movePronouns(const std::vector<TextRange> &source, int from, int to)
{
    for (const TextRange range : source) {
        std::vector<TextRange> *before =
            from < 0 ? nullptr : &m_analysis.entities[at(from)].pronouns;
        if (before == nullptr || std::erase(*before, range) == 0 || to < 0) {
            continue;
        }
        std::vector<TextRange> &after = m_analysis.entities[at(to)].pronouns;
        after.insert(std::ranges::upper_bound(after, range), range);
    }
}

Attribution Amender::amended(const Attribution &found, const Decision &decision, TextRange words)
{
    Q_ASSERT(decision.correction);
    Attribution result = found;
    const Correction &correction = *decision.correction;
    const bool isMissed = found.content.empty();
    if (isMissed || contentSpan(found) != words) {
        result.content = contentOf(words, found, m_text);
    }
    const AttributionKind usual = isMissed ? likelyKind(result.content, m_text) : found.kind;
    result.kind = correction.kind.value_or(usual);
    if (result.kind == AttributionKind::Indirect) {
        result.quotes.clear();
    } else if (result.content != found.content || found.kind == AttributionKind::Indirect) {
        result.quotes = quotedIn(result.content, m_text);
    }
    result.speaker = speakerNamed(correction.speaker.value_or(decision.speaker));
    const int entity = entityOf(result.speaker);
    if (result.speaker != found.speaker) {
        movePronouns(found.source, entityOf(found.speaker), entity);
        if (entity >= 0) {
            nameSource(result, entity);
        }
    }
    result.confidence = 1;
    result.reasons.clear();
    return result;
}

} // namespace nutgraf::review
