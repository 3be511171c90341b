// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/checks.h"

#include "review/anchors.h"
#include "review/quote_ends.h"
#include "review/text_checks.h"
#include "text/quotes.h"
#include "text/relative_days.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace nutgraf::review {

using analysis::SegmentRole;

namespace {

/// What most sites and mail readers show of a headline without cutting it.
constexpr qsizetype HeadlineLimit = 70;
constexpr qsizetype DeckLimit = 120;
/// Shorter names differ by a letter by chance: Mary and Mark.
constexpr qsizetype ShortestNearName = 6;
/// All pairs are compared.
constexpr size_t MostNames = 400;

/// One run of all checks over one story; the findings in the order in which they come.
class Checker {
public:
    Checker(const story::Story &story, const analysis::Snapshot &snapshot,
            const analysis::Analysis &analysis)
        : m_story(story), m_snapshot(snapshot), m_analysis(analysis)
    {
    }

    void checkFields(const QDateTime &now);
    void checkUnits(const BoundReview &bound);
    void checkOrphans(const Review &review, const BoundReview &bound);
    void checkQuotes();
    void checkDays();
    void checkNames();
    void checkSpelling();
    void checkCues();
    void checkLanguage();
    void checkText();
    [[nodiscard]] std::vector<Finding> sorted();

private:
    void addForField(CheckId id, FindingLevel level, story::Field field,
                     const QString &detail = {});
    void addAt(CheckId id, FindingLevel level, TextRange range, const QString &detail = {});
    void addForUnit(CheckId id, FindingLevel level, const Unit &unit);
    void addUnconfirmed(const BoundReview &bound);
    void checkMarks(TextRange quote);
    [[nodiscard]] bool isQuoted(TextRange range) const;

