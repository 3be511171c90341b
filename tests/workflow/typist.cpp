// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A person at the window, for tests that end the program from outside: builds the program's
// window on a folder, types a text into its story, says "typed" and goes on waiting.

#include "scene.h"

#include <QApplication>
#include <QTextStream>

using namespace nutgraf;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments(); // FOLDER TEXT [STORY]
    const workflow::Place place(arguments.at(1));
    QSettings store(place.settings, QSettings::IniFormat);
    settings::Settings settings(store);
    const auto window = place.makeWindow(settings, systemClock());
    QObject::connect(window.get(), &window::MainWindow::ready, window.get(), [&] {
        if (arguments.size() < 4) {
            window->commands().action(window::Command::NewStory)->trigger();
        }
        body::BodyEditor &body = window->currentStory()->body();
        body.moveCursor(QTextCursor::End);
        workflow::type(&body, arguments.at(2));
        QTextStream(stdout) << "typed" << Qt::endl;
    });
    window->start(arguments.sliced(3));
    window->show();
    return QApplication::exec();
}
