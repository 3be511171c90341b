// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// One day of a random user: nutgraf_random_user SEED STEPS, in a folder of its own. Says every step
// on standard output before it is taken, and what went wrong on standard error (exit code 1).

#include "day.h"

#include <QApplication>
#include <QDesktopServices>
#include <QTemporaryDir>
#include <QTextStream>

using namespace nutgraf;

namespace {

/// Opened files go nowhere.
class Nowhere final : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void open(const QUrl &) { }
};

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    const quint64 seed = argc > 1 ? QByteArray(argv[1]).toULongLong() : 1;
    const int steps = argc > 2 ? QByteArray(argv[2]).toInt() : 300;
    const QList<QByteArray> scales{"1", "1.25", "2"};
    qputenv("QT_SCALE_FACTOR", scales.at(static_cast<qsizetype>(seed % 3)));
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    Nowhere nowhere;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &nowhere, "open");
    QTextStream log(stdout);
    workflow::Day day(seed, steps, log);
    const QStringList faults = day.live();
    for (const QString &fault : faults) {
        QTextStream(stderr) << fault << Qt::endl;
    }
    return faults.isEmpty() ? 0 : 1;
}

#include "random_user_main.moc"
