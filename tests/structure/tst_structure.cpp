// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source_tree.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// The house's rules that a machine can check: who may use whom, sizes, headers, colours.

using namespace tree;

namespace {

/// `app/text`, `ui/look`, …
QStringList folders()
{
    QStringList all;
    for (const QString &side : {QStringLiteral("app"), QStringLiteral("ui")}) {
        for (const QString &room : rooms(side)) {
            all.append(side + u'/' + room);
        }
    }
    return all;
}

/// The rooms that a room's README names, as includes name them: `text`, `ui/look`.
QSet<QString> namedRooms(const QString &folder)
{
    QSet<QString> all;
    for (const QString &room : folders()) {
        all.insert(room.startsWith(QStringLiteral("app/")) ? room.section(u'/', 1) : room);
    }
    return all & dependencies(read(top() + u'/' + folder + QStringLiteral("/README.md")));
}

} // namespace

class TestStructure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRoomSaysWhatItIs() const;
    void roomsStandInLayers() const;
    void appRoomsUseOnlyTheRoomsTheyName() const;
    void uiRoomsUseOnlyTheRoomsTheyName() const;
    void roomsUseTheRoomsTheyName() const;
    void buildAgreesWithTheReadmes() const;
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
            // What it is (the title), what it refuses to do, whom it may use.
            static const QRegularExpression head(
                QStringLiteral(
                    "^# %1/%2: .+\n\n.*\\b(no|not|nothing|never|neither|refuses)\\b[^#]*\n\n?"
                    "Depends on: .+\n")
                    .arg(QStringLiteral("(?:app|ui)"), QStringLiteral("[a-z]+")));
            if (!head.match(readme).hasMatch()) {
                faults.append(side + u'/' + room);
            }
        }
    }
    QVERIFY2(faults.isEmpty(),
             qPrintable(QStringLiteral("rooms without a README: ") + faults.join(u' ')));
}

/// Nobody depends on a room that depends on it in turn.
void TestStructure::roomsStandInLayers() const
{
    QHash<QString, QSet<QString>> uses;
    for (const QString &side : {QStringLiteral("app"), QStringLiteral("ui")}) {
        for (const QString &room : rooms(side)) {
            const QString name = side == QStringLiteral("ui") ? side + u'/' + room : room;
            uses.insert(name,
                        dependencies(read(top() + u'/' + side + u'/' + room
                                          + QStringLiteral("/README.md"))));
        }
    }
    // Take away whoever needs nobody that is left; what stays goes in circles.
    QStringList free;
    do {
        free.clear();
        for (const QString &room : uses.keys()) {
            if (!uses.value(room).intersects(QSet<QString>(uses.keyBegin(), uses.keyEnd()))) {
                free.append(room);
            }
        }
        uses.removeIf([&](const QHash<QString, QSet<QString>>::iterator &room) {
            return free.contains(room.key());
        });
    } while (!free.isEmpty());
    QVERIFY2(uses.isEmpty(), qPrintable(QStringLiteral("in circles: ") + uses.keys().join(u' ')));
}

void TestStructure::checkRooms(const QString &side) const
{
    QStringList faults;
    for (const QString &path : sources({side}, {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
        if (relative(path).count(u'/') < 2) {
            continue; // a program's main.cpp belongs to no room: it puts rooms together
        }
        const QString room = relative(path).section(u'/', 1, 1);
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

/// A room that its README names and that no file includes. What is left of such names may only
/// shrink.
void TestStructure::roomsUseTheRoomsTheyName() const
{
    const QSet<QString> known{
        QStringLiteral("app/desk text"),      QStringLiteral("app/jobs base"),
        QStringLiteral("app/jobs story"),     QStringLiteral("app/jobs text"),
        QStringLiteral("app/messages story"), QStringLiteral("app/messages publish"),
        QStringLiteral("app/publish text"),   QStringLiteral("app/story text")};
    QStringList faults;
    for (const QString &folder : folders()) {
        QSet<QString> idle = namedRooms(folder);
        for (const QString &path :
             sources({folder}, {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
            for (const QString &include : includes(read(path), u'"')) {
                const bool ofUi = include.startsWith(QStringLiteral("ui/"));
                idle.remove(include.section(u'/', 0, ofUi ? 1 : 0));
            }
        }
        for (const QString &name : std::as_const(idle)) {
            if (!known.contains(folder + u' ' + name)) {
                faults.append(
                    QStringLiteral("%1 names %2, which it does not use").arg(folder, name));
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

/// The README's list and CMake's are one.
void TestStructure::buildAgreesWithTheReadmes() const
{
    static const QRegularExpression library(QStringLiteral("\\bnutgraf_(ui_)?(\\w+)"));
    QStringList faults;
    for (const QString &folder : folders()) {
        QString build = read(top() + u'/' + folder + QStringLiteral("/CMakeLists.txt"));
        build = build.mid(build.indexOf(QStringLiteral("DEPENDS")));
        build.truncate(build.indexOf(u')'));
        QSet<QString> linked;
        for (const QRegularExpressionMatch &match : library.globalMatch(build)) {
            const QString side = match.captured(1).isEmpty() ? QString() : QStringLiteral("ui/");
            linked.insert(side + match.captured(2));
        }
        if (linked != namedRooms(folder)) {
            faults.append(folder + QStringLiteral(": CMake links ")
                          + QStringList(linked.begin(), linked.end()).join(u' '));
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
        const qsizetype most = path.endsWith(QStringLiteral(".h")) ? 150 : 500;
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
    const QStringList all = sources({QStringLiteral("app"), QStringLiteral("ui"),
                                     QStringLiteral("tests"), QStringLiteral("cmake")},
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
        QStringLiteral("\"#[0-9a-fA-F]{6,8}\"|QColor\\(\\s*\\d|Qt::(red|blue|green|"
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
