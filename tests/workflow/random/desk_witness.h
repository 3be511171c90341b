// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "meaning.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

namespace nutgraf::workflow {

/// What a desk's folder holds, as far as nobody may change it without meaning to.
struct DeskFacts {
    struct Story {
        QByteArray draft; ///< hash of story.md; empty: not there
        QStringList decisions; ///< "verdict words", sorted

        friend bool operator==(const Story &, const Story &) = default;
    };
    QMap<QString, Story> stories; ///< by folder name
    qsizetype spiked = 0;
    QMap<QString, QByteArray> published; ///< by "vNNNN/file" and hash: every file of every version
    qsizetype versions = 0;
};

/// Looks at a desk from outside after every step of a person, and says what should not have
/// happened. Files are read again only when they look changed.
class DeskWitness {
public:
    explicit DeskWitness(QString desk);

    /// What changed since the last look against what was meant; empty: all is well.
    [[nodiscard]] QStringList look(const QSet<Meant> &meant);
    /// Another program writes: the person at the window has nothing to do with it.
    void writeFromOutside(const QString &folderName, const QByteArray &draft);
    void removeFromOutside(const QString &folderName);

    [[nodiscard]] const DeskFacts &facts() const;
    [[nodiscard]] QString draftPath(const QString &folderName) const;

private:
    struct Known {
        QDateTime changed;
        qint64 size = -1;
        QByteArray hash;
    };
    [[nodiscard]] DeskFacts read();
    void readStory(DeskFacts &facts, const QString &folder);
    void readVersions(DeskFacts &facts, const QString &folder);
    [[nodiscard]] QByteArray hashOf(const QString &path);
    [[nodiscard]] QStringList decisionsIn(const QString &path);

    QString m_desk;
    QHash<QString, Known> m_known;
    QHash<QString, std::pair<QByteArray, QStringList>> m_decisions; ///< by path: hash and decisions
    DeskFacts m_facts;
};

} // namespace nutgraf::workflow
