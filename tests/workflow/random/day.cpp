// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day.h"

#include "agreement.h"
#include "ui/page/story_page.h"

#include <QApplication>
#include <QDialog>
#include <QTextStream>
#include <QTimer>
#include <QUndoStack>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

constexpr int QuietTicks = 3; // what was posted has been done by then
constexpr int PatienceTicks = 20'000; // of 1 ms: the program does not come to rest
constexpr int MostStepsInFront = 60;
constexpr int StepsMeant = 2; // what a key began, its dialog's end may finish
constexpr int AgreementEvery = 10;
constexpr int UndoEvery = 250;
constexpr int MostUndone = 400;

QString firstDifference(const story::Story &a, const story::Story &b)
{
    if (a.body != b.body) {
        const auto [left, right] = std::ranges::mismatch(a.body, b.body);
        const qsizetype at = left - a.body.cbegin();
        return u"in the body at %1: “%2” and “%3”"_s.arg(at).arg(
            a.body.sliced(at, std::min<qsizetype>(40, a.body.size() - at)),
            b.body.sliced(at, std::min<qsizetype>(40, b.body.size() - at)));
    }
    return a.headline != b.headline ? u"in the headline"_s : u"in another field"_s;
}

} // namespace

Day::Day(quint64 seed, int steps, QTextStream &log)
    : m_log(log),
      m_program(m_folder.path()),
      m_witness(m_program.desk()),
      m_user(seed, m_program, m_witness),
      m_steps(steps)
{
}

QStringList Day::live()
{
    schedule(0);
    while (m_step < m_steps && m_faults.isEmpty()) {
        QApplication::exec();
    }
    return m_faults;
}

void Day::schedule(int milliseconds)
{
    QTimer::singleShot(milliseconds, this, &Day::tick);
}

bool Day::isAlone() const
{
    return m_depth == 0 && QApplication::activeModalWidget() == nullptr
        && QApplication::activePopupWidget() == nullptr;
}

void Day::tick()
{
    const bool isDone = m_step >= m_steps || !m_faults.isEmpty();
    if (isDone && m_depth == 0) {
        QApplication::quit();
        return;
    }
    const bool isQuiet = m_program.isQuiet();
    schedule(isQuiet ? 0 : 1); // before anything that may begin a loop of its own
    if (isDone) {
        leave();
    } else if (!isQuiet || m_waited < QuietTicks) {
        if (++m_waited > PatienceTicks) {
            m_faults.append(u"the program does not come to rest"_s);
        }
    } else {
        step();
    }
}

void Day::step()
{
    if (m_depth == 0) {
        m_program.tidy();
        if (m_program.readings() == Program::Readings::Awake && !m_program.isQuiet()) {
            return;
        }
    }
    m_waited = 0;
    check();
    if (!m_faults.isEmpty()) {
        return;
    }
    if (m_step % UndoEvery == UndoEvery - 1 && std::exchange(m_undone, m_step) != m_step) {
        checkUndo();
        return; // it has to come to rest again
    }
    ++m_step;
    m_program.passTime();
    m_inFront = m_depth > 0 || !isAlone() ? m_inFront + 1 : 0;
    take(m_inFront > MostStepsInFront ? RandomUser::leave() : m_user.next());
}

void Day::take(const RandomUser::Act &act)
{
    m_log << m_step << ' ' << act.words << Qt::endl;
    m_meant.append(act.meant);
    if (m_meant.size() > StepsMeant) {
        m_meant.removeFirst();
    }
    ++m_depth;
    act.act();
    --m_depth;
    m_waited = 0;
}

/// At the end of the day what still runs inside an act is left by force.
void Day::leave()
{
    for (QWidget *front : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
        if (auto *dialog = qobject_cast<QDialog *>(front)) {
            dialog->reject();
        } else if (front != nullptr) {
            front->close();
        }
    }
    Hands().press(Qt::Key_Escape); // something is being dragged
}

void Day::check()
{
    QSet<Meant> meant;
    for (const QSet<Meant> &one : m_meant) {
        meant += one;
    }
    m_faults += m_witness.look(meant);
    noteBeginnings();
    if (m_step % AgreementEvery == 0) {
        checkAgreement();
    }
}

void Day::checkAgreement()
{
    if (m_program.readings() == Program::Readings::Asleep) {
        return;
    }
    for (window::MainWindow *window : m_program.windows()) {
        m_faults += disagreements(*window, m_program.clock());
    }
}

void Day::noteBeginnings()
{
    for (page::StoryPage *page : m_program.pages()) {
        session::StorySession &session = page->session();
        if (session.undoStack().index() == 0 && !page->body().isLoading()) {
            m_beginnings.insert(&session, session.story());
            connect(&session, &QObject::destroyed, this, &Day::forget, Qt::UniqueConnection);
        }
    }
}

void Day::forget(const QObject *session)
{
    m_beginnings.remove(session);
}

void Day::checkUndo()
{
    if (!isAlone()) {
        return;
    }
    for (page::StoryPage *page : m_program.pages()) {
        session::StorySession &session = page->session();
        const int done = session.undoStack().index();
        if (done > MostUndone || !m_beginnings.contains(&session) || session.isReadOnly()) {
            continue;
        }
        const story::Story now = session.story();
        for (int i = 0; i < done; ++i) {
            session.undo();
        }
        const story::Story first = session.story();
        for (int i = 0; i < done; ++i) {
            session.redo();
        }
        if (!(first == m_beginnings.value(&session))) {
            m_faults.append(u"undoing everything gives another text "_s
                            + firstDifference(first, m_beginnings.value(&session)));
        }
        if (!(session.story() == now)) {
            m_faults.append(u"redoing everything gives another text "_s
                            + firstDifference(session.story(), now));
        }
    }
}

} // namespace nutgraf::workflow
