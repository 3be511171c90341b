// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/all_cores.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace nutgraf;

class TestAllCores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesEachPieceOnce_data() const;
    void doesEachPieceOnce() const;
};

void TestAllCores::doesEachPieceOnce_data() const
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 1000})
        QTest::addRow("%d", count) << count;
}

void TestAllCores::doesEachPieceOnce() const
{
    QFETCH(const int, count);
    std::vector<std::atomic<int>> done(static_cast<size_t>(count));
    jobs::onAllCores(count, [&](qsizetype at) { ++done[static_cast<size_t>(at)]; });
    QVERIFY(std::ranges::all_of(done, [](const std::atomic<int> &times) { return times == 1; }));
}

QTEST_GUILESS_MAIN(TestAllCores)
#include "tst_all_cores.moc"
