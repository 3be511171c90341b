// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/in_order.h"
#include "jobs/off_thread.h"

#include <QTest>
#include <QThread>

using namespace nutgraf::jobs;

class TestInOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesAllInOrder() const;
    void finishesAtItsEnd() const;
    void repliesInTheContextsThread() const;
    void dropsRepliesWhoseContextIsGone() const;
    void offThreadAnswersOnce() const;
};

void TestInOrder::doesAllInOrder() const
{
    QObject context;
    std::vector<int> done;
    {
        InOrder work(&context);
        for (int i = 0; i < 100; ++i) {
            work.post([&done, i]() -> Reply {
                done.push_back(i); // one thread: no lock is needed
                return {};
            });
        }
    }
    QCOMPARE(done.size(), 100U);
    QVERIFY(std::ranges::is_sorted(done));
}

void TestInOrder::finishesAtItsEnd() const
{
    QObject context;
    bool isDone = false;
    {
        InOrder work(&context);
        work.post([&isDone]() -> Reply {
            isDone = true;
            return {};
        });
    }
    QVERIFY(isDone);
}

void TestInOrder::repliesInTheContextsThread() const
{
    QObject context;
    QThread *worker = nullptr;
    QThread *receiver = nullptr;
    InOrder work(&context);
    work.post([&]() -> Reply {
        worker = QThread::currentThread();
        return [&receiver] {
            receiver = QThread::currentThread();
        };
    });
    QTRY_VERIFY(receiver != nullptr);
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(worker != receiver);
}

void TestInOrder::dropsRepliesWhoseContextIsGone() const
{
    auto context = std::make_unique<QObject>();
    bool hasReplied = false;
    {
        InOrder work(context.get());
        work.post([&hasReplied]() -> Reply {
            return [&hasReplied] {
                hasReplied = true;
            };
        });
    }
    context.reset();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!hasReplied);
}

void TestInOrder::offThreadAnswersOnce() const
{
    QObject context;
    int answer = 0;
    offThread(&context, [] { return 42; }, [&answer](int value) { answer += value; });
    QTRY_COMPARE(answer, 42);
}

QTEST_GUILESS_MAIN(TestInOrder)
#include "tst_in_order.moc"
