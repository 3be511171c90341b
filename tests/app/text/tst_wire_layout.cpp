// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/wire_layout.h"

#include <QFile>
#include <QTest>

using namespace nutgraf;

namespace {

QString part(const QString &text, const std::optional<TextRange> &range)
{
    return range ? range->in(text).toString() : QStringLiteral("-");
}

} // namespace

class TestWireLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAStory_data() const;
    void readsAStory() const;
    void readsDatelines_data() const;
    void readsDatelines() const;
    void readsTheNotice() const;
    void leavesOtherTextsWhole() const;
    void readsTheSeedStory() const;
};

void TestWireLayout::readsAStory_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("deck");
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("paragraphs");
    const QString headline = QStringLiteral("Council says levy would 'sink' ferries");
    const QString deck = QStringLiteral("Mayor has 'long asked' islanders to wait");
    const QString body =
        QStringLiteral("The levy would end the ferries, the council said.\n\nIt votes on Monday.");
    const QString none = QStringLiteral("-");
    QTest::newRow("all of it") << headline + u'\n' + deck
            + QStringLiteral("\nBy Ann Lee and Bo Ray\nPORT ALDER\n") + body
                               << headline << deck << QStringLiteral("By Ann Lee and Bo Ray")
                               << QStringLiteral("PORT ALDER") << 2;
    QTest::newRow("byline after the dateline")
        << headline + QStringLiteral("\n\nPORT ALDER\nBy Ann Lee\n") + body << headline << none
        << QStringLiteral("By Ann Lee") << QStringLiteral("PORT ALDER") << 2;
    QTest::newRow("headline only")
        << headline + QStringLiteral("\n\n") + body << headline << none << none << none << 2;
    QTest::newRow("carriage returns")
        << headline + QStringLiteral("\r\n") + deck + QStringLiteral("\r\nPORT ALDER\r\n") + body
        << headline << deck << none << QStringLiteral("PORT ALDER") << 2;
}

void TestWireLayout::readsAStory() const
{
    QFETCH(QString, text);
    QFETCH(QString, headline);
    QFETCH(QString, deck);
    QFETCH(QString, byline);
    QFETCH(QString, place);
    QFETCH(int, paragraphs);
    const text::WireLayout layout = text::wireLayout(text);
    QCOMPARE(part(text, layout.headline), headline);
    QCOMPARE(part(text, layout.deck), deck);
    QCOMPARE(part(text, layout.byline), byline);
    QCOMPARE(part(text, layout.datelinePlace), place);
    QCOMPARE(std::ssize(layout.paragraphs), paragraphs);
    QCOMPARE(part(text, layout.notice), QStringLiteral("-"));
}

void TestWireLayout::readsDatelines_data() const
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("date");
    const QString none = QStringLiteral("-");
    const auto row = [](const char *name, const QString &line, const QString &place,
                        const QString &date) {
        QTest::newRow(name) << line << place << date;
    };
    row("agency", QStringLiteral("PORT ALDER (NWA) — It rained."), QStringLiteral("PORT ALDER"),
        none);
    row("agency, hyphens", QStringLiteral("PORT ALDER (NWA) -- It rained."),
        QStringLiteral("PORT ALDER"), none);
    row("agency, one hyphen", QStringLiteral("ALDER (NWA) - It rained."), QStringLiteral("ALDER"),
        none);
    row("date", QStringLiteral("ALDER, May 12 — It rained."), QStringLiteral("ALDER"),
        QStringLiteral("May 12"));
    row("date and agency", QStringLiteral("ALDER, Feb. 24 (NWA) — It rained."),
        QStringLiteral("ALDER"), QStringLiteral("Feb. 24"));
    row("state", QStringLiteral("ST. ALDER, Minn. (NWA) — It rained."),
        QStringLiteral("ST. ALDER, Minn."), none);
    row("ordinary case", QStringLiteral("Port Alder (NWA) — It rained."),
        QStringLiteral("Port Alder"), none);
    row("bare", QStringLiteral("ALDER — It rained."), QStringLiteral("ALDER"), none);
    row("own line with date", QStringLiteral("ALDER, 12 May 2025\nIt rained."),
        QStringLiteral("ALDER"), QStringLiteral("12 May 2025"));
    row("none", QStringLiteral("It rained — and rained."), none, none);
    row("a headline's first word", QStringLiteral("RAIN - RESULTS OF THE DAY."), none, none);
}

void TestWireLayout::readsDatelines() const
{
    QFETCH(QString, line);
    QFETCH(QString, place);
    QFETCH(QString, date);
    const QString text = QStringLiteral("Rain stops play in island final\n") + line
        + QStringLiteral("\nIt stopped.");
    const text::WireLayout layout = text::wireLayout(text);
    QCOMPARE(part(text, layout.datelinePlace), place);
    QCOMPARE(part(text, layout.datelineDate), date);
    QCOMPARE(std::ssize(layout.paragraphs), 2);
    if (place != u"-")
        QCOMPARE(layout.paragraphs.at(0).in(text), u"It rained.");
}

void TestWireLayout::readsTheNotice() const
{
    const QString text = QStringLiteral(
        "Rain stops play\nALDER\nIt rained.\nIt stopped.\nThe website contains only a part of the "
        "stories sent to subscribers. Please contact us to subscribe.");
    const text::WireLayout layout = text::wireLayout(text);
    QVERIFY(part(text, layout.notice).startsWith(u"The website"));
    QCOMPARE(std::ssize(layout.paragraphs), 2);
}

void TestWireLayout::leavesOtherTextsWhole() const
{
    QVERIFY(text::wireLayout(QString()).paragraphs.empty());
    const QString prose = QStringLiteral("It rained all day.\nIt stopped at night.");
    const text::WireLayout layout = text::wireLayout(prose);
    QVERIFY(!layout.headline && !layout.deck && !layout.datelinePlace && !layout.notice);
    QCOMPARE(std::ssize(layout.paragraphs), 2);
}

void TestWireLayout::readsTheSeedStory() const
{
    QFile file(QStringLiteral(NUTGRAF_SOURCE_DIR "/../shared/stories/ceasefire.txt"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The seed story is not on this machine.");
    const QString text = QString::fromUtf8(file.readAll());
    const text::WireLayout layout = text::wireLayout(text);
    QVERIFY(part(text, layout.headline).startsWith(u"US says"));
    QVERIFY(part(text, layout.deck).startsWith(u"White House says"));
    QCOMPARE(part(text, layout.datelinePlace), QStringLiteral("WASHINGTON"));
    QCOMPARE(std::ssize(layout.paragraphs), 10);
    QVERIFY(part(text, layout.notice).contains(u"summarized form"));
    QVERIFY(!layout.byline);
}

QTEST_GUILESS_MAIN(TestWireLayout)
#include "tst_wire_layout.moc"
