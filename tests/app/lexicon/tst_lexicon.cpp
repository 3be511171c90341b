// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lexicon/lexicon.h"

#include <QTest>

using namespace nutgraf::lexicon;
using namespace Qt::StringLiterals;

class TestLexicon : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWordMayBeSeveral() const;
    void womensNamesAreKnown() const;
    void cuesDependOnWhatStandsBeside() const;
    void knownNamesHaveAType() const;
    void everyKnownNameIsFound() const;
};

void TestLexicon::aWordMayBeSeveral() const
{
    const Lexicon &english = Lexicon::english();
    QVERIFY(english.classes(u"her"_s) & word::Possessive);
    QVERIFY(english.classes(u"she"_s) & word::Pronoun);
    QVERIFY(english.classes(u"may"_s) & word::Month);
    QVERIFY(english.classes(u"may"_s) & word::Auxiliary);
    QCOMPARE(english.classes(u"zzyzx"_s), 0U);
    QCOMPARE(english.classes(u"She"_s), 0U); // asked for in small letters
}

void TestLexicon::womensNamesAreKnown() const
{
    const Lexicon &english = Lexicon::english();
    const quint32 anna = english.classes(u"anna"_s);
    QVERIFY((anna & word::GivenName) && (anna & word::Feminine));
    const quint32 john = english.classes(u"john"_s);
    QVERIFY((john & word::GivenName) && !(john & word::Feminine));
}

void TestLexicon::cuesDependOnWhatStandsBeside() const
{
    const Lexicon &english = Lexicon::english();
    const auto said = english.cue(u"said"_s);
    QVERIFY(said && said->plain > 80);
    const auto added = english.cue(u"added"_s);
    QVERIFY(added && added->beforeTo < added->plain); // "added to the roof" says nothing
    QVERIFY(!english.cue(u"walked"_s) || english.cue(u"walked"_s)->plain < 20);
}

void TestLexicon::knownNamesHaveAType() const
{
    const Lexicon &english = Lexicon::english();
    QCOMPARE(english.knownName(u"London"_s), EntityType::Location);
    QCOMPARE(english.knownName(u"NATO"_s), EntityType::Organisation);
    QVERIFY(!english.knownName(u"london"_s));
    QCOMPARE(english.usualSpelling(u"LONDON"_s), u"London"_s);
    QCOMPARE(english.usualSpelling(u"PORT LORNE"_s), u"PORT LORNE"_s);
}

/// Whoever reads from a name's first word on must know how far to read.
void TestLexicon::everyKnownNameIsFound() const
{
    const Lexicon &english = Lexicon::english();
    for (const QStringView row : QStringTokenizer(knownNames(), u';', Qt::SkipEmptyParts)) {
        const QString name = row.first(row.indexOf(u'=')).toString();
        QVERIFY2(english.knownName(name), qPrintable(name));
        QVERIFY2(english.longestFrom(name.section(u' ', 0, 0)) > name.count(u' '),
                 qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestLexicon)
#include "tst_lexicon.moc"
