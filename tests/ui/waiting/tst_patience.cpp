// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waiting/patience.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

using namespace nutgraf;
using namespace nutgraf::waiting;
using namespace Qt::StringLiterals;

namespace {

QDialog *notice()
{
    return qobject_cast<QDialog *>(QApplication::activeModalWidget());
}

/// Does `then` once the notice is in front.
void onceShown(QObject *context, std::function<void()> then)
{
    auto *timer = new QTimer(context);
    QObject::connect(timer, &QTimer::timeout, context, [timer, then = std::move(then)] {
        if (notice() != nullptr && notice()->isVisible()) {
            timer->deleteLater();
            then();
        }
    });
    timer->start(0);
}

} // namespace

class TestPatience : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesWhatTheWorkGives();
    void worksOnAnotherThread();
    void slowWorkLeavesTheWindowAlive();
    void theUserMayGiveUp();
    void whatIsWrittenIsWaitedFor();
    void waitsForNoOtherWork();
};

void TestPatience::givesWhatTheWorkGives()
{
    const auto give = [](const Result<int> &what) {
        return patiently(u"Reading…"_s, Ending::Stoppable, [what] { return what; });
    };
    QCOMPARE(give(7), 7);
    QCOMPARE(give(fail(ErrorCode::FileNotFound, u"a"_s)).error().code, ErrorCode::FileNotFound);
}

void TestPatience::worksOnAnotherThread()
{
    const Result<QThread *> thread = patiently(
        u"Reading…"_s, Ending::Certain, [] { return Result<QThread *>(QThread::currentThread()); });
    QVERIFY(*thread != QThread::currentThread());
}

/// The work goes on only when the window's loop has turned.
void TestPatience::slowWorkLeavesTheWindowAlive()
{
    QSemaphore turned;
    QObject context;
    QString words;
    onceShown(&context, [&] {
        words = notice()->findChild<QLabel *>()->text();
        turned.release();
    });
    const Result<int> done = patiently(u"Saving…"_s, Ending::Certain, [&] {
        turned.acquire();
        return Result<int>(1);
    });
    QCOMPARE(done, 1);
    QCOMPARE(words, u"Saving…"_s);
    QVERIFY(notice() == nullptr);
}

void TestPatience::theUserMayGiveUp()
{
    const auto gate = std::make_shared<QSemaphore>();
    const auto isThrough = std::make_shared<QSemaphore>();
    QObject context;
    onceShown(&context, [] { QTest::keyClick(notice(), Qt::Key_Escape); });
    const Result<int> done = patiently(u"Reading…"_s, Ending::Stoppable, [gate, isThrough] {
        gate->acquire();
        isThrough->release();
        return Result<int>(1);
    });
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    gate->release(); // the work ends when it ends, and nobody is told
    isThrough->acquire();
    QCoreApplication::processEvents();
}

void TestPatience::whatIsWrittenIsWaitedFor()
{
    QSemaphore gate;
    QObject context;
    bool isStillThere = false;
    onceShown(&context, [&] {
        QVERIFY(notice()->findChildren<QPushButton *>().isEmpty());
        QTest::keyClick(notice(), Qt::Key_Escape);
        notice()->close();
        isStillThere = notice() != nullptr && notice()->isVisible();
        gate.release();
    });
    const Result<int> done = patiently(u"Saving…"_s, Ending::Certain, [&] {
        gate.acquire();
        return Result<int>(1);
    });
    QCOMPARE(done, 1);
    QVERIFY(isStillThere);
}

/// Other long work may hold every thread of the pool.
void TestPatience::waitsForNoOtherWork()
{
    QSemaphore gate;
    QThreadPool &pool = *QThreadPool::globalInstance();
    for (int i = 0; i < pool.maxThreadCount(); ++i) {
        pool.start([&gate] { gate.acquire(); });
    }
    const Result<int> done =
        patiently(u"Reading…"_s, Ending::Stoppable, [] { return Result<int>(1); });
    gate.release(pool.maxThreadCount());
    pool.waitForDone();
    QCOMPARE(done, 1);
}

QTEST_MAIN(TestPatience)
#include "tst_patience.moc"
