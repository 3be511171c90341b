// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checked_story.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace nutgraf::review::checked;

namespace {

std::vector<analysis::Entity> named(const QStringList &names, analysis::EntityType type)
{
    std::vector<analysis::Entity> entities;
    for (const QString &name : names) {
        entities.push_back({.id = {},
                            .type = type,
                            .name = name,
                            .role = {},
                            .mentions = {{0, 1}},
                            .pronouns = {}});
    }
    return entities;
}

} // namespace

class TestNameChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void notesANameFirstHeardInAQuotation() const;
    void looksPastTheHeadlineForNames() const;
    void asksAboutNearlySameNames_data() const;
    void asksAboutNearlySameNames() const;
    void comparesOnlyNames() const;
    void comparesSoManyNames() const;
};

void TestNameChecks::notesANameFirstHeardInAQuotation() const
{
    StoryText story(
        QStringLiteral("“Stellan keeps his word,” she said. Stellan Roos runs the boats."));
    analysis::Entity roos;
    roos.type = analysis::EntityType::Person;
    roos.name = QStringLiteral("Stellan Roos");
    roos.mentions = {{1, 8}, {36, 48}};
    story.analysis.entities = {roos};
    const auto found = findings(story, sound());
    QCOMPARE(ids(found), std::vector{CheckId::FirstReferenceInQuote});
    QCOMPARE(found[0].detail, QStringLiteral("Stellan Roos"));
}

void TestNameChecks::looksPastTheHeadlineForNames() const
{
    using enum analysis::SegmentRole;
    StoryText story(QStringLiteral("Roos\n“Roos keeps his word,” she said of Stellan Roos."));
    const analysis::Snapshot snapshot{
        .revision = 1,
        .text = story.text,
        .segments = {{Headline, {0, 4}}, {Body, {5, story.text.size()}}}};
    const analysis::Entity place{.id = {},
                                 .type = analysis::EntityType::Location,
                                 .name = QStringLiteral("Marn Town"),
                                 .role = {},
                                 .mentions = {{6, 10}},
                                 .pronouns = {}};
    analysis::Entity roos = place;
    roos.type = analysis::EntityType::Person;
    roos.name = QStringLiteral("Stellan Roos");
    roos.mentions = {{0, 4}, {6, 10}};
    story.analysis.entities = {place, roos};
    const auto found = check(sound(), snapshot, story.analysis, {}, {}, Noon);
    QCOMPARE(ids(found), std::vector{CheckId::FirstReferenceInQuote});
    QCOMPARE(found[0].range, TextRange(6, 10));
    roos.mentions = {{0, 4}}; // in the headline alone
    story.analysis.entities = {roos};
    QVERIFY(check(sound(), snapshot, story.analysis, {}, {}, Noon).empty());
    roos.name = QStringLiteral("Roos"); // nothing is left out
    roos.mentions = {{6, 10}};
    story.analysis.entities = {roos};
    QVERIFY(check(sound(), snapshot, story.analysis, {}, {}, Noon).empty());
}

void TestNameChecks::asksAboutNearlySameNames_data() const
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isAsked");
    const auto row = [](const QString &one, const QString &other, bool isAsked) {
        QTest::addRow("%s, %s", qPrintable(one), qPrintable(other)) << one << other << isAsked;
    };
    row(QStringLiteral("Anna Lindqvist"), QStringLiteral("Lindkvist"), true);
    row(QStringLiteral("Zelensky"), QStringLiteral("Volodymyr Zelenskyy"), true);
    row(QStringLiteral("Adeyemi"), QStringLiteral("Adeymi"), true);
    row(QStringLiteral("Ann Holm"), QStringLiteral("Ann Hole"), false); // short
    row(QStringLiteral("Amery Ferry"), QStringLiteral("Amery Ferrys"), false); // a plural
    row(QStringLiteral("Marn Harbour"), QStringLiteral("Marn Harbours"), false);
    row(QStringLiteral("Karlsson"), QStringLiteral("Harlsson"), false); // another initial
    row(QStringLiteral("Lindqvist"), QStringLiteral("Lindström"), false);
    row(QStringLiteral("Zelenskyy"), QStringLiteral("Zelensky"), true);
    row(QStringLiteral("Amery Ferrys"), QStringLiteral("Amery Ferry"), false);
    row(QStringLiteral("Karlso"), QStringLiteral("Karlsov"), true); // as short as may be
    row(QStringLiteral("Karls"), QStringLiteral("Karlso"), false);
    row(QStringLiteral("Adeyemi"), QStringLiteral("Adeymo"), false); // two letters
    row(QStringLiteral("Adeyemi"), QStringLiteral("Adeyemiva"), false);
    row(QStringLiteral("Lindqvist"), QStringLiteral("Lindkvisd"), false);
    row(QStringLiteral("Anna Lindqvist"), QStringLiteral("Karl Lindqvist"), false); // a family
}