    const story::Story &m_story;
    const analysis::Snapshot &m_snapshot;
    const analysis::Analysis &m_analysis;
    std::vector<Finding> m_findings;
    std::vector<TextRange> m_quotes; ///< outermost quoted runs, ascending
    std::optional<bool> m_isStraight; ///< the first marks
    bool m_isMixed = false;
};

void Checker::addForField(CheckId id, FindingLevel level, story::Field field, const QString &detail)
{
    m_findings.push_back({.id = id,
                          .level = level,
                          .range = {},
                          .field = field,
                          .attribution = -1,
                          .detail = detail});
}

void Checker::addAt(CheckId id, FindingLevel level, TextRange range, const QString &detail)
{
    m_findings.push_back({.id = id,
                          .level = level,
                          .range = range,
                          .field = std::nullopt,
                          .attribution = -1,
                          .detail = detail});
}

void Checker::addForUnit(CheckId id, FindingLevel level, const Unit &unit)
{
    const analysis::Attribution &attribution =
        m_analysis.attributions[static_cast<size_t>(unit.attribution)];
    const QString speaker = attribution.speaker < 0
        ? QString()
        : m_analysis.speakers[static_cast<size_t>(attribution.speaker)].name;
    m_findings.push_back({.id = id,
                          .level = level,
                          .range = contentSpan(attribution),
                          .field = std::nullopt,
                          .attribution = unit.attribution,
                          .detail = speaker});
}

bool Checker::isQuoted(TextRange range) const
{
    const auto after = std::ranges::upper_bound(m_quotes, range.begin, {}, &TextRange::begin);
    return after != m_quotes.begin() && std::prev(after)->overlaps(range);
}

void Checker::checkFields(const QDateTime &now)
{
    using story::Field;
    if (m_story.headline.trimmed().isEmpty()) {
        addForField(CheckId::HeadlineMissing, FindingLevel::Blocks, Field::Headline);
    } else if (m_story.headline.size() > HeadlineLimit) {
        addForField(CheckId::HeadlineLong, FindingLevel::Note, Field::Headline,
                    QString::number(m_story.headline.size()));
    }
    if (m_story.deck.size() > DeckLimit) {
        addForField(CheckId::DeckLong, FindingLevel::Note, Field::Deck,
                    QString::number(m_story.deck.size()));
    }
    if (m_story.slug.trimmed().isEmpty()) {
        addForField(CheckId::SlugMissing, FindingLevel::Blocks, Field::Slug);
    }
    if (QStringView(m_story.body).trimmed().isEmpty()) {
        addForField(CheckId::BodyEmpty, FindingLevel::Blocks, Field::Body);
    }
    if (m_story.dateline.place.trimmed().isEmpty()) {
        addForField(CheckId::DatelineMissing, FindingLevel::Note, Field::DatelinePlace);
    }
    if (m_story.embargo && *m_story.embargo > now) {
        addForField(CheckId::EmbargoRunning, FindingLevel::ToConfirm, Field::Embargo,
                    m_story.embargo->toUTC().toString(Qt::ISODate));
    }
}

void Checker::checkUnits(const BoundReview &bound)
{
    for (const Unit &unit : bound.units) {
        switch (unit.state) {
        case UnitState::NoSource:
            addForUnit(CheckId::QuoteWithoutSource, FindingLevel::Blocks, unit);
            break;
        case UnitState::NeedsSource:
            addForUnit(CheckId::NeedsSource, FindingLevel::Blocks, unit);
            break;
        case UnitState::Unsure:
            addForUnit(CheckId::SpeakerUnsure, FindingLevel::ToConfirm, unit);
            break;
        case UnitState::Reopened:
            addForUnit(CheckId::DecisionReopened, FindingLevel::ToConfirm, unit);
            break;
        case UnitState::Open: // see addUnconfirmed
        case UnitState::Confirmed:
        case UnitState::Rejected:
            break;
        }
    }
    addUnconfirmed(bound);
}

/// What nobody has looked at yet is the usual case: one line, or it hides the rest.
void Checker::addUnconfirmed(const BoundReview &bound)
{
    const auto first = std::ranges::find(bound.units, UnitState::Open, &Unit::state);
    if (first == bound.units.end()) {
        return;
    }
    const auto &attribution = m_analysis.attributions[static_cast<size_t>(first->attribution)];
    addAt(CheckId::NotConfirmed, FindingLevel::ToConfirm, contentSpan(attribution));
    m_findings.back().count =
        static_cast<int>(std::ranges::count(bound.units, UnitState::Open, &Unit::state));
}

void Checker::checkOrphans(const Review &review, const BoundReview &bound)
{
    for (const int orphan : bound.orphans) {
        addAt(CheckId::DecisionOrphaned, FindingLevel::ToConfirm, {},
              wordsOf(review.decisions[static_cast<size_t>(orphan)]).exact);
    }
}

bool isStraight(QChar mark)
{
    return mark == u'"' || mark == u'\'';
}

/// Whether nothing closes the first quotation, as far as those after it tell.
bool isLeftOpen(std::span<const text::Quote> quotes, const QuoteEnds &ends)
{
    const text::Quote &quote = quotes.front();
    if (!quote.isContinued) {
        return quote.isUnclosed;
    }
    const std::span<const text::Quote> rest = quotes.subspan(1);
    const auto next = std::ranges::find(rest, 0, &text::Quote::depth);
    return next == rest.end() || ends.isForgotten(quote, *next);
}

/// Straight and curly marks in one story: once is enough.
void Checker::checkMarks(TextRange quote)
{
    const bool isThisStraight = isStraight(m_snapshot.text[quote.begin]);
    if (!m_isMixed && m_isStraight.value_or(isThisStraight) != isThisStraight) {
        m_isMixed = true;
        addAt(CheckId::QuoteMarksMixed, FindingLevel::Note, quote);
    }
    m_isStraight = m_isStraight.value_or(isThisStraight);
}

void Checker::checkQuotes()
{
    const QuoteEnds ends(m_snapshot.text, m_analysis);
    for (const analysis::Segment &segment : m_snapshot.segments) {
        if (segment.role == SegmentRole::Dateline || segment.role == SegmentRole::Notice) {
            continue;
        }
        const std::vector<text::Quote> quotes = text::quotes(m_snapshot.text, segment.range);
        for (auto quote = quotes.begin(); quote != quotes.end(); ++quote) {
            if (quote->depth == 0) {
                m_quotes.push_back(quote->range);
            }
            if (isLeftOpen({quote, quotes.end()}, ends)) {
                addAt(CheckId::QuoteUnclosed, FindingLevel::ToConfirm, quote->range);
            }
            checkMarks(quote->range);
        }
    }
}

void Checker::checkDays()
{
    for (const analysis::Segment &segment : m_snapshot.segments) {
        if (segment.role != SegmentRole::Body) {
            continue;
        }
        const auto days = text::relativeDays(m_snapshot.text, segment.range, m_story.dateline.date,
                                             m_story.language);
        for (const text::RelativeDay &day : days) {
            if (!isQuoted(day.range)) {
                addAt(CheckId::RelativeDay, FindingLevel::Note, day.range,
                      day.date.toString(Qt::ISODate));
            }
        }
    }
}

void Checker::checkNames()
{
    qsizetype bodyBegin = m_snapshot.text.size();
    for (const analysis::Segment &segment : m_snapshot.segments) {
        if (segment.role == SegmentRole::Body) {
            bodyBegin = std::min(bodyBegin, segment.range.begin);
        }
    }
    for (const analysis::Entity &entity : m_analysis.entities) {
        if (entity.type != analysis::EntityType::Person) {
            continue;
        }
        const auto first =
            std::ranges::lower_bound(entity.mentions, bodyBegin, {}, &TextRange::begin);
        if (first != entity.mentions.end() && isQuoted(*first)
            && first->length() < entity.name.size()) {
            addAt(CheckId::FirstReferenceInQuote, FindingLevel::Note, *first, entity.name);
        }
    }
}

/// Whether two names differ by one letter put in, left out or changed, in words long enough to be
/// the same name.
bool isNearlySame(QStringView a, QStringView b)
{
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (a.size() < ShortestNearName || b.size() - a.size() > 1 || a.front() != b.front()) {
        return false;
    }
    const auto [first, second] = std::ranges::mismatch(a, b);
    if (first == a.end()) {
        return a.size() < b.size() && b.back() != u's'; // the same name, or a plural
    }
    const auto at = first - a.begin();
    return a.size() == b.size() ? a.sliced(at + 1) == b.sliced(at + 1)
                                : a.sliced(at) == b.sliced(at + 1);
}

/// Remarks on the rarer spelling of two.
void Checker::checkSpelling()
{
    std::vector<const analysis::Entity *> names;
    for (const analysis::Entity &entity : m_analysis.entities) {
        const bool isName = entity.type == analysis::EntityType::Person
            || entity.type == analysis::EntityType::Organisation
            || entity.type == analysis::EntityType::Location;
        if (isName && names.size() < MostNames) {
            names.push_back(&entity);
        }
    }
    for (size_t i = 0; i < names.size(); ++i) {
        for (size_t k = i + 1; k < names.size(); ++k) {
            const QString one = names[i]->name.section(u' ', -1);
            const QString other = names[k]->name.section(u' ', -1);
            if (names[i]->type != names[k]->type || !isNearlySame(one, other)) {
                continue;
            }
            const bool isSecondRarer = names[k]->mentions.size() <= names[i]->mentions.size();
            addAt(CheckId::NameSpeltTwice, FindingLevel::ToConfirm,
                  (isSecondRarer ? names[k] : names[i])->mentions.front(),
                  isSecondRarer ? one : other);
        }
    }
}

void Checker::checkCues()
{
    for (const analysis::Attribution &attribution : m_analysis.attributions) {
        if (attribution.polarity == analysis::CuePolarity::Loaded) {
            addAt(CheckId::LoadedCue, FindingLevel::Note, attribution.cue.front(),
                  attribution.cue.front().in(m_snapshot.text).toString());
        }
    }
}

void Checker::checkLanguage()
{
    const QString &language = m_analysis.language;
    if (!language.isEmpty() && language != u"en" && language != u"und") {
        addForField(CheckId::LanguageNotLearned, FindingLevel::Note, story::Field::Language,
                    language);
    }
}

void Checker::checkText()
{
    const auto body =
        std::ranges::find(m_snapshot.segments, SegmentRole::Body, &analysis::Segment::role);
    const qsizetype begin = body == m_snapshot.segments.end() ? 0 : body->range.begin;
    const std::vector<Finding> found = textFindings(m_story, begin);
    m_findings.insert(m_findings.end(), found.begin(), found.end());
}

std::vector<Finding> Checker::sorted()
{
    std::ranges::stable_sort(m_findings, {}, [](const Finding &finding) {
        const bool isOneOfMany = finding.id == CheckId::NotConfirmed;
        return std::tuple(finding.level, isOneOfMany, finding.range.begin);
    });
    return std::move(m_findings);
}

} // namespace

std::vector<Finding> check(const story::Story &story, const analysis::Snapshot &snapshot,
                           const analysis::Analysis &analysis, const Review &review,
                           const BoundReview &bound, const QDateTime &now)
{
    Checker checker(story, snapshot, analysis);
    checker.checkFields(now);
    checker.checkOrphans(review, bound);
    checker.checkUnits(bound);
    checker.checkQuotes();
    checker.checkDays();
    checker.checkNames();
    checker.checkSpelling();
    checker.checkCues();
    checker.checkLanguage();
    checker.checkText();
    return checker.sorted();
}

} // namespace nutgraf::review
