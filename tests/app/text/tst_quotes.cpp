// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/quotes.h"

#include <QStringList>
#include <QTest>

using namespace nutgraf;

namespace {

/// One line a quotation: its words, its depth where it is nested, and how it ends.
QStringList described(const QString &text)
{
    QStringList found;
    for (const text::Quote &quote : text::quotes(text, {0, text.size()})) {
        QString line = quote.range.in(text).toString();
        if (quote.depth > 0)
            line += QStringLiteral(" @%1").arg(quote.depth);
        if (quote.isContinued)
            line += QStringLiteral(" …");
        if (quote.isUnclosed)
            line += QStringLiteral(" !");
        found.push_back(line);
    }
    return found;
}

} // namespace

class TestQuotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryStyle_data() const;
    void findsEveryStyle() const;
    void keepsApostrophesApart_data() const;
    void keepsApostrophesApart() const;
    void nestsQuotations() const;
    void followsQuotationsOverParagraphs() const;
    void survivesUnbalancedMarks() const;
    void readsOnlyInside() const;
    void tellsMarksFromWords() const;
    void isLinearOnLongLines() const;
};

void TestQuotes::findsEveryStyle_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("straight double", QStringLiteral("He said \"no more\" twice."),
        {QStringLiteral("\"no more\"")});
    row("straight single", QStringLiteral("He said 'no more' twice."),
        {QStringLiteral("'no more'")});
    row("curly double", QStringLiteral("He said “no more” twice."), {QStringLiteral("“no more”")});
    row("curly single", QStringLiteral("He said ‘no more’ twice."), {QStringLiteral("‘no more’")});
    row("low double", QStringLiteral("Er sagte „nie mehr“ zweimal."),
        {QStringLiteral("„nie mehr“")});
    row("low double, right", QStringLiteral("Powiedział „nigdy” dwa razy."),
        {QStringLiteral("„nigdy”")});
    row("low single", QStringLiteral("Er sagte ‚nie mehr‘ zweimal."),
        {QStringLiteral("‚nie mehr‘")});
    row("guillemets", QStringLiteral("Il a dit « plus jamais » deux fois."),
        {QStringLiteral("« plus jamais »")});
    row("reversed guillemets", QStringLiteral("Er sagte »nie mehr« zweimal."),
        {QStringLiteral("»nie mehr«")});
    row("single guillemets", QStringLiteral("Il a dit ‹plus jamais› deux fois."),
        {QStringLiteral("‹plus jamais›")});
    row("typewriter", QStringLiteral("He said ``no more'' twice."),
        {QStringLiteral("``no more''")});
    row("doubled single marks", QStringLiteral("He said ''no more'' twice."),
        {QStringLiteral("''no more''")});
    row("right marks on both sides", QStringLiteral("Hän sanoi ”ei enää” kahdesti."),
        {QStringLiteral("”ei enää”")});
    row("two in one line", QStringLiteral("\"Yes,\" she said. \"No.\""),
        {QStringLiteral("\"Yes,\""), QStringLiteral("\"No.\"")});
    row("after a dash and a bracket", QStringLiteral("The plan—“a ruse”—failed (\"badly\")."),
        {QStringLiteral("“a ruse”"), QStringLiteral("\"badly\"")});
    row("no-break space before", QStringLiteral("said\u00a0\"no\""), {QStringLiteral("\"no\"")});
    row("emoji inside", QStringLiteral("\"😀\" he wrote"), {QStringLiteral("\"😀\"")});
}

void TestQuotes::findsEveryStyle() const
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(described(text), expected);
}

