// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "publish/manifest.h"
#include "publish/record.h"
#include "sample.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

class TestVerify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesEveryFileThatChanged();
    void namesMissingAndStrangeFiles();
    void findsAVersionThatIsGone();
    void findsAReplacedManifest();
    void readsNoFileOutsideTheVersion();
    void namesAGapOnce();
    void knowsAStrangerWithoutItsManifest();
    void tellsAnothersVersionByItsGuid();
    void readsAManifestWhoseLineEndsChanged();
    void notesWhatTheRecordLacks();
    void asksNothingOfADraft();

private:
    [[nodiscard]] QString path(int version, const QString &name) const
    {
        return versionFolder(m_dir->path(), version) + u'/' + name;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestVerify::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(publish::publish(request(m_dir->path()), fixedClock(at(8))));
    QVERIFY(publish::publish(request(m_dir->path(), Update, u"Vote added"_s), fixedClock(at(9))));
    QVERIFY(verify(m_dir->path()).empty());
}

void TestVerify::namesEveryFileThatChanged()
{
    for (const int version : {1, 2}) {
        const QDir folder(versionFolder(m_dir->path(), version));
        for (const QString &name : folder.entryList(QDir::Files)) {
            const QString file = folder.filePath(name);
            const QByteArray bytes = readFile(file).value();
            for (const qsizetype place : {qsizetype(0), bytes.size() / 2, bytes.size() - 1}) {
                QByteArray flipped = bytes;
                flipped[place] = static_cast<char>(flipped[place] ^ 1);
                QVERIFY(writeFile(file, flipped));
                const std::vector<Error> errors = verify(m_dir->path());
                QVERIFY2(std::ranges::contains(errors, file, &Error::subject), qPrintable(file));
            }
            QVERIFY(writeFile(file, bytes));
        }
    }
    QVERIFY(verify(m_dir->path()).empty());
}

void TestVerify::namesMissingAndStrangeFiles()
{
    QVERIFY(QFile::remove(path(1, u"web.md"_s)));
    QVERIFY(writeFile(path(2, u"note.txt"_s), "x"));
    const std::vector<Error> errors = verify(m_dir->path());
    QCOMPARE(errors.size(), 2U);
    QCOMPARE(errors[0], (Error{ErrorCode::FileMissing, path(1, u"web.md"_s), 0, 0, {}}));
    QCOMPARE(errors[1], (Error{ErrorCode::FileUnexpected, path(2, u"note.txt"_s), 0, 0, {}}));
}

void TestVerify::findsAVersionThatIsGone()
{
    QVERIFY(QDir(versionFolder(m_dir->path(), 1)).removeRecursively());
    const std::vector<Error> errors = verify(m_dir->path());
    QCOMPARE(errors.size(), 2U);
    QCOMPARE(errors[0].code, ErrorCode::VersionNotFound);
    QCOMPARE(errors[1].code, ErrorCode::VersionGone);
}

void TestVerify::findsAReplacedManifest()
{
    // A whole other first version, right in itself, does not fit the second one's link.
    const QTemporaryDir other;
    QVERIFY(publish::publish(request(other.path()), fixedClock(at(6))));
    QVERIFY(QDir(versionFolder(m_dir->path(), 1)).removeRecursively());
    QVERIFY(QDir().rename(versionFolder(other.path(), 1), versionFolder(m_dir->path(), 1)));
    const std::vector<Error> errors = verify(m_dir->path());
    QCOMPARE(errors.size(), 2U);
    QCOMPARE(errors[0].code, ErrorCode::ChainBroken);
    QCOMPARE(errors[1].code, ErrorCode::VersionForeign);
}

void TestVerify::readsNoFileOutsideTheVersion()
{
    QByteArray manifest = readFile(path(1, u"manifest.json"_s)).value();
    QVERIFY(writeFile(path(1, u"manifest.json"_s), manifest.replace("web.md", "../x.md")));
    QCOMPARE(versions(m_dir->path()).error().code, ErrorCode::ManifestInvalid);
}

void TestVerify::namesAGapOnce()
{
    const QString folder = m_dir->path();
    QVERIFY(QDir().rename(versionFolder(folder, 2), versionFolder(folder, 4)));
    std::vector<Error> errors = verify(folder);
    QCOMPARE(errors.at(0),
             (Error{ErrorCode::VersionNotFound, versionFolder(folder, 2), 0, 0, u"– v0003"_s}));
    QCOMPARE(errors.at(1).code, ErrorCode::ManifestInvalid); // it says 2
    QVERIFY(QDir().rename(versionFolder(folder, 4), versionFolder(folder, 3)));
    errors = verify(folder);
    QCOMPARE(errors.at(0), (Error{ErrorCode::VersionNotFound, versionFolder(folder, 2), 0, 0, {}}));
    QVERIFY(QDir().rename(versionFolder(folder, 3), versionFolder(folder, 2)));
    QVERIFY(verify(folder).empty());
    QCOMPARE(inspect(folder).versions, 2);
}

