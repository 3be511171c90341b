// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk_witness.h"
#include "dice.h"
#include "hands.h"
#include "program.h"

#include <chrono>
#include <functional>

namespace nutgraf::workflow {

/// Somebody who does anything, by chance, to what is in front; all of it follows from the seed.
class RandomUser {
public:
    RandomUser(quint64 seed, Program &program, DeskWitness &witness);

    /// What is done next: words for people, those of what is pressed, and the doing, which may open
    /// a dialog and return only when that is left.
    struct Act {
        QString words;
        QStringList says;
        std::function<void()> act;
        std::chrono::milliseconds rest{0}; ///< of doing nothing before
    };
    [[nodiscard]] Act next();
    /// Leaves whatever is in front.
    [[nodiscard]] static Act leave();

private:
    using Choose = Act (RandomUser::*)();
    [[nodiscard]] Choose choose();

    [[nodiscard]] Act clickAnywhere();
    [[nodiscard]] Act clickSomething();
    [[nodiscard]] Act doubleClick();
    [[nodiscard]] Act drag();
    [[nodiscard]] Act wheel();
    [[nodiscard]] Act typeWord();
    [[nodiscard]] Act pressKey();
    [[nodiscard]] Act command();
    [[nodiscard]] Act composeWord();
    [[nodiscard]] Act pasteAbove();
    [[nodiscard]] Act review();
    [[nodiscard]] Act resize();
    [[nodiscard]] Act anotherProgram();
    [[nodiscard]] Act changeReadings();
    [[nodiscard]] Act changeWindow();
    [[nodiscard]] Act changeScheme();
    [[nodiscard]] Act rest();

    [[nodiscard]] Act menuAct(window::Command command) const;
    [[nodiscard]] Act keyAct(Qt::Key key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] Act mouseAct(const QString &what, QPoint at,
                               std::function<void(QWidget &, QPoint)> act);
    [[nodiscard]] QPoint anyPoint();

    Dice m_dice;
    Program &m_program;
    DeskWitness &m_witness;
    Hands m_hands;
    int m_number = 0; ///< of what was written from outside
};

} // namespace nutgraf::workflow
