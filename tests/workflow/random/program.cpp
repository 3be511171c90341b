// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include "desk/sample_desk.h"
#include "still_clock.h"
#include "ui/body/body_editor.h"
#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QDir>
#include <QThreadPool>
#include <QTimeZone>

#include <algorithm>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;
using window::MainWindow;

namespace {

constexpr int Never = 24 * 60 * 60 * 1000; // ms

const QDateTime Morning(QDate(2026, 5, 12), QTime(8, 0), QTimeZone::UTC);

} // namespace

Program::Program(const QString &folder)
    : m_folder(folder),
      m_store(folder + u"/settings.ini"_s, QSettings::IniFormat),
      m_settings(m_store),
      m_appearance(m_settings)
{
    const Result<desk::Desk> copied = desk::copySampleDesk(desk());
    if (!copied) {
        qFatal("no sample desk");
    }
    m_settings.setInitials(u"rz"_s);
    openWindow();
    const QDir stories(desk() + u"/stories"_s);
    for (const QString &name : stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first(2)) {
        m_windows.front()->openPaths({stories.filePath(name)});
    }
}

Program::~Program()
{
    for (page::StoryPage *page : pages()) {
        page->session().disk().discardChanges();
    }
}

window::Services Program::services()
{
    return {.clock = clock(),
            .ids =
                [ids = m_ids] {
                    return u"00000000-0000-4000-8000-%1"_s.arg(++*ids, 12, 10, QChar(u'0'));
                },
            .settings = &m_settings,
            .dataFolder = m_folder, // the sample desk is the desk
            .stateFolder = m_folder + u"/state"_s,
            .questions = window::Services::Questions::Ask};
}

void Program::openWindow()
{
    m_windows.push_back(std::make_unique<MainWindow>(services()));
    MainWindow &window = *m_windows.back();
    window.resize(1440, 900);
    window.start({desk()});
    window.show();
    window.activateWindow();
}

void Program::tidy()
{
    std::erase_if(m_windows, [](const auto &window) { return !window->isVisible(); });
    if (m_windows.empty()) {
        openWindow();
    }
    setReadings(m_readings); // also of the stories that were opened meanwhile
}

std::vector<MainWindow *> Program::windows() const
{
    std::vector<MainWindow *> all;
    for (const auto &window : m_windows) {
        all.push_back(window.get());
    }
    return all;
}

std::vector<page::StoryPage *> Program::pages() const
{
    std::vector<page::StoryPage *> all;
    for (const auto &window : m_windows) {
        const auto stories = window->tabs().stories();
        all.insert(all.end(), stories.begin(), stories.end());
    }
    return all;
}

bool Program::isQuiet()
{
    const auto all = pages();
    const bool isRead =
        m_readings == Readings::Asleep || std::ranges::all_of(all, [](page::StoryPage *page) {
            return page->session().isIdle() && !page->body().isLoading();
        });
    m_writing.removeIf([&all](const session::StorySession *writing) {
        return std::ranges::none_of(
            all, [writing](page::StoryPage *page) { return &page->session() == writing; });
    });
    return isRead && m_writing.isEmpty() && QThreadPool::globalInstance()->activeThreadCount() == 0
        && othersSleep();
}

void Program::awaitWrites()
{
    for (page::StoryPage *page : pages()) {
        session::StorySession *session = &page->session();
        m_writing.insert(session);
        session->disk().afterWrites([this, session] { m_writing.remove(session); });
    }
}

QSet<QString> Program::draftsRead() const
{
    QSet<QString> hashes;
    for (page::StoryPage *page : pages()) {
        hashes.insert(page->session().disk().savedHash());
    }
    return hashes;
}

void Program::setReadings(Readings readings)
{
    m_readings = readings;
    for (page::StoryPage *page : pages()) {
        page->session().setDebounce(readings == Readings::Awake ? 0 : Never);
    }
}

Program::Readings Program::readings() const
{
    return m_readings;
}

void Program::passTime()
{
    ++*m_seconds;
    letPass(std::chrono::milliseconds(20));
}

Clock Program::clock() const
{
    return [seconds = m_seconds] {
        return Morning.addSecs(*seconds);
    };
}

QString Program::desk() const
{
    return m_folder + u"/sample-desk"_s;
}

settings::Settings &Program::settings()
{
    return m_settings;
}

} // namespace nutgraf::workflow
