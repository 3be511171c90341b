// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample_reading.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace nutgraf::sample {

namespace {

using analysis::Attribution;
using analysis::AttributionKind;
using analysis::EntityType;
using analysis::ReasonCode;

/// Finds words in the sample's text.
class Finder {
public:
    explicit Finder(const QString &text) : m_text(text) { }

    /// The range of `words` after the last one found.
    TextRange operator()(QStringView words)
    {
        const qsizetype at = m_text.indexOf(words, m_from);
        Q_ASSERT(at >= 0);
        m_from = at;
        return {at, at + words.size()};
    }

private:
    const QString &m_text;
    qsizetype m_from = 0;
};

void add(analysis::Analysis &analysis, AttributionKind kind, int speaker, TextRange source,
         TextRange cue, TextRange content)
{
    Attribution attribution;
    attribution.id = u"a%1"_s.arg(analysis.attributions.size() + 1);
    attribution.kind = kind;
    attribution.speaker = speaker;
    attribution.content = {content};
    attribution.confidence = 0.9;
    if (!source.isEmpty()) {
        attribution.source = {source};
        attribution.cue = {cue};
    }
    if (kind != AttributionKind::Indirect) {
        attribution.quotes = {content};
    }
    attribution.reasons = {{speaker < 0 ? ReasonCode::NoSource : ReasonCode::NamedAfterCue, {}}};
    analysis.attributions.push_back(attribution);
}

analysis::Analysis makeAnalysis(const QString &text)
{
    analysis::Analysis analysis;
    analysis.speakers = {{u"Owen Barrow"_s, u"OB"_s, u"opposition leader"_s, 0},
                         {u"Leila Santoro"_s, u"LS"_s, u"transport minister"_s, 1}};
    Finder find(text);
    const TextRange quote0 = find(u"“price islanders out of their own harbours,”");
    const TextRange barrow = find(u"Owen Barrow");
    add(analysis, AttributionKind::Mixed, 0, barrow, find(u"told"), quote0);
    const TextRange tuesday = find(u"Tuesday");
    const TextRange santoro = find(u"Leila Santoro");
    const TextRange said = find(u"said");
    const TextRange indirect = find(u"the charge would end once six boats had been paid for");
    add(analysis, AttributionKind::Indirect, 1, santoro, said, indirect);
    const TextRange quote2 = find(u"“Nobody on this coast will be left standing on a quay,”");
    const TextRange she = find(u"she");
    add(analysis, AttributionKind::Direct, 1, she, find(u"told"), quote2);
    analysis.attributions.back().reasons = {{ReasonCode::PronounLastNamed, u"Leila Santoro"_s}};
    const TextRange barrow2 = find(u"Barrow");
    const TextRange called = find(u"called");
    add(analysis, AttributionKind::Mixed, 0, barrow2, called,
        find(u"“a number in search of an argument.”"));
    add(analysis, AttributionKind::Direct, -1, {}, {},
        find(u"“We were promised a seat at that table, and nobody has sent us the address.”"));
    const TextRange port = find(u"Port Lorne");
    analysis.entities = {{u"e1"_s,
                          EntityType::Person,
                          u"Owen Barrow"_s,
                          u"opposition leader"_s,
                          {barrow, barrow2},
                          {}},
                         {u"e2"_s, EntityType::Date, u"Tuesday"_s, {}, {tuesday}, {}},
                         {u"e3"_s,
                          EntityType::Person,
                          u"Leila Santoro"_s,
                          u"transport minister"_s,
                          {santoro},
                          {she}},
                         {u"e4"_s, EntityType::Location, u"Port Lorne"_s, {}, {port}, {}}};
    return analysis;
}

session::Reading readingOf(const story::Story &story)
{
    auto snapshot = std::make_shared<analysis::Snapshot>();
    snapshot->text = story.headline + u'\n' + story.deck + u'\n' + story.body;
    const qsizetype deck = story.headline.size() + 1;
    const qsizetype body = deck + story.deck.size() + 1;
    snapshot->segments = {{analysis::SegmentRole::Headline, {0, deck - 1}},
                          {analysis::SegmentRole::Deck, {deck, body - 1}},
                          {analysis::SegmentRole::Body, {body, snapshot->text.size()}}};
    session::Reading reading;
    reading.snapshot = snapshot;
    reading.bodyBegin = body;
    return reading;
}

} // namespace

story::Story story()
{
    story::Story story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Levy would empty the islands, opposition says"_s;
    story.deck = u"Minister promises the charge will end"_s;
    story.byline = u"Irena Castell"_s;
    story.dateline = {u"PORT LORNE"_s, QDate(2026, 5, 12)};
    story.body =
        u"A levy on ferry tickets would “price islanders out of their own harbours,” opposition "
        "leader Owen Barrow told the assembly on Tuesday.\n\n"
        "Transport Minister Leila Santoro said the charge would end once six boats had been paid "
        "for.\n\n"
        "“Nobody on this coast will be left standing on a quay,” she told reporters.\n\n"
        "Barrow called the forecast “a number in search of an argument.”\n\n"
        "“We were promised a seat at that table, and nobody has sent us the address.”\n\n"
        "The ferries leave Port Lorne every hour."_s;
    return story;
}

session::Reading reading()
{
    session::Reading reading = readingOf(story());
    auto analysis = std::make_shared<analysis::Analysis>(makeAnalysis(reading.snapshot->text));
    reading.analysis = analysis;
    using review::UnitState;
    reading.bound.units = {{0, UnitState::Confirmed, 0},
                           {1, UnitState::Open, -1},
                           {2, UnitState::Unsure, -1},
                           {3, UnitState::Open, -1},
                           {4, UnitState::NoSource, -1}};
    reading.findings = {{review::CheckId::QuoteWithoutSource,
                         review::FindingLevel::Blocks,
                         analysis->attributions[4].content.front(),
                         {},
                         4,
                         {}},
                        {review::CheckId::NotConfirmed,
                         review::FindingLevel::ToConfirm,
                         analysis->attributions[1].content.front(),
                         {},
                         1,
                         {}},
                        {review::CheckId::RelativeDay,
                         review::FindingLevel::Note,
                         analysis->entities[1].mentions.front(),
                         {},
                         -1,
                         u"Tuesday"_s}};
    return reading;
}

session::Reading longReading(int count)
{
    story::Story long_ = story();
    QString body;
    for (int i = 0; i < count; ++i) {
        body += u"“This is remark number %1 of the day,” Owen Barrow said.\n\n"_s.arg(i);
    }
    long_.body = body;
    session::Reading reading = readingOf(long_);
    auto analysis = std::make_shared<analysis::Analysis>();
    analysis->speakers = {{u"Owen Barrow"_s, u"OB"_s, {}, -1}};
    Finder find(reading.snapshot->text);
    for (int i = 0; i < count; ++i) {
        const TextRange content = find(u"“This is remark number %1 of the day,”"_s.arg(i));
        const TextRange source = find(u"Owen Barrow");
        add(*analysis, AttributionKind::Direct, 0, source, find(u"said"), content);
        reading.bound.units.push_back({i, review::UnitState::Open, -1});
    }
    reading.analysis = analysis;
    return reading;
}

} // namespace nutgraf::sample
