// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;
using namespace Qt::StringLiterals;

namespace {

QString tag(EntityType type)
{
    switch (type) {
    case EntityType::Time:
        return u"time"_s;
    case EntityType::Money:
        return u"money"_s;
    case EntityType::Percent:
        return u"percent"_s;
    case EntityType::Quantity:
        return u"quantity"_s;
    default:
        return {};
    }
}

QStringList figuresOf(const QString &body)
{
    const Snapshot snapshot = compose(1, {}, {}, body);
    const Analysis analysis = analyse(snapshot);
    QStringList found;
    for (const Entity &entity : analysis.entities) {
        if (!isFigure(entity.type)) {
            continue;
        }
        for (const TextRange range : entity.mentions) {
            found.append(tag(entity.type) + u": "_s + range.in(snapshot.text).toString());
        }
    }
    return found;
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFigures_data() const;
    void readsFigures() const;
    void sameSpellingIsOneFigure() const;
    void figuresFollowTheNames() const;
};

void TestFigures::readsFigures_data() const
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *text, const QStringList &expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    row("The charge is 35 cents a crossing.", {u"money: 35 cents"_s});
    row("It would cost $4.2 million by then.", {u"money: $4.2 million"_s});
    row("The fund holds €1.2bn and US$30 in cash.", {u"money: €1.2bn"_s, u"money: US$30"_s});
    row("They asked for two million dollars.", {u"money: two million dollars"_s});
    row("Traffic fell 6 percent, or 6.5 per cent, or 7%.",
        {u"percent: 6 percent"_s, u"percent: 6.5 per cent"_s, u"percent: 7%"_s});
    row("It rose by two percentage points.", {u"percent: two percentage points"_s});
    row("The gate opens at 7 p.m. and closes at 18:30 GMT.",
        {u"time: 7 p.m."_s, u"time: 18:30 GMT"_s});
    row("He came at 6.45pm, she at noon.", {u"time: 6.45pm"_s, u"time: noon"_s});
    row("The reef lies 12 nautical miles out, in 4.5 metres of water.",
        {u"quantity: 12 nautical miles"_s, u"quantity: 4.5 metres"_s});
    row("The route was closed for 19 days.", {u"quantity: 19 days"_s});
    row("Six weeks later it rained.", {u"quantity: Six weeks"_s});
    row("It carried 2.9 million passengers for 4,200 people.",
        {u"quantity: 2.9 million passengers"_s, u"quantity: 4,200 people"_s});
    row("The storm killed 12.", {u"quantity: 12"_s});
    row("Sixty-four people came.", {}); // a small number in words is style, no figure
    row("She sat in Room 12 of Flight 370.", {});
    row("Ann Vale, 43, said no.", {});
    row("In 2024 it was the 24th of the 1990s.", {});
    row("Rovers won 3-1.", {});
    row("The 16-team league and its 5-gram dose.", {});
    row("“It cost $5,” she said.", {u"money: $5"_s});
    row("A $ sign alone, and $x.", {});
}

void TestFigures::readsFigures() const
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(figuresOf(text), expected);
}

void TestFigures::sameSpellingIsOneFigure() const
{
    const Analysis analysis =
        analyse(compose(1, u"Levy of 35 cents"_s, {}, u"The levy is 35 cents. It was 20 cents."_s));
    const auto figures = std::ranges::count_if(
        analysis.entities, [](const Entity &entity) { return isFigure(entity.type); });
    QCOMPARE(figures, 2);
    QCOMPARE(analysis.entities.at(analysis.entities.size() - 2).mentions.size(), 2U);
}

void TestFigures::figuresFollowTheNames() const
{
    const Analysis analysis =
        analyse(compose(1, {}, {}, u"For 35 cents, Ann Vale left Port Alder at noon."_s));
    bool hasFigure = false;
    for (std::size_t i = 0; i < analysis.entities.size(); ++i) {
        const Entity &entity = analysis.entities[i];
        QCOMPARE(entity.id, u"e%1"_s.arg(i + 1));
        hasFigure = hasFigure || isFigure(entity.type);
        QCOMPARE(isFigure(entity.type), hasFigure);
    }
    QVERIFY(hasFigure);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
