// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace tree {

const QString &top()
{
    static const QString path = QDir(QStringLiteral(NUTGRAF_SOURCE_DIR)).absolutePath();
    return path;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString relative(const QString &path)
{
    return QDir(top()).relativeFilePath(path);
}

QStringList sources(const QStringList &folders, const QStringList &patterns)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator it(top() + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found.append(it.next());
        }
    }
    found.sort();
    return found;
}

QStringList code()
{
    return sources({QStringLiteral("app"), QStringLiteral("ui")},
                   {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
}

QStringList rooms(const QString &side)
{
    return QDir(top() + u'/' + side).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QSet<QString> dependencies(const QString &readme)
{
    static const QRegularExpression line(QStringLiteral("^Depends on: (.*)$"),
                                         QRegularExpression::MultilineOption);
    const QString list = line.match(readme).captured(1);
    QSet<QString> names;
    static const QRegularExpression word(QStringLiteral("[a-z/]+"));
    for (const QRegularExpressionMatch &match : word.globalMatch(list)) {
        names.insert(match.captured());
    }
    return names;
}

QStringList includes(const QString &text, QChar open)
{
    QStringList found;
    const QRegularExpression line(QStringLiteral("^#include %1([^\">]+)[\">]").arg(open),
                                  QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : line.globalMatch(text)) {
        found.append(match.captured(1));
    }
    return found;
}

// Bodies begin and end in column 0 (clang-format sees to that).
std::pair<qsizetype, qsizetype> longestFunction(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    std::pair<qsizetype, qsizetype> longest = {0, 0};
    qsizetype begin = -1;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i] == QStringLiteral("{")) {
            // A function that only returns a table of words is data, not logic.
            const bool isTable = i + 1 < lines.size()
                && lines[i + 1].trimmed() == QStringLiteral("return QStringView(");
            begin = isTable ? -1 : i;
        } else if (begin >= 0 && lines[i] == QStringLiteral("}")) {
            if (i - begin - 1 > longest.second) {
                longest = {begin + 1, i - begin - 1};
            }
            begin = -1;
        }
    }
    return longest;
}

QStringList places(const QStringList &files, const QString &pattern)
{
    QStringList found;
    const QRegularExpression words(pattern);
    static const QRegularExpression comment(QStringLiteral("(^|\\s)//.*$"));
    for (const QString &path : files) {
        const QStringList lines = read(path).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QRegularExpressionMatch match = words.match(QString(lines.at(i)).remove(comment));
            if (match.hasMatch()) {
                found.append(QStringLiteral("%1:%2: %3")
                                 .arg(relative(path))
                                 .arg(i + 1)
                                 .arg(match.captured()));
            }
        }
    }
    return found;
}

} // namespace tree
