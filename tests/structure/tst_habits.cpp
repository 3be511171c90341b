// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source_tree.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

// Habits that neither the compiler nor clang-tidy asks for: no hidden inputs, no style sheets,
// words for people through tr(), tests that wait on states.

using namespace tree;
using namespace Qt::StringLiterals;

namespace {

const QStringList sourceFiles{u"*.cpp"_s, u"*.h"_s};

/// Files below a folder, but those whose path begins with one of `but`.
QStringList files(const QString &folder, const QStringList &but = {})
{
    QStringList all = sources({folder}, sourceFiles);
    all.removeIf([&](const QString &path) {
        return std::ranges::any_of(
            but, [&](const QString &begin) { return relative(path).startsWith(begin); });
    });
    return all;
}

void expectNone(const QStringList &faults)
{
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

class TestHabits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inputsArePassedIn() const;
    void nothingIsThrownOrDeleted() const;
    void noLoopRunsInsideAnother() const;
    void noStyleSheets() const;
    void wordsForPeopleAreTranslatable() const;
    void numbersHaveWords() const;
    void twoStatesAreAnEnum() const;
    void storiesAreReadInOnePlace() const;
    void appLinksNoWindow() const;
    void theDesksPathsAreSpeltOnce() const;
    void filesAreNamedAlike() const;
    void testsWaitOnStates() const;
    void testsStaySmall() const;
};

/// Clock, ids and settings come from ui/ and cli/; app/base has the real ones.
void TestHabits::inputsArePassedIn() const
{
    // A folder written aside needs a name that nobody else has taken; it is renamed before anyone
    // sees it.
    const QStringList aside{u"app/publish/publish.cpp"_s, u"app/desk/sample_desk.cpp"_s};
    expectNone(places(files(u"app"_s, QStringList{u"app/base/"_s, u"app/cli/"_s} + aside),
                      u"\\b(QSettings|QUuid::createUuid|QRandomGenerator|system_clock|"
                      "current(Date|DateTime|DateTimeUtc|Time)\\()"_s));
}

void TestHabits::nothingIsThrownOrDeleted() const
{
    // The second pane goes at once: the next one takes its place in the same splitter.
    expectNone(places(code(), u"\\bthrow\\b"_s)
               + places(files(u"app"_s), u"(?<!= )\\bdelete [\\w*(]"_s)
               + places(files(u"ui"_s), u"(?<!= )\\bdelete [\\w*(]"_s));
}

void TestHabits::noLoopRunsInsideAnother() const
{
    expectNone(places(code(), u"\\b(QEventLoop|processEvents)\\b"_s));
}

void TestHabits::noStyleSheets() const
{
    expectNone(places(files(u"ui"_s), u"\\bsetStyleSheet\\b"_s));
}

/// A literal of words handed to a control: `setText(u"Save"_s)`.
void TestHabits::wordsForPeopleAreTranslatable() const
{
    expectNone(places(
        files(u"ui"_s),
        u"\\b(set(Text|ToolTip|StatusTip|WhatsThis|WindowTitle|AccessibleName|"
        "AccessibleDescription|PlaceholderText|Title|LabelText|InformativeText)|"
        "add(Action|Menu|Tab|Row|Item|Button)|showMessage|Q(Label|PushButton|Action|CheckBox|"
        "RadioButton|ToolButton|GroupBox))\\(\\s*(u\"|\"|QStringLiteral\\(\")"
        "[^\"]*\\p{L}{2}"_s));
}

/// "1 file", "2 files": by %n and resources/words, which another language has more forms in.
void TestHabits::numbersHaveWords() const
{
    expectNone(places(files(u"ui"_s), u"== 1 *\\? *(\\w+::)?tr\\("_s));
    static const QRegularExpression counted(u"\\btr\\(\\s*\"([^\"]*%L?n\\b[^\"]*)\""_s);
    const QString words = read(top() + u"/resources/words/nutgraf_en.ts"_s);
    QStringList faults;
    for (const QString &path : files(u"ui"_s)) {
        for (const QRegularExpressionMatch &match : counted.globalMatch(read(path))) {
            if (!words.contains(u"<source>"_s + match.captured(1).toHtmlEscaped())) {
                faults.append(relative(path) + u": "_s + match.captured(1));
            }
        }
    }
    expectNone(faults);
    QVERIFY(words.count(u"numerus=\"yes\""_s) > 20);
}

/// app/jobs has Qt's own kind of signal, `idleChanged(bool)`.
void TestHabits::twoStatesAreAnEnum() const
{
    QStringList headers = files(u"app"_s, {u"app/jobs/"_s});
    headers.removeIf([](const QString &path) { return !path.endsWith(u".h"_s); });
    expectNone(places(headers, u"[(,] *(const )?bool &?\\w+ *[,)]"_s));
}

/// Compose, analyse, correct, bind, check: app/reading's, so that all judge by the same reading.
void TestHabits::storiesAreReadInOnePlace() const
{
    const QStringList below{u"app/reading/"_s, u"app/analysis/"_s, u"app/review/"_s};
    expectNone(places(files(u"app"_s, below) + files(u"ui"_s),
                      u"\\b(review::(check|bind|corrected)\\(|Analyser\\b|"
                      "analysis::(analyse|compose)\\()"_s));
}

void TestHabits::appLinksNoWindow() const
{
    expectNone(places(sources({u"app"_s}, {u"CMakeLists.txt"_s}),
                      u"Qt6::(Gui|Widgets|Svg)|nutgraf_ui_|KF6::"_s));
}

/// What lies where on a desk is known to app/story/folders alone.
void TestHabits::theDesksPathsAreSpeltOnce() const
{
    const QString names = u"\"[./]*(story\\.md|review\\.json|notes\\.md|spiked\\.json|desk\\.json|"
                          "\\.nutgraf|\\.gitignore)/?\"|\"/(versions|transcripts|stories|spiked|"
                          "templates|journal)\\b|\"versions/|"
                          "(filePath|QDir)\\([^)]*\"(versions|transcripts|stories|spiked|templates|"
                          "journal)\""_s;
    expectNone(places(files(u"app"_s, {u"app/story/folders.cpp"_s}) + files(u"ui"_s), names));
}

void TestHabits::filesAreNamedAlike() const
{
    static const QRegularExpression name(u"^[a-z0-9_]+\\.(cpp|h)$"_s);
    QStringList faults;
    for (const QString &path : code() + files(u"tests"_s)) {
        if (!name.match(QFileInfo(path).fileName()).hasMatch()) {
            faults.append(relative(path));
        }
        if (path.endsWith(u".h"_s) && !read(path).contains("\n#pragma once\n"_L1)) {
            faults.append(relative(path) + u" has no #pragma once"_s);
        }
    }
    expectNone(faults);
}

void TestHabits::testsWaitOnStates() const
{
    expectNone(places(files(u"tests"_s, {u"tests/bench/"_s, u"tests/structure/"_s}),
                      u"\\b(qWait|qSleep|msleep|usleep|sleep_for|sleep)\\("_s));
}

void TestHabits::testsStaySmall() const
{
    QStringList faults;
    for (const QString &path : files(u"tests"_s)) {
        const QString text = read(path);
        const auto [line, length] = longestFunction(text);
        // 40 is the aim, 60 the end; a table of cases may be longer than a test.
        if (length > 60 || text.count(u'\n') > 500) {
            faults.append(u"%1:%2 function of %3 lines, file of %4"_s.arg(relative(path))
                              .arg(line)
                              .arg(length)
                              .arg(text.count(u'\n')));
        }
    }
    expectNone(faults);
}

QTEST_GUILESS_MAIN(TestHabits)
#include "tst_habits.moc"
