// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

/// The names of the speakers, one an attribution.
QStringList voices(const QString &headline, const QString &body)
{
    const Analysis analysis =
        Analyser(nullptr).analyse(compose(1, headline, QString(), body)); // the rules alone
    QStringList names;
    for (const Attribution &a : analysis.attributions)
        names.push_back(a.speaker < 0 ? QStringLiteral("-")
                                      : analysis.speakers.at(static_cast<size_t>(a.speaker)).name);
    return names;
}

} // namespace

class TestAnalysisVoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhoIsMeant_data() const;
    void findsWhoIsMeant() const;
    void takesNoDeedForSpeech_data() const;
    void takesNoDeedForSpeech() const;
    void joinsAHeadlineToTheStory() const;
    void isUnsureOfNamesakes_data() const;
    void isUnsureOfNamesakes() const;
    void hearsShortQuotesThatStandAlone_data() const;
    void hearsShortQuotesThatStandAlone() const;
};

void TestAnalysisVoices::findsWhoIsMeant_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *text, const QStringList &names) {
        QTest::newRow(text) << QString::fromUtf8(text) << names;
    };
    const QString ann = QStringLiteral("Ann Vale");
    row("Bo Ray said no. Ann Vale, an oceanographer, called it “fragile.”\n“It is,” she said.",
        {QStringLiteral("Bo Ray"), ann, ann});
    row("“Never,” Bo Ray said.\nMayor Ann Vale opened the hall. “Come in,” she said.",
        {QStringLiteral("Bo Ray"), ann});
    row("“We wait,” said Ann Vale of the Deckhands’ Union.", {ann});
    row("Maria Iyer, 36, of Lake County, acknowledged that it was hers.",
        {QStringLiteral("Maria Iyer")});
    row("According to Ann Vale, 62, the vote was close.", {ann});
    row("Minister Ann Vale left. The minister said it was late.", {ann});
    row("Ministers Ann Vale and Bo Ray left. A minister said it was late.",
        {QStringLiteral("Minister")});
    row("The Transport Ministry opened. The ministry said it was late.",
        {QStringLiteral("Transport Ministry")});
    row("A senior rescue official, who asked not to be named, said two were missing.\n“They sail "
        "well,” the official said.",
        {QStringLiteral("Senior rescue official"), QStringLiteral("Senior rescue official")});
    row("A court in Alder found that he lied.", {QStringLiteral("Court in Alder")});
    row("Ann Vale spoke of “Strength Now.” She told an empty hall that she knew.", {ann, ann});
}

void TestAnalysisVoices::findsWhoIsMeant() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);
    QCOMPARE(voices(QString(), text), names);
}

void TestAnalysisVoices::takesNoDeedForSpeech_data() const
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"The club has not offered him a new contract.", "The ball touched the wall on its way.",
          "Alder unveiled a plan to end the dispute.", "She read the verdict."})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestAnalysisVoices::takesNoDeedForSpeech() const
{
    QFETCH(const QString, text);
    QCOMPARE(voices(QString(), text), QStringList());
}

void TestAnalysisVoices::joinsAHeadlineToTheStory() const
{
    const QString ann = QStringLiteral("Ann Vale");
    QCOMPARE(voices(QStringLiteral("Levy to stay, minister says"),
                    QStringLiteral("Transport Minister Ann Vale said it works.")),
             QStringList({ann, ann}));
    QCOMPARE(voices(QStringLiteral("Opposition calls levy ‘a toll on home’"),
                    QStringLiteral("Opposition leader Ann Vale said it fails.")),
             QStringList({ann, ann}));
    QCOMPARE(voices(QStringLiteral("Court finds owner knew of risk"),
                    QStringLiteral("A court in Alder said he knew.")),
             QStringList({QStringLiteral("Court in Alder"), QStringLiteral("Court in Alder")}));
    QCOMPARE(voices(QStringLiteral("US says bridge will help"),
                    QStringLiteral("The U.S. said in a statement it would pay.")),
             QStringList({QStringLiteral("United States"), QStringLiteral("United States")}));
}

void TestAnalysisVoices::isUnsureOfNamesakes_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other"); // whom the last source may mean as well
    const auto row = [](const char *text, const char *other) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(other);
    };
    row("Ann Vale and her brother Bo Vale inherited it.\nVale said it was sold.", "Ann Vale");
    row("Mr. Bo Vale and Ms. Ann Vale inherited it.\nMs. Vale said it was sold.", "");
    row("Ann Vale inherited it.\nVale said it was sold.", "");
    row("Ann Vale left.\nBo Vale came late. Vale said it was sold.", "");
    row("Ann Vale left.\nVale said it was sold.\nBo Vale came late.", "");
    row("Ann Vale and Ann E. Vale are one.\nVale said it was sold.", "");
}

void TestAnalysisVoices::isUnsureOfNamesakes() const
{
    QFETCH(const QString, text);
    QFETCH(const QString, other);
    const Analysis analysis = Analyser(nullptr).analyse(compose(1, {}, {}, text));
    QVERIFY(!analysis.attributions.empty());
    const Attribution &said = analysis.attributions.back();
    const auto reason =
        std::ranges::find(said.reasons, ReasonCode::SeveralCandidates, &Reason::code);
    QCOMPARE(reason != said.reasons.end() ? reason->detail : QString(), other);
    QCOMPARE(said.confidence < UnsureBelow, !other.isEmpty());
}

void TestAnalysisVoices::hearsShortQuotesThatStandAlone_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isHeard");
    const auto row = [](const char *text, bool isHeard) {
        QTest::newRow(text) << QString::fromUtf8(text) << isHeard;
    };
    row("They met.\n“Never again, no.”\nThey left.", true);
    row("They met.\n\"Never again, no.\"\nThey left.", true);
    row("They met.\n«Never again, no.»\nThey left.", true);
    row("They met.\n„Never again, no.“\nThey left.", true);
    row("They met.\n‘Never again, no.’\nThey left.", true);
    row("They met.\n‚Never again, no.‘\nThey left.", true);
    row("They met.\n‘We shall see’.\nThey left.", true);
    row("They met.\n“No.”\nThey left.", true);
    row("They met.\n“No.” “Never.”\nThey left.", true);
    row("They met on the “old” boat.\nThey left.", false);
    row("They met.\n“Salt and Stone”\nThey left.", false); // a title
}

void TestAnalysisVoices::hearsShortQuotesThatStandAlone() const
{
    QFETCH(const QString, text);
    QFETCH(const bool, isHeard);
    const Analysis analysis = Analyser(nullptr).analyse(compose(1, {}, {}, text));
    QCOMPARE(!analysis.attributions.empty(), isHeard);
    QCOMPARE(analysis.unspoken.empty(), isHeard);
}

QTEST_GUILESS_MAIN(TestAnalysisVoices)
#include "tst_analysis_voices.moc"