void TestNameChecks::asksAboutNearlySameNames() const
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, isAsked);
    StoryText story(one + QStringLiteral(" met ") + one + QStringLiteral(" and ") + other);
    const qsizetype length = one.size();
    analysis::Entity first{.id = {},
                           .type = analysis::EntityType::Person,
                           .name = one,
                           .role = {},
                           .mentions = {{0, length}, {length + 5, 2 * length + 5}},
                           .pronouns = {}};
    analysis::Entity second = first;
    second.name = other;
    second.mentions = {{2 * length + 10, story.text.size()}};
    story.analysis.entities = {first, second};
    const auto found = findings(story, sound());
    const auto spelt = std::ranges::find(found, CheckId::NameSpeltTwice, &Finding::id);
    QCOMPARE(spelt != found.end(), isAsked);
    if (isAsked) {
        QCOMPARE(spelt->range, second.mentions.front()); // the rarer one
        QCOMPARE(spelt->detail, one.section(u' ', -1));
        story.analysis.entities[1].type = analysis::EntityType::Location;
        QVERIFY(findings(story, sound()).empty());
        story.analysis.entities[0].type = analysis::EntityType::Location;
        QCOMPARE(findings(story, sound()).size(), 1U);
        // Of two as rare the second.
        story.analysis.entities[0].mentions.pop_back();
        QCOMPARE(findings(story, sound()).front().range, second.mentions.front());
        std::swap(story.analysis.entities[0].mentions, story.analysis.entities[1].mentions);
        story.analysis.entities[0].mentions.push_back({0, length});
        QCOMPARE(findings(story, sound()).front().detail, one.section(u' ', -1));
    }
}

void TestNameChecks::comparesOnlyNames() const
{
    using enum analysis::EntityType;
    StoryText story(QStringLiteral("Boats sail."));
    const QStringList pair{QStringLiteral("Lindqvist"), QStringLiteral("Lindkvist")};
    for (const auto type : {Person, Organisation, Location}) {
        story.analysis.entities = named(pair, type);
        QCOMPARE(ids(findings(story, sound())), std::vector{CheckId::NameSpeltTwice});
    }
    story.analysis.entities = named(pair, Date);
    QVERIFY(findings(story, sound()).empty());
}

/// All pairs of a list of names in a long text would take too long.
void TestNameChecks::comparesSoManyNames() const
{
    StoryText story(QStringLiteral("Boats sail."));
    QStringList names;
    for (int i = 0; i < 399; ++i) {
        names.append(QStringLiteral("%1%1%1%1").arg(i));
    }
    names.append(QStringLiteral("Lindqvist")); // the last that is compared
    names.prepend(QStringLiteral("Lindkvist"));
    story.analysis.entities = named(names, analysis::EntityType::Person);
    QVERIFY(findings(story, sound()).empty());
    story.analysis.entities.erase(story.analysis.entities.begin() + 1);
    QCOMPARE(ids(findings(story, sound())), std::vector{CheckId::NameSpeltTwice});
}

QTEST_GUILESS_MAIN(TestNameChecks)
#include "tst_name_checks.moc"