/// Nobody knows then what belongs there.
void TestVerify::knowsAStrangerWithoutItsManifest()
{
    QVERIFY(QFile::remove(path(1, u"manifest.json"_s)));
    QVERIFY(writeFile(path(1, u"evil.html"_s), "x"));
    QVERIFY(writeFile(path(1, u"web (conflicted copy 2026-05-13).md"_s), "x"));
    QVERIFY(writeFile(path(1, u".DS_Store"_s), "x"));
    const Verification found = inspect(m_dir->path());
    QCOMPARE(found.faults.size(), 2U);
    QCOMPARE(found.faults[0].code, ErrorCode::ManifestMissing);
    QCOMPARE(found.faults[1].subject, path(1, u"web (conflicted copy 2026-05-13).md"_s));
    QCOMPARE(found.notes.size(), 1U);
    QCOMPARE(found.notes[0], (Error{ErrorCode::SystemDropping, path(1, u".DS_Store"_s), 0, 0, {}}));
}

void TestVerify::tellsAnothersVersionByItsGuid()
{
    const QString file = path(2, u"manifest.json"_s);
    Manifest manifest = readManifest(readFile(file).value(), file).value();
    manifest.guid = u"urn:another"_s;
    QVERIFY(writeFile(file, writeManifest(manifest)));
    QVERIFY(QFile::remove(recordPath(m_dir->path())));
    std::vector<Error> errors = verify(m_dir->path());
    QCOMPARE(errors.size(), 1U);
    QCOMPARE(errors[0], (Error{ErrorCode::VersionForeign, file, 0, 0, u"urn:another"_s}));
    // A first version follows none.
    const QString first = path(1, u"manifest.json"_s);
    manifest = readManifest(readFile(first).value(), first).value();
    manifest.previousManifestSha256 = QString(64, u'0');
    QVERIFY(writeFile(first, writeManifest(manifest)));
    errors = verify(m_dir->path());
    QCOMPARE(errors.at(0), (Error{ErrorCode::ChainBroken, first, 0, 0, {}}));
}

void TestVerify::readsAManifestWhoseLineEndsChanged()
{
    const QString file = path(1, u"manifest.json"_s);
    const QByteArray bytes = readFile(file).value();
    const QByteArray windows = QByteArray(bytes).replace("\n", "\r\n");
    QVERIFY(writeFile(file, windows));
    const std::vector<Error> errors = verify(m_dir->path());
    QCOMPARE(errors.size(), 1U); // the chain holds
    QCOMPARE(errors[0], (Error{ErrorCode::LineEndsChanged, file, 0, 0, {}}));
    // Another version's manifest is none of this one, whatever its line ends.
    QVERIFY(writeFile(path(2, u"manifest.json"_s), windows));
    QCOMPARE(verify(m_dir->path()).at(1),
             (Error{ErrorCode::ManifestInvalid, path(2, u"manifest.json"_s), 0, 0,
                    u"manifestSha256"_s}));
    QVERIFY(writeFile(file, bytes));
    // A file of lines that end as Windows ends them, checked out with the others' ends.
    const QString text = path(1, u"wire.txt"_s);
    QVERIFY(writeFile(text, readFile(text).value().replace("\n", "\r\n") + "x"));
    QCOMPARE(verify(m_dir->path()).at(0), (Error{ErrorCode::HashMismatch, text, 0, 0, {}}));
}

void TestVerify::notesWhatTheRecordLacks()
{
    const QString folder = m_dir->path();
    Record record = readRecord(folder).value().value();
    record.versions.pop_back();
    QVERIFY(writeRecord(folder, record));
    const Verification found = inspect(folder);
    QVERIFY(found.faults.empty());
    QCOMPARE(found.notes,
             (std::vector<Error>{{ErrorCode::RecordBehind, versionFolder(folder, 2), 0, 0, {}}}));
    record.versions.push_back({7, QString(64, u'a')});
    QVERIFY(writeRecord(folder, record));
    QCOMPARE(verify(folder),
             (std::vector<Error>{{ErrorCode::VersionGone, versionFolder(folder, 7), 0, 0, {}}}));
    QVERIFY(writeFile(recordPath(folder), QByteArray(2000000, ' ')));
    QCOMPARE(verify(folder).at(0).code, ErrorCode::FileTooLarge);
}

void TestVerify::asksNothingOfADraft()
{
    const QTemporaryDir other;
    const Request request = sample::request(other.path());
    QVERIFY(QDir().mkpath(other.filePath(u"transcripts"_s)));
    QVERIFY(QDir().mkpath(other.filePath(u"versions"_s)));
    QVERIFY(
        writeFile(other.filePath(u"versions/.publishing"_s), "123")); // a lock, it may be in use
    Verification found = inspect(request.storyFolder);
    QVERIFY(found.faults.empty() && found.notes.empty());
    QCOMPARE(found.versions, 0);
    QVERIFY(removeFolder(other.filePath(u"versions"_s)));
    QVERIFY(writeFile(other.filePath(u"versions"_s), "in the way"));
    found = inspect(request.storyFolder);
    QCOMPARE(
        found.faults,
        (std::vector<Error>{{ErrorCode::FileUnexpected, other.filePath(u"versions"_s), 0, 0, {}}}));
    QCOMPARE(verify(other.filePath(u"none"_s)).size(), 2U); // no folder, no draft
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
