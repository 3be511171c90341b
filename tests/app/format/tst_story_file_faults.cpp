// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/story_file.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace Qt::StringLiterals;

class TestStoryFileFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereAFileIsBroken_data() const;
    void tellsWhereAFileIsBroken() const;
    void readsAliasesOfAliasesAtOnce() const;
    void refusesDeepNesting() const;
    void nothingBrokenCrashes() const;
};

void TestStoryFileFaults::tellsWhereAFileIsBroken_data() const
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code, int line,
                        int column) {
        QTest::newRow(name) << bytes << code << line << column;
    };
    using enum ErrorCode;
    row("not closed", "---\nslug: a\n\nText\n", StoryHeaderUnterminated, 1, 1);
    row("only the opening", "---", StoryHeaderUnterminated, 1, 1);
    row("bad byte", "---\nslug: a\n---\n\n\xC3\xA9 \xFF\n", FileNotUtf8, 5, 3);
    row("cut sequence", "caf\xC3", FileNotUtf8, 1, 4);
    row("surrogate", "a\r\nb\r\xED\xA0\x80", FileNotUtf8, 3, 1);
    row("map in a plain scalar", "---\nslug: a\ndeck: \xC3\xA9: b\n---\n", StoryHeaderInvalid, 3,
        8);
    row("same with CRLF", "---\r\nslug: a\r\ndeck: \xC3\xA9: b\r\n---\r\n", StoryHeaderInvalid, 3,
        8);
    row("unclosed quotation", "---\nslug: a\ndeck: \"b\nurgency: 3\n---\n", StoryHeaderInvalid, 3,
        7);
    row("unclosed in a list", "---\nkeywords: [a, 'b]\nslug: c\n---\n", StoryHeaderInvalid, 2, 15);
    row("unclosed list", "---\nkeywords: [a\n---\n", StoryHeaderInvalid, 3, 1);
    row("a list", "---\n- a\n---\n", StoryHeaderInvalid, 2, 1);
    row("a text", "---\nhello\n---\n", StoryHeaderInvalid, 2, 1);
    row("twice", "---\nslug: a\ndeck: x\nslug: b\n---\n", StoryHeaderInvalid, 4, 1);
    row("control character", "---\nslug: a\x04z\n---\n", StoryHeaderInvalid, 2, 8);
    row("unknown alias", "---\nslug: *x\n---\n", StoryHeaderInvalid, 2, 7);
    row("urgency", "---\n# \xF0\x9F\x9A\xA2\nurgency: banana\n---\n", StoryFieldInvalid, 3, 10);
    row("urgency too high", "---\nurgency: 10\n---\n", StoryFieldInvalid, 2, 10);
    row("status", "---\nstatus: \"gone\"\n---\n", StoryFieldInvalid, 2, 9);
    row("headline is a map", "---\nheadline: {a: b}\n---\n", StoryFieldInvalid, 2, 11);
    row("a list in a list", "---\nkeywords:\n  - a\n  - [b]\n---\n", StoryFieldInvalid, 4, 5);
    row("embargo without zone", "---\nembargo: 2026-05-12T09:00\n---\n", StoryFieldInvalid, 2, 10);
    row("no such day", "---\ndateline: {place: X, date: 2026-02-30}\n---\n", StoryFieldInvalid, 2,
        28);
    row("language", "---\nlanguage: English please\n---\n", StoryFieldInvalid, 2, 11);
}

void TestStoryFileFaults::tellsWhereAFileIsBroken() const
{
    QFETCH(const QByteArray, bytes);
    const Result<StoryFile> file = decodeStory(bytes, u"story.md"_s);
    QVERIFY(!file);
    const Error &error = file.error();
    QTEST(error.code, "code");
    QCOMPARE(error.subject, u"story.md"_s);
    QTEST(static_cast<int>(error.line), "line");
    QTEST(static_cast<int>(error.column), "column");
    if (error.code == ErrorCode::StoryFieldInvalid)
        QVERIFY(bytes.contains(error.detail.toUtf8() + ':'));
}

void TestStoryFileFaults::readsAliasesOfAliasesAtOnce() const
{
    QByteArray header = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 60; ++level) {
        const QByteArray below = QByteArray::number(level - 1);
        const QByteArray name = QByteArray::number(level);
        header += "a" + name + ": &a" + name + " [*a" + below + ", *a" + below + ", *a" + below
            + ", *a" + below + ", *a" + below + ", *a" + below + "]\n";
    }
    const QByteArray bytes = "---\n" + header + "keywords: [a]\n---\n\nBody\n";
    const Result<StoryFile> file = decodeStory(bytes, u"story.md"_s);
    QVERIFY(file);
    story::Story story = file->story;
    story.headline = u"Edited"_s;
    QVERIFY(encodeStory(story, &*file).startsWith("---\n" + header));
    const QByteArray asField = "---\n" + header + "keywords: *a59\n---\n";
    QCOMPARE(decodeStory(asField, u"story.md"_s).error().code, ErrorCode::StoryFieldInvalid);
}

void TestStoryFileFaults::refusesDeepNesting() const
{
    const QByteArray bytes = "---\nx: " + QByteArray(100000, '[') + "\n---\n";
    QCOMPARE(decodeStory(bytes, u"story.md"_s).error().code, ErrorCode::StoryHeaderInvalid);
}

void TestStoryFileFaults::nothingBrokenCrashes() const
{
    const QByteArray bytes = "---\nslug: 'a'\ndeck: \"b\" # c\nkeywords: [a, {b: c}]\n"
                             "dateline:\n  place: &p X\n  date: 2026-05-12\nx: |\n  y\n---\n\nB\n";
    // Cut short and with one byte replaced, at every place: read or refused, never worse.
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const char c : {'"', '\'', ':', '\n', '[', '}', '#', '\xFF', '\t', '|', '*'}) {
            QByteArray broken = bytes;
            broken[at] = c;
            const Result<StoryFile> file = decodeStory(broken, u"story.md"_s);
            if (!file)
                continue;
            QCOMPARE(encodeStory(file->story, &*file), broken);
            story::Story story = file->story;
            story.headline = u"New"_s;
            story.dateline.place = u"Y"_s;
            const Result<StoryFile> again = decodeStory(encodeStory(story, &*file), u"again"_s);
            QVERIFY2(again && again->story == story, broken.constData());
        }
        QVERIFY(decodeStory(bytes.first(at), u"story.md"_s) || at > 2);
    }
}

QTEST_GUILESS_MAIN(TestStoryFileFaults)
#include "tst_story_file_faults.moc"
