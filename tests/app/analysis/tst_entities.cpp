// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/entities.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;
using namespace Qt::StringLiterals;

namespace {

const QString Text = u"Rotor lost. Nobody at Rotor spoke, and Lada was silent."_s;

/// The mention of the words `name` in Text from `from` on.
NameMention mentionOf(const QString &name, EntityType type, Certainty certainty, qsizetype from = 0)
{
    NameMention mention;
    const qsizetype begin = Text.indexOf(name, from);
    mention.range = {begin, begin + name.size()};
    mention.name = name;
    mention.type = type;
    mention.certainty = certainty;
    return mention;
}

NameMention echoOf(const QString &name, qsizetype from = 0)
{
    NameMention mention = mentionOf(name, EntityType::Person, Certainty::Guess, from);
    mention.isEcho = true;
    return mention;
}

EntityIndex indexOf(const std::vector<NameMention> &mentions)
{
    auto reading = std::make_shared<Reading>();
    reading->names = mentions;
    return indexEntities(Text, {{0, SegmentRole::Body, reading}});
}

} // namespace

class TestEntities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEchoIsWhatItsNameIsElsewhere()
    {
        const EntityIndex index =
            indexOf({mentionOf(u"Rotor"_s, EntityType::Organisation, Certainty::Sure),
                     echoOf(u"Rotor"_s, 12), echoOf(u"Lada"_s)});
        QCOMPARE(index.entities.size(), 1);
        QCOMPARE(index.entities.front().type, EntityType::Organisation);
        QCOMPARE(index.entities.front().mentions.size(), 2);
    }
    void anEchoOfADoubtfulNameIsNone()
    {
        const EntityIndex index = indexOf(
            {mentionOf(u"Rotor"_s, EntityType::Person, Certainty::Likely), echoOf(u"Rotor"_s, 12)});
        QCOMPARE(index.entities.size(), 1);
        QCOMPARE(index.entities.front().mentions.size(), 1);
    }
    void manyEchoesProveNothing()
    {
        const EntityIndex index = indexOf({echoOf(u"Rotor"_s), echoOf(u"Rotor"_s, 12)});
        QVERIFY(index.entities.empty());
    }
    void aDoubtfulMentionFollowsTheSureOnes()
    {
        const EntityIndex index =
            indexOf({mentionOf(u"Rotor"_s, EntityType::Organisation, Certainty::Sure),
                     mentionOf(u"Rotor"_s, EntityType::Person, Certainty::Likely, 12)});
        QCOMPARE(index.entities.size(), 1);
        QCOMPARE(index.entities.front().type, EntityType::Organisation);
    }
};

QTEST_APPLESS_MAIN(TestEntities)
#include "tst_entities.moc"
