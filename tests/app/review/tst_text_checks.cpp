// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/text_checks.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;

namespace {

story::Story withBody(const QString &body)
{
    story::Story story;
    story.body = body;
    return story;
}

} // namespace

class TestTextChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsDamage_data() const;
    void knowsDamage() const;
    void namesTheFirstDamage() const;
    void looksIntoTheHeader() const;
    void namesMarkupOfEveryKind() const;
    void saysWhereAConflictIs() const;
    void saysWhatWasCutFromTheHeader() const;
};

void TestTextChecks::knowsDamage_data() const
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QString>("code"); // empty: none
    QTest::newRow("letter") << u"ş"_s << QString();
    QTest::newRow("emoji") << u"🚢"_s << QString();
    QTest::newRow("tabulator") << u"\t"_s << QString();
    QTest::newRow("line end") << u"\r\n"_s << QString();
    QTest::newRow("line separator") << u"\u2028"_s << QString();
    QTest::newRow("paragraph separator") << u"\u2029"_s << QString();
    QTest::newRow("byte order mark") << u"\uFEFF"_s << QString();
    QTest::newRow("replacement") << u"\uFFFD"_s << u"U+FFFD"_s;
    QTest::newRow("bell") << u"\u0007"_s << u"U+0007"_s;
    QTest::newRow("delete") << u"\u007F"_s << u"U+007F"_s;
    const char32_t last = 0x10FFFF;
    QTest::newRow("no character") << QString::fromUcs4(&last, 1) << u"U+10FFFF"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD83D)) << u"U+D83D"_s;
}

void TestTextChecks::knowsDamage() const
{
    QFETCH(const QString, character);
    QFETCH(const QString, code);
    const std::vector<Finding> found = textFindings(withBody(u"Boats 🚢 "_s + character), 10);
    QCOMPARE(found.empty(), code.isEmpty());
    if (!code.isEmpty()) {
        QCOMPARE(found.front().id, CheckId::TextDamaged);
        QCOMPARE(found.front().detail, code);
        QCOMPARE(found.front().level, FindingLevel::ToConfirm);
        QCOMPARE(found.front().range, TextRange(19, 20));
        QCOMPARE(found.front().field, std::nullopt);
    }
}

void TestTextChecks::namesTheFirstDamage() const
{
    const std::vector<Finding> found = textFindings(withBody(u"a\uFFFDb"_s + QChar(0) + u'c'), 0);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].detail, u"U+FFFD"_s);
    QCOMPARE(found[0].range, TextRange(1, 2));
    QCOMPARE(found[0].level, FindingLevel::Blocks); // the zero after it: a power cut's
    QCOMPARE(textFindings(withBody(QChar(0) + u"\uFFFD"_s), 0).at(0).level, FindingLevel::Blocks);
}

void TestTextChecks::looksIntoTheHeader() const
{
    story::Story story = withBody(u"Sound."_s);
    story.headline = u"Levy \uFFFD"_s;
    story.deck = QString(QChar(0));
    story.byline = u"By \u0007"_s;
    const std::vector<Finding> found = textFindings(story, 30);
    QCOMPARE(found.size(), 3U);
    QCOMPARE(found[0].field, story::Field::Headline);
    QCOMPARE(found[0].level, FindingLevel::ToConfirm);
    QCOMPARE(found[0].detail, u"U+FFFD"_s);
    QCOMPARE(found[0].range, TextRange());
    QCOMPARE(found[1].field, story::Field::Deck);
    QCOMPARE(found[1].level, FindingLevel::Blocks);
    QCOMPARE(found[2].field, story::Field::Byline);
    QCOMPARE(found[2].detail, u"U+0007"_s);
}

void TestTextChecks::namesMarkupOfEveryKind() const
{
    const QString body = u"![A boat](b.jpg)\n\n| a | b |\n| --- | --- |\n\n```\ncode\n```"_s;
    QStringList details;
    for (const Finding &finding : textFindings(withBody(body), 4)) {
        QCOMPARE(finding.id, CheckId::MarkupAsTyped);
        QCOMPARE(finding.level, FindingLevel::ToConfirm);
        details.append(finding.detail);
    }
    QCOMPARE(details, (QStringList{u"![ ]( )"_s, u"| --- |"_s, u"```"_s}));
    QCOMPARE(textFindings(withBody(body), 4).front().range, TextRange(4, 20));
}

void TestTextChecks::saysWhereAConflictIs() const
{
    const std::vector<Finding> found = textFindings(withBody(u"A\n<<<<<<< b\nC"_s), 5);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].id, CheckId::ConflictMarker);
    QCOMPARE(found[0].level, FindingLevel::Blocks);
    QCOMPARE(found[0].range, TextRange(7, 16));
}

void TestTextChecks::saysWhatWasCutFromTheHeader() const
{
    using Kind = story::HeaderRemark::Kind;
    story::Story story = withBody(u"Sound."_s);
    story.remarks.list = {{Kind::CutByComment, u"headline"_s, u"# 1"_s},
                          {Kind::NotHeeded, u"headline"_s, u"x"_s}};
    const std::vector<Finding> found = textFindings(story, 0);
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0].id, CheckId::HeaderCut);
    QCOMPARE(found[0].level, FindingLevel::ToConfirm);
    QCOMPARE(found[0].detail, u"# 1"_s);
    QCOMPARE(found[0].field, story::Field::Headline);
    QCOMPARE(found[1].id, CheckId::HeaderNotHeeded);
    QCOMPARE(found[1].level, FindingLevel::Blocks);
    QCOMPARE(found[1].detail, u"headline"_s);
    QCOMPARE(found[1].field, std::nullopt);
}

QTEST_GUILESS_MAIN(TestTextChecks)
#include "tst_text_checks.moc"
