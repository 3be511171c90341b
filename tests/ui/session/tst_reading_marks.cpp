// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/shapes.h"
#include "ui/session/reading_marks.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::body;
using namespace nutgraf::session;
using namespace Qt::StringLiterals;
using analysis::AttributionKind;
using review::UnitState;

class TestReadingMarks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void styles_data();
    void styles();
    void entitiesAreUnderlinedOutsideQuotes();
    void headlineHasItsOwnMarks();
    void clarificationsPointAtTheirQuote();
    void nothingReadNothingMarked();
};

namespace {

constexpr qsizetype BodyBegin = 12;

/// Headline `Head ‘x’`, deck `De`, body with one attribution at [4, 10) of it.
Reading readingOf(AttributionKind kind, int speaker, UnitState state)
{
    auto snapshot = std::make_shared<analysis::Snapshot>();
    snapshot->text = u"Head ‘x’\nDe\nHe  “it is” Ada Brandt said."_s;
    snapshot->segments = {{analysis::SegmentRole::Headline, {0, 8}},
                          {analysis::SegmentRole::Deck, {9, 11}},
                          {analysis::SegmentRole::Body, {BodyBegin, snapshot->text.size()}}};
    auto known = std::make_shared<analysis::Analysis>();
    known->speakers = {{u"Ada Brandt"_s, u"AB"_s, {}, 0}};
    analysis::Attribution said;
    said.kind = kind;
    said.speaker = speaker;
    said.content = {TextRange{4, 10}.shifted(BodyBegin)};
    if (kind != AttributionKind::Indirect) {
        said.quotes = said.content;
    }
    known->attributions = {said};
    Reading reading;
    reading.snapshot = snapshot;
    reading.analysis = known;
    reading.bound.units = {{0, state, -1}};
    reading.bodyBegin = BodyBegin;
    return reading;
}

analysis::Analysis &change(Reading &reading)
{
    auto copy = std::make_shared<analysis::Analysis>(*reading.analysis);
    reading.analysis = copy;
    return *copy;
}

} // namespace

void TestReadingMarks::styles_data()
{
    QTest::addColumn<AttributionKind>("kind");
    QTest::addColumn<int>("speaker");
    QTest::addColumn<UnitState>("state");
    QTest::addColumn<MarkFill>("fill");
    QTest::addColumn<MarkLine>("line");
    QTest::addColumn<look::Shape>("shape");
    const auto direct = AttributionKind::Direct;
    const auto indirect = AttributionKind::Indirect;
    QTest::newRow("open") << direct << 0 << UnitState::Open << MarkFill::Tint
                          << MarkLine::SpeakerDotted << look::Shape::Open;
    QTest::newRow("unsure") << direct << 0 << UnitState::Unsure << MarkFill::TintUnsure
                            << MarkLine::SpeakerDotted << look::Shape::Unsure;
    QTest::newRow("confirmed") << direct << 0 << UnitState::Confirmed << MarkFill::Tint
                               << MarkLine::SpeakerSolid << look::Shape::Confirmed;
    QTest::newRow("needs source") << direct << 0 << UnitState::NeedsSource << MarkFill::Tint
                                  << MarkLine::WarnDashed << look::Shape::NeedsSource;
    QTest::newRow("rejected") << direct << 0 << UnitState::Rejected << MarkFill::RejectedBox
                              << MarkLine::None << look::Shape::Rejected;
    QTest::newRow("reopened") << direct << 0 << UnitState::Reopened << MarkFill::Tint
                              << MarkLine::SpeakerDotted << look::Shape::Reopened;
    QTest::newRow("no source") << direct << -1 << UnitState::NoSource << MarkFill::None
                               << MarkLine::DangerWavy << look::Shape::NoSource;
    QTest::newRow("indirect") << indirect << 0 << UnitState::Open << MarkFill::None
                              << MarkLine::SpeakerDotted << look::Shape::Open;
    QTest::newRow("indirect, confirmed") << indirect << 0 << UnitState::Confirmed << MarkFill::None
                                         << MarkLine::SpeakerSolid << look::Shape::Confirmed;
}

void TestReadingMarks::styles()
{
    QFETCH(AttributionKind, kind);
    QFETCH(int, speaker);
    QFETCH(UnitState, state);
    QFETCH(MarkFill, fill);
    QFETCH(MarkLine, line);
    QFETCH(look::Shape, shape);
    const ReadingMarks marks = readingMarks(readingOf(kind, speaker, state));
    QCOMPARE(marks.body, (std::vector<Mark>{{{4, 10}, speaker, fill, line, 0}}));
    QCOMPARE(marks.ribbon.size(), 1u);
    QCOMPARE(marks.ribbon[0].shape, static_cast<int>(shape));
    const RibbonStripe stripe = speaker < 0 ? RibbonStripe::Hatched
        : kind == AttributionKind::Indirect ? RibbonStripe::Dashed
                                            : RibbonStripe::Solid;
    QCOMPARE(marks.ribbon[0].stripe, stripe);
    QCOMPARE(marks.ribbon[0].initials, speaker < 0 ? u"?"_s : u"AB"_s);
}

void TestReadingMarks::entitiesAreUnderlinedOutsideQuotes()
{
    Reading reading = readingOf(AttributionKind::Direct, 0, UnitState::Open);
    analysis::Entity person;
    person.mentions = {TextRange{5, 7}.shifted(BodyBegin), TextRange{11, 21}.shifted(BodyBegin)};
    change(reading).entities = {person};
    const ReadingMarks marks = readingMarks(reading);
    QCOMPARE(marks.body.size(), 2u);
    QCOMPARE(marks.body[1], (Mark{{11, 21}, -1, MarkFill::None, MarkLine::Entity, -1}));
}

void TestReadingMarks::headlineHasItsOwnMarks()
{
    Reading reading = readingOf(AttributionKind::Direct, 0, UnitState::Open);
    analysis::Attribution quoted = reading.analysis->attributions.front();
    quoted.content = quoted.quotes = {{5, 8}};
    change(reading).attributions.push_back(quoted);
    reading.bound.units.push_back({1, UnitState::Open, -1});
    const ReadingMarks marks = readingMarks(reading);
    QCOMPARE(marks.headline.size(), 1u);
    QCOMPARE(marks.headline[0].range, (TextRange{5, 8}));
    QCOMPARE(marks.body.size(), 1u);
    QCOMPARE(marks.ribbon.size(), 1u);
}

void TestReadingMarks::clarificationsPointAtTheirQuote()
{
    Reading reading = readingOf(AttributionKind::Direct, 0, UnitState::Open);
    change(reading).clarifications = {
        {TextRange{5, 7}.shifted(BodyBegin), TextRange{11, 20}.shifted(BodyBegin), u"Ada"_s}};
    const ReadingMarks marks = readingMarks(reading);
    QCOMPARE(marks.ribbon.size(), 2u);
    QVERIFY(marks.ribbon[1].isClarification);
    QCOMPARE(marks.ribbon[1].unit, 0);
}

void TestReadingMarks::nothingReadNothingMarked()
{
    QCOMPARE(readingMarks(Reading()), ReadingMarks());
}

QTEST_GUILESS_MAIN(TestReadingMarks)
#include "tst_reading_marks.moc"
