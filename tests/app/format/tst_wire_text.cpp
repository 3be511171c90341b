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
    const Error error = importWireText("ab\ncd\xFE", u"x.txt"_s).error();
    QCOMPARE(error, (Error{ErrorCode::FileNotUtf8, u"x.txt"_s, 2, 3, u"0xFE"_s}));
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
