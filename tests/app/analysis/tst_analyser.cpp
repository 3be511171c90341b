// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include <QFile>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

const QString Story = QStringLiteral(
    "Levy stays\nALDER\n“It stays,” said Ann Lee.\n\nBo Ray, a nurse, said it is unfair.\n"
    "He added that “nobody” asked him.");

QString speakerOf(const Analysis &analysis, size_t i)
{
    const int speaker = analysis.attributions.at(i).speaker;
    return speaker < 0 ? QString() : analysis.speakers.at(static_cast<size_t>(speaker)).name;
}

} // namespace

class TestAnalyser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void composesFields() const;
    void answersAlikeWhateverCameBefore() const;
    void answersAlikeAfterItWasStopped() const;
    void readsOtherLanguagesByRule() const;
    void carriesTheRevision() const;
    void stopsWhenCancelled() const;
    void resolvesPronounsOverParagraphs() const;
    void doubtsWhatHasNoSource() const;
    void givesReasons() const;
    void numbersSpeakersWithUniqueInitials() const;
    void survivesOddTexts_data() const;
    void survivesOddTexts() const;
    void isLinearOnHugeTexts() const;
    void readsTheSeedStory() const;
};

void TestAnalyser::composesFields() const
{
    const Snapshot snapshot =
        compose(3, QStringLiteral("Head"), QString(), QStringLiteral("Body."));
    QCOMPARE(snapshot.text, QStringLiteral("Head\n\nBody."));
    QCOMPARE(std::ssize(snapshot.segments), 3);
    QCOMPARE(snapshot.segments.back().range.in(snapshot.text), u"Body.");
    QCOMPARE(snapshot.revision, 3U);
}

void TestAnalyser::answersAlikeWhateverCameBefore() const
{
    Analyser used;
    QString text = Story;
    for (int i = 0; i < 40; ++i) { // edits of every paragraph, each compared with a fresh answer
        text.insert((i * 37) % text.size(),
                    i % 5 == 0 ? QStringLiteral("\n") : QStringLiteral(" Ann Lee said “no”, "));
        const Snapshot snapshot = plainText(1, text);
        QVERIFY(used.analyse(snapshot) == analyse(snapshot));
    }
}

void TestAnalyser::answersAlikeAfterItWasStopped() const
{
    Analyser used;
    int polls = 0;
    const Snapshot snapshot = plainText(1, Story);
    (void)used.analyse(snapshot, [&polls] { return ++polls > 2; });
    QVERIFY(used.analyse(snapshot) == analyse(snapshot));
}

void TestAnalyser::readsOtherLanguagesByRule() const
{
    Analyser used;
    const QString german =
        QStringLiteral("„Die Abgabe bleibt“, sagte Ministerin Anna Vogel am Dienstag in Köln. "
                       "Der Hafen ist für die Inseln wichtig, und die Fähren sind es auch.");
    (void)used.analyse(plainText(1, Story)); // English first: nothing of it may be left
    const Analysis found = used.analyse(plainText(2, german));
    QCOMPARE(found.language, QStringLiteral("de"));
    QVERIFY(found == Analyser(nullptr).analyse(plainText(2, german)));
    QVERIFY(used.analyse(plainText(3, Story)) == analyse(plainText(3, Story)));
}

void TestAnalyser::carriesTheRevision() const
{
    QCOMPARE(analyse(plainText(7, Story)).revision, 7U);
}

void TestAnalyser::stopsWhenCancelled() const
{
    int polls = 0;
    const auto result = Analyser().analyse(plainText(1, Story), [&polls] { return ++polls > 2; });
    Q_UNUSED(result)
    QCOMPARE(polls, 3);
}

