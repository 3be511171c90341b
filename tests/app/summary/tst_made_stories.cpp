// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "made_story.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::summary;
using namespace Qt::StringLiterals;

namespace {

/// A story of random sentences: the same for the same seed.
class RandomStory {
public:
    explicit RandomStory(quint32 seed) : m_random(seed)
    {
        m_people = {story.person(u"Mirela Dutt"_s), story.person(u"Owen Barrow"_s),
                    story.person(u"Leila Santoro"_s)};
        const int sentences = m_random.bounded(4, 30);
        for (int i = 0; i < sentences; ++i) {
            addSentence();
            if (m_random.bounded(2) == 0) {
                story.paragraph();
            }
        }
    }

    MadeStory story;

private:
    void addSentence()
    {
        static const QStringList sentences = {
            u"Boats sailed on Tuesday."_s,
            u"But the quay stayed empty."_s,
            u"She left the hall."_s,
            u"It rained all day, and they stayed at home."_s,
            u"{q “No boat will sail,”} {s she} {c said}."_s,
            u"{q “No boat will sail,”} {c said} {s %1}. {q “Not one.”}"_s,
            u"{s %1} {c called} the levy {q “a tax on salt water”} last night."_s,
            u"{s %2} {c said} {i boats would sail}."_s,
            u"{q “We were promised a seat.”}"_s,
            u"{q “First we wait.\n\n“Then we sail,”} {s he} {c said}."_s,
            u"The charge is “far too high for us” by any measure."_s,
            u"The remark came after %2 had spoken."_s,
            u"{s %2} {c said}: {q “Nobody asked us.”}"_s,
        };
        const int who = m_people[static_cast<size_t>(m_random.bounded(3))];
        const QString name = story.analysis.speakers[static_cast<size_t>(who)].name;
        QString sentence = sentences[m_random.bounded(sentences.size())];
        sentence.replace(u"%1"_s, name).replace(u"%2"_s, name.section(u' ', -1));
        const bool isResolved = sentence.contains(u"{s "_s) && m_random.bounded(4) != 0;
        story.add(sentence, isResolved ? who : -1);
    }

    QRandomGenerator m_random;
    std::vector<int> m_people;
};

Selection randomSelection(QRandomGenerator &random, size_t units)
{
    Selection selection;
    for (size_t i = 0; i < units; ++i) {
        if (random.bounded(2) == 0) {
            selection.push_back(static_cast<int>(i));
        }
    }
    return selection;
}

} // namespace

/// Whatever is picked, and however badly: the laws of a web edition.
class TestMadeStories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void neverShowsAQuoteWithoutItsSpeakerAndCue() const;
    void neverOpensWithADarkPronoun() const;
    void mapsEveryPieceToItsSentence() const;
    void neverAltersQuotedWords() const;

private:
    struct Case {
        MadeStory story;
        std::vector<Unit> units;
        Summary summary;
    };
    std::vector<Case> m_cases;
};

void TestMadeStories::initTestCase()
{
    constexpr quint32 Stories = 300;
    m_cases.clear();
    for (quint32 seed = 1; seed <= Stories; ++seed) {
        QRandomGenerator random(seed);
        const RandomStory made(seed);
        const auto units = made.story.units(QDate(2026, 5, 12));
        const Selection selection = seed % 2 == 0
            ? suggest(units, static_cast<int>(random.bounded(200U)))
            : randomSelection(random, units.size());
        m_cases.push_back({made.story, units, assemble(units, selection)});
    }
}

void TestMadeStories::neverShowsAQuoteWithoutItsSpeakerAndCue() const
{
    int quotes = 0;
    for (const Case &one : m_cases) {
        for (const Summary::Piece &piece : one.summary.pieces) {
            for (const analysis::Attribution &attribution : one.story.analysis.attributions) {
                if (attribution.quotes.empty()
                    || !piece.inStory.overlaps(attribution.quotes.front())) {
                    continue;
                }
                ++quotes;
                QVERIFY(!attribution.source.empty()
                        && piece.inStory.contains(attribution.source.front()));
                QVERIFY(!attribution.cue.empty()
                        && piece.inStory.contains(attribution.cue.front()));
                for (const TextRange quote : attribution.quotes) {
                    QVERIFY(piece.inStory.contains(quote));
                }
            }
        }
        QVERIFY(!one.summary.body.contains(u"far too high"_s));
    }
    QVERIFY(quotes > 100);
}

void TestMadeStories::neverOpensWithADarkPronoun() const
{
    for (const Case &one : m_cases) {
        for (const Summary::Piece &piece : one.summary.pieces) {
            const QString words = piece.inBody.in(one.summary.body).toString();
            QVERIFY2(!words.startsWith(u"She "_s) && !words.startsWith(u"It "_s),
                     qPrintable(words));
            QVERIFY2(!words.contains(u"she said"_s) && !words.contains(u"he said"_s),
                     qPrintable(words));
        }
    }
}

void TestMadeStories::mapsEveryPieceToItsSentence() const
{
    for (const Case &one : m_cases) {
        qsizetype done = 0;
        for (const Summary::Piece &piece : one.summary.pieces) {
            QVERIFY(piece.inBody.begin >= done && piece.inBody.end <= one.summary.body.size());
            QCOMPARE(piece.inStory, one.units[static_cast<size_t>(piece.unit)].range);
            const QStringView between(one.summary.body);
            QVERIFY(between.sliced(done, piece.inBody.begin - done).trimmed().isEmpty());
            done = piece.inBody.end;
        }
        QCOMPARE(done, one.summary.body.size());
    }
}

void TestMadeStories::neverAltersQuotedWords() const
{
    for (const Case &one : m_cases) {
        const QString text = one.story.snapshot().text;
        for (const Summary::Piece &piece : one.summary.pieces) {
            const QStringView printed = piece.inBody.in(one.summary.body);
            for (const analysis::Attribution &attribution : one.story.analysis.attributions) {
                for (const TextRange quote : attribution.quotes) {
                    QVERIFY(!piece.inStory.contains(quote) || printed.contains(quote.in(text)));
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestMadeStories)
#include "tst_made_stories.moc"
