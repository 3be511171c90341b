// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "review/review.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::review;

namespace {

const QString Name = QStringLiteral("review.json");

/// One decision as version 1 writes it. This sample must be read for ever.
QByteArray sample()
{
    return R"({
    "decisions": [
        {
            "at": "2026-05-12T09:30:00Z",
            "by": "kl",
            "comment": "Heard on tape",
            "id": "d1",
            "speaker": "Leila Santoro",
            "target": {
                "exact": "“the smallest we could find”",
                "prefix": "said it was ",
                "suffix": " this year",
                "type": "TextQuoteSelector"
            },
            "verdict": "confirmed"
        }
    ],
    "version": 1
}
)";
}

/// A corrected decision as version 1 writes it. This sample must be read for ever.
QByteArray correctedSample()
{
    return sample().replace("            \"id\": \"d1\",", R"(            "correction": {
                "at": "2026-05-12T09:30:00Z",
                "by": "kl",
                "content": {
                    "exact": "“the smallest”",
                    "prefix": "said it was ",
                    "suffix": " we could",
                    "type": "TextQuoteSelector"
                },
                "kind": "mixed",
                "speaker": "Leila Santoro"
            },
            "id": "d1",)");
}

} // namespace

class TestReviewFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsVersionOne() const;
    void writesWhatItRead() const;
    void keepsWhatItDoesNotKnow() const;
    void readsACorrection() const;
    void writesOnlyWhatWasCorrected() const;
    void keepsWhatACorrectionHasBesides() const;
    void refusesABadCorrection_data() const;
    void refusesABadCorrection() const;
    void refusesWithADetail_data() const;
    void refusesWithADetail() const;
    void saysWhereTheJsonIsBroken() const;
    void readsEveryWord() const;
    void readsWhatMayBeLeftOut() const;
    void saysWhichDecisionIsWrong() const;
    void readsTheFile() const;
};

void TestReviewFile::readsVersionOne() const
{
    const Result<Review> review = readReview(sample(), Name);
    QVERIFY(review.has_value());
    QCOMPARE(review->decisions.size(), 1U);
    const Decision &decision = review->decisions[0];
    QCOMPARE(decision.verdict, Verdict::Confirmed);
    QCOMPARE(decision.target.exact, QStringLiteral("“the smallest we could find”"));
    QCOMPARE(decision.speaker, QStringLiteral("Leila Santoro"));
    QCOMPARE(decision.at, QDateTime(QDate(2026, 5, 12), QTime(9, 30), QTimeZone::UTC));
}

void TestReviewFile::writesWhatItRead() const
{
    QCOMPARE(QString::fromUtf8(writeReview(readReview(sample(), Name).value())),
             QString::fromUtf8(sample()));
    QCOMPARE(readReview(writeReview({}), Name).value(), Review());
}

void TestReviewFile::keepsWhatItDoesNotKnow() const
{
    QByteArray newer = sample();
    newer.replace("\"by\": \"kl\"", "\"mood\": \"sure\", \"by\": \"kl\"");
    newer.replace("\"version\": 1", "\"shift\": [1, 2], \"version\": 1");
    const Review read = readReview(newer, Name).value();
    const QByteArray written = writeReview(read);
    QVERIFY(written.contains("\"mood\": \"sure\""));
    QVERIFY(written.contains("\"shift\": ["));
    QCOMPARE(readReview(written, Name).value(), read);
}

void TestReviewFile::readsACorrection() const
{
    const Result<Review> review = readReview(correctedSample(), Name);
    QVERIFY(review.has_value());
    const std::optional<Correction> &correction = review->decisions.at(0).correction;
    QVERIFY(correction.has_value());
    QCOMPARE(correction->speaker, QStringLiteral("Leila Santoro"));
    QCOMPARE(correction->kind, analysis::AttributionKind::Mixed);
    QCOMPARE(correction->content->exact, QStringLiteral("“the smallest”"));
    QCOMPARE(correction->by, QStringLiteral("kl"));
    QCOMPARE(correction->at, QDateTime(QDate(2026, 5, 12), QTime(9, 30), QTimeZone::UTC));
    QCOMPARE(QString::fromUtf8(writeReview(*review)), QString::fromUtf8(correctedSample()));
}

