// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <sys/stat.h>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;
using enum nutgraf::ErrorCode;

// Each row does one thing to a story with two versions, and says what verify must name.

namespace {

using Deed = std::function<bool(const QString &folder)>;

bool write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    return writeFile(folder + u'/' + name, bytes).has_value();
}

Deed putting(const QString &name, const QByteArray &bytes = "x")
{
    return [=](const QString &folder) {
        return write(folder, name, bytes);
    };
}

Deed removing(const QString &name)
{
    return [=](const QString &folder) {
        const QString path = folder + u'/' + name;
        return QFileInfo(path).isDir() ? removeFolder(path).has_value()
                                       : removeFile(path).has_value();
    };
}

/// The file or folder itself moves out of the way, and a link to it takes its place.
Deed linking(const QString &name)
{
    return [=](const QString &folder) {
        const QString path = folder + u'/' + name;
        const QString away = folder + u".away"_s;
        return QFile::rename(path, away) && QFile::link(away, path);
    };
}

Deed piping(const QString &name)
{
    return [=](const QString &folder) {
        const QByteArray path = QFile::encodeName(folder + u'/' + name);
        QFile::remove(folder + u'/' + name);
        return ::mkfifo(path.constData(), 0600) == 0;
    };
}

/// As Git checks out with core.autocrlf.
Deed endingLinesAnew(const QString &name)
{
    return [=](const QString &folder) {
        QByteArray bytes = readFile(folder + u'/' + name).value_or(QByteArray());
        return write(folder, name, bytes.replace("\n", "\r\n"));
    };
}

bool takeAnothersVersions(const QString &folder)
{
    const QTemporaryDir other;
    Request theirs = request(other.path());
    theirs.story.slug = u"other-story"_s;
    return publish::publish(theirs, fixedClock(at(6))).has_value()
        && removeFolder(folder + u"/versions"_s).has_value()
        && QDir().rename(other.filePath(u"versions"_s), folder + u"/versions"_s);
}

void addRow(const char *name, const Deed &deed, ErrorCode code, const QString &subject,
            int count = 1)
{
    QTest::newRow(name) << deed << code << subject << count;
}

} // namespace

class TestTampering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNamed_data() const;
    void isNamed() const;
    void whatProgramsDropIsNoFault_data() const;
    void whatProgramsDropIsNoFault() const;
    void olderStoriesHaveNoRecord() const;
};

void TestTampering::isNamed_data() const
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("count"); // of all faults
    addRow("newest gone", removing(u"versions/v0002"_s), VersionGone, u"versions/v0002"_s);
    addRow("oldest gone", removing(u"versions/v0001"_s), VersionGone, u"versions/v0001"_s, 2);
    addRow("all gone", removing(u"versions"_s), VersionGone, u"versions/v0001"_s, 2);
    addRow("another's", takeAnothersVersions, VersionForeign, u"versions/v0001/manifest.json"_s, 2);
    addRow("no draft", removing(u"story.md"_s), DraftMissing, u"story.md"_s);
    addRow("draft a pipe", piping(u"story.md"_s), FileUnreadable, u"story.md"_s);
    addRow(
        "draft a folder",
        [](const QString &f) {
            return QFile::remove(f + u"/story.md"_s) && QDir().mkpath(f + u"/story.md"_s);
        },
        FileUnreadable, u"story.md"_s);
    addRow("draft a link", linking(u"story.md"_s), LinkUnexpected, u"story.md"_s);
    addRow("all a link", linking(u"versions"_s), LinkUnexpected, u"versions"_s, 3);
    addRow("version a link", linking(u"versions/v0001"_s), LinkUnexpected, u"versions/v0001"_s, 3);
    const QString file = u"versions/v0002/wire.txt"_s;
    addRow("file a link", linking(file), LinkUnexpected, file);
    addRow("file a pipe", piping(file), FileUnreadable, file);
    addRow("file huge", putting(file, QByteArray(1000000, ' ')), HashMismatch, file);
    addRow("file cut", putting(file, {}), HashMismatch, file);
    addRow("file gone", removing(file), FileMissing, file);
    addRow("file other", putting(file), HashMismatch, file);
    addRow("line ends", endingLinesAnew(file), LineEndsChanged, file);
    const QString manifest = u"versions/v0002/manifest.json"_s;
    addRow("manifest a link", linking(manifest), LinkUnexpected, manifest);
    addRow("manifest a pipe", piping(manifest), FileUnreadable, manifest);
    addRow("manifest gone", removing(manifest), ManifestMissing, manifest);
    addRow("manifest's line ends", endingLinesAnew(manifest), LineEndsChanged, manifest);
    addRow("manifest huge", putting(manifest, QByteArray(3000000, ' ')), FileTooLarge, manifest);
    addRow("record torn", putting(u"published.json"_s, "{"), RecordInvalid, u"published.json"_s);
    addRow("stranger", putting(u"versions/v0001/evil.html"_s), FileUnexpected,
           u"versions/v0001/evil.html"_s);
    for (const QString &name : {u"v0000"_s, u"v00003"_s, u"v3"_s, u"v0003"_s, u"notes"_s}) {
        const QString path = u"versions/"_s + name;
        QTest::newRow(qPrintable(name)) << Deed(putting(path)) << FileUnexpected << path << 1;
    }
    addRow(
        "far version", [](const QString &f) { return QDir().mkpath(f + u"/versions/v20000000"_s); },
        VersionNotFound, u"versions/v0003"_s, 2);
    for (const QString &name :
         {u"story (conflicted copy 2026-05-13).md"_s, u"story.sync-conflict-20260513-1-A.md"_s,
          u"versions/v0002/wire (Copie en conflit de Ada).txt"_s,
          u"versions/v0001/web_conflict-20260513-101500.md"_s}) {
        QTest::newRow(qPrintable(name)) << Deed(putting(name)) << ConflictCopy << name << 1;
    }
}

