// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/tokens.h"

#include <QStringList>
#include <QTest>

using namespace nutgraf;

class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsWords_data() const;
    void cutsWords() const;
    void tellsKinds() const;
    void knowsAbbreviations() const;
};

void TestTokens::cutsWords_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("sentence", QStringLiteral("It rained, he said."), QStringLiteral("It|rained|,|he|said|."));
    row("abbreviations", QStringLiteral("Mr. Roe of the U.N. came Feb. 24."),
        QStringLiteral("Mr.|Roe|of|the|U.N.|came|Feb.|24|."));
    row("joined words", QStringLiteral("don't re-elect AT&T's O’Hara"),
        QStringLiteral("don't|re-elect|AT&T's|O’Hara"));
    row("numbers", QStringLiteral("1,200.5 and 24th, 3"), QStringLiteral("1,200.5|and|24th|,|3"));
    row("marks", QStringLiteral("\"no\" (yes)…"), QStringLiteral("\"|no|\"|(|yes|)|…"));
    row("decomposed", QStringLiteral("cafe\u0301!"), QStringLiteral("cafe\u0301|!"));
    row("joined emoji", QStringLiteral("👩‍👧👍🏽 x"),
        QStringLiteral("👩‍👧|👍|🏽|x"));
    row("white space", QStringLiteral("a\u00a0b\u2028c"), QStringLiteral("a|b|c"));
}

void TestTokens::cutsWords() const
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QStringList found;
    for (const text::Token &token : text::tokens(text, {0, text.size()}))
        found.push_back(token.range.in(text).toString());
    QCOMPARE(found.join(u'|'), expected);
}

void TestTokens::tellsKinds() const
{
    const QString text = QStringLiteral("May 12,");
    const std::vector<text::Token> found = text::tokens(text, {0, text.size()});
    QCOMPARE(found.at(0).kind, text::TokenKind::Word);
    QCOMPARE(found.at(1).kind, text::TokenKind::Number);
    QCOMPARE(found.at(2).kind, text::TokenKind::Symbol);
}

void TestTokens::knowsAbbreviations() const
{
    QVERIFY(text::isAbbreviation(u"Mr."));
    QVERIFY(text::isAbbreviation(u"U.S."));
    QVERIFY(text::isAbbreviation(u"J."));
    QVERIFY(text::isAbbreviation(u"p.m."));
    QVERIFY(!text::isAbbreviation(u"no."));
    QVERIFY(!text::isAbbreviation(u"rain."));
    QVERIFY(!text::isAbbreviation(u"."));
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_word_tokens.moc"