void TestAnalyser::resolvesPronounsOverParagraphs() const
{
    const Analysis analysis = analyse(plainText(1, Story));
    QCOMPARE(std::ssize(analysis.attributions), 3);
    QCOMPARE(speakerOf(analysis, 0), QStringLiteral("Ann Lee"));
    QCOMPARE(speakerOf(analysis, 1), QStringLiteral("Bo Ray"));
    QCOMPARE(speakerOf(analysis, 2), QStringLiteral("Bo Ray"));
    QCOMPARE(analysis.attributions.at(2).kind, AttributionKind::Mixed);
}

void TestAnalyser::doubtsWhatHasNoSource() const
{
    const Analysis analysis =
        analyse(plainText(1, QStringLiteral("“Nobody is named for any of this.”")));
    QCOMPARE(std::ssize(analysis.attributions), 1);
    QVERIFY(analysis.attributions.front().source.empty());
    QVERIFY(analysis.attributions.front().confidence < UnsureBelow);
}

void TestAnalyser::givesReasons() const
{
    for (const Attribution &attribution : analyse(plainText(1, Story)).attributions) {
        QVERIFY(!attribution.reasons.empty());
        QVERIFY(attribution.confidence > 0 && attribution.confidence < 1);
    }
}

void TestAnalyser::numbersSpeakersWithUniqueInitials() const
{
    QString text;
    for (const char *name :
         {"Ann Lee", "Al Lane", "Ada Long", "Ann Long", "Officials", "The office"})
        text += QString::fromLatin1(name) + QStringLiteral(" said it rained.\n");
    const Analysis analysis = analyse(plainText(1, text));
    QStringList letters;
    for (const Speaker &speaker : analysis.speakers)
        letters.push_back(speaker.initials);
    QCOMPARE(std::ssize(letters), 6);
    QCOMPARE(letters.removeDuplicates(), 0);
    for (const QString &some : std::as_const(letters))
        QVERIFY(some.size() == 2 || some.size() == 3);
}

void TestAnalyser::survivesOddTexts_data() const
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "\n\n", "\"", "said", "said said said", "\"\" said .", "(", "said (", ") said", "and",
          "X", "' '", "according to", "\" said", "May", "19", ", said he", "x: \"y\""})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("lone surrogates") << QString(3, QChar(0xd83d)) + QStringLiteral(" said “x");
    QTest::newRow("no letters") << QStringLiteral("😀 “😀” 😀, 😀.");
}

void TestAnalyser::survivesOddTexts() const
{
    QFETCH(QString, text);
    for (const Attribution &a : analyse(compose(1, text, text, text)).attributions) {
        for (const TextRange &range : a.content)
            QVERIFY(range.begin < range.end && range.end <= 3 * text.size() + 2);
    }
}

void TestAnalyser::isLinearOnHugeTexts() const
{
    // Quadratic work would run into the test's time limit.
    QString lines;
    for (int i = 0; i < 20'000; ++i)
        lines += QStringLiteral("“It is %1,” said Ann Vale%1 of the harbour, and he added more.\n")
                     .arg(i);
    QVERIFY(analyse(plainText(1, lines)).attributions.size() >= 20'000);
    QVERIFY(!analyse(plainText(1, lines.replace(u'\n', u' '))).attributions.empty());
    QVERIFY(analyse(plainText(1, QString(2'000'000, u'x'))).attributions.empty());
}

void TestAnalyser::readsTheSeedStory() const
{
    QFile file(QStringLiteral(NUTGRAF_SOURCE_DIR "/../shared/stories/ceasefire.txt"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The seed story is not on this machine.");
    const Analysis analysis = analyse(plainText(1, QString::fromUtf8(file.readAll())));
    int quoted = 0;
    for (const Attribution &a : analysis.attributions)
        quoted += a.quotes.empty() || a.speaker < 0 ? 0 : 1;
    QCOMPARE(quoted, 9);
    QCOMPARE(std::ssize(analysis.clarifications), 1);
    QCOMPARE(analysis.language, QStringLiteral("en"));
}

QTEST_GUILESS_MAIN(TestAnalyser)
#include "tst_analyser.moc"
