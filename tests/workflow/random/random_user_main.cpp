// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// One day of a random user: nutgraf_random_user --seed N --steps N, in a folder of its own.
// Says every step on standard output before it is taken, and what went wrong on standard error
// (exit code 1).

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

/// The number after `name`.
quint64 numberAfter(const QByteArrayList &arguments, const QByteArray &name, quint64 otherwise)
{
    const qsizetype at = arguments.indexOf(name);
    return at < 0 ? otherwise : arguments.value(at + 1).toULongLong();
}

} // namespace

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    const QByteArrayList arguments(argv + 1, argv + argc);
    const quint64 seed = numberAfter(arguments, "--seed", 1);
    const auto steps = static_cast<int>(numberAfter(arguments, "--steps", 1000));
    const QList<QByteArray> scales{"1", "1.25", "2"};
    qputenv("QT_SCALE_FACTOR", scales.at(static_cast<qsizetype>(seed % 3)));
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setCursorFlashTime(0); // a caret that blinks is painted by the clock
    Nowhere nowhere;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &nowhere, "open");
    QTextStream log(stdout);
    workflow::Day day(seed, steps, log);
    const QStringList faults = day.live();
    QTextStream(stderr) << "seed " << seed << ": " << (faults.isEmpty() ? "all is well" : "faults")
                        << Qt::endl;
    for (const QString &fault : faults) {
        QTextStream(stderr) << fault << Qt::endl;
    }
    return faults.isEmpty() ? 0 : 1;
}

#include "random_user_main.moc"
