// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

Analysis read(const QString &body)
{
    return Analyser(nullptr).analyse(compose(1, QString(), QString(), body)); // the rules alone
}

const Entity *named(const Analysis &analysis, const QString &name)
{
    const auto it = std::ranges::find(analysis.entities, name, &Entity::name);
    return it == analysis.entities.end() ? nullptr : &*it;
}

} // namespace

class TestAnalysisRoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRoles_data() const;
    void readsRoles() const;
    void givesSpeakersTheirRole() const;
    void typesNamesByTheirNeighbours_data() const;
    void typesNamesByTheirNeighbours() const;
    void joinsAShortNameToItsBody() const;
};

void TestAnalysisRoles::readsRoles_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("role");
    const auto row = [](const char *text, const char *role) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(role);
    };
    row("Opposition leader Ann Vale said no.", "opposition leader");
    row("On Monday, Transport Minister Ann Vale said no.", "Transport Minister");
    row("Harbour Safety Council spokesperson Ann Vale said no.",
        "Harbour Safety Council spokesperson");
    row("The 19-year-old defender Ann Vale scored.", "defender");
    row("Rovers lost, coach Ann Vale said.", "coach");
    row("Sen. Ann Vale said no.", "senator");
    row("Forecaster Ann Vale said it would rain.", "forecaster");
    row("“No,” said Ann Vale, the mayor of Port Alder.", "mayor of Port Alder");
    row("“No,” said Ann Vale, the biologist who led the survey.", "biologist");
    row("Ann Vale, 36, a nurse at the clinic, said no.", "nurse at the clinic");
    row("He meant Ann Vale, director of the state-owned Alder Ferries.",
        "director of the state-owned Alder Ferries");
    row("“No,” said Ann Vale of the Deckhands’ Union.", "Deckhands’ Union");
    row("The quarry’s surveyor, Ann Vale, said no.", "quarry’s surveyor");
    row("Ann Vale, the minister said, would stay.", "");
    row("Ms. Ann Vale said no.", "");
    row("Ann Vale of Port Alder said no.", "");
    row("Ann Vale, 58, said no.", "");
    row("They met Ann Vale, the day after the vote.", "");
}

void TestAnalysisRoles::readsRoles() const
{
    QFETCH(const QString, text);
    QFETCH(const QString, role);
    const Analysis analysis = read(text);
    const Entity *entity = named(analysis, QStringLiteral("Ann Vale"));
    QVERIFY(entity != nullptr);
    QCOMPARE(entity->type, EntityType::Person);
    QCOMPARE(entity->role, role);
}

void TestAnalysisRoles::givesSpeakersTheirRole() const
{
    const Analysis analysis =
        read(QStringLiteral("Vale said it rained.\nMayor Ann Vale left.\n“So it did,” she said."));
    QCOMPARE(std::ssize(analysis.speakers), 1);
    QCOMPARE(analysis.speakers.front().name, QStringLiteral("Ann Vale"));
    QCOMPARE(analysis.speakers.front().role, QStringLiteral("mayor"));
}

void TestAnalysisRoles::typesNamesByTheirNeighbours_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<EntityType>("type");
    const auto row = [](const char *text, const char *name, EntityType type) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(name) << type;
    };
    row("A court in Lower Tarven ruled.", "Lower Tarven", EntityType::Location);
    row("Boats left the island of Sorra.", "Sorra", EntityType::Location);
    row("Boats sail to Sorra and Marl.", "Marl", EntityType::Location);
    row("They came from Sorra, an island of 300.", "Sorra", EntityType::Location);
    row("Fans saw Alder Rovers win.", "Alder Rovers", EntityType::Organisation);
    row("The grid operator Coastlume is small.", "Coastlume", EntityType::Organisation);
    row("The Deckhands’ Union agreed.", "Deckhands’ Union", EntityType::Organisation);
    row("The new Transport Ministry opened.", "Transport Ministry", EntityType::Organisation);
    row("Then Karo Venn, 58, left.", "Karo Venn", EntityType::Person);
    row("Venn is old, but Karo Venn, who sings, is not.", "Karo Venn", EntityType::Person);
    row("People like Blixo here.", "Blixo", EntityType::Misc);
}

void TestAnalysisRoles::typesNamesByTheirNeighbours() const
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const EntityType, type);
    const Analysis analysis = read(text);
    const Entity *entity = named(analysis, name);
    QVERIFY(entity != nullptr);
    QCOMPARE(entity->type, type);
}

void TestAnalysisRoles::joinsAShortNameToItsBody() const
{
    const Analysis analysis =
        read(QStringLiteral("Alder Rovers won.\nIn the end Rovers coach Ann Vale cried."));
    const Entity *team = named(analysis, QStringLiteral("Alder Rovers"));
    QVERIFY(team != nullptr);
    QCOMPARE(std::ssize(team->mentions), 2);
}

QTEST_GUILESS_MAIN(TestAnalysisRoles)
#include "tst_analysis_roles.moc"
