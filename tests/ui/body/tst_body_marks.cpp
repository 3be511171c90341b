// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/mark_log.h"
#include "ui/body/ribbon_rows.h"
#include "ui/look/shapes.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::body;

namespace {

RibbonUnit unit(int id, int speaker, look::Shape shape, TextRange range)
{
    return {id,     speaker, QStringLiteral("AB"), RibbonStripe::Solid, static_cast<int>(shape),
            {range}};
}

// Lines of ten units each, 24 pixels high.
std::vector<RibbonLine> lines(int count)
{
    std::vector<RibbonLine> result;
    for (int i = 0; i < count; ++i)
        result.push_back({{i * 10, i * 10 + 10}, i * 24, 24});
    return result;
}

} // namespace

class TestBodyMarks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rangesMoveWithEdits_data();
    void rangesMoveWithEdits();
    void lateMarksEndUpOnTheSameWords();
    void oldRevisionsAreOutOfReach();
    void listFindsMarksThatTouch();
    void chipStandsOnceAStretch();
    void lessFinishedShapeWins();
    void secondShapeGoesToTheNextLine();
    void speakersShareALine();
    void clarificationStandsAlone();
};

void TestBodyMarks::rangesMoveWithEdits_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::newRow("before") << 0 << 0 << 3 << 13 << 23;
    QTest::newRow("typed at the beginning stays outside") << 10 << 0 << 1 << 11 << 21;
    QTest::newRow("typed at the end stays outside") << 20 << 0 << 1 << 10 << 20;
    QTest::newRow("typed within") << 15 << 0 << 2 << 10 << 22;
    QTest::newRow("removed within") << 12 << 3 << 0 << 10 << 17;
    QTest::newRow("removed over the beginning") << 8 << 4 << 0 << 8 << 16;
    QTest::newRow("replaced over the end") << 18 << 4 << 5 << 10 << 18;
    QTest::newRow("after") << 30 << 5 << 1 << 10 << 20;
}

void TestBodyMarks::rangesMoveWithEdits()
{
    QFETCH(int, position);
    QFETCH(int, removed);
    QFETCH(int, added);
    const TextRange after = moved({10, 20}, {position, removed, added});
    QTEST(static_cast<int>(after.begin), "begin");
    QTEST(static_cast<int>(after.end), "end");
    QVERIFY(moved({10, 20}, {5, 30, 2}).isEmpty());
}

// Whatever is typed and removed around the words, marks computed before land on them.
void TestBodyMarks::lateMarksEndUpOnTheSameWords()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        QString text;
        std::vector<TextRange> words;
        for (int i = 0; i < 20; ++i) {
            text += QStringLiteral(" . ");
            const QString word = QStringLiteral("w%1x").arg(i);
            words.push_back({text.size(), text.size() + word.size()});
            text += word;
        }
        const std::vector<TextRange> old = words;
        EditLog log;
        for (int edit = 0; edit < 30; ++edit) {
            // Only what stands between the words is edited.
            const auto at = static_cast<std::size_t>(random.bounded(19));
            const TextRange gap{words[at].end, words[at + 1].begin};
            const qsizetype begin = gap.begin + random.bounded(static_cast<int>(gap.length()) + 1);
            const qsizetype removed = random.bounded(static_cast<int>(gap.end - begin) + 1);
            const QString typed(random.bounded(4), u'-');
            text.replace(begin, removed, typed);
            const Edit made{begin, removed, typed.size()};
            log.record(made);
            for (std::size_t i = at + 1; i < words.size(); ++i)
                words[i] = words[i].shifted(made.added - made.removed);
        }
        for (std::size_t i = 0; i < old.size(); ++i)
            QCOMPARE(log.carried(old[i], 0).in(text).toString(), QStringLiteral("w%1x").arg(i));
    }
}

void TestBodyMarks::oldRevisionsAreOutOfReach()
{
    EditLog log;
    for (int i = 0; i < 5000; ++i)
        log.record({0, 0, 1});
    QCOMPARE(log.revision(), 5000U);
    QVERIFY(!log.reaches(0));
    QVERIFY(!log.reaches(5001));
    QVERIFY(log.reaches(4999));
    QCOMPARE(log.carried({1, 2}, 4990), (TextRange{11, 12}));
}

void TestBodyMarks::listFindsMarksThatTouch()
{
    MarkList list(
        {{.range = {50, 60}}, {.range = {0, 100}}, {.range = {10, 20}}, {.range = {5, 5}}});
    QCOMPARE(list.all().size(), 3U);
    QCOMPARE(list.within({55, 56}).size(), 2U);
    QCOMPARE(list.within({20, 50}).size(), 1U);
    list.move({12, 100, 0});
    QCOMPARE(list.all().size(), 2U);
    QCOMPARE(list.all().back().range, (TextRange{10, 12}));
}

void TestBodyMarks::chipStandsOnceAStretch()
{
    const std::vector units{unit(0, 1, look::Shape::Confirmed, {0, 15}),
                            unit(1, 1, look::Shape::Confirmed, {25, 28}),
                            unit(2, 1, look::Shape::Confirmed, {45, 48})};
    const auto rows = ribbonRows(units, lines(6));
    QCOMPARE(rows.size(), 4U);
    QCOMPARE(rows[0].chip, 0);
    QCOMPARE(rows[1].chip, -1);
    QCOMPARE(rows[2].chip, -1); // the stretch goes on
    QCOMPARE(rows[3].chip, 2); // a line lies between
}

void TestBodyMarks::lessFinishedShapeWins()
{
    const std::vector units{unit(0, 1, look::Shape::Confirmed, {0, 4}),
                            unit(1, 1, look::Shape::NeedsSource, {5, 9})};
    const auto rows = ribbonRows(units, lines(1));
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].shape, 1);
}

void TestBodyMarks::secondShapeGoesToTheNextLine()
{
    const std::vector units{unit(0, 1, look::Shape::Confirmed, {0, 4}),
                            unit(1, 1, look::Shape::Open, {5, 19})};
    const auto rows = ribbonRows(units, lines(2));
    QCOMPARE(rows[0].shape, 0);
    QCOMPARE(rows[1].shape, 1);
}

void TestBodyMarks::speakersShareALine()
{
    const std::vector units{unit(7, 1, look::Shape::Open, {0, 4}),
                            unit(8, 2, look::Shape::Open, {5, 9})};
    const auto rows = ribbonRows(units, lines(1));
    QCOMPARE(rows[0].bars.size(), 2U);
    QCOMPARE(rows[0].bars[1].unit, 8);
    QCOMPARE(rows[0].chip, 0);
}

void TestBodyMarks::clarificationStandsAlone()
{
    RibbonUnit explains = unit(3, 1, look::Shape::Open, {20, 25});
    explains.isClarification = true;
    const auto rows = ribbonRows({unit(1, 1, look::Shape::Open, {0, 4}), explains}, lines(3));
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[1].clarification, 1);
    QVERIFY(rows[1].bars.empty());
}

QTEST_GUILESS_MAIN(TestBodyMarks)
#include "tst_body_marks.moc"
