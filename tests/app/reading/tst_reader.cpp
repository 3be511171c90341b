// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"
#include "reading/reader.h"
#include "review/corrections.h"

#include <QTest>
#include <QTimeZone>

#include <stdexcept>

using namespace nutgraf;
using namespace nutgraf::reading;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);

story::Story levy()
{
    story::Story story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Levy stays, minister says"_s;
    story.deck = u"Islanders protest"_s;
    story.dateline.place = u"PORT LORNE"_s;
    story.body = u"“Never again,” Owen Barrow told the crowd outside.\n\n"
                 "The assembly votes in June.\n\n"
                 "“Nobody has told us who would pay for the boats.”"_s;
    return story;
}

Source source()
{
    return {.story = levy(), .review = {}, .now = Noon};
}

bool has(const Reading &reading, review::CheckId id)
{
    return std::ranges::contains(reading.findings, id, &review::Finding::id);
}

} // namespace

class TestReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheRoomsBelowSay() const;
    void carriesTheFingerprintOfWhatItRead() const;
    void readsAgainUnderOtherDecisions() const;
    void anUnreadOneFitsNothing() const;
    void aDamagedModelBlocksThoughRulesRead() const;
    void aModelThatThrowsBlocks() const;
    void aModelThatThrewOnceReadsTheNextText() const;
    void readsPlainTextWithoutFields() const;
    void readsFilesAtTheirOwnPlaces() const;
    void stopsWhenNobodyWaits() const;
    void saysWhichTextItRead() const;
    void checksAtTheTimeItIsGiven() const;
    void keepsItsLayoutUnderOtherDecisions() const;
    void knowsWhereTheBodyBegins() const;
    void knowsTheCorrectionOfAnAttribution() const;
};

void TestReader::isWhatTheRoomsBelowSay() const
{
    const ReadingPtr reading = Reader().read(source()).value();
    QCOMPARE(reading->snapshot->text,
             u"Levy stays, minister says\nIslanders protest\n"_s + levy().body);
    QCOMPARE(reading->bodyBegin(), reading->snapshot->text.indexOf(levy().body));
    QCOMPARE(*reading->analysis, analysis::analyse(*reading->snapshot));
    QCOMPARE(reading->bound, review::bind({}, *reading->analysis, reading->snapshot->text));
    QCOMPARE(
        reading->findings,
        review::check(levy(), *reading->snapshot, *reading->analysis, {}, reading->bound, Noon));
    QVERIFY(has(*reading, review::CheckId::QuoteWithoutSource));
    QCOMPARE(reading->count(review::FindingLevel::Blocks), 1);
    QVERIFY(!reading->fault);
}

void TestReader::carriesTheFingerprintOfWhatItRead() const
{
    const ReadingPtr reading = Reader().read(source()).value();
    QCOMPARE(reading->fingerprint, fingerprint(levy(), review::Review()));
    QCOMPARE(reading->story, levy());
}

void TestReader::readsAgainUnderOtherDecisions() const
{
    Reader reader;
    const ReadingPtr first = reader.read(source()).value();
    const QString &text = first->snapshot->text;
    const auto unsourced =
        std::ranges::find(first->analysis->attributions, -1, &analysis::Attribution::speaker);
    QVERIFY(unsourced != first->analysis->attributions.end());
    const int index = static_cast<int>(unsourced - first->analysis->attributions.begin());
    const review::Review decisions = review::decide(
        {}, *first->analysis, text, index,
        {.verdict = review::Verdict::Rejected, .by = u"kl"_s, .at = Noon, .id = u"1"_s});
    const ReadingPtr next = Reader::withReview(*first, decisions, Noon);
    QCOMPARE(next->count(review::FindingLevel::Blocks), 0);
    QCOMPARE(next->snapshot, first->snapshot);
    QCOMPARE(next->fingerprint, fingerprint(levy(), decisions));
    // The same as if it had been read like that.
    Source decided = source();
    decided.review = decisions;
    const ReadingPtr whole = reader.read(decided).value();
    QCOMPARE(next->findings, whole->findings);
    QCOMPARE(next->bound, whole->bound);
    QCOMPARE(next->fingerprint, whole->fingerprint);
}

void TestReader::anUnreadOneFitsNothing() const
{
    const ReadingPtr nothing = Reading::unread();
    QVERIFY(nothing->isUnread());
    QCOMPARE(nothing->fingerprint, Fingerprint());
    QCOMPARE(nothing->bodyBegin(), 0);
}

void TestReader::aDamagedModelBlocksThoughRulesRead() const
{
    const QString file = u"/models/tagger.onnx"_s;
    Reader reader(analysis::Analyser(fail(ErrorCode::ModelInvalid, file, u"scores"_s)));
    const ReadingPtr reading = reader.read(source()).value();
    QCOMPARE(reading->fault.value().code, ErrorCode::ModelInvalid);
    QCOMPARE(reading->findings.front().id, review::CheckId::TextNotAnalysed);
    QCOMPARE(reading->findings.front().detail, file);
    QVERIFY(!reading->analysis->attributions.empty());
    // Where none is installed nothing is broken.
    QVERIFY(!Reader(analysis::Analyser(nullptr)).read(source()).value()->fault);
}

