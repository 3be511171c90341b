// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Cases are data: tests/data/syntax/NAME.md is highlighted and compared with NAME.expected.
// `tst_syntax_cases --refresh` writes the expectations anew; look at the difference before it is
// kept.

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Writes down each run of a line with the name of its format.
class Writer final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    QString described(const QString &text)
    {
        KSyntaxHighlighting::State state;
        m_out.clear();
        for (const QString &line : text.split(u'\n')) {
            m_out += u"| "_s + line + u'\n';
            m_line = line;
            state = highlightLine(line, state);
        }
        return m_out;
    }

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length > 0 && format.name() != "Text"_L1 && format.name() != "Value"_L1) {
            m_out += u"    %1: %2\n"_s.arg(format.name(), m_line.mid(offset, length));
        }
    }
    QString m_out;
    QString m_line;
};

QDir caseFolder()
{
    return {QStringLiteral(NUTGRAF_TEST_DATA "/syntax")};
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString described(const QString &path)
{
    KSyntaxHighlighting::Repository repository;
    repository.addCustomSearchPath(QStringLiteral(NUTGRAF_SOURCE_DIR "/resources"));
    Writer writer;
    writer.setDefinition(repository.definitionForName(u"Nutgraf Story"_s));
    return writer.described(read(path));
}

QString expectedPath(const QString &path)
{
    return path.chopped(2) + u"expected"_s;
}

int refresh()
{
    for (const QString &name : caseFolder().entryList({u"*.md"_s})) {
        const QString path = caseFolder().filePath(name);
        QFile file(expectedPath(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(described(path).toUtf8()) < 0) {
            return 1;
        }
    }
    return 0;
}

} // namespace

class TestSyntaxCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void libraryTakesTheDefinition() const;
    void highlightsAsExpected_data() const;
    void highlightsAsExpected() const;
};

void TestSyntaxCases::libraryTakesTheDefinition() const
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    KSyntaxHighlighting::Repository repository;
    repository.addCustomSearchPath(QStringLiteral(NUTGRAF_SOURCE_DIR "/resources"));
    const auto definition = repository.definitionForName(u"Nutgraf Story"_s);
    QVERIFY(definition.isValid());
    QVERIFY(definition.formats().size() > 10);
    QCOMPARE(definition.keywordLists().size(), 2);
    QVERIFY(definition.keywordList(u"fields"_s).contains(u"headline"_s));
    QCOMPARE(repository.definitionsForFileName(u"story.md"_s).contains(definition), true);
}

void TestSyntaxCases::highlightsAsExpected_data() const
{
    QTest::addColumn<QString>("path");
    for (const QString &name : caseFolder().entryList({u"*.md"_s})) {
        QTest::newRow(qPrintable(name)) << caseFolder().filePath(name);
    }
}

void TestSyntaxCases::highlightsAsExpected() const
{
    QFETCH(QString, path);
    const QStringList expected = read(expectedPath(path)).split(u'\n');
    const QStringList found = described(path).split(u'\n');
    for (qsizetype i = 0; i < std::min(found.size(), expected.size()); ++i) {
        QCOMPARE(found.at(i), expected.at(i));
    }
    QCOMPARE(found.size(), expected.size());
}

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    if (QGuiApplication::arguments().contains(u"--refresh"_s)) {
        return refresh();
    }
    TestSyntaxCases test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_syntax_cases.moc"
