// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/anchors.h"
#include "review/standing_words.h"

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
    void takesAFreePlaceOnce() const;
    void knowsAPlaceBySurroundingsOfAnySide() const;
    void countsWhatStandsAround() const;
    void knowsTheSamePlaceByEitherSide() const;
    void cutsNoPairInTwo() const;
    void staysInsideTheText() const;
    void findsWholeWordsAlone() const;
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

void TestAnchors::takesAFreePlaceOnce() const
{
    const std::vector<Context> places{{u"not now", {}, {}}, {u"not now", {}, {}}, {u"no", {}, {}}};
    ChangedWords finder(places, {0, 1});
    QCOMPARE(finder.take({u"no"_s, {}, {}}), -1); // not free
    QCOMPARE(finder.take({u"Now, not"_s, {}, {}}), 0); // half of the words, and the first
    QCOMPARE(finder.take({u"now: not"_s, {}, {}}), 1);
    QCOMPARE(finder.take({u"not now"_s, {}, {}}), -1);
    ChangedWords strict(places, {0, 1, 2});
    QCOMPARE(strict.take({u"now we are all at sea"_s, {}, {}}), -1); // one of six
    QCOMPARE(strict.take({u"?!"_s, {}, {}}), -1);
}

void TestAnchors::knowsAPlaceBySurroundingsOfAnySide() const
{
    const QString before = u"and the mayor of Marn told them: "_s; // 33
    const QString after = u" is what they all heard in there"_s;
    const std::vector<Context> places{
        {u"one", before, u" x"}, {u"two", u"x ", after}, {u"three", before, u" x"}};
    ChangedWords finder(places, {0, 1, 2});
    QCOMPARE(finder.take({u"other"_s, before, u" y"_s}), 2); // of equals the last
    QCOMPARE(finder.take({u"other"_s, u"y"_s, after}), 1);
    QCOMPARE(finder.take({u"other"_s, u"Then "_s + before, {}}), 0);
    QCOMPARE(finder.take({u"other"_s, before, {}}), -1);
    // Twenty characters of both sides together are a place, nineteen are none.
    const std::vector<Context> near{{u"one", u"aaaaaaaaaaaa", u"bbbbbbbb"}};
    QCOMPARE(ChangedWords(near, {0}).take({u"other"_s, u"aaaaaaaaaaaa"_s, u"bbbbbbb-"_s}), -1);
    QCOMPARE(ChangedWords(near, {0}).take({u"other"_s, u"aaaaaaaaaaaa"_s, u"bbbbbbbb-"_s}), 0);
    // The likelier of two.
    const std::vector<Context> two{{u"one", before, u" xy"}, {u"two", before, u" xz"}};
    QCOMPARE(ChangedWords(two, {0, 1}).take({u"other"_s, before, u" xy"_s}), 0);
    QCOMPARE(ChangedWords(two, {0, 1}).take({u"other"_s, before, u" xz"_s}), 1);
}

void TestAnchors::countsWhatStandsAround() const
{
    const Context place{u"x", u"abc", u"def"};
    QCOMPARE(likeness(place, {u"x"_s, u"abc"_s, u"def"_s}), 6);
    QCOMPARE(likeness(place, {u"x"_s, u"zbc"_s, u"dez"_s}), 4);
    QCOMPARE(likeness(place, {u"x"_s, u"long abc"_s, u"def after"_s}), 6);
    QCOMPARE(likeness(place, {u"x"_s, u"c"_s, u"d"_s}), 2);
    QCOMPARE(likeness(place, {u"x"_s, u"abz"_s, u"zef"_s}), 0);
    QCOMPARE(likeness(place, {u"x"_s, {}, {}}), 0);
}

void TestAnchors::knowsTheSamePlaceByEitherSide() const
{
    const QString twelve = u"abcdefghijkl"_s;
    const Context place{u"x", twelve, twelve};
    QVERIFY(isSamePlace(place, {u"y"_s, u"-"_s + twelve, twelve + u"-"_s}));
    QVERIFY(!isSamePlace(place, {u"y"_s, u"-"_s + twelve.sliced(1), twelve}));
    QVERIFY(!isSamePlace(place, {u"y"_s, twelve, twelve.chopped(1) + u"-"_s}));
    // At the beginning or the end of a text less is enough, but all of it.
    QVERIFY(isSamePlace({u"x", u"ab", {}}, {u"y"_s, u"ab"_s, {}}));
    QVERIFY(!isSamePlace({u"x", u"ab", {}}, {u"y"_s, u"b"_s, {}}));
    QVERIFY(isSamePlace({u"x", {}, {}}, {u"y"_s, {}, {}}));
}

void TestAnchors::cutsNoPairInTwo() const
{
    const QString ships = u"🚢"_s.repeated(20);
    const QString text = ships + u"xy"_s + ships;
    const Context odd = contextOf(text, {41, 41});
    QCOMPARE(odd.prefix, text.sliced(10, 31));
    QCOMPARE(odd.suffix, text.sliced(41, 31));
    const Context even = contextOf(text, {40, 42});
    QCOMPARE(even.exact, u"xy");
    QCOMPARE(even.prefix, text.sliced(8, 32));
    QCOMPARE(even.suffix, text.sliced(42, 32));
    // Half a pair in the words themselves, of a damaged text, is theirs.
    QString damaged(QChar(0xDEA2));
    damaged += QChar(0xD83D);
    QCOMPARE(contextOf(damaged, {0, 2}).exact, damaged);
    QVERIFY(contextOf(damaged, {0, 2}).prefix.isEmpty());
    QVERIFY(contextOf(damaged, {0, 2}).suffix.isEmpty());
}

void TestAnchors::staysInsideTheText() const
{
    const QString text = u"Boats sail."_s;
    QCOMPARE(contextOf(text, {-5, 3}).exact, u"Boa");
    QCOMPARE(contextOf(text, {6, 99}).exact, u"sail.");
    QCOMPARE(contextOf(text, {99, 120}).prefix, text);
    QVERIFY(contextOf(text, {8, 2}).exact.isEmpty());
    QVERIFY(contextOf({}, {}).exact.isEmpty());
    QVERIFY(contentSpan({}).isEmpty());
}

void TestAnchors::findsWholeWordsAlone() const
{
    const QString text = u"No boats. “No boat sails,” they said: no boat sails."_s;
    const auto places = [&text](const QStringList &words) {
        std::vector<TextQuoteSelector> selectors;
        for (const QString &one : words) {
            selectors.push_back({one, {}, {}});
        }
        return standingWords(text, pointers(selectors));
    };
    QCOMPARE(places({u"No boat"_s}), (std::vector<TextRange>{{11, 18}}));
    QCOMPARE(places({u"boat sails"_s}), (std::vector<TextRange>{{14, 24}, {41, 51}}));
    QCOMPARE(places({u"boat sails"_s, u"boat sails"_s, u"No"_s}),
             (std::vector<TextRange>{{0, 2}, {11, 13}, {14, 24}, {41, 51}}));
    QVERIFY(places({u"?!"_s, QString(), u"sails. And"_s, u"and No boats"_s}).empty());
}

QTEST_GUILESS_MAIN(TestAnchors)
#include "tst_anchors.moc"