void TestReader::aModelThatThrowsBlocks() const
{
    Reader reader([](const auto &, const auto &) -> analysis::Analysis {
        throw std::runtime_error("out of memory");
    });
    const ReadingPtr reading = reader.read(source()).value();
    QVERIFY(reading->fault);
    QCOMPARE(reading->findings.front().id, review::CheckId::TextNotAnalysed);
    QCOMPARE(reading->findings.front().level, review::FindingLevel::Blocks);
    QCOMPARE(reading->findings.front().detail, u"out of memory"_s);
    // No decision takes it away.
    const ReadingPtr decided = Reader::withReview(*reading, {}, Noon);
    QVERIFY(has(*decided, review::CheckId::TextNotAnalysed));
}

void TestReader::aModelThatThrewOnceReadsTheNextText() const
{
    int calls = 0;
    Reader reader([&calls](const analysis::Snapshot &snapshot, const auto &) {
        if (calls++ == 0) {
            throw std::runtime_error("for once");
        }
        return analysis::analyse(snapshot);
    });
    QVERIFY(reader.read(source()).value()->fault);
    const ReadingPtr next = reader.read(source()).value();
    QVERIFY(!next->fault);
    QVERIFY(!has(*next, review::CheckId::TextNotAnalysed));
}

void TestReader::readsPlainTextWithoutFields() const
{
    Source plain = source();
    plain.layout = Layout::PlainText;
    plain.story = {};
    plain.story.body = u"A headline\n\nText, said Carl Dahl.\n"_s;
    const ReadingPtr reading = Reader().read(plain).value();
    QCOMPARE(reading->snapshot->text, plain.story.body);
    QVERIFY(!has(*reading, review::CheckId::SlugMissing));
    QCOMPARE(reading->fingerprint, Fingerprint());
}

void TestReader::readsFilesAtTheirOwnPlaces() const
{
    const QString text = u"---\nheadline: Levy stays\n---\n\n"_s + levy().body;
    const TextRange body{text.indexOf(levy().body), text.size()};
    const ReadingPtr reading =
        Reader().readFile({1, text, {{analysis::SegmentRole::Body, body}}}, source()).value();
    QCOMPARE(reading->snapshot->text, text);
    QVERIFY(!reading->analysis->attributions.empty());
    QCOMPARE(reading->fingerprint, Fingerprint());
    QVERIFY(reading->findings.empty());
}

void TestReader::stopsWhenNobodyWaits() const
{
    const Result<ReadingPtr> reading = Reader().read(source(), [] { return true; });
    QVERIFY(!reading);
    QCOMPARE(reading.error().code, ErrorCode::Cancelled);
}

void TestReader::saysWhichTextItRead() const
{
    Source later = source();
    later.revision = 7;
    const ReadingPtr reading = Reader().read(later).value();
    QCOMPARE(reading->revision, 7U);
    QCOMPARE(reading->snapshot->revision, 7U);
    QCOMPARE(Reader::withReview(*reading, {}, Noon)->revision, 7U);
    Reader broken([](const auto &, const auto &) -> analysis::Analysis {
        throw std::runtime_error("out of memory");
    });
    QCOMPARE(broken.read(later).value()->analysis->revision, 7U);
}

void TestReader::checksAtTheTimeItIsGiven() const
{
    Source held = source();
    held.story.embargo = Noon.addSecs(60);
    const ReadingPtr reading = Reader().read(held).value();
    QCOMPARE(reading->now, Noon);
    QVERIFY(has(*reading, review::CheckId::EmbargoRunning));
    const ReadingPtr later = Reader::withReview(*reading, {}, Noon.addSecs(60));
    QCOMPARE(later->now, Noon.addSecs(60));
    QCOMPARE(later->story, held.story);
    QVERIFY(!has(*later, review::CheckId::EmbargoRunning));
}

void TestReader::keepsItsLayoutUnderOtherDecisions() const
{
    Source plain = source();
    plain.layout = Layout::PlainText;
    const ReadingPtr reading = Reader().read(plain).value();
    const ReadingPtr next = Reader::withReview(*reading, {}, Noon);
    QCOMPARE(next->layout, Layout::PlainText);
    QCOMPARE(next->fingerprint, Fingerprint()); // it cannot be published
    QCOMPARE(next->findings, reading->findings);
}

void TestReader::knowsWhereTheBodyBegins() const
{
    Source plain = source();
    plain.layout = Layout::PlainText;
    QCOMPARE(Reader().read(plain).value()->bodyBegin(), 0);
    const TextRange body{4, levy().body.size() + 4};
    const analysis::Snapshot laidOut{
        1, u"---\n"_s + levy().body, {{analysis::SegmentRole::Body, body}}};
    QCOMPARE(Reader().readFile(laidOut, source()).value()->bodyBegin(), 0);
}

void TestReader::knowsTheCorrectionOfAnAttribution() const
{
    const ReadingPtr reading = Reader().read(source()).value();
    QVERIFY(!reading->analysis->attributions.empty());
    review::Amendment amendment = review::asIs(*reading->analysis, 0);
    amendment.speaker = u"Leila Santoro"_s;
    const review::Review decisions =
        review::correct({}, *reading->analysis, reading->snapshot->text, amendment,
                        {.by = u"kl"_s, .at = Noon, .id = u"1"_s});
    const ReadingPtr next = Reader::withReview(*reading, decisions, Noon);
    QVERIFY(next->correctionOf(0) != nullptr);
    QCOMPARE(next->correctionOf(0)->speaker, u"Leila Santoro"_s);
    QVERIFY(reading->correctionOf(0) == nullptr);
    const int speaker = next->analysis->attributions.front().speaker;
    QCOMPARE(next->analysis->speakers.at(static_cast<size_t>(speaker)).name, u"Leila Santoro"_s);
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
