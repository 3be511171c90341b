// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day.h"

#include "painting.h"
#include "story/fields.h"
#include "ui/body/body_editor.h"
#include "ui/page/story_page.h"
#include "ui/panels/row_view.h"

#include <QApplication>
#include <QDialog>
#include <QTextStream>
#include <QTimer>
#include <QUndoStack>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

constexpr int QuietTicks = 3; // what was posted has been done by then
constexpr int AsleepTicks = 5;
constexpr int Rounds = 2; // what is written wakes who watches the folder
constexpr std::chrono::milliseconds Pause(50);
constexpr std::chrono::milliseconds Patience(60'000);
constexpr int MostStepsInFront = 60;
constexpr int PaintingEvery = 10;
constexpr std::chrono::milliseconds Frame{50};
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
    QStringList others;
    for (const story::Field field : story::fields()) {
        if (story::fieldValue(a, field) != story::fieldValue(b, field)) {
            others.append(u"%1: “%2”, not “%3”"_s.arg(story::key(field), story::value(a, field),
                                                      story::value(b, field)));
        }
    }
    return others.join(u", "_s);
}

} // namespace

Day::Day(quint64 seed, int steps, QTextStream &log)
    : m_log(log),
      m_program(m_folder.path()),
      m_witness(m_program.desk()),
      m_user(seed, m_program, m_witness),
      m_steps(steps)
{
    connect(&m_timer, &RealTimer::due, this, &Day::tick);
}

QStringList Day::live()
{
    schedule();
    while (!m_isOver && m_faults.isEmpty()) {
        QApplication::exec();
    }
    return m_faults;
}

void Day::schedule()
{
    QTimer::singleShot(0, this, &Day::tick);
}

bool Day::isAlone() const
{
    return m_depth == 0 && QApplication::activeModalWidget() == nullptr
        && QApplication::activePopupWidget() == nullptr;
}

/// Twice all writes are awaited and what was posted is let happen.
bool Day::hasComeToRest()
{
    if (!m_program.isQuiet()) {
        m_calm = m_calm / QuietTicks * QuietTicks; // this round again
        return false;
    }
    if (m_calm % QuietTicks == 0 && m_calm < Rounds * QuietTicks) {
        m_program.awaitWrites();
    }
    return ++m_calm > Rounds * QuietTicks;
}

void Day::tick()
{
    const bool isDone = m_isOver || !m_faults.isEmpty();
    if (isDone && m_depth == 0) {
        QApplication::exit(); // quit() would ask about unsaved text
        return;
    }
    const bool isAtRest = isDone || hasComeToRest();
    // before anything that may begin a loop of its own
    if (isAtRest || m_program.isQuiet()) {
        schedule();
    } else {
        m_timer.start();
    }
    if (isDone) {
        leave();
    } else if (isAtRest) {
        step();
    } else {
        waitForOthers();
    }
}

/// What waits for a timer while nobody works waits for the clock.
void Day::waitForOthers()
{
    m_asleep = othersSleep() ? m_asleep + 1 : 0;
    if (m_asleep > AsleepTicks) {
        m_asleep = 0;
        letPass(Pause);
        m_waited += Pause;
    }
    if (m_waited > Patience) {
        m_faults.append(u"the program does not come to rest"_s);
    }
}

void Day::step()
{
    if (m_depth == 0) {
        m_program.tidy();
        if (!m_program.isQuiet()) {
            m_calm = 0; // readings woke
            return;
        }
    }
    m_waited = {};
    m_calm = 0;
    check();
    if (awaitsPainting() || !m_faults.isEmpty()) {
        return;
    }
    const bool isUndone = m_step % UndoEvery == UndoEvery - 1 || m_step == m_steps;
    if (isUndone && std::exchange(m_undone, m_step) != m_step) {
        checkUndo();
        return; // it has to come to rest again
    }
    if (m_step == m_steps) {
        m_isOver = true;
        return;
    }
    ++m_step;
    m_program.passTime();
    m_inFront = m_depth > 0 || !isAlone() ? m_inFront + 1 : 0;
    take(m_inFront > MostStepsInFront ? RandomUser::leave() : m_user.next());
}

void Day::take(const RandomUser::Act &act)
{
    m_log << m_step << ' ' << act.words << " [" << act.says.join(u", "_s) << ']' << Qt::endl;
    // What is still under way below a dialog ("Save all", which asks about one of them) goes on.
    const QSet<Meant> below = m_underWay;
    m_underWay |= meantBy(act.says);
    m_intent = {.meant = m_underWay, .read = m_program.draftsRead(), .chosen = chosenWords(act)};
    letPass(act.rest);
    ++m_depth;
    act.act();
    --m_depth;
    m_underWay = below;
    m_waited = {};
    m_calm = 0;
}

/// The row of the list of attributions: what is decided is decided about that. What is undone or
/// put right may be another.
QString Day::chosenWords(const RandomUser::Act &act)
{
    const QStringList others{u"Undo"_s, u"Redo"_s, u"Apply"_s};
    const bool isOther = std::ranges::any_of(
        others, [&act](const QString &word) { return act.says.contains(word); });
    const QWidget *window = QApplication::activeWindow();
    if (isOther || window == nullptr) {
        return {};
    }
    for (const panels::RowView *list : window->findChildren<panels::RowView *>()) {
        const panels::Row *row = list->currentRow();
        const bool isChosen = list->isVisible() && list->accessibleName() == u"Attributions"_s
            && row != nullptr && row->kind == panels::RowKind::Unit;
        if (isChosen) {
            return row->title;
        }
    }
    return {};
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
    m_faults += m_witness.look(m_intent);
    m_intent = {};
    noteBeginnings();
    checkAgreement();
}

void Day::checkAgreement()
{
    for (window::MainWindow *window : m_program.windows()) {
        if (m_program.readings() == Program::Readings::Awake) {
            m_faults += m_agreement.disagreements(*window);
        }
    }
}

/// A picture may be a frame behind; what is behind after another one stays so.
bool Day::awaitsPainting()
{
    QStringList faults;
    for (window::MainWindow *window : m_program.windows()) {
        if (m_step % PaintingEvery == 0 && window->isVisible()) {
            faults += stalePainting(*window);
        }
    }
    if (!faults.isEmpty() && std::exchange(m_behindAt, m_step) != m_step) {
        letPass(Frame);
        return true;
    }
    m_faults += faults;
    return false;
}

void Day::noteBeginnings()
{
    for (page::StoryPage *page : m_program.pages()) {
        session::StorySession &session = page->session();
        const bool isNew = !m_beginnings.contains(&session);
        if (isNew && session.undoStack().index() == 0 && !page->body().isLoading()) {
            m_beginnings.insert(&session, session.story());
            connect(&session, &QObject::destroyed, this, &Day::forget);
            // a new name is no step of the history
            connect(&session, &session::StorySession::pathChanged, this,
                    [this, &session] { m_beginnings[&session].slug = session.fields().slug; });
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
