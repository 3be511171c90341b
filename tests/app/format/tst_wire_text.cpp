// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/story_file.h"

#include <QFile>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace Qt::StringLiterals;

class TestWireText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAWireStoryApart() const;
    void importedStorySurvivesItsFile() const;
    void keepsTextWithoutLayout() const;
    void refusesWhatIsNoText() const;
    void escapesWhatWouldBeMarkup() const;
    void readsLineEndsOfOtherPrograms() const;
    void readsTheReferenceStory() const;
};

namespace {
const QByteArray Wire = "Levy would hurt islanders, opposition says\n"
                        "Minister promises charge will end with sixth boat\n"
                        "PORT LORNE\n"
                        "A levy on ferry tickets would hurt islanders, Owen Barrow said.\n"
                        "\"It will end,\" the minister said.\n"
                        "The Meridian Wire website contains only a portion of the news stories "
                        "offered to subscribers in the wire, and in summarized form. Please "
                        "contact us for subscription options.\n";
}

void TestWireText::takesAWireStoryApart() const
{
    const Result<story::Story> story = importWireText(Wire, u"levy.txt"_s);
    QVERIFY(story);
    QCOMPARE(story->headline, u"Levy would hurt islanders, opposition says"_s);
    QCOMPARE(story->deck, u"Minister promises charge will end with sixth boat"_s);
    QCOMPARE(story->dateline.place, u"PORT LORNE"_s);
    QCOMPARE(story->slug, u"levy-would-hurt-islanders"_s);
    QCOMPARE(story->body,
             u"A levy on ferry tickets would hurt islanders, Owen Barrow said.\n\n"
             "\"It will end,\" the minister said."_s);
    QVERIFY(story->notice.startsWith(u"The Meridian Wire website"));
    QVERIFY(story->notice.endsWith(u"options."));
}

void TestWireText::importedStorySurvivesItsFile() const
{
    QByteArray crlf = Wire;
    for (const QByteArray &bytes : {Wire, crlf.replace("\n", "\r\n"), "\xEF\xBB\xBF" + Wire}) {
        const story::Story story = importWireText(bytes, u"levy.txt"_s).value();
        QCOMPARE(story, importWireText(Wire, u"levy.txt"_s).value());
        QCOMPARE(decodeStory(encodeStory(story), u"story.md"_s).value().story, story);
    }
}

void TestWireText::keepsTextWithoutLayout() const
{
    const Result<story::Story> story = importWireText("…\n", u"x.txt"_s);
    QVERIFY(story);
    QVERIFY((story->headline + story->body).contains(u'…'));
    QCOMPARE(story->slug, QString()); // the desk gives it one of its own
}

void TestWireText::refusesWhatIsNoText() const
{
    QCOMPARE(importWireText(" \n\n", u"x.txt"_s).error().code, ErrorCode::ImportUnrecognised);
    QCOMPARE(importWireText(QByteArray(4096, '\0'), u"x.txt"_s).error().code,
             ErrorCode::ImportUnrecognised);
    const Error error = importWireText("ab\ncd\xFE", u"x.txt"_s).error();
    QCOMPARE(error, (Error{ErrorCode::FileNotUtf8, u"x.txt"_s, 2, 3, u"0xFE"_s}));
}

void TestWireText::escapesWhatWouldBeMarkup() const
{
    const Result<story::Story> story =
        importWireText("Year of *stars*\n\nBy Some One\n\nPORT AMERY, 12 May 2026 - *All* of "
                       "it.\n\n1984. That was "
                       "c**p.\n\n- No comment\n- None\n\n[note](http://x.example) R&amp;D @_a_\n",
                       u"x.txt"_s);
    QVERIFY(story);
    QCOMPARE(story->headline, u"Year of *stars*"_s);
    QCOMPARE(story->body,
             u"\\*All\\* of it.\n\n1984. That was c**p.\n\n- No comment\n\n- None\n\n"
             "\\[note](http://x.example) R\\&amp;D @_a_"_s);
}

void TestWireText::readsLineEndsOfOtherPrograms() const
{
    const auto headline = [](const char *bytes) {
        return importWireText(bytes, u"x.txt"_s).value().headline;
    };
    const auto body = [](const char *bytes) {
        return importWireText(bytes, u"x.txt"_s).value().body;
    };
    // U+2028 only, U+0085 only; a line separator between other line ends stays one.
    QCOMPARE(headline("Lock shut\u2028\u2028By A B\u2028It is.\u2028So."), u"Lock shut"_s);
    QCOMPARE(body("Lock shut\u2028\u2028By A B\u2028It is.\u2028So."), u"It is.\n\nSo."_s);
    QCOMPARE(body("Lock shut\u0085\u0085By A B\u0085It is."), u"It is."_s);
    QCOMPARE(body("Lock shut\n\nBy A B\n\nIt is.\u2028So.\n"), u"It is.\u2028So."_s);
}

void TestWireText::readsTheReferenceStory() const
{
    QFile file(QStringLiteral(NUTGRAF_SOURCE_DIR "/../shared/stories/ceasefire.txt"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The reference story is not beside this checkout.");
    const Result<story::Story> story = importWireText(file.readAll(), u"ceasefire.txt"_s);
    QVERIFY(story);
    QVERIFY(story->headline.startsWith(u"US says") && story->headline.endsWith(u"'conquest'"));
    QVERIFY(story->deck.startsWith(u"White House") && story->deck.endsWith(u"leader"));
    QCOMPARE(story->dateline.place, u"WASHINGTON"_s);
    QCOMPARE(story->byline, QString());
    QCOMPARE(story->body.split(u"\n\n"_s).size(), 10);
    QVERIFY(story->body.startsWith(u"A ceasefire") && story->body.endsWith(u"Beijing."));
    QVERIFY(story->notice.startsWith(u"Anadolu") && story->notice.endsWith(u"options."));
}

QTEST_GUILESS_MAIN(TestWireText)
#include "tst_wire_text.moc"