void TestReviewFile::writesOnlyWhatWasCorrected() const
{
    Review review = readReview(correctedSample(), Name).value();
    review.decisions[0].correction->kind.reset();
    review.decisions[0].correction->content.reset();
    review.decisions[0].correction->speaker = QString();
    const QByteArray written = writeReview(review);
    QVERIFY(!written.contains("\"kind\""));
    QVERIFY(!written.contains("\"content\""));
    QVERIFY(written.contains("\"speaker\": \"\""));
    QCOMPARE(readReview(written, Name).value(), review);
}

void TestReviewFile::keepsWhatACorrectionHasBesides() const
{
    const QByteArray newer =
        correctedSample().replace("\"kind\": \"mixed\"", "\"kind\": \"mixed\", \"tone\": \"dry\"");
    const Review read = readReview(newer, Name).value();
    QVERIFY(writeReview(read).contains("\"tone\": \"dry\""));
    QCOMPARE(readReview(writeReview(read), Name).value(), read);
}

void TestReviewFile::refusesABadCorrection_data() const
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("detail");
    QTest::newRow("unknown kind") << QByteArray("\"mixed\"") << QByteArray("\"shouted\"")
                                  << QStringLiteral("decisions[0].correction.kind");
    QTest::newRow("speaker is no text")
        << QByteArray("\"kind\": \"mixed\",\n                \"speaker\": \"Leila Santoro\"")
        << QByteArray("\"speaker\": 7") << QStringLiteral("decisions[0].correction.speaker");
    QTest::newRow("no time") << QByteArray(
        "\"correction\": {\n                \"at\": \"2026-05-12")
                             << QByteArray("\"correction\": {\n                \"at\": \"May 12")
                             << QStringLiteral("decisions[0].correction.at");
    QTest::newRow("no object") << QByteArray("\"correction\": {")
                               << QByteArray("\"correction\": 7, \"more\": {")
                               << QStringLiteral("decisions[0].correction");
    QTest::newRow("no words") << QByteArray("\"exact\": \"“the smallest”\"")
                              << QByteArray("\"inexact\": \"“the smallest”\"")
                              << QStringLiteral("decisions[0].correction.content.exact");
}

void TestReviewFile::refusesABadCorrection() const
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, detail);
    QVERIFY(correctedSample().contains(from));
    const Result<Review> review = readReview(correctedSample().replace(from, to), Name);
    QVERIFY(!review);
    QCOMPARE(review.error().code, ErrorCode::ReviewInvalid);
    QCOMPARE(review.error().detail, detail);
}

void TestReviewFile::refusesWithADetail_data() const
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("detail");
    QTest::newRow("newer version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2")
                                   << QStringLiteral("version");
    QTest::newRow("unknown verdict") << QByteArray("\"confirmed\"") << QByteArray("\"maybe\"")
                                     << QStringLiteral("decisions[0].verdict");
    QTest::newRow("no time") << QByteArray("2026-05-12T09:30:00Z") << QByteArray("yesterday")
                             << QStringLiteral("decisions[0].at");
    QTest::newRow("no words") << QByteArray("\"exact\"") << QByteArray("\"inexact\"")
                              << QStringLiteral("decisions[0].target.exact");
    QTest::newRow("other selector")
        << QByteArray("TextQuoteSelector") << QByteArray("XPathSelector")
        << QStringLiteral("decisions[0].target.type");
    QTest::newRow("no name") << QByteArray("\"id\"") << QByteArray("\"ID\"")
                             << QStringLiteral("decisions[0].id");
    QTest::newRow("no verdict") << QByteArray("\"verdict\"") << QByteArray("\"finding\"")
                                << QStringLiteral("decisions[0].verdict");
    QTest::newRow("no target") << QByteArray("\"target\"") << QByteArray("\"aim\"")
                               << QStringLiteral("decisions[0].target");
    QTest::newRow("a speaker that is no text")
        << QByteArray("\"speaker\": \"Leila Santoro\"") << QByteArray("\"speaker\": 7")
        << QStringLiteral("decisions[0].speaker");
    QTest::newRow("no list") << QByteArray("\"decisions\"") << QByteArray("\"choices\"")
                             << QStringLiteral("decisions");
}

