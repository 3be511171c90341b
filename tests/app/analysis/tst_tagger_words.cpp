// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/tagger_words.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;
using namespace Qt::StringLiterals;

namespace {

QStringList spelled(const QString &text)
{
    QStringList found;
    for (const tagger::Word &word : taggerWords(readWords(text, {})).list) {
        found.append(word.range.in(text).toString());
    }
    return found;
}

} // namespace

class TestTaggerWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsContractions_data() const;
    void splitsContractions() const;
    void leavesOutQuotationMarks() const;
    void firstOfASentenceIsFirstOnce() const;
};

void TestTaggerWords::splitsContractions_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &text, const QStringList &words) {
        QTest::newRow(name) << text << words;
    };
    row("owner", u"Vale's plan"_s, {u"Vale"_s, u"'s"_s, u"plan"_s});
    row("curly owner", u"Vale’s plan"_s, {u"Vale"_s, u"’s"_s, u"plan"_s});
    row("owner in capitals", u"VALE'S PLAN"_s, {u"VALE"_s, u"'S"_s, u"PLAN"_s});
    row("is or has", u"He’s said so"_s, {u"He"_s, u"’s"_s, u"said"_s, u"so"_s});
    row("verbs", u"They’re sure we've won, he'll say I'd know, I'm in"_s,
        {u"They"_s, u"’re"_s, u"sure"_s, u"we"_s, u"'ve"_s, u"won"_s, u","_s, u"he"_s, u"'ll"_s,
         u"say"_s, u"I"_s, u"'d"_s, u"know"_s, u","_s, u"I"_s, u"'m"_s, u"in"_s});
    row("not", u"didn’t can't"_s, {u"did"_s, u"n’t"_s, u"ca"_s, u"n't"_s});
    row("plural owner", u"the boats’ crews"_s, {u"the"_s, u"boats"_s, u"’"_s, u"crews"_s});
    row("names with apostrophes", u"O’Brien of Qur’an"_s, {u"O’Brien"_s, u"of"_s, u"Qur’an"_s});
    row("nothing", u""_s, {});
}

void TestTaggerWords::splitsContractions() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, words);
    QCOMPARE(spelled(text), words);
}

void TestTaggerWords::leavesOutQuotationMarks() const
{
    const QString text = u"“We’re in,” she said."_s;
    QCOMPARE(spelled(text),
             QStringList({u"We"_s, u"’re"_s, u"in"_s, u","_s, u"she"_s, u"said"_s, u"."_s}));
    const std::vector<tagger::Word> words = taggerWords(readWords(text, {})).list;
    QVERIFY(words.at(1).isQuoted);
    QVERIFY(words.at(3).isQuoted);
    QVERIFY(!words.at(4).isQuoted);
}

void TestTaggerWords::firstOfASentenceIsFirstOnce() const
{
    const std::vector<tagger::Word> words =
        taggerWords(readWords(u"It’s over. He’s out."_s, {})).list;
    QList<qsizetype> first;
    for (const tagger::Word &word : words) {
        if (word.isFirst) {
            first.append(word.range.begin);
        }
    }
    QCOMPARE(first, QList<qsizetype>({0, 11}));
}

QTEST_GUILESS_MAIN(TestTaggerWords)
#include "tst_tagger_words.moc"
