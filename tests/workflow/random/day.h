// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agreement.h"
#include "random_user.h"
#include "still_clock.h"
#include "story/story.h"

#include <QHash>
#include <QObject>
#include <QTemporaryDir>

class QTextStream;

namespace nutgraf::workflow {

/// Some steps of a random user, each looked at before the next. The user goes on inside dialogs
/// that run their own event loop, and acts only when the program has done all it had to do, so that
/// one seed gives one day.
class Day final : public QObject {
    Q_OBJECT
public:
    Day(quint64 seed, int steps, QTextStream &log);

    /// Runs until the last step or the first fault. What went wrong, empty: nothing.
    [[nodiscard]] QStringList live();

private:
    void schedule();
    void tick();
    void waitForOthers();
    void step();
    void take(const RandomUser::Act &act);
    void leave();
    void check();
    void checkAgreement();
    [[nodiscard]] bool awaitsPainting();
    void checkUndo();
    void noteBeginnings();
    void forget(const QObject *session);
    [[nodiscard]] bool isAlone() const;
    [[nodiscard]] bool hasComeToRest();
    [[nodiscard]] static QString chosenWords(const RandomUser::Act &act);

    QTemporaryDir m_folder;
    QTextStream &m_log;
    QHash<const QObject *, story::Story> m_beginnings; ///< what undoing everything must give
    Program m_program; ///< its stories tell when they go
    DeskWitness m_witness;
    RandomUser m_user;
    int m_steps;
    int m_step = 0;
    bool m_isOver = false;
    int m_depth = 0; ///< acts under way: more than one inside a dialog
    QSet<Meant> m_underWay; ///< by deeds that have not returned
    int m_behindAt = -1; ///< the step after which a picture was behind
    int m_undone = -1; ///< the step after which all was undone last
    std::chrono::milliseconds m_waited{0}; ///< for timers, since the last act
    RealTimer m_timer;
    int m_calm = 0; ///< ticks since it came to rest
    int m_asleep = 0; ///< ticks for which all threads have slept, and yet it has not come to rest
    int m_inFront = 0; ///< steps that one dialog has been in front
    Intent m_intent; ///< of the last act
    Agreement m_agreement;
    QStringList m_faults;
};

} // namespace nutgraf::workflow
