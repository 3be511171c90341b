// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checked_story.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace nutgraf::review::checked;

class TestQuoteEnds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsQuotesLeftOpen_data() const;
    void findsQuotesLeftOpen() const;
    void findsAQuoteThatAnotherSpeakerFollows() const;
    void needsToKnowBothSpeakers() const;
    void findsUnclosedAndMixedMarks() const;
    void remarksOnMixedMarksOnce() const;
};

void TestQuoteEnds::findsQuotesLeftOpen_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("open"); // where the quotations begin
    const auto row = [](const char *name, const QString &text, const QStringList &open = {}) {
        QTest::newRow(name) << text << open;
    };
    // Right: every paragraph of a quotation opens with a mark, only the last one closes.
    const QString whole = QStringLiteral("%1We lost it all.\n\n%1We came back.\n\n%1Now we "
                                         "stay,%2 Vale said.\n\n%1So do I,%2 Holm said.");
    row("“ ” right", whole.arg(u"“", u"”"));
    row("\" \" right", whole.arg(u"\"", u"\""));
    row("« » right", whole.arg(u"«", u"»"));
    row("» « right", whole.arg(u"»", u"«"));
    row("„ “ right", whole.arg(u"„", u"“"));
    row("‚ ‘ right", whole.arg(u"‚", u"‘"));
    row("‘ ’ right", whole.arg(u"‘", u"’"));
    row("' ' right", whole.arg(u"'", u"'"));
    // The speaker stands inside the marks.
    const QString inside =
        QStringLiteral("%1We will pay, Holm said.\n\n%1It is late,%2 Vale said.");
    row("“ ” speaker inside", inside.arg(u"“", u"”"), {QStringLiteral("“We will")});
    row("\" \" speaker inside", inside.arg(u"\"", u"\""), {QStringLiteral("\"We will")});
    row("« » speaker inside", inside.arg(u"«", u"»"), {QStringLiteral("«We will")});
    row("„ “ speaker inside", inside.arg(u"„", u"“"), {QStringLiteral("„We will")});
    row("‚ ‘ speaker inside", inside.arg(u"‚", u"‘"), {QStringLiteral("‚We will")});
    row("‘ ’ speaker inside", inside.arg(u"‘", u"’"), {QStringLiteral("‘We will")});
    // A part quote ends with its paragraph.
    const QString part =
        QStringLiteral("Holm called it %1a shame and left.\n\n%1It is late,%2 Vale said.");
    row("“ ” part", part.arg(u"“", u"”"), {QStringLiteral("“a shame")});
    row("\" \" part", part.arg(u"\"", u"\""), {QStringLiteral("\"a shame")});
    row("« » part", part.arg(u"«", u"»"), {QStringLiteral("«a shame")});
    row("„ “ part", part.arg(u"„", u"“"), {QStringLiteral("„a shame")});
    // Nothing goes on.
    row("next opens otherwise", QStringLiteral("“We will pay.\n\n\"It is late,\" Vale said."),
        {QStringLiteral("“We will")});
    row("a mark alone", QStringLiteral("\"We will pay.\n\n\" It is late, Vale said."),
        {QStringLiteral("\"We will")});
    row("a question inside", QStringLiteral("“Will we pay? Holm asked.\n\n“No,” Vale said."),
        {QStringLiteral("“Will we")});
    row("said inside, and right",
        QStringLiteral("“He said he would pay.\n\n“It is late,” Vale said."));
    row("a sentence of its own says it",
        QStringLiteral("“It is late. He said he would pay.\n\n“It is late,” Vale said."));
    row("a pause before it", QStringLiteral("“Well… he said so.\n\n“It is late,” Vale said."));
    const QString tail = QStringLiteral("Holm said ") + QStringLiteral("now ").repeated(17);
    const QString longest = QStringLiteral("“We will pay, %1.\n\n“It is late,” Vale said.");
    row("as long as may be", longest.arg(tail + QStringLiteral("on")),
        {QStringLiteral("“We will")});
    row("too long to be who said it", longest.arg(tail + QStringLiteral("one")));
    row("nothing but a comma inside", QStringLiteral("“,\n\n“It is late,” Vale said."));
    row("nobody in it", QStringLiteral("“Late, very late.\n\n“It is late,” Vale said."));
    row("a quotation in it", QStringLiteral("“It is ‘late’.\n\n“It is ‘late’,” Vale said."));
}

