// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/code_points.h"

#include <QTest>

using namespace nutgraf;

class TestCodePoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsBothWays_data() const;
    void convertsBothWays() const;
    void roundsDownInsideAPair() const;
    void countsLoneSurrogatesAsOne() const;
};

void TestCodePoints::convertsBothWays_data() const
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("plain") << QStringLiteral("plain");
    QTest::newRow("emoji") << QStringLiteral("a😀b😀😀c");
    QTest::newRow("pair first and last") << QStringLiteral("😀x😀");
    QTest::newRow("joined emoji, NFD, no-break space, line separator")
        << QStringLiteral("👩‍👩‍👧 e\u0301\u00a0\u2028𝒳");
}

void TestCodePoints::convertsBothWays() const
{
    QFETCH(QString, text);
    const text::CodePointMap map(text);
    qsizetype utf16 = 0;
    qsizetype codePoint = 0;
    for (const char32_t c : text.toUcs4()) {
        QCOMPARE(map.toCodePoint(utf16), codePoint);
        QCOMPARE(map.toUtf16(codePoint), utf16);
        utf16 += QChar::requiresSurrogates(c) ? 2 : 1;
        ++codePoint;
    }
    QCOMPARE(map.toCodePoint(text.size()), codePoint);
    QCOMPARE(map.toUtf16(codePoint), text.size());
}

void TestCodePoints::roundsDownInsideAPair() const
{
    const text::CodePointMap map(u"a😀b");
    QCOMPARE(map.toCodePoint(1), 1);
    QCOMPARE(map.toCodePoint(2), 1);
    QCOMPARE(map.toCodePoint(3), 2);
}

void TestCodePoints::countsLoneSurrogatesAsOne() const
{
    const QString text = QString(QChar(0xd83d)) + u'a' + QChar(0xde00) + u'b';
    const text::CodePointMap map(text);
    QCOMPARE(map.toCodePoint(text.size()), text.size());
}

QTEST_GUILESS_MAIN(TestCodePoints)
#include "tst_code_points.moc"
