// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/relative_days.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::text;

class TestRelativeDays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesThemAbsolute_data() const;
    void makesThemAbsolute() const;
    void leavesAlone_data() const;
    void leavesAlone() const;
    void readsEnglishOnly() const;
    void listsThemWithoutADayOfWriting() const;
};

namespace {

/// A Tuesday.
const QDate Written(2026, 5, 12);

QString rewritten(QString text, const QString &language = QStringLiteral("en-GB"))
{
    const auto days = relativeDays(text, {0, text.size()}, Written, language);
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        text.replace(day->range.begin, day->range.length(), day->shown);
    }
    return text;
}

void row(const char *story, const char *edition)
{
    QTest::newRow(story) << QString::fromUtf8(story) << QString::fromUtf8(edition);
}

} // namespace

void TestRelativeDays::makesThemAbsolute_data() const
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("edition");
    row("She told the assembly on Tuesday.", "She told the assembly on Tuesday, 12 May.");
    row("She said Thursday that it rains.", "She said Thursday, 7 May, that it rains.");
    row("They will meet on Thursday.", "They will meet on Thursday, 14 May.");
    row("A vote is scheduled for Friday.", "A vote is scheduled for Friday, 15 May.");
    row("The list will be published on Monday.", "The list will be published on Monday, 18 May.");
    row("The list was published on Monday.", "The list was published on Monday, 11 May.");
    row("It began last Tuesday.", "It began Tuesday, 5 May.");
    row("It ends next Tuesday.", "It ends Tuesday, 19 May.");
    row("Storms struck on Sunday night, he said.",
        "Storms struck on Sunday night, 10 May, he said.");
    row("He resigned yesterday.", "He resigned on Monday, 11 May.");
    row("Closed since yesterday.", "Closed since Monday, 11 May.");
    row("Yesterday, ships sailed.", "On Monday, 11 May, ships sailed.");
    row("Ferries were cancelled for Saturday and Sunday.",
        "Ferries were cancelled for Saturday, 16 May, and Sunday, 17 May.");
    row("Shops were shut on Monday and Tuesday.",
        "Shops were shut on Monday, 11 May, and Tuesday, 12 May.");
    row("Rain fell on Saturday or Sunday.", "Rain fell on Saturday, 9 May, or Sunday, 10 May.");
    row("They sail tomorrow.", "They sail on Wednesday, 13 May.");
    row("As of today, it is shut.", "As of Tuesday, 12 May, it is shut.");
    row("Today the board met.", "On Tuesday, 12 May, the board met.");
    row("On Friday Lind said so.", "On Friday, 8 May, Lind said so.");
    row("> Quoted today.\nIt met today.", "> Quoted today.\nIt met on Tuesday, 12 May.");
    row("*Friday* opens on Friday.", "*Friday* opens on Friday, 8 May.");
    row("Rain is likely tonight.", "Rain is likely on Tuesday night, 12 May.");
}

void TestRelativeDays::makesThemAbsolute() const
{
    QFETCH(const QString, story);
    QFETCH(const QString, edition);
    QCOMPARE(rewritten(story), edition);
}

void TestRelativeDays::leavesAlone_data() const
{
    QTest::addColumn<QString>("story");
    for (const char *story :
         {"It met on Tuesday, 12 May.", "It met on Tuesday, May 12.", "After Tuesday's vote.",
          "Shops close on Tuesdays.", "A Good Friday concert.", "The Sunday Times.",
          "Every Monday.", "We may march on.", "todayish",
          // names
          "The band Tomorrow Today will play.", "He told USA Today so.",
          "Tomorrow Today will play.", "He hosts the Today programme.",
          "Today programme presenters left.", "A guest of Tonight, she sang.",
          "She told Tuesday Tribune readers.", "She told the Tuesday Tribune.",
          "They filmed Friday Night Lights.", "Fans of Sheffield Wednesday.",
          "It fell on Black Friday.", "The film *Friday* ran.",
          "They played on Monday Night Football.",
          // idioms
          "It feels like yesterday that it was built.", "It was only yesterday that they met.",
          "Here today, gone tomorrow is what they said.", "The youth of today.",
          "He was not born yesterday.", "For a better tomorrow.",
          "Spend as if there was no tomorrow.", "Today's youth.", "They live for today.",
          "Tomorrow never comes.", "Tomorrow is another day.", "The mill is today a museum.",
          "Even today, it stands.",
          // other days
          "On a Friday in 1987 it opened.", "It opened on Friday in 1987.", "On Friday the 13th.",
          "It was Friday 13th.", "The first Monday of May.", "The following Friday it rained.",
          "It met on Friday of that week.", "It ends Friday week.",
          // words of another kind
          "A pre-Friday sale.", "#Friday and @today_news.", "Read today.example daily.",
          // quoted
          "> We meet on Friday.", "> One.\n> Two today."}) {
        QTest::newRow(story) << QString::fromUtf8(story);
    }
}

void TestRelativeDays::leavesAlone() const
{
    QFETCH(const QString, story);
    QCOMPARE(rewritten(story), story);
}

void TestRelativeDays::readsEnglishOnly() const
{
    const QString story = QStringLiteral("Am Sunday abend, today.");
    QCOMPARE(rewritten(story, QStringLiteral("de")), story);
    QVERIFY(rewritten(story, QStringLiteral("und")) != story);
}

void TestRelativeDays::listsThemWithoutADayOfWriting() const
{
    const QString story = QStringLiteral("He said Friday.");
    const auto days = relativeDays(story, {0, story.size()}, {}, u"en");
    QCOMPARE(days.size(), 1U);
    QCOMPARE(days[0].range, (TextRange{8, 14}));
    QVERIFY(!days[0].date.isValid() && days[0].shown.isEmpty());
    QCOMPARE(rewritten(story, QStringLiteral("en-US")), QStringLiteral("He said Friday, May 8."));
}

QTEST_GUILESS_MAIN(TestRelativeDays)
#include "tst_relative_days.moc"
