// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/syntax_runner.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>

#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

using namespace nutgraf;
using body::SyntaxRunner;

namespace {

// The name of the format of each character of a line.
class Names final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    Names()
    {
        setDefinition(body::storySyntax());
    }
    QString at(const QString &lines, qsizetype offset)
    {
        KSyntaxHighlighting::State state;
        const QStringList all = lines.split(u'\n');
        for (const QString &line : all) {
            m_names.assign(static_cast<std::size_t>(line.size()) + 1, QString());
            state = highlightLine(line, state);
        }
        return m_names.at(static_cast<std::size_t>(offset));
    }

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        for (int i = offset; i < offset + length; ++i)
            m_names.at(static_cast<std::size_t>(i)) = format.name();
    }
    std::vector<QString> m_names;
};

} // namespace

class TestBodySyntax : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void definitionIsFound();
    void partsOfAStory_data();
    void partsOfAStory();
    void onlyWhatIsAskedForIsRun();
    void anEditRunsItsLineAgain();
    void stateThatChangesRunsOn();
    void bodyKnowsNoHeader();
};

void TestBodySyntax::definitionIsFound()
{
    const auto definition = body::storySyntax();
    QVERIFY(definition.isValid());
    QCOMPARE(definition.license(), QStringLiteral("GPL-3.0-or-later"));
}

void TestBodySyntax::partsOfAStory_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("offset"); // in the last line
    QTest::addColumn<QString>("format");
    const QString header = QStringLiteral("---\nslug: a\n---\n");
    const auto row = [&](const char *name, const QString &text, int offset, const char *format) {
        QTest::newRow(name) << text << offset << QString::fromLatin1(format);
    };
    row("fence", QStringLiteral("---"), 0, "Fence");
    row("field", QStringLiteral("---\nheadline: Quay opens"), 2, "Field");
    row("unknown field", QStringLiteral("---\nmood: calm"), 2, "Other Field");
    row("date", QStringLiteral("---\ndate: 2026-05-12"), 8, "Date");
    row("state", QStringLiteral("---\nstatus: in-review"), 9, "State");
    row("remark", QStringLiteral("---\n# by hand"), 3, "Remark");
    row("quoted over lines", QStringLiteral("---\ndeck: \"one\ntwo\""), 1, "String");
    row("end of header", header.chopped(1), 1, "Fence");
    row("no header", QStringLiteral("Plain words"), 2, "Text");
    row("dateline", header + QStringLiteral("PORT LORNE — The quay"), 3, "Dateline");
    row("quotation", header + QStringLiteral("He said “soon” today"), 10, "Quote");
    row("after quotation", header + QStringLiteral("He said “soon” today"), 16, "Text");
    row("open quotation ends with its line", header + QStringLiteral("“soon\nnext"), 1, "Text");
    row("crosshead", header + QStringLiteral("## What next"), 5, "Crosshead");
    row("strong", header + QStringLiteral("so **very** fast"), 6, "Strong");
    row("emphasis", header + QStringLiteral("so *very* fast"), 5, "Emphasis");
    row("lone star", header + QStringLiteral("so * very fast"), 6, "Text");
    row("link", header + QStringLiteral("see [here](https://example.org/)"), 6, "Link");
    row("link target", header + QStringLiteral("see [here](https://example.org/)"), 14, "Address");
    row("list", header + QStringLiteral("- first"), 0, "Marker");
    row("notice", header + QStringLiteral("Notice: sold to others\nas it is"), 1, "Notice");
    row("notice ends", header + QStringLiteral("Notice: sold\n\nas it is"), 1, "Text");
}

void TestBodySyntax::partsOfAStory()
{
    QFETCH(QString, text);
    QFETCH(int, offset);
    QTEST(Names().at(text, offset), "format");
}

void TestBodySyntax::onlyWhatIsAskedForIsRun()
{
    QTextDocument document(QStringLiteral("One *line*\n\n").repeated(1000));
    SyntaxRunner runner;
    runner.setColours(look::lightColours());
    runner.begin(body::storySyntax(), SyntaxRunner::Start::Body);
    const QTextBlock late = document.findBlockByNumber(1500);
    QVERIFY(!runner.formats(late).isEmpty());
    QVERIFY(runner.linesRun() < 5);
    const qsizetype run = runner.linesRun();
    QVERIFY(!runner.formats(late).isEmpty());
    QCOMPARE(runner.linesRun(), run);
}

void TestBodySyntax::anEditRunsItsLineAgain()
{
    QTextDocument document(QStringLiteral("One line\nTwo lines\nThree lines"));
    SyntaxRunner runner;
    runner.setColours(look::lightColours());
    runner.begin(body::storySyntax(), SyntaxRunner::Start::Body);
    QVERIFY(runner.formats(document.lastBlock()).isEmpty());
    const qsizetype run = runner.linesRun();
    QTextCursor cursor(document.findBlockByNumber(1));
    cursor.insertText(QStringLiteral("*new* "));
    QVERIFY(!runner.formats(document.findBlockByNumber(1)).isEmpty());
    QVERIFY(runner.formats(document.lastBlock()).isEmpty());
    QCOMPARE(runner.linesRun(), run + 1); // the state after it is the same
}

void TestBodySyntax::stateThatChangesRunsOn()
{
    QTextDocument document(QStringLiteral("Words\nmore words\nlast"));
    SyntaxRunner runner;
    runner.setColours(look::lightColours());
    runner.begin(body::storySyntax(), SyntaxRunner::Start::Body);
    QVERIFY(runner.formats(document.lastBlock()).isEmpty());
    QTextCursor cursor(&document);
    cursor.insertText(QStringLiteral("Notice: "));
    QVERIFY(!runner.formats(document.lastBlock()).isEmpty());
}

void TestBodySyntax::bodyKnowsNoHeader()
{
    QTextDocument document(QStringLiteral("headline: not a field"));
    SyntaxRunner runner;
    runner.setColours(look::lightColours());
    runner.begin(body::storySyntax(), SyntaxRunner::Start::Body);
    QVERIFY(runner.formats(document.firstBlock()).isEmpty());
    runner.begin(body::storySyntax(), SyntaxRunner::Start::Header);
    QTextDocument file(QStringLiteral("---\nheadline: a field"));
    QVERIFY(!runner.formats(file.lastBlock()).isEmpty());
}

QTEST_MAIN(TestBodySyntax)
#include "tst_body_syntax.moc"
