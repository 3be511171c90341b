// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/fuzzy.h"
#include "ui/palette/picker.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace nutgraf::palette;
using namespace Qt::StringLiterals;

class TestFuzzy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void betterFitsComeFirst_data() const;
    void betterFitsComeFirst() const;
    void startsOfWordsFitBest() const;
    void whatDoesNotOccurFitsNothing() const;
    void nothingTypedFitsAllAlike() const;
    void goToFindsTheStoryByItsSlug() const;
};

void TestFuzzy::betterFitsComeFirst_data() const
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::addRow("run before scattered") << u"cup"_s << u"cup-final"_s << u"Storm Cuts Power"_s;
    QTest::addRow("however many words begin")
        << u"abc"_s << u"the abcess"_s << u"A Boat Came Aground Before Calder"_s;
    QTest::addRow("start of a word before its inside") << u"cup"_s << u"the-cup"_s << u"occupy"_s;
    QTest::addRow("inside before scattered") << u"cup"_s << u"occupy"_s << u"c-u-p"_s;
    QTest::addRow("starts of words before any letters")
        << u"hl"_s << u"harbour-levy"_s << u"hole"_s;
    QTest::addRow("shorter text") << u"levy"_s << u"levy"_s << u"levy-of-the-harbour"_s;
    QTest::addRow("earlier place") << u"levy"_s << u"levy-harbour"_s << u"harbour-levy"_s;
    QTest::addRow("case aside") << u"CUP"_s << u"cup-final"_s << u"Storm Cuts Power"_s;
    QTest::addRow("every word") << u"zoom in"_s << u"Zoom in"_s << u"Zoom out, mint"_s;
    QTest::addRow("words in any order")
        << u"final cup"_s << u"cup-final"_s << u"cupola, fine all"_s;
}

void TestFuzzy::betterFitsComeFirst() const
{
    QFETCH(const QString, typed);
    QFETCH(const QString, better);
    QFETCH(const QString, worse);
    const std::optional<int> most = fuzzyScore(typed, better);
    const std::optional<int> less = fuzzyScore(typed, worse);
    QVERIFY(most.has_value());
    QVERIFY2(!less || *most > *less,
             qPrintable(u"%1 against %2"_s.arg(*most).arg(less.value_or(0))));
}

void TestFuzzy::startsOfWordsFitBest() const
{
    QVERIFY(!fuzzyScore(u"xyz", u"Save all"));
    QVERIFY(fuzzyScore(u"sa", u"Save all"));
    QVERIFY(*fuzzyScore(u"gts", u"Go to story…") > *fuzzyScore(u"gts", u"Right things"));
    QVERIFY(*fuzzyScore(u"pub", u"Publish…") > *fuzzyScore(u"pub", u"Spell up before"));
    QCOMPARE(*fuzzyScore(u"", u"anything"), 0);
}

void TestFuzzy::whatDoesNotOccurFitsNothing() const
{
    QVERIFY(!fuzzyScore(u"xyz", u"cup-final"));
    QVERIFY(!fuzzyScore(u"puc", u"cup"));
    QVERIFY(!fuzzyScore(u"cup zzz", u"cup-final"));
    QVERIFY(!fuzzyScore(u"cup", u""));
    QVERIFY(!fuzzyScore(u"cup", u"harbour"_s, u"levy"_s));
}

void TestFuzzy::nothingTypedFitsAllAlike() const
{
    QCOMPARE(fuzzyScore(u"  ", u"cup"_s, u"final"_s), 0);
    QCOMPARE(fuzzyScore(u"", u"a much longer line"_s, u""_s), 0);
}

/// The headline of another story must not come before the slug that was typed.
void TestFuzzy::goToFindsTheStoryByItsSlug() const
{
    QWidget window;
    window.resize(800, 600);
    const auto item = [](const QString &slug, const QString &headline) {
        return Picker::Item{slug, headline, {}, {}, true, {}};
    };
    Picker picker(u"Go to story"_s,
                  {item(u"marn-storm"_s, u"Storm cuts up power line at Marn"_s),
                   item(u"tea-room"_s, u"Cup of tea for all at the reopened room"_s),
                   item(u"cup-final"_s, u"Harriers win at last"_s)},
                  &window);
    QTest::keyClicks(picker.findChild<QLineEdit *>(), u"cup"_s);
    const auto *list = picker.findChild<QListView *>();
    QVERIFY(list->currentIndex().data().toString().startsWith(u"cup-final"_s));
    QVERIFY(list->model()->index(1, 0).data().toString().startsWith(u"tea-room"_s));
}

QTEST_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
