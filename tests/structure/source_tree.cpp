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

QString withoutComments(const QString &text)
{
    static const QRegularExpression comment(QStringLiteral("//[^\n]*|/\\*.*?\\*/"),
                                            QRegularExpression::DotMatchesEverythingOption);
    return QString(text).remove(comment);
}

namespace {

/// Where the brace at `open` is closed.
qsizetype closing(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype at = open; at < code.size(); ++at) {
        depth += code[at] == u'{' ? 1 : code[at] == u'}' ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return code.size();
}

bool isFunction(QString declaration)
{
    static const QRegularExpression arguments(QStringLiteral("<[^<>()]*(\\([^()]*\\))?[^<>()]*>"));
    static const QRegularExpression other(
        QStringLiteral("^\\s*(,|(friend|using|typedef|enum|class|struct|static_assert)\\b)"));
    while (arguments.match(declaration).hasMatch()) {
        declaration.remove(arguments);
    }
    const qsizetype open = declaration.indexOf(u'(');
    const qsizetype sets = declaration.indexOf(u'=');
    return open >= 0
        && (sets < 0 || open < sets || declaration.contains(QStringLiteral("operator")))
        && !other.match(declaration).hasMatch();
}

/// `body` without the bodies in it, its declarations one an entry; sections stand by themselves.
QStringList declarations(QString body)
{
    static const QRegularExpression macro(
        QStringLiteral("\\bQ_(?!SIGNALS|SLOTS)\\w+(\\([^()]*\\))?"));
    static const QRegularExpression section(
        QStringLiteral("\\b((public|protected|private)( Q_SLOTS)?|Q_SIGNALS):(?!:)"));
    for (qsizetype open = body.indexOf(u'{'); open >= 0; open = body.indexOf(u'{', open)) {
        body.replace(open, closing(body, open) + 1 - open, QStringLiteral(";"));
    }
    return body.remove(macro).replace(section, QStringLiteral(";\\1;")).split(u';');
}

} // namespace

QMap<QString, int> classes(const QString &text)
{
    static const QRegularExpression head(QStringLiteral(
        "\\b(?<!enum )(?:class|struct) (\\w+(?:::\\w+)*)(?: final)?(?:\\s*:[^;{()]*)?\\s*\\{"));
    QMap<QString, int> found;
    const QString code = withoutComments(text);
    for (const QRegularExpressionMatch &match : head.globalMatch(code)) {
        const qsizetype open = match.capturedEnd() - 1;
        bool isSignals = false;
        int &functions = found[match.captured(1)];
        for (const QString &part :
             declarations(code.mid(open + 1, closing(code, open) - open - 1))) {
            static const QRegularExpression section(
                QStringLiteral("^(public|protected|private)( Q_SLOTS)?$"));
            const QString words = part.trimmed();
            isSignals = words == QStringLiteral("Q_SIGNALS")
                || (isSignals && !section.match(words).hasMatch());
            functions += !isSignals && isFunction(words) ? 1 : 0;
        }
    }
    return found;
}

} // namespace tree
