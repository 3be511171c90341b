// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/tagged_names.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;
using namespace Qt::StringLiterals;

namespace {

/// A paragraph's names where the tagger says that `name` is one of `type`, and nothing else.
std::vector<NameMention> namesOf(const QString &text, const QString &name, tagger::NameType type)
{
    const Words words = readWords(text, {});
    const TaggerWords own = taggerWords(words);
    tagger::Tags tags;
    const qsizetype begin = text.indexOf(name);
    tagger::NameSpan span{{-1, -1, 1}, type};
    for (int i = 0; i < static_cast<int>(own.list.size()); ++i) {
        const TextRange range = own.list[static_cast<size_t>(i)].range;
        if (range.begin >= begin && range.end <= begin + name.size()) {
            span.first = span.first < 0 ? i : span.first;
            span.last = i;
        }
    }
    if (!name.isEmpty()) {
        tags.names.push_back(span);
    }
    return taggedNames(words, SegmentRole::Body, own, tags);
}

QStringList spelled(const std::vector<NameMention> &names, const QString &text)
{
    QStringList found;
    for (const NameMention &name : names) {
        found.append(name.range.in(text).toString() + (name.isEcho ? u"?"_s : QString()));
    }
    return found;
}

} // namespace

class TestTaggedNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoKnownPlacesAreParted()
    {
        const QString text = u"On the Paris-London line nobody spoke."_s;
        const auto names = namesOf(text, u"Paris-London"_s, tagger::NameType::Location);
        QCOMPARE(spelled(names, text), QStringList({u"Paris"_s, u"London"_s}));
        QCOMPARE(names.back().name, u"London"_s);
        QCOMPARE(names.back().type, EntityType::Location);
    }
    void otherHyphensStay()
    {
        const QString text = u"He flew to Port-Amery on Monday."_s;
        const auto names = namesOf(text, u"Port-Amery"_s, tagger::NameType::Location);
        QVERIFY(spelled(names, text).contains(u"Port-Amery"_s));
    }
    void whatOnlyTheRulesFindIsAnEcho()
    {
        const QString text = u"Nobody at Rotorix spoke."_s;
        QCOMPARE(spelled(namesOf(text, {}, tagger::NameType::Misc), text),
                 QStringList({u"Rotorix?"_s}));
    }
    void aMinistersPortfolioIsNoBody()
    {
        const QString text = u"They met Transport Minister Anna Miller."_s;
        for (const NameMention &name :
             namesOf(text, u"Transport"_s, tagger::NameType::Organisation)) {
            QVERIFY2(name.isEcho, qPrintable(name.name));
        }
    }
    void theTaggersWordStands()
    {
        const QString text = u"Nobody at Rotorix spoke."_s;
        const auto names = namesOf(text, u"Rotorix"_s, tagger::NameType::Organisation);
        QCOMPARE(spelled(names, text), QStringList({u"Rotorix"_s}));
        QCOMPARE(names.front().type, EntityType::Organisation);
    }
};

QTEST_APPLESS_MAIN(TestTaggedNames)
#include "tst_tagged_names.moc"
