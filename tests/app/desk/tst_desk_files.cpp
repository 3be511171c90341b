// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/desk.h"
#include "desk/git_files.h"
#include "desk/sample_desk.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace Qt::StringLiterals;

// The desk's own files beside its stories.

namespace {

const QDateTime Noon(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);
const QByteArray Attributes =
    "# Published versions are compared byte by byte: no other line ends.\n**/versions/** -text\n"
    "# Two computers' publications both stay in the ledger.\n/ledger/*.jsonl -text merge=union\n";

Settings settings()
{
    Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency.name = u"Wire"_s;
    settings.agency.domain = u"wire.example"_s;
    return settings;
}

QByteArray bytesOf(const QString &path)
{
    return readFile(path).value_or(QByteArray("unreadable"));
}

} // namespace

class TestDeskFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellGitWhatToKeep() const;
    void comeBackWithTheNextChange() const;
    void standInNobodysWay() const;
    void areFoundFromAnywhereInside() const;
    void areNoDeskAlone() const;
    void templatesAreMarkdownAlone() const;
    void theSampleLeavesNothingAside() const;
};

void TestDeskFiles::tellGitWhatToKeep() const
{
    const QTemporaryDir folder;
    const QString ignored = folder.filePath(u".gitignore"_s);
    const QString attributes = folder.filePath(u".gitattributes"_s);
    QVERIFY(writeGitFiles(folder.path()));
    QCOMPARE(bytesOf(ignored), QByteArray(".nutgraf/\n"));
    QCOMPARE(bytesOf(attributes), Attributes);
    QVERIFY(writeGitFiles(folder.path())); // again: once is enough
    QCOMPARE(bytesOf(ignored), QByteArray(".nutgraf/\n"));
    QCOMPARE(bytesOf(attributes), Attributes);
    QVERIFY(writeFile(ignored, "*.bak\r\n .nutgraf/ \r\n"));
    QVERIFY(writeFile(attributes, "*.png binary\n"));
    QVERIFY(writeGitFiles(folder.path()));
    QCOMPARE(bytesOf(ignored), QByteArray("*.bak\r\n .nutgraf/ \r\n"));
    QCOMPARE(bytesOf(attributes), "*.png binary\n" + Attributes);
    QVERIFY(QFile::remove(ignored));
    QVERIFY(QDir().mkpath(ignored));
    QCOMPARE(writeGitFiles(folder.path()).error().code, ErrorCode::FileUnreadable);
}

void TestDeskFiles::comeBackWithTheNextChange() const
{
    const QTemporaryDir folder;
    const Desk desk = Desk::create(folder.path(), settings()).value();
    const QString attributes = folder.filePath(u".gitattributes"_s);
    QVERIFY(QFile::remove(attributes));
    QVERIFY(desk.withSettings(settings()));
    QCOMPARE(bytesOf(attributes), Attributes);
    QVERIFY(QFile::remove(attributes));
    QVERIFY(desk.add({}, fixedClock(Noon)));
    QCOMPARE(bytesOf(attributes), Attributes);
}

void TestDeskFiles::standInNobodysWay() const
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"file"_s);
    QVERIFY(writeFile(file, "mine"));
    QCOMPARE(Desk::create(file, settings()).error(),
             (Error{ErrorCode::FolderExists, file, 0, 0, {}}));
    QCOMPARE(bytesOf(file), QByteArray("mine"));
    const Desk desk = Desk::create(folder.filePath(u"a/../b"_s), settings()).value();
    QCOMPARE(desk.folder(), folder.filePath(u"b"_s));
    QCOMPARE(desk.journalFolder(), folder.filePath(u"b/.nutgraf/journal"_s));
    QVERIFY(QFile::remove(folder.filePath(u"b/desk.json"_s)));
    QCOMPARE(desk.withSettings(settings()).error().code, ErrorCode::FileNotFound);
}

void TestDeskFiles::areFoundFromAnywhereInside() const
{
    const QTemporaryDir folder;
    const Desk outer = Desk::create(folder.filePath(u"outer"_s), settings()).value();
    const Desk inner = Desk::create(folder.filePath(u"outer/inner"_s), settings()).value();
    QCOMPARE(Desk::findAround(folder.filePath(u"outer/inner/none/none.md"_s)), inner.folder());
    QCOMPARE(Desk::findAround(folder.filePath(u"outer/stories"_s)), outer.folder());
    QCOMPARE(Desk::findAround(u"/"_s), std::nullopt);
}

void TestDeskFiles::areNoDeskAlone() const
{
    const QTemporaryDir folder;
    QVERIFY(QDir().mkpath(folder.filePath(u"desk.json"_s)));
    QCOMPARE(Desk::open(folder.path()).error(),
             (Error{ErrorCode::NotADesk, folder.path(), 0, 0, {}}));
    QCOMPARE(Desk::findAround(folder.path()), std::nullopt);
    QCOMPARE(Desk::create(folder.path(), settings()).error().code, ErrorCode::FolderExists);
}

void TestDeskFiles::templatesAreMarkdownAlone() const
{
    const QTemporaryDir folder;
    const Desk desk = Desk::create(folder.path(), settings()).value();
    QVERIFY(QDir().mkpath(folder.filePath(u"templates/folder.md"_s)));
    QVERIFY(writeFile(folder.filePath(u"templates/notes.txt"_s), "x"));
    QVERIFY(writeFile(folder.filePath(u"templates/broken.md"_s), "---\nslug: [\n---\n"));
    QCOMPARE(desk.templates(),
             (QStringList{u"politics"_s, u"court"_s, u"sport"_s, u"blank"_s, u"broken"_s}));
    QCOMPARE(desk.fromTemplate(u"notes"_s).error(),
             (Error{ErrorCode::StoryNotFound, u"notes"_s, 0, 0, u"template"_s}));
    QCOMPARE(desk.fromTemplate(u"folder"_s).error().code, ErrorCode::StoryNotFound);
    QCOMPARE(desk.fromTemplate(u"broken"_s).error().code, ErrorCode::StoryHeaderInvalid);
    QVERIFY(writeFile(folder.filePath(u"outside.md"_s), "Text."));
    QCOMPARE(desk.fromTemplate(u"../outside"_s).error().code, ErrorCode::StoryNotFound);
}

void TestDeskFiles::theSampleLeavesNothingAside() const
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"file"_s);
    QVERIFY(writeFile(file, "mine"));
    QVERIFY(!copySampleDesk(file));
    QVERIFY(!copySampleDesk(file + u"/below"_s));
    const QDir dir(folder.path());
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(dir.entryList(all), QStringList{u"file"_s});
    QCOMPARE(copySampleDesk(folder.filePath(u"a/../desk"_s)).value().folder(),
             folder.filePath(u"desk"_s));
    QCOMPARE(bytesOf(folder.filePath(u"desk/.gitattributes"_s)), Attributes);
    QCOMPARE(dir.entryList(all), (QStringList{u"desk"_s, u"file"_s}));
}

QTEST_GUILESS_MAIN(TestDeskFiles)
#include "tst_desk_files.moc"
