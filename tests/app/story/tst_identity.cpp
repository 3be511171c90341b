// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/identity.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace nutgraf::story;
using namespace Qt::StringLiterals;

namespace {

const QDate Day(2026, 5, 12);

} // namespace

class TestIdentity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySeedHasAnIdOfItsOwn() const;
    void knowsItsForm_data() const;
    void knowsItsForm() const;
    void guidsFitEverySubscriber() const;
    void guidsOfOlderVersionsHaveANeutralIdToo() const;
};

void TestIdentity::everySeedHasAnIdOfItsOwn() const
{
    QSet<QString> ids;
    for (int i = 0; i < 5000; ++i) {
        const QString id = storyIdFrom(Day, QByteArray::number(i));
        QVERIFY2(isStoryId(id), qPrintable(id));
        ids.insert(id);
    }
    QCOMPARE(ids.size(), 5000);
    QCOMPARE(storyIdFrom(Day, "fire"), storyIdFrom(Day, "fire"));
    QVERIFY(storyIdFrom(Day, "fire") != storyIdFrom(Day.addDays(1), "fire"));
    QVERIFY(storyIdFrom(Day, "fire").startsWith(u"20260512-"_s));
}

void TestIdentity::knowsItsForm_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isId");
    QTest::newRow("id") << u"20260512-k3v9q2mtxz"_s << true;
    QTest::newRow("upper case") << u"20260512-K3V9Q2MTXZ"_s << false;
    QTest::newRow("vowel") << u"20260512-k3v9q2mtxa"_s << false;
    QTest::newRow("no day") << u"20261312-k3v9q2mtxz"_s << false;
    QTest::newRow("short") << u"20260512-k3v9q2mtx"_s << false;
    QTest::newRow("long") << u"20260512-k3v9q2mtxz2"_s << false;
    QTest::newRow("slug") << u"20260512-fire"_s << false;
    QTest::newRow("other mark") << u"20260512:k3v9q2mtxz"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestIdentity::knowsItsForm() const
{
    QFETCH(QString, text);
    QFETCH(bool, isId);
    QCOMPARE(isStoryId(text), isId);
}

/// Newshub puts guids into addresses and takes `[\w,.:-]+` only.
void TestIdentity::guidsFitEverySubscriber() const
{
    const QString id = storyIdFrom(Day, "fire");
    const QString guid = guidFrom(u"Meridian.example"_s, id);
    static const QRegularExpression form(
        u"^urn:newsml:meridian\\.example:20260512:[a-z0-9]{10}$"_s);
    QVERIFY2(form.match(guid).hasMatch(), qPrintable(guid));
    QCOMPARE(neutralId(guid), id);
    QVERIFY(guidFrom(QString(), id).startsWith(u"urn:newsml:desk.invalid:"_s));
}

void TestIdentity::guidsOfOlderVersionsHaveANeutralIdToo() const
{
    const QString guid = u"urn:newsml:meridian.example:20260512:mayor-took-bribe"_s;
    const QString id = neutralId(guid);
    QVERIFY(isStoryId(id));
    QVERIFY(id.startsWith(u"20260512-"_s));
    QCOMPARE(neutralId(guid), id);
    QVERIFY(neutralId(u"urn:newsml:meridian.example:20260512:mayor-cleared"_s) != id);
    QVERIFY(isStoryId(neutralId(u"not a guid"_s)));
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