void TestTampering::isNamed() const
{
    QFETCH(const Deed, deed);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, subject);
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"story"_s);
    QVERIFY(publish::publish(request(folder), fixedClock(at(8))));
    QVERIFY(publish::publish(request(folder, Update, u"Vote added"_s), fixedClock(at(9))));
    const Verification before = inspect(folder);
    QVERIFY(before.faults.empty() && before.notes.empty());
    QCOMPARE(before.versions, 2);
    QVERIFY(deed(folder));
    const std::vector<Error> faults = verify(folder);
    const bool isNamed = std::ranges::any_of(faults, [&](const Error &fault) {
        return fault.code == code && fault.subject == folder + u'/' + subject;
    });
    QStringList found;
    for (const Error &fault : faults)
        found.append(QString::number(static_cast<int>(fault.code)) + u' ' + fault.subject);
    QVERIFY2(isNamed, qPrintable(found.join(u'\n')));
    // One thing was done: nobody reads a hundred lines about it.
    QTEST(static_cast<int>(faults.size()), "count");
}

void TestTampering::whatProgramsDropIsNoFault_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    for (const char *name :
         {".DS_Store", "._manifest.json", "desktop.ini", "Thumbs.db", ".nfs000000000123",
          ".~lock.wire.html#", ".directory", ".wire.txt.swp", "wire.txt~"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << SystemDropping;
    }
    QTest::newRow("leftover") << u".v0003-0a1b2c3d"_s << WriteUnfinished;
}

void TestTampering::whatProgramsDropIsNoFault() const
{
    QFETCH(const QString, name);
    QFETCH(const ErrorCode, code);
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    for (const QString &folder : {versionFolder(dir.path(), 1), dir.filePath(u"versions"_s)})
        QVERIFY(write(folder, name, "x"));
    const Verification found = inspect(dir.path());
    QVERIFY(found.faults.empty());
    QCOMPARE(found.notes.size(), 2U);
    QCOMPARE(found.notes.front().code, code);
    // They stop no publication either.
    QVERIFY(publish::publish(request(dir.path(), Update, u"more"_s), fixedClock(at(9))));
}

void TestTampering::olderStoriesHaveNoRecord() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    QVERIFY(removeFile(dir.filePath(u"published.json"_s)));
    const Verification found = inspect(dir.path());
    QVERIFY(found.faults.empty());
    QCOMPARE(found.notes.front().code, RecordMissing);
    QVERIFY(publish::publish(request(dir.path(), Update, u"more"_s), fixedClock(at(9))));
    QVERIFY(inspect(dir.path()).notes.empty());
}

QTEST_GUILESS_MAIN(TestTampering)
#include "tst_tampering.moc"
