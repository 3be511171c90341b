// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"
#include "base/clock.h"
#include "jobs/off_thread.h"
#include "ui/look/plurals.h"
#include "ui/window/appearance.h"
#include "ui/window/main_window.h"
#include "ui/window/walk.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <cstdlib>

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
        QCoreApplication::translate(
            "main", "Save pictures of the window in FOLDER, with DESK open, and end."),
        u"folder"_s);
    parser.addOption(walk);
    parser.process(app);
    Arguments arguments;
    for (const QString &path : parser.positionalArguments()) {
        arguments.paths.append(QDir().absoluteFilePath(path));
    }
    arguments.walkFolder = parser.value(walk);
    if (!arguments.walkFolder.isEmpty() && arguments.paths.isEmpty()) {
        QTextStream(stderr) << QCoreApplication::translate(
            "main", "--walk needs a desk with stories: nutgraf --walk FOLDER DESK")
                            << '\n';
        std::exit(2);
    }
    return arguments;
}

/// The name of the desktop entry and of the icon: Wayland's shells find both by it.
QString applicationId()
{
    return u"org.nutgraf.Nutgraf"_s;
}

/// A first window, or one from a larger screen, must not reach beyond the screen it opens on.
void fitToScreen(QWidget &window)
{
    const QRect room = window.screen()->availableGeometry();
    // The frame is not there yet: a title bar is about as high as two lines of text.
    const QMargins frame(0, 2 * window.fontMetrics().height(), 0, 0);
    const QSize fitting = window.size().boundedTo(room.marginsRemoved(frame).size());
    if (fitting != window.size()) {
        window.resize(fitting.expandedTo(window.minimumSize()));
        window.move(room.topLeft());
    }
}

/// A moment after the start: drawing an icon in every size must not keep the text waiting.
void showIconSoon(QApplication &app)
{
    QTimer::singleShot(std::chrono::milliseconds(400), &app, [] {
        const QIcon own(":/nutgraf/icons/%1.svg"_L1.arg(applicationId()));
        QApplication::setWindowIcon(QIcon::fromTheme(applicationId(), own));
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"nutgraf"_s);
    QApplication::setApplicationDisplayName(u"Nutgraf"_s);
    QApplication::setApplicationVersion(QStringLiteral(NUTGRAF_VERSION));
    QApplication::setDesktopFileName(applicationId());
    look::installPlurals(app);
    const Arguments arguments = readArguments(app);
    // While the window is made: the first marks need not wait for the model then.
    // Each reading says for itself if there is none.
    jobs::offThread([] { return analysis::installedTagger().has_value(); });
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
        QObject::connect(&walk, &window::Walk::finished, &app, &QApplication::exit);
        walk.begin();
    } else {
        fitToScreen(main);
    }
    main.show();
    showIconSoon(app);
    return QApplication::exec();
}
