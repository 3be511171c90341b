// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http_server.h"
#include "sample.h"
#include "support/failing_disk.h"

#include "delivery/ways.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <random>

// Many deliveries through faults at random: of the disk, at any write, for once or for good (as if
// the program had been killed there), and of the network, before a push arrives and after.
// `tst_delivery_faults --deliveries 10000 --faults 1000 --seed 7` has the size of a desk's year.

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;
using namespace std::chrono_literals;

namespace {

struct Size {
    int deliveries = 240;
    int faults = 60;
    unsigned seed = 1;
};

Size &size()
{
    static Size size;
    return size;
}

const QStringList OutletNames{u"a"_s, u"b"_s};
constexpr int Versions = 4;

enum class FaultKind {
    DiskOnce,
    Killed,
    Refused,
    CutBefore,
    CutAfter,
    HalfAnswer,
    FailedAfter,
    Silent
};
constexpr int FaultKinds = 8;

/// What the subscribers' side saw.
struct Receiver {
    std::map<std::pair<QByteArray, QString>, std::vector<int>> arrivals; ///< by outlet and guid
    int repeats = 0;
    QStringList wrongs;
    std::optional<FaultKind> fault; ///< of the next push
    int pushes = 0;

    Reply take(const Request &request)
    {
        ++pushes;
        const std::optional<FaultKind> now = std::exchange(fault, std::nullopt);
        if (now == FaultKind::Refused)
            return {.status = 503};
        if (now == FaultKind::CutBefore)
            return {.manner = Manner::Cut};
        note(request);
        if (now == FaultKind::CutAfter)
            return {.manner = Manner::Cut};
        if (now == FaultKind::HalfAnswer)
            return {.manner = Manner::HalfAnswer};
        if (now == FaultKind::Silent)
            return {.manner = Manner::Silence};
        return {.status = now == FaultKind::FailedAfter ? 500 : 200};
    }
    void note(const Request &request)
    {
        const QJsonObject item = QJsonDocument::fromJson(request.body).object();
        const QString guid = item[u"guid"_s].toString();
        const int version = item[u"version"_s].toString().toInt();
        if (request.headers.value("x-superdesk-signature")
            != superdeskSignature(request.body, u"key"_s))
            wrongs.append(u"a wrong signature"_s);
        std::vector<int> &all = arrivals[{request.path, guid}];
        const int last = all.empty() ? 0 : all.back();
        repeats += version == last ? 1 : 0;
        if (version < last)
            wrongs.append(u"%1: version %2 after %3"_s.arg(guid).arg(version).arg(last));
        if (version != last)
            all.push_back(version);
    }
};

class Stress {
public:
    Stress()
    {
        for (const QString &name : OutletNames) {
            m_desk.outlets.push_back(
                outlet(name, OutletKind::Newshub, m_server.url() + u'/' + name));
            m_desk.outlets.back().signing = Signing::Signed;
        }
        QVERIFY(makeFolder(m_desk.folder + u"/outbox"_s));
    }
    [[nodiscard]] int stories() const
    {
        return std::max<int>(1,
                             size().deliveries / (Versions * static_cast<int>(OutletNames.size())));
    }
    /// The next version of every story.
    void publishAll()
    {
        ++m_published;
        for (int i = 0; i < stories(); ++i) {
            m_desk.publish(
                {.story = nameOf(i),
                 .number = m_published,
                 .kind = m_published == 1 ? PublicationKind::First : PublicationKind::Update,
                 .published = at(9, m_published)});
        }
    }
    /// Delivers through that many faults; then, without `faults`, until nothing waits.
    void live(int faults)
    {
        while (faults > 0 && !QTest::currentTestFailed())
            faults -= life(faults);
        if (faults <= 0)
            life(0);
    }
    void check() const
    {
        QVERIFY2(m_receiver.wrongs.isEmpty(), qPrintable(m_receiver.wrongs.value(0)));
        QCOMPARE(static_cast<int>(m_receiver.arrivals.size()), stories() * OutletNames.size());
        for (const auto &[place, versions] : m_receiver.arrivals) {
            QVERIFY2(versions == (std::vector<int>{1, 2, 3, 4}), qPrintable(place.second));
        }
        // None without a reason: what ends the program breaks off one push at each outlet.
        QVERIFY2(m_receiver.repeats <= size().faults * OutletNames.size(),
                 qPrintable(QString::number(m_receiver.repeats)));
        for (const Consignment &story : readOutbox(m_desk.folder).stories) {
            for (const Delivery &delivery : story.box.deliveries)
                QCOMPARE(delivery.state, State::Sent);
        }
    }
    [[nodiscard]] const Receiver &receiver() const
    {
        return m_receiver;
    }

private:
    static QString nameOf(int story)
    {
        return u"story-%1"_s.arg(story);
    }
    int random(int most)
    {
        return static_cast<int>(m_random() % static_cast<unsigned>(most));
    }
    /// One run of the program, with up to that many faults; gives how many there were. Without
    /// any it goes on to the end.
    int life(int most)
    {
        nutgraf::test::FailingDisk disk(m_desk.folder + u"/outbox"_s,
                                        nutgraf::test::Calls::Writing);
        Outbox outbox = queueAll(m_desk.folder, m_desk.outlets, m_time.clock());
        Ways ways(m_time.clock(), {.silence = 60ms, .whole = 5s});
        KnownSecret secrets;
        NoHooks hooks;
        Courier courier(m_desk.folder, m_desk.outlets, {m_time.clock(), ways, secrets, hooks});
        QObject::connect(
            &courier, &Courier::waits, &courier,
            [&](const QDateTime &due) {
                *m_time.now = std::max(*m_time.now, due);
                courier.start();
            },
            Qt::QueuedConnection);
        QSignalSpy done(&courier, &Courier::finished);
        courier.take(std::move(outbox.stories));
        courier.start();
        int faults = 0;
        bool isKilled = false;
        while (faults < most && !isKilled && done.isEmpty()) {
            isKilled = arm(disk);
            ++faults;
            const int begin = m_receiver.pushes;
            const int few = 1 + random(6);
            const auto isOver = [&] {
                const bool hasGone = isKilled ? disk.hasFailed() : m_receiver.pushes >= begin + few;
                return !done.isEmpty() || hasGone;
            };
            if (!QTest::qWaitFor(isOver, 20000))
                QTest::qFail("nothing happens any more", __FILE__, __LINE__);
        }
        if (most == 0)
            expectEnd(done);
        return faults == 0 ? most : faults;
    }
    static void expectEnd(QSignalSpy &done)
    {
        QVERIFY(!done.isEmpty() || done.wait(600000));
    }
    /// True: from now on nothing can be written, as if the program had been killed.
    bool arm(nutgraf::test::FailingDisk &disk)
    {
        const auto kind = static_cast<FaultKind>(random(FaultKinds));
        if (kind == FaultKind::DiskOnce) {
            disk.failAt(1 + random(12), random(2) == 0 ? ENOSPC : EIO);
        } else if (kind == FaultKind::Killed) {
            disk.failFrom(1 + random(12), EIO);
            return true;
        } else {
            m_receiver.fault = kind;
        }
        return false;
    }

