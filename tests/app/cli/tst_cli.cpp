// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli/verb.h"
#include "cli_runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

// The program's manners: help, wrong calls, broken input, pipes. What the commands do is in
// tst_cli_desk, tst_cli_analyze and tst_cli_publish.

class TestCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpsWithEveryCommand_data() const;
    void helpsWithEveryCommand() const;
    void helpsInGeneral() const;
    void saysItsVersion() const;
    void refusesCallsThatMakeNoSense_data() const;
    void refusesCallsThatMakeNoSense() const;
    void saysWhatIsWrongWithAFile_data() const;
    void saysWhatIsWrongWithAFile() const;
    void survivesAClosedPipe() const;
    void usesNoColoursInAPipe() const;
    void writesUtf8InTheCLocale() const;
    void linksNoWindows() const;
    void manualPageNamesEverything() const;
    void completionParses_data() const;
    void completionParses() const;
    void completesInBash() const;

private:
    QTemporaryDir m_folder;
    QString m_desk;
};

void TestCli::initTestCase()
{
    m_desk = m_folder.filePath(u"desk"_s);
    QCOMPARE(run({u"sample"_s, m_desk}).code, 0);
    QVERIFY(writeFile(m_folder.filePath(u"latin1.txt"_s), "Caf\xE9\n").has_value());
    QVERIFY(writeFile(m_folder.filePath(u"broken.md"_s), "---\nslug: [\n---\nx\n").has_value());
    QVERIFY(writeFile(m_folder.filePath(u"open.md"_s), "---\nslug: a\n").has_value());
}

void TestCli::helpsWithEveryCommand_data() const
{
    QTest::addColumn<QString>("verb");
    for (const cli::Verb &verb : cli::allVerbs()) {
        QTest::newRow(qPrintable(verb.name)) << verb.name;
    }
}

void TestCli::helpsWithEveryCommand() const
{
    QFETCH(const QString, verb);
    const Outcome help = run({verb, u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.startsWith("Usage: nutgraf-cli " + verb.toUtf8()));
    QVERIFY(help.error.isEmpty());
    QCOMPARE(run({u"help"_s, verb}).out, help.out);
    QCOMPARE(run({verb, u"-h"_s, u"more"_s}).out, help.out);
    for (const QByteArray &line : help.out.split('\n')) {
        QVERIFY2(QString::fromUtf8(line).size() <= 110, line.constData());
    }
}

void TestCli::helpsInGeneral() const
{
    const Outcome help = run({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const cli::Verb &verb : cli::allVerbs()) {
        QVERIFY(help.out.contains("\n  " + verb.name.toUtf8() + ' '));
    }
    const Outcome none = run({});
    QCOMPARE(none.code, 2);
    QVERIFY(none.out.isEmpty());
    QVERIFY(none.error.contains("Usage:"));
}

void TestCli::saysItsVersion() const
{
    QCOMPARE(run({u"--version"_s}).out, QByteArray("nutgraf-cli " NUTGRAF_VERSION "\n"));
}

void TestCli::refusesCallsThatMakeNoSense_data() const
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, const char *says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    row("no such command", {u"fly"_s}, "no command fly");
    row("no such option", {u"--fly"_s}, "no option --fly");
    row("option of no command", {u"list"_s, u"--fly"_s, u"d"_s}, "no option --fly");
    row("short option", {u"list"_s, u"-x"_s, u"d"_s}, "no option -x");
    row("no argument", {u"list"_s}, "needs DESK");
    row("too few arguments", {u"diff"_s, u"s"_s, u"1"_s}, "needs STORY A B");
    row("too many arguments", {u"list"_s, u"a"_s, u"b"_s}, "takes only DESK");
    row("value left out", {u"list"_s, u"d"_s, u"--format"_s}, "--format needs FORMAT");
    row("value not allowed", {u"list"_s, u"--format=xml"_s, u"d"_s},
        "--format is one of table, json");
    row("value for a switch", {u"list"_s, u"--spiked=yes"_s, u"d"_s}, "--spiked takes no value");
    row("kind not known", {u"publish"_s, u"s"_s, u"--kind"_s, u"again"_s},
        "--kind is one of first");
    row("shell not known", {u"completion"_s, u"tcsh"_s}, "bash, zsh or fish");
}

void TestCli::refusesCallsThatMakeNoSense() const
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.error.contains(says), outcome.error.constData());
    QCOMPARE(outcome.error.count('\n'), 1);
}

void TestCli::saysWhatIsWrongWithAFile_data() const
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("file");
    for (const char *file : {"none.md", "latin1.txt", "broken.md", "open.md", ".", "desk"}) {
        for (const char *verb : {"analyze", "check", "summarize", "publish", "versions", "spike",
                                 "duplicate", "verify"}) {
            const bool isDesk = qstrcmp(file, "desk") == 0 && qstrcmp(verb, "verify") == 0;
            if (!isDesk) {
                QTest::addRow("%s %s", verb, file)
                    << QString::fromLatin1(verb) << QString::fromLatin1(file);
            }
        }
    }
}

void TestCli::saysWhatIsWrongWithAFile() const
{
    QFETCH(const QString, verb);
    QFETCH(const QString, file);
    const Outcome outcome = run({verb, m_folder.filePath(file)});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.error.count('\n'), 1);
    QVERIFY2(outcome.error.contains(file.toUtf8()), outcome.error.constData());
}

