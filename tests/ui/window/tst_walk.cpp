// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/sample_desk.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/walk.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;

class TestWalk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStateHasAPictureOfItsOwn() const;
};

/// Two pictures that are the same show one state under two names.
void TestWalk::everyStateHasAPictureOfItsOwn() const
{
    const QTemporaryDir folder;
    const QString desk = folder.filePath(u"desk"_s);
    QVERIFY(desk::copySampleDesk(desk).has_value());
    QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    settings::Settings settings(store);
    const window::Appearance appearance(settings);
    window::MainWindow window({.clock = systemClock(),
                               .ids = randomIds(),
                               .settings = &settings,
                               .dataFolder = folder.filePath(u"data"_s),
                               .stateFolder = folder.filePath(u"state"_s),
                               .questions = window::Services::Questions::Never});
    window.start({desk});
    const QDir pictures(folder.filePath(u"pictures"_s));
    window::Walk walk(window, settings, pictures.path());
    const QSignalSpy finished(&walk, &window::Walk::finished);
    walk.begin();
    window.show();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 120'000);
    QCOMPARE(finished.at(0).at(0).toInt(), 0);
    const QStringList names = pictures.entryList({u"*.png"_s}, QDir::Files, QDir::Name);
    QVERIFY2(names.size() >= 20, qPrintable(names.join(u' ')));
    QHash<QByteArray, QString> seen;
    for (const QString &name : names) {
        const QImage image(pictures.filePath(name));
        QVERIFY(!image.isNull());
        const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()),
                               image.sizeInBytes());
        QVERIFY2(!seen.contains(bytes), qPrintable(name + u" is "_s + seen.value(bytes)));
        seen.insert(bytes, name);
    }
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
