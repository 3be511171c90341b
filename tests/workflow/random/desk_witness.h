// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk_facts.h"
#include "meaning.h"

namespace nutgraf::workflow {

/// What a person saw and meant when they did something.
struct Intent {
    QSet<Meant> meant;
    QSet<QString> read; ///< hashes of the drafts that windows have read or written
    QString chosen; ///< words of the attribution that is chosen; empty: cannot be told
};

/// Looks at a desk from outside after every step of a person, and says what should not have
/// happened.
class DeskWitness {
public:
    explicit DeskWitness(const QString &desk);

    /// What changed since the last look against what was intended; empty: all is well.
    [[nodiscard]] QStringList look(const Intent &intent);
    /// Another program writes: the person at the window has nothing to do with it.
    void writeFromOutside(const QString &folderName, const QByteArray &draft);
    void removeFromOutside(const QString &folderName);

    [[nodiscard]] const DeskFacts &facts() const;
    [[nodiscard]] QString draftPath(const QString &folderName) const;

private:
    DeskReader m_reader;
    DeskFacts m_facts;
};

} // namespace nutgraf::workflow
