// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/segments.h"

#include <QStringList>
#include <QTest>

using namespace nutgraf;

namespace {

QStringList cut(const QString &text, const std::vector<TextRange> &ranges)
{
    QStringList found;
    for (const TextRange &range : ranges)
        found.push_back(range.in(text).toString());
    return found;
}

} // namespace

class TestSegments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsParagraphs_data() const;
    void cutsParagraphs() const;
    void cutsSentences_data() const;
    void cutsSentences() const;
    void countsWords_data() const;
    void countsWords() const;
};

void TestSegments::cutsParagraphs_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QStringList two{QStringLiteral("One."), QStringLiteral("Two.")};
    QTest::newRow("none") << QStringLiteral(" \n\n ") << QStringList();
    QTest::newRow("single line ends") << QStringLiteral("One.\nTwo.") << two;
    QTest::newRow("blank lines") << QStringLiteral("\n One. \n\n\nTwo.\n") << two;
    QTest::newRow("carriage returns") << QStringLiteral("One.\r\n\r\nTwo.\r\n") << two;
    QTest::newRow("paragraph separators") << QStringLiteral("One.\u2029Two.") << two;
    QTest::newRow("a line separator parts no paragraph")
        << QStringLiteral("One.\u2028Two.") << QStringList{QStringLiteral("One.\u2028Two.")};
    QTest::newRow("no-break spaces outside") << QStringLiteral("\u00a0One.\u00a0\nTwo.") << two;
}

void TestSegments::cutsParagraphs() const
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(cut(text, text::paragraphs(text, {0, text.size()})), expected);
}

void TestSegments::cutsSentences_data() const
{
    QTest::addColumn<QStringList>("sentences");
    const auto row = [](const char *name, const QStringList &sentences) {
        QTest::newRow(name) << sentences;
    };
    row("plain",
        {QStringLiteral("It rained."), QStringLiteral("It stopped!"), QStringLiteral("Why?")});
    row("abbreviations",
        {QStringLiteral("Mr. Aldo met Dr. Brin on Feb. 24 at 5 p.m. in St. Vale."),
         QStringLiteral("He left.")});
    row("initials",
        {QStringLiteral("J. K. Moran of the U.N. Council spoke."), QStringLiteral("She sat.")});
    row("initials that end",
        {QStringLiteral("They came from the U.S."), QStringLiteral("They stayed.")});
    row("numbers", {QStringLiteral("It rose 3.5 percent to 1,200.50."), QStringLiteral("Good.")});
    row("quotation goes on",
        {QStringLiteral("\"It rained. It stopped,\" he said."), QStringLiteral("He sat.")});
    row("quotation ends",
        {QStringLiteral("\"It rained. It stopped.\""), QStringLiteral("He sat.")});
    row("question with its cue",
        {QStringLiteral("\"Did it rain?\" Ms. Vale asked."), QStringLiteral("No.")});
    row("question with a pronoun",
        {QStringLiteral("\"Did it rain?\" she asked."), QStringLiteral("No.")});
    row("curly marks", {QStringLiteral("He called it “over.”"), QStringLiteral("It was not.")});
    row("bracket", {QStringLiteral("(It rained.)"), QStringLiteral("It stopped.")});
    row("ellipsis",
        {QStringLiteral("It rained… and stopped."), QStringLiteral("Good…"),
         QStringLiteral("Yes.")});
    row("no end", {QStringLiteral("A headline without a point")});
    row("number ends a sentence", {QStringLiteral("He said no."), QStringLiteral("She said 5.")});
}

void TestSegments::cutsSentences() const
{
    QFETCH(QStringList, sentences);
    const QString text = sentences.join(u' ');
    QCOMPARE(cut(text, text::sentences(text, {0, text.size()})), sentences);
}

void TestSegments::countsWords_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("count");
    const auto row = [](const char *name, const QString &text, qsizetype count) {
        QTest::newRow(name) << text << count;
    };
    row("none", QStringLiteral(" — … 😀 "), 0);
    row("plain", QStringLiteral("three short words"), 3);
    row("joined", QStringLiteral("It's a well-known U.S. rule, isn’t it?"), 7);
    row("decomposed letters", QStringLiteral("cafe\u0301 noe\u0308l"), 2);
    row("beyond the basic plane", QStringLiteral("𝒳𝒴 and 𐐷"), 3);
    row("white space of every kind", QStringLiteral("a\u00a0b\u2028c\td\ne"), 5);
    row("trailing joiners", QStringLiteral("the nurses' end- 'tis."), 4);
}

void TestSegments::countsWords() const
{
    QFETCH(QString, text);
    QFETCH(qsizetype, count);
    QCOMPARE(text::wordCount(text), count);
}

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
