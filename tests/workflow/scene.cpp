// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;
using window::MainWindow;
using window::Services;

void type(QWidget *widget, const QString &text)
{
    for (const char32_t letter : text.toUcs4()) {
        if (letter == U'\n') {
            QTest::keyClick(widget, Qt::Key_Return);
        } else {
            QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown,
                                QString::fromUcs4(&letter, 1), Qt::NoModifier);
        }
    }
}

void onNextDialog(QObject *context, std::function<void(QWidget &)> act)
{
    auto *timer = new QTimer(context);
    QObject::connect(timer, &QTimer::timeout, context, [timer, act = std::move(act)] {
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            timer->stop();
            timer->deleteLater();
            act(*dialog);
        }
    });
    timer->start(0);
}

QAbstractButton *buttonSaying(const QWidget &in, const QString &words)
{
    for (QAbstractButton *button : in.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == words) {
            return button;
        }
    }
    return nullptr;
}

QPoint middleOf(const panels::RowView &list, const QModelIndex &row)
{
    return list.visualRect(row).center();
}

Place::Place(const QString &folder)
    : desk(folder + u"/desk"_s),
      data(folder + u"/data"_s),
      state(folder + u"/state"_s),
      settings(folder + u"/settings.ini"_s)
{
}

void Place::makeDesk() const
{
    desk::Settings wanted;
    wanted.name = u"Coast desk"_s;
    wanted.agency.name = u"Test Wire"_s;
    wanted.agency.domain = u"test.example"_s;
    wanted.agency.wireSystem = u"Test Direct"_s;
    QVERIFY(desk::Desk::create(desk, wanted).has_value());
}

std::unique_ptr<MainWindow> Place::makeWindow(settings::Settings &chosen, const Clock &clock) const
{
    return std::make_unique<MainWindow>(Services{.clock = clock,
                                                 .ids = randomIds(),
                                                 .settings = &chosen,
                                                 .dataFolder = data,
                                                 .stateFolder = state,
                                                 .questions = Services::Questions::Ask});
}

Scene::Scene()
    : m_place(m_own.path()), m_store(m_place.settings, QSettings::IniFormat), m_settings(m_store)
{
    m_place.makeDesk();
    open({m_place.desk});
}

Scene::Scene(const QString &folder)
    : m_place(folder), m_store(m_place.settings, QSettings::IniFormat), m_settings(m_store)
{
    open({m_place.desk});
}

Scene::~Scene() = default;

void Scene::open(const QStringList &paths)
{
    m_window = m_place.makeWindow(m_settings, systemClock());
    const QSignalSpy ready(m_window.get(), &MainWindow::ready);
    m_window->start(paths);
    m_window->show();
    m_window->activateWindow();
    QTRY_VERIFY(!ready.isEmpty());
}

void Scene::newStory(const QString &headline)
{
    onNextDialog(m_window.get(), [headline](QWidget &dialog) {
        auto *field = named<QLineEdit>(dialog, u"Headline"_s);
        type(field, headline);
        QTest::keyClick(field, Qt::Key_Return);
    });
    action(window::Command::NewStory)->trigger();
    QVERIFY(m_window->currentStory() != nullptr);
    m_window->activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() == &body());
}

void Scene::waitForReading() const
{
    // The first reading loads the model, on a busy machine for seconds.
    QTRY_VERIFY_WITH_TIMEOUT(
        page().session().isIdle() && page().session().reading().analysis != nullptr, 30'000);
}

MainWindow &Scene::window() const
{
    return *m_window;
}

QAction *Scene::action(window::Command command) const
{
    return m_window->commands().action(command);
}

page::StoryPage &Scene::page() const
{
    return *m_window->currentStory();
}

body::BodyEditor &Scene::body() const
{
    return page().body();
}

desk::DeskList &Scene::list() const
{
    return *m_window->findChild<desk::DeskList *>();
}

QString Scene::file(const QString &name) const
{
    return QDir(m_own.path()).filePath(name);
}

settings::Settings &Scene::settings()
{
    return m_settings;
}

const Place &Scene::place() const
{
    return m_place;
}

} // namespace nutgraf::workflow
