// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/names.h"

#include <QTest>

using namespace nutgraf::desk;

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesSlugs_data() const;
    void judgesSlugs() const;
    void readsFolderNames() const;
    void writesFolderNames() const;
};

void TestNames::judgesSlugs_data() const
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<bool>("isValid");
    const auto row = [](const char *name, const QString &slug, bool isValid) {
        QTest::newRow(name) << slug << isValid;
    };
    row("plain", QStringLiteral("harbour-levy"), true);
    row("letters of other scripts", QStringLiteral("köprü-tarifesi"), true);
    row("space inside", QStringLiteral("harbour levy"), true);
    row("device as part", QStringLiteral("con-man"), true);
    row("longest", QString(120, u'a'), true);
    row("too long", QString(121, u'a'), false);
    row("as many bytes as may be", QString(60, QChar(0x4E00)), true);
    row("paragraph separator", QStringLiteral("a\u2029b"), false);
    row("space before", QStringLiteral(" a"), false);
    row("dot inside", QStringLiteral("a.b"), true);
    row("pipe", QStringLiteral("a|b"), false);
    row("device of two digits", QStringLiteral("com10"), true);
    row("too many bytes", QString(61, QChar(0x4E00)), false);
    row("empty", QString(), false);
    row("slash", QStringLiteral("a/b"), false);
    row("backslash", QStringLiteral("a\\b"), false);
    row("colon", QStringLiteral("a:b"), false);
    row("question mark", QStringLiteral("why?"), false);
    row("parent", QStringLiteral(".."), false);
    row("parent inside", QStringLiteral("a..b"), false);
    row("hidden", QStringLiteral(".a"), false);
    row("dot at the end", QStringLiteral("a."), false);
    row("space at the end", QStringLiteral("a "), false);
    row("new line", QStringLiteral("a\nb"), false);
    row("nul", QStringLiteral("a%1b").arg(QChar(u'\0')), false);
    row("right to left override", QStringLiteral("a\u202Eb"), false);
    row("line separator", QStringLiteral("a\u2028b"), false);
    row("lone surrogate", QString(QChar(0xD800)), false);
    row("device", QStringLiteral("con"), false);
    row("device, upper case", QStringLiteral("NUL"), false);
    row("device with ending", QStringLiteral("lpt1.txt"), false);
}

void TestNames::judgesSlugs() const
{
    QFETCH(const QString, slug);
    QFETCH(const bool, isValid);
    QCOMPARE(isValidSlug(slug), isValid);
}

void TestNames::readsFolderNames() const
{
    QCOMPARE(parseFolderName(QStringLiteral("2026-05-12-harbour-levy")).slug,
             QStringLiteral("harbour-levy"));
    QCOMPARE(parseFolderName(QStringLiteral("2026-05-12-harbour-levy")).day, QDate(2026, 5, 12));
    QCOMPARE(parseFolderName(QStringLiteral("harbour-levy")).slug, QStringLiteral("harbour-levy"));
    QVERIFY(!parseFolderName(QStringLiteral("harbour-levy")).day.isValid());
    QVERIFY(!parseFolderName(QStringLiteral("2026-13-12-levy")).day.isValid());
    for (const QString &name : {QStringLiteral("2026-05-12"), QStringLiteral("2026-05-12-"),
                                QStringLiteral("2026-05-12_levy"), QStringLiteral("2026-05-123")}) {
        QCOMPARE(parseFolderName(name).slug, name);
        QVERIFY(!parseFolderName(name).day.isValid());
    }
    QCOMPARE(parseFolderName(QStringLiteral("2026-05-12-a")).slug, QStringLiteral("a"));
}

void TestNames::writesFolderNames() const
{
    QCOMPARE(folderNameFor(QDate(2026, 5, 12), QStringLiteral("levy")),
             QStringLiteral("2026-05-12-levy"));
    QCOMPARE(folderNameFor(QDate(), QStringLiteral("levy")), QStringLiteral("levy"));
    QCOMPARE(folderNameFor(QDate(), QStringLiteral("Levy u\u0308")), QStringLiteral("levy ü"));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_story_names.moc"