void TestQuotes::keepsApostrophesApart_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QStringList none;
    QTest::newRow("contraction") << QStringLiteral("It's what he didn't say.") << none;
    QTest::newRow("curly contraction") << QStringLiteral("It’s what he didn’t say.") << none;
    QTest::newRow("possessive plural")
        << QStringLiteral("The voters' choice was the nurses' too.") << none;
    QTest::newRow("elisions") << QStringLiteral("'Tis the '90s, rock 'n' roll, and they got 'em.")
                              << none;
    QTest::newRow("curly elisions") << QStringLiteral("‘Tis the ’90s, rock ’n’ roll.") << none;
    QTest::newRow("feet and inches")
        << QStringLiteral("She is 5'11\" tall and he is 6'2\".") << none;
    QTest::newRow("inside single marks")
        << QStringLiteral("'The voters' choice isn't mine,' he said.")
        << QStringList{QStringLiteral("'The voters' choice isn't mine,'")};
    QTest::newRow("inside curly single marks")
        << QStringLiteral("‘The voters’ choice isn’t mine,’ he said.")
        << QStringList{QStringLiteral("‘The voters’ choice isn’t mine,’")};
    QTest::newRow("an opening mark that never closes")
        << QStringLiteral("the 'last of them") << none;
}

void TestQuotes::keepsApostrophesApart() const
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(described(text), expected);
}

void TestQuotes::nestsQuotations() const
{
    QCOMPARE(described(QStringLiteral("\"She told me 'never', and I said ‘why’,\" he said.")),
             QStringList({QStringLiteral("\"She told me 'never', and I said ‘why’,\""),
                          QStringLiteral("'never' @1"), QStringLiteral("‘why’ @1")}));
    QCOMPARE(described(QStringLiteral("‘It was “a mess”,’ he said.")),
             QStringList({QStringLiteral("‘It was “a mess”,’"), QStringLiteral("“a mess” @1")}));
    QCOMPARE(
        described(QStringLiteral("\"They call it 'peace.'\" He left.")),
        QStringList({QStringLiteral("\"They call it 'peace.'\""), QStringLiteral("'peace.' @1")}));
}

void TestQuotes::followsQuotationsOverParagraphs() const
{
    QCOMPARE(described(QStringLiteral("He said: “First.\n\n“Second.\n“Third.”\nEnd.")),
             QStringList({QStringLiteral("“First. …"), QStringLiteral("“Second. …"),
                          QStringLiteral("“Third.”")}));
    QCOMPARE(described(QStringLiteral("\"First.\r\n\"Second,\" she said.")),
             QStringList({QStringLiteral("\"First. …"), QStringLiteral("\"Second,\"")}));
    QCOMPARE(described(QStringLiteral("‘First.\n‘Second,’ she said.")),
             QStringList({QStringLiteral("‘First. …"), QStringLiteral("‘Second,’")}));
}

void TestQuotes::survivesUnbalancedMarks() const
{
    QCOMPARE(described(QStringLiteral("\"Never closed.\nNext.")),
             QStringList{QStringLiteral("\"Never closed. !")});
    QCOMPARE(described(QStringLiteral("Never opened,\" he said.")), QStringList());
    QCOMPARE(described(QStringLiteral("\"")), QStringList());
    QCOMPARE(described(QStringLiteral("“Curly opens, straight closes,\" he said.")),
             QStringList{QStringLiteral("“Curly opens, straight closes,\"")});
}

void TestQuotes::readsOnlyInside() const
{
    const QString text = QStringLiteral("\"one\" \"two\" \"three\"");
    const std::vector<text::Quote> found = text::quotes(text, {6, 11});
    QCOMPARE(std::ssize(found), 1);
    QCOMPARE(found.front().range.in(text), u"\"two\"");
}

void TestQuotes::tellsMarksFromWords() const
{
    const QString text = QStringLiteral("``no''");
    const std::vector<text::Quote> found = text::quotes(text, {0, text.size()});
    QCOMPARE(found.at(0).inner.in(text), u"no");
}

void TestQuotes::isLinearOnLongLines() const
{
    // Quadratic work would run into the test's time limit.
    const QString text = QStringLiteral("the nurses' 'own \"view ").repeated(200'000);
    QVERIFY(!text::quotes(text, {0, text.size()}).empty());
}

QTEST_GUILESS_MAIN(TestQuotes)
#include "tst_quotes.moc"
