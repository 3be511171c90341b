// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/walk.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

using namespace nutgraf;
using namespace Qt::StringLiterals;

namespace {

struct Arguments {
    QStringList paths;
    QString walkFolder;
};

Arguments readArguments(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "An editorial workstation for the news desk."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"paths"_s, QCoreApplication::translate("main", "A desk's folder, or stories."),
        u"[DESK | FILE…]"_s);
    QCommandLineOption walk(
        u"walk"_s,
        QCoreApplication::translate("main", "Save pictures of the window in FOLDER and end."),
        u"folder"_s);
    parser.addOption(walk);
    parser.process(app);
    Arguments arguments;
    for (const QString &path : parser.positionalArguments()) {
        arguments.paths.append(QDir().absoluteFilePath(path));
    }
    arguments.walkFolder = parser.value(walk);
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"nutgraf"_s);
    QApplication::setApplicationDisplayName(u"Nutgraf"_s);
    QApplication::setApplicationVersion(QStringLiteral(NUTGRAF_VERSION));
    QApplication::setDesktopFileName(u"nutgraf"_s);
    const Arguments arguments = readArguments(app);
    const bool isWalk = !arguments.walkFolder.isEmpty();
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString config = isWalk
        ? arguments.walkFolder
        : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    QSettings store(config + "/nutgraf.ini"_L1, QSettings::IniFormat);
    settings::Settings settings(store);
    window::Appearance appearance(settings);
    window::MainWindow main(
        {.clock = systemClock(),
         .ids = randomIds(),
         .settings = &settings,
         .dataFolder = data,
         .stateFolder = QStandardPaths::writableLocation(QStandardPaths::StateLocation),
         .questions =
             isWalk ? window::Services::Questions::Never : window::Services::Questions::Ask});
    main.start(arguments.paths);
    window::Walk walk(main, settings, arguments.walkFolder);
    if (isWalk) {
        walk.begin();
    }
    main.show();
    return QApplication::exec();
}
