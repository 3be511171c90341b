// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"
#include "site/topics.h"

#include <QSet>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::site;
using namespace Qt::StringLiterals;

class TestSiteTopics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTopicHasAPageOfItsOwn() const;
    void everyTopicBelongsToAMainOne() const;
    void namesAreShort() const;
    void storiesStandUnderEachOnce() const;
    void mainSectionsKeepTheirOrder() const;
};

/// `index` is taken.
void TestSiteTopics::everyTopicHasAPageOfItsOwn() const
{
    QSet<QString> files{u"topics/index.html"_s};
    const QStringList names = format::topicNames();
    QVERIFY(names.size() > 1000);
    for (const QString &name : names) {
        const QString file = topicFile(format::topicCode(name));
        QVERIFY2(!files.contains(file), qPrintable(file));
        QVERIFY2(!file.contains(u"/."_s) && file.count(u'/') == 1, qPrintable(file));
        files.insert(file);
    }
}

void TestSiteTopics::everyTopicBelongsToAMainOne() const
{
    for (const QString &name : format::topicNames())
        QVERIFY2(!sectionOf(format::topicCode(name)).isEmpty(), qPrintable(name));
    QCOMPARE(sectionOf(u"medtop:20000012"_s), u"medtop:01000000"_s); // jewelry
    QCOMPARE(sectionOf(u"medtop:11000000"_s), u"medtop:11000000"_s);
    QCOMPARE(sectionOf(u"medtop:99999999"_s), QString());
    QCOMPARE(sectionOf({}), QString());
}

void TestSiteTopics::namesAreShort() const
{
    QCOMPARE(shortName(u"medtop:11000000"_s), u"Politics"_s);
    QCOMPARE(shortName(u"medtop:04000000"_s), u"Economy"_s);
    QCOMPARE(shortName(u"medtop:20000002"_s), u"Arts and entertainment"_s);
    QCOMPARE(fullName(u"medtop:04000000"_s), u"Economy, business and finance"_s);
}

void TestSiteTopics::storiesStandUnderEachOnce() const
{
    Card card;
    card.topics = {u"medtop:20000012"_s, u"medtop:01000000"_s, u"medtop:99999999"_s,
                   u"medtop:20000012"_s};
    QCOMPARE(listedUnder(card), (QStringList{u"medtop:20000012"_s, u"medtop:01000000"_s}));
}

void TestSiteTopics::mainSectionsKeepTheirOrder() const
{
    std::vector<Card> cards(1);
    cards.front().topics = {u"medtop:15000000"_s, u"medtop:11000000"_s};
    QCOMPARE(mainSections(cards), (QStringList{u"medtop:11000000"_s, u"medtop:15000000"_s}));
    for (int code = 1; code <= 17; ++code) {
        cards.emplace_back().topics = {u"medtop:"_s
                                       + QString::number(code * 1000000).rightJustified(8, u'0')};
    }
    QCOMPARE(mainSections(cards).size(), 7);
    QCOMPARE(mainSections({}), QStringList());
}

QTEST_GUILESS_MAIN(TestSiteTopics)
#include "tst_site_topics.moc"
