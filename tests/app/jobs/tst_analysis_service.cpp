// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/analysis_service.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace nutgraf;
using namespace nutgraf::jobs;

namespace {

analysis::Snapshot snapshot(quint64 revision)
{
    return {.revision = revision, .text = QStringLiteral("text"), .segments = {}};
}

/// An analysis that stands still until the test lets it go on.
struct SlowReader {
    QSemaphore started;
    QSemaphore mayGoOn;
    std::atomic<int> calls = 0;
    std::atomic<int> cancelled = 0;

    AnalysisService::Analyse function()
    {
        return [this](const analysis::Snapshot &text, const std::function<bool()> &isCancelled) {
            ++calls;
            started.release();
            mayGoOn.acquire();
            cancelled += isCancelled() ? 1 : 0;
            analysis::Analysis result;
            result.revision = text.revision;
            return result;
        };
    }
};

analysis::Analysis echo(const analysis::Snapshot &text, const std::function<bool()> &)
{
    analysis::Analysis result;
    result.revision = text.revision;
    return result;
}

quint64 revisionOf(const QSignalSpy &finished, qsizetype call)
{
    return finished.at(call).at(1).value<std::shared_ptr<const analysis::Analysis>>()->revision;
}

} // namespace

class TestAnalysisService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversInItsOwnThread() const;
    void skipsOlderSnapshots() const;
    void dropsAStaleAnswer() const;
    void dropsAnAnswerOvertakenOnItsWay() const;
    void saysExactlyWhenItIsIdle() const;
    void staysBusyWhenASlotSubmitsAgain() const;
    void cancelsAndWaitsAtItsEnd() const;
    void mayEndInsideItsOwnSignal() const;
    void survivesAnAnalysisThatThrows() const;
};

void TestAnalysisService::deliversInItsOwnThread() const
{
    std::atomic<QThread *> reader = nullptr;
    AnalysisService service([&reader](const auto &text, const auto &cancelled) {
        reader = QThread::currentThread();
        return echo(text, cancelled);
    });
    service.setDebounce(0);
    QThread *receiver = nullptr;
    connect(&service, &AnalysisService::finished, &service,
            [&receiver] { receiver = QThread::currentThread(); });
    service.submit(snapshot(7));
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(reader != nullptr && reader != receiver);
}

void TestAnalysisService::skipsOlderSnapshots() const
{
    SlowReader reader;
    AnalysisService service(reader.function());
    service.setDebounce(0);
    const QSignalSpy finished(&service, &AnalysisService::finished);
    for (quint64 revision = 1; revision <= 50; ++revision) {
        service.submit(snapshot(revision));
    }
    reader.mayGoOn.release(50);
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(revisionOf(finished, 0), 50U);
    QCOMPARE(reader.calls, 1);
}

void TestAnalysisService::dropsAStaleAnswer() const
{
    SlowReader reader;
    AnalysisService service(reader.function());
    service.setDebounce(0);
    const QSignalSpy finished(&service, &AnalysisService::finished);
    service.submit(snapshot(1));
    QTRY_VERIFY(reader.started.available() > 0);
    service.submit(snapshot(2));
    reader.mayGoOn.release(2);
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(reader.cancelled, 1);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(revisionOf(finished, 0), 2U);
}

void TestAnalysisService::dropsAnAnswerOvertakenOnItsWay() const
{
    QSemaphore read;
    AnalysisService service([&read](const auto &text, const auto &cancelled) {
        const analysis::Analysis result = echo(text, cancelled);
        read.release();
        return result;
    });
    service.setDebounce(0);
    const QSignalSpy finished(&service, &AnalysisService::finished);
    service.submit(snapshot(1));
    QTRY_VERIFY(read.available() > 0); // the answer may now lie in the event queue
    service.submit(snapshot(2));
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(revisionOf(finished, finished.size() - 1), 2U);
}

void TestAnalysisService::saysExactlyWhenItIsIdle() const
{
    AnalysisService service(echo);
    service.setDebounce(0);
    const QSignalSpy idle(&service, &AnalysisService::idleChanged);
    QVERIFY(service.isIdle());
    service.submit(snapshot(1));
    service.submit(snapshot(2));
    QVERIFY(!service.isIdle());
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(idle.size(), 2);
    QCOMPARE(idle.at(0).at(0).toBool(), false);
    QCOMPARE(idle.at(1).at(0).toBool(), true);
}

void TestAnalysisService::staysBusyWhenASlotSubmitsAgain() const
{
    AnalysisService service(echo);
    service.setDebounce(0);
    const QSignalSpy idle(&service, &AnalysisService::idleChanged);
    const QSignalSpy finished(&service, &AnalysisService::finished);
    connect(&service, &AnalysisService::finished, &service, [&service](const auto &text) {
        if (text->revision == 1) {
            service.submit(snapshot(2));
        }
    });
    service.submit(snapshot(1));
    QTRY_COMPARE(finished.size(), 2);
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(idle.size(), 2);
}

void TestAnalysisService::cancelsAndWaitsAtItsEnd() const
{
    std::atomic<bool> hasStarted = false;
    std::atomic<bool> hasEnded = false;
    {
        AnalysisService service([&](const auto &text, const auto &cancelled) {
            hasStarted = true;
            while (!cancelled()) {
                std::this_thread::yield();
            }
            hasEnded = true;
            return echo(text, cancelled);
        });
        service.setDebounce(0);
        service.submit(snapshot(1));
        QTRY_VERIFY(hasStarted);
    }
    QVERIFY(hasEnded);
}

void TestAnalysisService::mayEndInsideItsOwnSignal() const
{
    auto *service = new AnalysisService(echo);
    service->setDebounce(0);
    bool hasEnded = false;
    connect(service, &QObject::destroyed, this, [&hasEnded] { hasEnded = true; });
    connect(service, &AnalysisService::finished, this, [service] { delete service; });
    service->submit(snapshot(1));
    QTRY_VERIFY(hasEnded);
}

void TestAnalysisService::survivesAnAnalysisThatThrows() const
{
    QTest::ignoreMessage(QtCriticalMsg, "The analysis gave up: no memory");
    AnalysisService service([](const auto &, const auto &) -> analysis::Analysis {
        throw std::runtime_error("no memory");
    });
    service.setDebounce(0);
    const QSignalSpy finished(&service, &AnalysisService::finished);
    service.submit(snapshot(3));
    QTRY_VERIFY(service.isIdle());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(revisionOf(finished, 0), 3U);
}

QTEST_GUILESS_MAIN(TestAnalysisService)
#include "tst_analysis_service.moc"