void TestQuoteEnds::findsQuotesLeftOpen() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, open);
    const StoryText story(text);
    QStringList begins;
    for (const Finding &finding : findings(story, sound())) {
        if (finding.id == CheckId::QuoteUnclosed) {
            QCOMPARE(finding.level, FindingLevel::ToConfirm);
            begins.append(finding.range.in(text).first(open.value(0).size()).toString());
        }
    }
    QCOMPARE(begins, open);
}

/// Two people cannot share a quotation.
void TestQuoteEnds::findsAQuoteThatAnotherSpeakerFollows() const
{
    const QString text = QStringLiteral("Holm said: “We will pay.\n\n“It is late,” Vale said.");
    for (const QString &second : {QStringLiteral("Vale"), QStringLiteral("Holm")}) {
        StoryText story(text);
        story.said(QStringLiteral("Holm"), QStringLiteral("“We will pay."))
            .said(second, QStringLiteral("“It is late,”"));
        const auto found = ids(findings(story, sound()));
        QCOMPARE(std::ranges::contains(found, CheckId::QuoteUnclosed),
                 second == QStringLiteral("Vale"));
    }
}

void TestQuoteEnds::needsToKnowBothSpeakers() const
{
    const QString text = QStringLiteral("Holm said: “We will pay.\n\n“It is late,” Vale said.");
    const auto isOpen = [&text](const auto &change) {
        StoryText story(text);
        story.said(QStringLiteral("Vale"), QStringLiteral("“We will pay."))
            .said(QStringLiteral("Holm"), QStringLiteral("“It is late,”"));
        change(story.analysis.attributions[0], story.analysis.attributions[1]);
        return std::ranges::contains(ids(findings(story, sound())), CheckId::QuoteUnclosed);
    };
    QVERIFY(isOpen([](auto &, auto &) { }));
    QVERIFY(isOpen([](auto &one, auto &other) { std::swap(one.speaker, other.speaker); }));
    QVERIFY(isOpen([](auto &one, auto &other) { std::swap(one, other); })); // in any order
    QVERIFY(!isOpen([](auto &one, auto &) { one.speaker = -1; }));
    QVERIFY(!isOpen([](auto &, auto &other) { other.speaker = -1; }));
    QVERIFY(!isOpen([](auto &, auto &other) { other.source.clear(); })); // only carried on
    QVERIFY(!isOpen([](auto &one, auto &) { one.quotes.clear(); }));
    QVERIFY(!isOpen([](auto &, auto &other) { other.quotes.clear(); }));
    // An attribution that ends before the quotation begins has no part of it.
    QVERIFY(!isOpen([](auto &one, auto &) { one.quotes = {{0, 11}}; }));
}

void TestQuoteEnds::findsUnclosedAndMixedMarks() const
{
    const StoryText story(QStringLiteral("A “good” day.\n\nA \"bad\" day.\n\nAn “open day."));
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), (std::vector{CheckId::QuoteUnclosed, CheckId::QuoteMarksMixed}));
    QCOMPARE(found[1].range.in(story.text), u"\"bad\"");
}

void TestQuoteEnds::remarksOnMixedMarksOnce() const
{
    const StoryText story(QStringLiteral("A “good” day.\n\nA \"bad\" day.\n\nA 'sad' day."));
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::QuoteMarksMixed});
    QCOMPARE(found[0].range.in(story.text), u"\"bad\"");
    QVERIFY(findings(StoryText(QStringLiteral("“A ‘good’ day.”")), sound()).empty());
    const StoryText other(QStringLiteral("A 'bad' day, a \"sad\" day, a «good» day."));
    QCOMPARE(findings(other, sound()).at(0).range.in(other.text), u"«good»");
}

QTEST_GUILESS_MAIN(TestQuoteEnds)
#include "tst_quote_ends.moc"
