// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/latest.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace nutgraf::jobs;

namespace {

/// Work that stands still until the test lets it go on, and notes its number when it was wanted.
struct SlowWork {
    QSemaphore started;
    QSemaphore mayGoOn;
    std::atomic<int> calls = 0;
    std::atomic<int> cancelled = 0;
    std::vector<int> delivered;

    Latest::Work operator()(int number)
    {
        return [this, number](const Cancelled &isCancelled) -> Reply {
            ++calls;
            started.release();
            mayGoOn.acquire();
            cancelled += isCancelled() ? 1 : 0;
            return [this, number] {
                delivered.push_back(number);
            };
        };
    }
};

Reply nothing(const Cancelled &)
{
    return {};
}

} // namespace

class TestLatest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repliesInItsOwnThread() const;
    void skipsOlderWork() const;
    void dropsAStaleAnswer() const;
    void dropsAnAnswerOvertakenOnItsWay() const;
    void saysExactlyWhenItIsIdle() const;
    void staysBusyWhenAReplySubmitsAgain() const;
    void cancelsAndWaitsAtItsEnd() const;
    void mayEndInsideItsOwnReply() const;
    void survivesWorkThatThrows() const;
};

void TestLatest::repliesInItsOwnThread() const
{
    std::atomic<QThread *> worker = nullptr;
    QThread *receiver = nullptr;
    Latest latest;
    latest.submit([&](const Cancelled &) -> Reply {
        worker = QThread::currentThread();
        return [&receiver] {
            receiver = QThread::currentThread();
        };
    });
    QTRY_VERIFY(latest.isIdle());
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(worker != nullptr && worker != receiver);
}

void TestLatest::skipsOlderWork() const
{
    SlowWork work;
    Latest latest;
    latest.submit(work(0));
    QTRY_VERIFY(work.started.available() > 0); // it is busy: what follows waits in the box
    for (int number = 1; number <= 50; ++number) {
        latest.submit(work(number));
    }
    work.mayGoOn.release(50);
    QTRY_VERIFY(latest.isIdle());
    QCOMPARE(work.delivered, std::vector{50});
    QCOMPARE(work.calls, 2);
}

void TestLatest::dropsAStaleAnswer() const
{
    SlowWork work;
    Latest latest;
    latest.submit(work(1));
    QTRY_VERIFY(work.started.available() > 0);
    latest.submit(work(2));
    work.mayGoOn.release(2);
    QTRY_VERIFY(latest.isIdle());
    QCOMPARE(work.cancelled, 1);
    QCOMPARE(work.delivered, std::vector{2});
}

void TestLatest::dropsAnAnswerOvertakenOnItsWay() const
{
    QSemaphore done;
    std::vector<int> delivered;
    const auto work = [&](int number) {
        return [&, number](const Cancelled &) -> Reply {
            done.release();
            return [&delivered, number] {
                delivered.push_back(number);
            };
        };
    };
    Latest latest;
    latest.submit(work(1));
    QTRY_VERIFY(done.available() > 0); // the answer may now lie in the event queue
    delivered.clear();
    latest.submit(work(2));
    QTRY_VERIFY(latest.isIdle());
    QCOMPARE(delivered, std::vector{2});
}

void TestLatest::saysExactlyWhenItIsIdle() const
{
    Latest latest;
    const QSignalSpy idle(&latest, &Latest::idleChanged);
    QVERIFY(latest.isIdle());
    latest.submit(nothing);
    latest.submit(nothing);
    QVERIFY(!latest.isIdle());
    QTRY_VERIFY(latest.isIdle());
    QCOMPARE(idle.size(), 2);
    QCOMPARE(idle.at(0).at(0).toBool(), false);
    QCOMPARE(idle.at(1).at(0).toBool(), true);
}

void TestLatest::staysBusyWhenAReplySubmitsAgain() const
{
    Latest latest;
    const QSignalSpy idle(&latest, &Latest::idleChanged);
    bool isSecondDone = false;
    latest.submit([&](const Cancelled &) -> Reply {
        return [&] {
            latest.submit([&](const Cancelled &) -> Reply {
                return [&] {
                    isSecondDone = true;
                };
            });
        };
    });
    QTRY_VERIFY(latest.isIdle());
    QVERIFY(isSecondDone);
    QCOMPARE(idle.size(), 2);
}

void TestLatest::cancelsAndWaitsAtItsEnd() const
{
    SlowWork work;
    auto latest = std::make_unique<Latest>();
    latest->submit(work(1));
    QTRY_VERIFY(work.started.available() > 0);
    work.mayGoOn.release();
    latest.reset();
    QCOMPARE(work.calls, 1);
    QVERIFY(work.delivered.empty());
}

void TestLatest::mayEndInsideItsOwnReply() const
{
    auto *latest = new Latest;
    bool isGone = false;
    connect(latest, &QObject::destroyed, this, [&isGone] { isGone = true; });
    latest->submit([latest](const Cancelled &) -> Reply {
        return [latest] {
            delete latest;
        };
    });
    QTRY_VERIFY(isGone);
}

void TestLatest::survivesWorkThatThrows() const
{
    QTest::ignoreMessage(QtCriticalMsg, "A piece of work gave up: no");
    Latest latest;
    latest.submit([](const Cancelled &) -> Reply { throw std::runtime_error("no"); });
    QTRY_VERIFY(latest.isIdle());
    bool isDone = false;
    latest.submit([&isDone](const Cancelled &) -> Reply {
        return [&isDone] {
            isDone = true;
        };
    });
    QTRY_VERIFY(isDone);
}

QTEST_GUILESS_MAIN(TestLatest)
#include "tst_latest.moc"
