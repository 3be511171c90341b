// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// The house's rules that a machine can check: who may use whom, sizes, headers, colours.

namespace {

using Files = QStringList;

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

Files sources(const QStringList &folders, const QStringList &patterns)
{
    Files found;
    for (const QString &folder : folders) {
        QDirIterator it(top() + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found.append(it.next());
        }
    }
    found.sort();
    return found;
}

Files code()
{
    return sources({QStringLiteral("app"), QStringLiteral("ui")},
                   {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
}

QStringList rooms(const QString &side)
{
    return QDir(top() + u'/' + side).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

/// The rooms that a README's line `Depends on:` names.
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

/// The longest function of a file: its first line and how many lines its body has. Bodies begin and
/// end in column 0 (clang-format sees to that).
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

} // namespace

class TestStructure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRoomSaysWhatItIs() const;
    void appRoomsUseOnlyTheRoomsTheyName() const;
    void uiRoomsUseOnlyTheRoomsTheyName() const;
    void appKnowsNoWindow() const;
    void everyAppRoomHasTests() const;
    void filesAndFunctionsStaySmall() const;
    void everyFileNamesItsLicence() const;
    void coloursStandInOnePlace() const;
    void includesFindWhatTheyName() const;

private:
    void checkRooms(const QString &side) const;
};

void TestStructure::everyRoomSaysWhatItIs() const
{
    QStringList faults;
    for (const QString &side : {QStringLiteral("app"), QStringLiteral("ui")}) {
        for (const QString &room : rooms(side)) {
            const QString readme =
                read(top() + u'/' + side + u'/' + room + QStringLiteral("/README.md"));
            if (!readme.startsWith(u'#') || !readme.contains(QStringLiteral("\nDepends on: "))) {
                faults.append(side + u'/' + room);
            }
        }
    }
    QVERIFY2(faults.isEmpty(),
             qPrintable(QStringLiteral("rooms without a README: ") + faults.join(u' ')));
}

void TestStructure::checkRooms(const QString &side) const
{
    QStringList faults;
    for (const QString &path : sources({side}, {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
        if (relative(path).count(u'/') < 2) {
            continue; // a program's main.cpp belongs to no room: it puts rooms together
        }
        const QString room = relative(path).section(u'/', 1, 1);
        if (room.endsWith(QStringLiteral(".cpp"))) {
            continue; // ui/main.cpp opens the front door and may use every room
        }
        const QSet<QString> allowed =
            dependencies(read(top() + u'/' + side + u'/' + room + QStringLiteral("/README.md")));
        for (const QString &include : includes(read(path), u'"')) {
            const bool ofUi = include.startsWith(QStringLiteral("ui/"));
            const QString used = include.section(u'/', 0, ofUi ? 1 : 0);
            const bool own = used == (side == QStringLiteral("ui") ? side + u'/' + room : room);
            if (include.contains(u'/') && !own && !allowed.contains(used)) {
                faults.append(relative(path) + QStringLiteral(" uses ") + used);
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestStructure::appRoomsUseOnlyTheRoomsTheyName() const
{
    checkRooms(QStringLiteral("app"));
}

void TestStructure::uiRoomsUseOnlyTheRoomsTheyName() const
{
    checkRooms(QStringLiteral("ui"));
}

void TestStructure::appKnowsNoWindow() const
{
    static const QRegularExpression window(QStringLiteral(
        "^(QtGui|QtWidgets|QWidget|QPainter|QColor|QFont|QPixmap|QImage|QIcon|QTextDocument|"
        "QUndo|QApplication|QGuiApplication|QtQml|QtNetwork/QLocal)"));
    QStringList faults;
    for (const QString &path :
         sources({QStringLiteral("app")}, {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
        const QString text = read(path);
        for (const QString &include : includes(text, u'<') + includes(text, u'"')) {
            if (window.match(include).hasMatch() || include.startsWith(QStringLiteral("ui/"))) {
                faults.append(relative(path) + QStringLiteral(" includes ") + include);
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestStructure::everyAppRoomHasTests() const
{
    QStringList faults;
    for (const QString &room : rooms(QStringLiteral("app"))) {
        const QDir tests(top() + QStringLiteral("/tests/app/") + room);
        if (tests.entryList({QStringLiteral("tst_*.cpp")}).isEmpty()) {
            faults.append(room);
        }
    }
    QVERIFY2(faults.isEmpty(),
             qPrintable(QStringLiteral("rooms without tests: ") + faults.join(u' ')));
}

void TestStructure::filesAndFunctionsStaySmall() const
{
    QStringList faults;
    for (const QString &path : code()) {
        const QString text = read(path);
        const qsizetype lines = text.count(u'\n');
        const qsizetype most = path.endsWith(QStringLiteral(".h")) ? 180 : 500;
        if (lines > most) {
            faults.append(QStringLiteral("%1 has %2 lines, at most %3")
                              .arg(relative(path))
                              .arg(lines)
                              .arg(most));
        }
        const auto [line, length] = longestFunction(text);
        if (length > 60) {
            faults.append(QStringLiteral("%1:%2 function of %3 lines")
                              .arg(relative(path))
                              .arg(line)
                              .arg(length));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestStructure::everyFileNamesItsLicence() const
{
    QStringList faults;
    const Files all = sources({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests"),
                               QStringLiteral("cmake")},
                              {QStringLiteral("*.cpp"), QStringLiteral("*.h"),
                               QStringLiteral("*.cmake"), QStringLiteral("CMakeLists.txt")});
    for (const QString &path : all) {
        const QString head = read(path).left(400);
        if (!head.contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later"))
            || !head.contains(QStringLiteral("SPDX-FileCopyrightText: "))) {
            faults.append(relative(path));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QStringLiteral("no SPDX header: ") + faults.join(u' ')));
}

void TestStructure::coloursStandInOnePlace() const
{
    static const QRegularExpression literal(
        QStringLiteral("\"#[0-9a-fA-F]{6,8}\"|QColor\\(\\s*\\d|setStyleSheet|Qt::(red|blue|green|"
                       "white|black|gr[ae]y)\\b"));
    QStringList faults;
    for (const QString &path :
         sources({QStringLiteral("ui")}, {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
        const QRegularExpressionMatch match = literal.match(read(path));
        if (match.hasMatch() && !relative(path).startsWith(QStringLiteral("ui/look/"))) {
            faults.append(relative(path) + QStringLiteral(": ") + match.captured());
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestStructure::includesFindWhatTheyName() const
{
    QStringList faults;
    for (const QString &path : code()) {
        for (const QString &include : includes(read(path), u'"')) {
            const QString base =
                include.startsWith(QStringLiteral("ui/")) ? top() : top() + QStringLiteral("/app");
            const bool generated = include.startsWith(QStringLiteral("moc_"))
                || include.endsWith(QStringLiteral(".moc"));
            if (!generated && !QFile::exists(base + u'/' + include)) {
                faults.append(relative(path) + QStringLiteral(" includes ") + include);
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
