// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/carried.h"

#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;

class TestCarried : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsItsWords_data() const;
    void followsItsWords() const;
};

void TestCarried::followsItsWords_data() const
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing changed") << u"one two three"_s << u"two"_s;
    QTest::newRow("put in before") << u"zero one two three"_s << u"two"_s;
    QTest::newRow("cut before") << u"two three"_s << u"two"_s;
    QTest::newRow("put in after") << u"one two, three"_s << u"two"_s;
    QTest::newRow("put in at its beginning") << u"one !two three"_s << u"two"_s;
    QTest::newRow("typed inside") << u"one txwo three"_s << u"txwo"_s;
    QTest::newRow("cut inside") << u"one to three"_s << u"to"_s;
    QTest::newRow("cut away") << u"one  three"_s << QString();
    QTest::newRow("all is gone") << QString() << QString();
}

void TestCarried::followsItsWords() const
{
    QFETCH(QString, after);
    const TextRange two{4, 7};
    QTEST(text::carried(two, u"one two three", after).in(after).toString(), "words");
}

QTEST_GUILESS_MAIN(TestCarried)
#include "tst_carried.moc"
