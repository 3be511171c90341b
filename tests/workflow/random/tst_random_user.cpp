// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int LastSteps = 20; // shown of a day that went wrong
constexpr int SilentFor = 90'000; // ms: nothing is done any more

struct Wanted {
    QList<quint64> seeds{1, 6, 10, 12, 22, 37};
    int steps = 500; ///< of each seed
};

Wanted &wanted()
{
    static Wanted all;
    return all;
}

/// `--seed N --steps N` of a command line; the rest is Qt Test's.
QStringList takeOwn(const QStringList &arguments)
{
    QStringList others;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const bool hasValue = i + 1 < arguments.size();
        if (arguments[i] == "--seed"_L1 && hasValue) {
            wanted().seeds = {arguments[++i].toULongLong()};
        } else if (arguments[i] == "--steps"_L1 && hasValue) {
            wanted().steps = arguments[++i].toInt();
        } else {
            others.append(arguments[i]);
        }
    }
    return others;
}

} // namespace

/// Days of a random user, each in a process of its own: what ends the program or hangs it is told
/// with the steps that led there. `tst_random_user --seed N --steps N` lives one again.
class TestRandomUser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void day_data();
    void day();
};

void TestRandomUser::day_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : wanted().seeds) {
        QTest::addRow("seed %llu", seed) << seed;
    }
}

void TestRandomUser::day()
{
    QFETCH(const quint64, seed);
    QProcess user;
    user.start(QStringLiteral(RANDOM_USER),
               {u"--seed"_s, QString::number(seed), u"--steps"_s, QString::number(wanted().steps)});
    QVERIFY(user.waitForStarted());
    QByteArrayList steps;
    while (user.waitForReadyRead(SilentFor)) {
        while (user.canReadLine()) {
            steps.append(user.readLine());
        }
        steps = steps.last(std::min<qsizetype>(steps.size(), LastSteps));
    }
    const bool hangs = user.state() != QProcess::NotRunning && !user.waitForFinished(1000);
    if (hangs) {
        user.kill();
        user.waitForFinished();
    }
    const bool isFine = !hangs && user.exitStatus() == QProcess::NormalExit && user.exitCode() == 0;
    const QByteArray why = hangs ? "it does nothing any more" : user.readAllStandardError();
    QVERIFY2(isFine,
             ("seed " + QByteArray::number(seed) + ", after these steps:\n" + steps.join() + why)
                 .constData());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    TestRandomUser test;
    return QTest::qExec(&test, takeOwn(QCoreApplication::arguments()));
}

#include "tst_random_user.moc"