void TestReviewFile::refusesWithADetail() const
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, detail);
    const Result<Review> review = readReview(sample().replace(from, to), Name);
    QVERIFY(!review);
    QCOMPARE(review.error().code, ErrorCode::ReviewInvalid);
    QCOMPARE(review.error().subject, Name);
    QCOMPARE(review.error().detail, detail);
}

void TestReviewFile::saysWhereTheJsonIsBroken() const
{
    const Result<Review> review = readReview("{\n  \"version\": 1,\n  \"é\": oops\n}\n", Name);
    QVERIFY(!review);
    QCOMPARE(review.error().code, ErrorCode::ReviewInvalid);
    QCOMPARE(review.error().line, 3);
    QCOMPARE(review.error().subject, Name);
    QCOMPARE(review.error().column, 8); // in characters, not bytes
    QVERIFY(!review.error().detail.isEmpty());
    QCOMPARE(readReview({}, Name).error().code, ErrorCode::ReviewInvalid);
}

void TestReviewFile::readsEveryWord() const
{
    Review review = readReview(correctedSample(), Name).value();
    using enum analysis::AttributionKind;
    for (const analysis::AttributionKind kind : {Direct, Mixed, Indirect}) {
        review.decisions[0].correction->kind = kind;
        QCOMPARE(readReview(writeReview(review), Name).value(), review);
    }
    for (const Verdict verdict : {Verdict::Confirmed, Verdict::NeedsSource, Verdict::Rejected}) {
        review.decisions[0].verdict = verdict;
        QCOMPARE(readReview(writeReview(review), Name).value(), review);
    }
    QVERIFY(writeReview(review).contains("\"verdict\": \"rejected\""));
}

void TestReviewFile::readsWhatMayBeLeftOut() const
{
    QByteArray bare = correctedSample();
    for (const char *member :
         {"\"by\": \"kl\",", "\"comment\": \"Heard on tape\",", "\"prefix\": \"said it was \","}) {
        QVERIFY2(bare.contains(member), member);
        bare.replace(member, "");
    }
    const Result<Review> review = readReview(bare, Name);
    QVERIFY(review.has_value());
    const Decision &decision = review->decisions.at(0);
    QVERIFY(decision.by.isEmpty() && decision.comment.isEmpty());
    QVERIFY(decision.target.prefix.isEmpty() && decision.correction->by.isEmpty());
    QCOMPARE(decision.target.suffix, QStringLiteral(" this year"));
    QVERIFY(decision.others.isEmpty() && decision.correction->others.isEmpty());
}

void TestReviewFile::saysWhichDecisionIsWrong() const
{
    Review review = readReview(sample(), Name).value();
    review.decisions.push_back(review.decisions[0]);
    review.decisions[1].at = {};
    QCOMPARE(readReview(writeReview(review), Name).error().detail,
             QStringLiteral("decisions[1].at"));
    // The first fault is the one that is told.
    QCOMPARE(
        readReview(sample().replace("\"exact\"", "\"x\"").replace("2026-05-12T", "then "), Name)
            .error()
            .detail,
        QStringLiteral("decisions[0].target.exact"));
}

void TestReviewFile::readsTheFile() const
{
    const QTemporaryDir folder;
    QCOMPARE(readDecisions(folder.filePath(Name)).value(), Review());
    QVERIFY(writeFile(folder.filePath(Name), sample()));
    QCOMPARE(readDecisions(folder.filePath(Name)).value().decisions.size(), 1U);
    QVERIFY(writeFile(folder.filePath(Name), "{"));
    QCOMPARE(readDecisions(folder.filePath(Name)).error().subject, folder.filePath(Name));
    QCOMPARE(readDecisions(folder.path()).error().code, ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(TestReviewFile)
#include "tst_review_file.moc"