    Receiver m_receiver;
    HttpServer m_server{[this](const Request &request) {
        return m_receiver.take(request);
    }};
    SampleDesk m_desk;
    TestClock m_time;
    std::mt19937 m_random{size().seed};
    int m_published = 0;
};

} // namespace

class TestDeliveryFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachArrivesOnceAndInOrder() const;
};

void TestDeliveryFaults::eachArrivesOnceAndInOrder() const
{
    QElapsedTimer timer;
    timer.start();
    Stress stress;
    for (int version = 1; version <= Versions && !QTest::currentTestFailed(); ++version) {
        stress.publishAll();
        stress.live(size().faults / Versions);
    }
    stress.check();
    qInfo().noquote() << size().deliveries << "deliveries," << size().faults << "faults,"
                      << stress.receiver().pushes << "pushes," << stress.receiver().repeats
                      << "repeated, seed" << size().seed << "in" << timer.elapsed() / 1000 << "s";
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    qputenv("QTEST_FUNCTION_TIMEOUT", "36000000"); // ms: a large one takes its time
    QCommandLineParser parser;
    parser.addOptions({{u"deliveries"_s, u"how many"_s, u"n"_s, u"240"_s},
                       {u"faults"_s, u"how many"_s, u"n"_s, u"60"_s},
                       {u"seed"_s, u"of chance"_s, u"n"_s, u"1"_s}});
    if (!parser.parse(QCoreApplication::arguments())) {
        TestDeliveryFaults test;
        return QTest::qExec(&test, argc, argv); // Qt Test's own options
    }
    size() = {parser.value(u"deliveries"_s).toInt(), parser.value(u"faults"_s).toInt(),
              parser.value(u"seed"_s).toUInt()};
    TestDeliveryFaults test;
    return QTest::qExec(&test, QStringList{QCoreApplication::applicationFilePath()});
}

#include "tst_delivery_faults.moc"
