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
          "Every Monday.", "We may march on.", "todayish"}) {
        QTest::newRow(story) << QString::fromUtf8(story);
    }
}

void TestRelativeDays::leavesAlone() const
{
    QFETCH(const QString, story);
    QCOMPARE(rewritten(story), story);
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