void TestCli::survivesAClosedPipe() const
{
    const QString story = m_desk + u"/stories/2026-05-12-harbour-levy"_s;
    QString files;
    for (int i = 0; i < 60; ++i) {
        files += u" '"_s + story + u'\'';
    }
    QProcess shell;
    shell.start(u"/bin/bash"_s,
                {u"-c"_s,
                 u"set -o pipefail; " NUTGRAF_CLI " analyze --format json %1 | head -c 1 "
                 ">/dev/null"_s.arg(files)});
    QVERIFY(shell.waitForFinished(60000));
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

void TestCli::usesNoColoursInAPipe() const
{
    QVERIFY(!run({u"list"_s, m_desk}).out.contains('\033'));
    const QString story = m_desk + u"/stories/2026-05-12-harbour-levy"_s;
    QVERIFY(!run({u"analyze"_s, u"--format"_s, u"table"_s, story}).out.contains('\033'));
}

void TestCli::writesUtf8InTheCLocale() const
{
    const QString story = m_desk + u"/stories/2026-05-12-harbour-levy"_s;
    const QStringList call{u"analyze"_s, u"--format"_s, u"table"_s, story};
    const Outcome inC = run(call, {u"LC_ALL=C"_s, u"LANG=C"_s});
    QCOMPARE(inC.code, 0);
    QCOMPARE(inC.error, QByteArray());
    QCOMPARE(inC.out, run(call).out);
    QVERIFY(inC.out.contains("“"));
}

void TestCli::linksNoWindows() const
{
    QFile program(QStringLiteral(NUTGRAF_CLI));
    QVERIFY(program.open(QIODevice::ReadOnly));
    const QByteArray bytes = program.readAll();
    QVERIFY(bytes.contains("libQt6Core.so"));
    QVERIFY(!bytes.contains("libQt6Gui.so"));
    QVERIFY(!bytes.contains("libQt6Widgets.so"));
}

void TestCli::manualPageNamesEverything() const
{
    const QByteArray page =
        readFile(QStringLiteral(NUTGRAF_SOURCE_DIR "/packaging/nutgraf-cli.1")).value();
    const QString text = QString::fromUtf8(page).remove(u'\\');
    for (const cli::Verb &verb : cli::allVerbs()) {
        const qsizetype begin = text.indexOf(u"\n.SS "_s + verb.name + u' ');
        QVERIFY2(begin >= 0, qPrintable(verb.name));
        const qsizetype end = text.indexOf(QRegularExpression(u"\n\\.S[SH] "_s), begin + 1);
        const QString section = text.sliced(begin, end - begin);
        static const QRegularExpression anOption(u"--[a-z-]+"_s);
        for (const QRegularExpressionMatch &match : anOption.globalMatch(section)) {
            const QString name = match.captured().sliced(2);
            QVERIFY2(std::ranges::contains(verb.options, name, &cli::Option::name),
                     qPrintable(verb.name + u' ' + name));
        }
        for (const cli::Option &option : verb.options) {
            const QString value =
                option.choices.isEmpty() ? option.value : option.choices.join(u'|');
            QVERIFY2(section.contains(u"--"_s + option.name), qPrintable(option.name));
            QVERIFY2(section.contains(value), qPrintable(verb.name + u' ' + value));
        }
    }
    QVERIFY(text.contains(u"Nutgraf " NUTGRAF_VERSION ""_s));
}

void TestCli::completionParses_data() const
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"bash", "zsh", "fish"}) {
        QTest::newRow(shell) << QString::fromLatin1(shell);
    }
}

void TestCli::completionParses() const
{
    QFETCH(const QString, shell);
    const Outcome script = run({u"completion"_s, shell});
    QCOMPARE(script.code, 0);
    for (const cli::Verb &verb : cli::allVerbs()) {
        QVERIFY(script.out.contains(verb.name.toUtf8()));
        for (const cli::Option &option : verb.options) {
            QVERIFY(script.out.contains(option.name.toUtf8()));
        }
    }
    if (QStandardPaths::findExecutable(shell).isEmpty()) {
        QSKIP("This shell is not installed; the script's words were checked, not its grammar.");
    }
    const QString file = m_folder.filePath(u"script"_s);
    QVERIFY(writeFile(file, script.out).has_value());
    QProcess check;
    check.start(shell, {u"-n"_s, file});
    QVERIFY(check.waitForFinished());
    QCOMPARE(check.readAllStandardError(), QByteArray());
    QCOMPARE(check.exitCode(), 0);
}

void TestCli::completesInBash() const
{
    const auto complete = [&](const QString &words, int at) {
        QProcess shell;
        shell.start(u"/bin/bash"_s,
                    {u"-c"_s,
                     u"source <(" NUTGRAF_CLI " completion bash); COMP_WORDS=(%1); "
                     "COMP_CWORD=%2; _nutgraf_cli; echo \"${COMPREPLY[@]}\""_s.arg(words)
                         .arg(at)});
        shell.waitForFinished();
        return shell.readAllStandardOutput().trimmed();
    };
    QCOMPARE(complete(u"nutgraf-cli pub"_s, 1), QByteArray("publish"));
    QCOMPARE(complete(u"nutgraf-cli publish --k"_s, 2), QByteArray("--kind"));
    QCOMPARE(complete(u"nutgraf-cli publish --kind c"_s, 3), QByteArray("correction"));
    QCOMPARE(complete(u"nutgraf-cli completion f"_s, 2), QByteArray("fish"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
