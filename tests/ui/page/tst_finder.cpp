// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/finder.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::page;
using namespace Qt::StringLiterals;

class TestFinder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void fieldsComeFirst();
    void patternsKeepTheirGroups();
    void saysWhatIsWrongWithAPattern();
};

void TestFinder::finds_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<FindOptions>("options");
    QTest::addColumn<int>("count");
    QTest::newRow("any case") << u"Pier pier PIER"_s << u"pier"_s << FindOptions{} << 3;
    QTest::newRow("this case") << u"Pier pier PIER"_s << u"pier"_s
                               << FindOptions{.matchesCase = true} << 1;
    QTest::newRow("part of a word") << u"pier piers"_s << u"pier"_s << FindOptions{} << 2;
    QTest::newRow("whole word") << u"pier piers öpier"_s << u"pier"_s
                                << FindOptions{.matchesWholeWords = true} << 1;
    QTest::newRow("straight finds curly")
        << u"“Out,” she said. It’s \"out\"."_s << u"\"out"_s << FindOptions{} << 2;
    QTest::newRow("apostrophes") << u"it’s it's"_s << u"it's"_s << FindOptions{} << 2;
    QTest::newRow("curly finds straight") << u"it’s it's"_s << u"it’s"_s << FindOptions{} << 2;
    QTest::newRow("marks apart") << u"it’s it's"_s << u"it's"_s
                                 << FindOptions{.equatesQuotes = false} << 1;
    QTest::newRow("no pattern by default") << u"a.b axb"_s << u"a.b"_s << FindOptions{} << 1;
    QTest::newRow("pattern") << u"a.b axb"_s << u"a.b"_s << FindOptions{.isPattern = true} << 2;
    QTest::newRow("nothing empty") << u"abc"_s << u"x*"_s << FindOptions{.isPattern = true} << 0;
}

void TestFinder::finds()
{
    QFETCH(QString, body);
    QFETCH(QString, words);
    QFETCH(FindOptions, options);
    QFETCH(int, count);
    story::Story story;
    story.body = body;
    const auto finder = Finder::make(words, options);
    QVERIFY(finder.has_value());
    QCOMPARE(static_cast<int>(finder->find(story).size()), count);
}

void TestFinder::fieldsComeFirst()
{
    story::Story story;
    story.headline = u"Pier shut"_s;
    story.body = u"The pier."_s;
    const std::vector<Found> found = Finder::make(u"pier"_s, {})->find(story, u"quay"_s);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0], (Found{story::Field::Headline, {0, 4}, u"quay"_s}));
    QCOMPARE(found[1], (Found{story::Field::Body, {4, 8}, u"quay"_s}));
}

void TestFinder::patternsKeepTheirGroups()
{
    story::Story story;
    story.body = u"12 May"_s;
    const std::vector<Found> found =
        Finder::make(u"(\\d+) (\\w+)"_s, {.isPattern = true})->find(story, u"\\2 \\1"_s);
    QCOMPARE(found.at(0).with, u"May 12"_s);
}

void TestFinder::saysWhatIsWrongWithAPattern()
{
    const auto finder = Finder::make(u"(open"_s, {.isPattern = true});
    QVERIFY(!finder.has_value());
    QVERIFY(!finder.error().isEmpty());
}

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"
