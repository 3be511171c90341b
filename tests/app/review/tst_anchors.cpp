// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/anchors.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;

namespace {

/// Quotations of few different words, so that many are twins, and where they stand.
struct Twins {
    explicit Twins(QRandomGenerator &random, int count)
    {
        const QStringList said{u"“No”"_s, u"“Yes”"_s, u"“Never again, not here”"_s};
        const QStringList around{u" is what they told the committee in the hall, "_s,
                                 u" was the answer of all who had come to hear it, "_s};
        for (int i = 0; i < count; ++i) {
            const QString &words = said[random.bounded(said.size())];
            ranges.push_back({text.size(), text.size() + words.size()});
            text += words + around[random.bounded(around.size())];
        }
    }

    [[nodiscard]] std::vector<Context> places() const
    {
        std::vector<Context> all;
        for (const TextRange range : ranges) {
            all.push_back(contextOf(text, range));
        }
        return all;
    }

    QString text;
    std::vector<TextRange> ranges;
};

std::vector<TextQuoteSelector> selectors(const Twins &twins, QRandomGenerator &random, int count)
{
    std::vector<TextQuoteSelector> chosen;
    for (int i = 0; i < count; ++i) {
        const auto any = random.bounded(static_cast<quint32>(twins.ranges.size()));
        chosen.push_back(selectorOf(twins.text, twins.ranges[any]));
        if (random.bounded(4) == 0) {
            chosen.back().prefix = u"elsewhere, "_s;
        }
    }
    return chosen;
}

std::vector<const TextQuoteSelector *> pointers(const std::vector<TextQuoteSelector> &list)
{
    std::vector<const TextQuoteSelector *> all;
    for (const TextQuoteSelector &selector : list) {
        all.push_back(&selector);
    }
    return all;
}

/// The place of each selector, if the best pair is taken first; -1: none.
std::vector<int> sharedOut(const std::vector<Match> &matches, size_t selectors, size_t places)
{
    std::vector<int> placeOf(selectors, -1);
    std::vector<bool> isTaken(places);
    for (const Match &match : matches) {
        int &place = placeOf[static_cast<size_t>(match.selector)];
        if (place < 0 && !isTaken[static_cast<size_t>(match.place)]) {
            place = match.place;
            isTaken[static_cast<size_t>(match.place)] = true;
        }
    }
    return placeOf;
}

/// What a selector takes if every free place is looked at.
int plainTake(const TextQuoteSelector &selector, const std::vector<Context> &places,
              const std::vector<bool> &isFree)
{
    const QSet<QString> words = [](const QStringList &list) {
        return QSet<QString>(list.begin(), list.end());
    }(selector.exact.split(u' '));
    int best = -1;
    double most = 0;
    for (size_t i = 0; i < places.size(); ++i) {
        const QStringList list = places[i].exact.toString().split(u' ');
        const QSet<QString> other(list.begin(), list.end());
        const double like = 2.0 * static_cast<double>((words & other).size())
            / static_cast<double>(words.size() + other.size());
        if (isFree[i] && like >= 0.5 && like > most) {
            most = like;
            best = static_cast<int>(i);
        }
    }
    return best;
}

} // namespace

class TestAnchors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decisivePairsDecideAlike() const;
    void pairsGrowWithTheSelectors() const;
    void findsTheLikestWords() const;
    void sharesOutPlacesThatAreAlike() const;
};

void TestAnchors::decisivePairsDecideAlike() const
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const Twins twins(random, 12);
        const std::vector<Context> places = twins.places();
        const std::vector<TextQuoteSelector> list = selectors(twins, random, 14);
        const auto all = sameWords(pointers(list), places, Pairs::All);
        const auto some = sameWords(pointers(list), places, Pairs::Decisive);
        QVERIFY2(sharedOut(all, list.size(), places.size())
                     == sharedOut(some, list.size(), places.size()),
                 qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY(some.size() <= all.size());
    }
}

/// One answer in a thousand places, each of them decided: a thousand pairs, not a million.
void TestAnchors::pairsGrowWithTheSelectors() const
{
    QString text;
    std::vector<TextRange> ranges;
    for (int i = 0; i < 1000; ++i) {
        text += u"The council of the harbour answered: "_s;
        ranges.push_back({text.size(), text.size() + 4});
        text += u"“No”, and the boats of the town went out.\n\n"_s;
    }
    std::vector<Context> places;
    std::vector<TextQuoteSelector> list;
    for (const TextRange range : ranges) {
        places.push_back(contextOf(text, range));
        list.push_back(selectorOf(text, range));
    }
    const std::vector<Match> matches = sameWords(pointers(list), places, Pairs::Decisive);
    QVERIFY2(matches.size() <= 2 * list.size(), qPrintable(QString::number(matches.size())));
}

void TestAnchors::findsTheLikestWords() const
{
    const QStringList vocabulary =
        u"the the the of of levy boat harbour night vote late never again council road"_s.split(
            u' ');
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const auto sentence = [&] {
            QStringList words;
            for (int i = 0; i < 3 + random.bounded(6); ++i) {
                words.append(vocabulary[random.bounded(vocabulary.size())]);
            }
            return words.join(u' ');
        };
        std::vector<QString> said;
        for (int i = 0; i < 20; ++i) {
            said.push_back(sentence());
        }
        std::vector<Context> places;
        std::vector<int> free;
        for (const QString &words : said) {
            free.push_back(static_cast<int>(places.size()));
            places.push_back({words, {}, {}});
        }
        ChangedWords finder(places, free);
        std::vector<bool> isFree(places.size(), true);
        for (int i = 0; i < 25; ++i) {
            const TextQuoteSelector selector{sentence(), {}, {}};
            const int expected = plainTake(selector, places, isFree);
            QCOMPARE(finder.take(selector), expected);
            if (expected >= 0) {
                isFree[static_cast<size_t>(expected)] = false;
            }
        }
    }
}

void TestAnchors::sharesOutPlacesThatAreAlike() const
{
    const QString prefix = u"and the mayor of Marn told them: "_s;
    std::vector<Context> places;
    std::vector<int> free;
    for (int i = 0; i < 500; ++i) {
        free.push_back(i);
        places.push_back({u"not now", prefix, u" he said."});
    }
    ChangedWords finder(places, free);
    QSet<int> taken;
    for (int i = 0; i < 500; ++i) {
        taken.insert(finder.take({u"not yet"_s, prefix, u" he said."_s}));
    }
    QCOMPARE(taken.size(), 500);
    QVERIFY(!taken.contains(-1));
    QCOMPARE(finder.take({u"not yet"_s, prefix, u" he said."_s}), -1);
}

QTEST_GUILESS_MAIN(TestAnchors)
#include "tst_anchors.moc"
