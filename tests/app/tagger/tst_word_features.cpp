// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/word_features.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::tagger;
using namespace Qt::StringLiterals;

class TestWordFeatures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheTraining_data() const;
    void agreesWithTheTraining() const;
    void tellsWhereAWordStands() const;
    void lowersOneForOne() const;
};

/// What `python3 resources/models/train/features.py WORD…` prints: a tagger is worth nothing if the
/// program sees other columns than it was trained on.
void TestWordFeatures::agreesWithTheTraining_data() const
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QList<qint64>>("columns");
    const auto row = [](const QString &word, const QList<qint64> &columns) {
        QTest::addRow("%s", qPrintable(word)) << word << columns;
    };
    row(u"Vale"_s, {7995, 1050, 102, 340, 1877, 613, 3});
    row(u"O’Brien"_s, {7367, 101, 2271, 1662, 663, 772, 6});
    row(u"U.S."_s, {12195, 1358, 5, 712, 750, 901, 4});
    row(u"35"_s, {12683, 395, 395, 395, 395, 949, 1});
    row(u","_s, {3729, 1681, 3729, 1681, 3729, 657, 0});
    row(u"eBay"_s, {11298, 402, 683, 773, 911, 165, 6});
    row(u"A"_s, {4164, 68, 68, 68, 68, 869, 5});
    row(u"n't"_s, {16208, 676, 3920, 566, 3920, 538, 2});
    row(u"ÉCOLE"_s, {4841, 647, 2344, 340, 2523, 517, 4});
    row(u"straße"_s, {2955, 1314, 1488, 1511, 1510, 453, 2});
    row(u"𝐀b"_s, {9678, 508, 1486, 1683, 1486, 804, 2});
    row(u"COVID-19"_s, {4311, 161, 1583, 1397, 2360, 456, 4});
    row(u"İzmir"_s, {6830, 1040, 325, 1838, 1171, 613, 3});
    row(u"1990s"_s, {8999, 1397, 3116, 1214, 2007, 277, 1});
    row(u"—"_s, {1817, 1817, 1817, 1817, 1817, 793, 0});
}

void TestWordFeatures::agreesWithTheTraining() const
{
    QFETCH(const QString, word);
    QFETCH(const QList<qint64>, columns);
    const Word tagged{{0, word.size()}, false, false, word == u"," || word == u"—"};
    const Columns found = columnsOf(word, tagged, Place::Later);
    QCOMPARE(QList<qint64>(found.begin(), found.begin() + 7), columns);
}

void TestWordFeatures::tellsWhereAWordStands() const
{
    QCOMPARE(columnsOf(u"a", {{0, 1}, false, false, false}, Place::Later)[7], 0);
    QCOMPARE(columnsOf(u"a", {{0, 1}, true, false, false}, Place::Later)[7], 1);
    QCOMPARE(columnsOf(u"a", {{0, 1}, true, true, false}, Place::Later)[7], 3);
    QCOMPARE(columnsOf(u"a", {{0, 1}, false, true, false}, Place::Opening)[7], 6);
}

void TestWordFeatures::lowersOneForOne() const
{
    QCOMPARE(lowerCase(u"ΣΑΣ’S"), u"σασ's"_s); // no final sigma
    QCOMPARE(lowerCase(u"𐐀x"), u"𐐨x"_s); // outside the Basic Multilingual Plane
    QString broken = u"A?"_s;
    broken[1] = QChar(0xD801); // half a pair stays
    QCOMPARE(lowerCase(broken), QString(u'a') + QChar(0xD801));
}

QTEST_GUILESS_MAIN(TestWordFeatures)
#include "tst_word_features.moc"
