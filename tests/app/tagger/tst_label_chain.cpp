// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/label_chain.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace nutgraf::tagger;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t Labels = 3;
constexpr size_t Words = 5;

struct Case {
    std::array<std::array<double, Labels>, Labels> follow{};
    std::array<double, Labels> start{};
    std::array<double, Labels> end{};
    std::vector<float> scores;

    [[nodiscard]] QJsonObject json() const
    {
        const auto list = [](const std::array<double, Labels> &values) {
            QJsonArray array;
            for (const double value : values) {
                array.append(value);
            }
            return array;
        };
        QJsonArray rows;
        for (const auto &row : follow) {
            rows.append(list(row));
        }
        return {{u"scores"_s, rows}, {u"start"_s, list(start)}, {u"end"_s, list(end)}};
    }
    [[nodiscard]] double scoreOf(const std::vector<int> &labels) const
    {
        double sum = start.at(static_cast<size_t>(labels.front()))
            + end.at(static_cast<size_t>(labels.back()));
        for (size_t w = 0; w < labels.size(); ++w) {
            const auto label = static_cast<size_t>(labels[w]);
            sum += static_cast<double>(scores[w * Labels + label]);
            if (w > 0) {
                sum += follow.at(static_cast<size_t>(labels[w - 1])).at(label);
            }
        }
        return sum;
    }
};

Case randomCase(quint32 seed)
{
    QRandomGenerator random(seed);
    const auto number = [&] {
        return random.bounded(4.0) - 2;
    };
    Case made;
    for (auto &row : made.follow) {
        std::ranges::generate(row, number);
    }
    std::ranges::generate(made.start, number);
    std::ranges::generate(made.end, number);
    for (size_t i = 0; i < Words * Labels; ++i) {
        made.scores.push_back(static_cast<float>(number()));
    }
    return made;
}

/// All sequences of labels.
std::vector<std::vector<int>> sequences()
{
    std::vector<std::vector<int>> all{{}};
    for (size_t w = 0; w < Words; ++w) {
        std::vector<std::vector<int>> longer;
        for (const std::vector<int> &sequence : all) {
            for (int label = 0; label < static_cast<int>(Labels); ++label) {
                longer.push_back(sequence);
                longer.back().push_back(label);
            }
        }
        all = std::move(longer);
    }
    return all;
}

} // namespace

class TestLabelChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheBestOfAllSequences() const;
    void marginalsAreThoseOfAllSequences() const;
    void obeysWhatMayNotFollow() const;
    void refusesWhatDoesNotFit() const;
    void nothingHasNoLabels() const;
};

void TestLabelChain::findsTheBestOfAllSequences() const
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Case made = randomCase(seed);
        const std::vector<int> best = std::ranges::max(
            sequences(), {}, [&](const std::vector<int> &s) { return made.scoreOf(s); });
        const auto chain = LabelChain::fromJson(made.json(), Labels);
        QVERIFY(chain);
        QCOMPARE(chain->best(made.scores, Labels, Words).labels, best);
    }
}

void TestLabelChain::marginalsAreThoseOfAllSequences() const
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const Case made = randomCase(seed);
        const Labelling found =
            LabelChain::fromJson(made.json(), Labels)->best(made.scores, Labels, Words);
        std::vector<double> own(Words);
        double total = 0;
        for (const std::vector<int> &sequence : sequences()) {
            const double weight = std::exp(made.scoreOf(sequence));
            total += weight;
            for (size_t w = 0; w < Words; ++w) {
                own[w] += sequence[w] == found.labels[w] ? weight : 0;
            }
        }
        for (size_t w = 0; w < Words; ++w) {
            QVERIFY(std::abs(own[w] / total - static_cast<double>(found.sureness[w])) < 1e-4);
        }
    }
}

void TestLabelChain::obeysWhatMayNotFollow() const
{
    Case made;
    made.follow[0][2] = -100; // inside after outside
    made.start[2] = -100;
    made.scores.assign(Words * Labels, 0);
    made.scores[0] = 3; // the first word is outside
    made.scores[1 * Labels + 2] = 5; // the second one would be inside
    const Labelling found =
        LabelChain::fromJson(made.json(), Labels)->best(made.scores, Labels, Words);
    QVERIFY(!(found.labels[0] == 0 && found.labels[1] == 2));
    QVERIFY(found.labels[0] != 2);
    for (const float sureness : found.sureness) {
        QVERIFY(sureness > 0 && sureness <= 1);
    }
}

void TestLabelChain::refusesWhatDoesNotFit() const
{
    QVERIFY(LabelChain::fromJson(randomCase(1).json(), Labels));
    QVERIFY(!LabelChain::fromJson(randomCase(1).json(), Labels + 1));
    QVERIFY(!LabelChain::fromJson({}, Labels));
}

void TestLabelChain::nothingHasNoLabels() const
{
    QVERIFY(LabelChain::fromJson(randomCase(1).json(), Labels)->best({}, Labels, 0).labels.empty());
}

QTEST_GUILESS_MAIN(TestLabelChain)
#include "tst_label_chain.moc"
