// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

namespace nutgraf::workflow {

/// What a desk's folder holds, as far as nobody may change it without meaning to.
struct DeskFacts {
    struct Story {
        QString draft; ///< hash of story.md, as base's sha256Hex; empty: not there
        QMap<QString, QString> decisions; ///< by id: "verdict: words"
        QStringList others; ///< names of what else lies there
    };
    QMap<QString, Story> stories; ///< by folder name
    qsizetype spiked = 0;
    QMap<QString, QString> published; ///< hash by file of a version, whose folder may move
    qsizetype versions = 0;
};

/// Reads a desk from outside. Files are read again only when they look changed.
class DeskReader {
public:
    explicit DeskReader(QString desk);

    [[nodiscard]] DeskFacts read();
    [[nodiscard]] QString draftPath(const QString &folderName) const;

private:
    struct Known {
        QDateTime changed;
        qint64 size = -1;
        QString hash;
    };
    void readStory(DeskFacts &facts, const QString &folder);
    void readVersions(DeskFacts &facts, const QString &folder);
    [[nodiscard]] QString hashOf(const QString &path);
    [[nodiscard]] QMap<QString, QString> decisionsIn(const QString &folder);

    QString m_desk;
    QHash<QString, Known> m_known;
    QHash<QString, std::pair<QString, QMap<QString, QString>>> m_decisions; ///< by path, with hash
};

} // namespace nutgraf::workflow
