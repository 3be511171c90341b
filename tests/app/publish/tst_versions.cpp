// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

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

class TestVersions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesOfVersions_data() const;
    void namesOfVersions() const;
    void countsOnlyFolders() const;
    void followsNoLink() const;
    void givesBackWhatWentOut() const;
    void givesBackNothingElse() const;
    void aVersionAnswersToItsOwnNumber() const;
    void comparesWithTheRecord() const;

private:
    [[nodiscard]] QString path(const QString &inside) const
    {
        return m_dir->filePath(inside);
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestVersions::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(publish::publish(request(m_dir->path()), fixedClock(at(8))));
    Request update = request(m_dir->path(), Update, u"Vote added"_s);
    update.story.headline = u"Levy stays"_s;
    QVERIFY(publish::publish(update, fixedClock(at(9))));
}

void TestVersions::namesOfVersions_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number"); // 0: none
    const auto row = [](const QString &name, int number) {
        QTest::newRow(qPrintable(name)) << name << number;
    };
    row(u"v0001"_s, 1);
    row(u"v0999"_s, 999);
    row(u"v1000"_s, 1000);
    row(u"v10000"_s, 10000);
    row(u"v0000"_s, 0);
    row(u"v00001"_s, 0);
    row(u"v1"_s, 0);
    row(u"V0001"_s, 0);
    row(u"v0001 (2)"_s, 0);
    row(u"v9999999999"_s, 0);
}

void TestVersions::namesOfVersions() const
{
    QFETCH(const QString, name);
    QFETCH(const int, number);
    QCOMPARE(versionNamed(name), number > 0 ? std::optional(number) : std::nullopt);
}

void TestVersions::countsOnlyFolders() const
{
    QVERIFY(QDir().mkpath(path(u"versions/notes"_s)));
    QVERIFY(writeFile(path(u"versions/v0003"_s), "no folder"));
    QCOMPARE(versionNumbers(m_dir->path()).value(), (std::vector{1, 2}));
    QVERIFY(QDir().mkpath(path(u"versions/v0010"_s)));
    QCOMPARE(versionNumbers(m_dir->path()).value(), (std::vector{1, 2, 10}));
    QVERIFY(versionNumbers(path(u"none"_s)).value().empty());
}

void TestVersions::followsNoLink() const
{
    QVERIFY(QFile::link(path(u"versions/v0001"_s), path(u"versions/v0003"_s)));
    QCOMPARE(versionNumbers(m_dir->path()).error(),
             (Error{ErrorCode::LinkUnexpected, path(u"versions/v0003"_s), 0, 0, {}}));
    QVERIFY(QFile::remove(path(u"versions/v0003"_s)));
    // What is no version may be one.
    QVERIFY(QFile::link(path(u"versions/v0001"_s), path(u"versions/newest"_s)));
    QCOMPARE(versionNumbers(m_dir->path()).value(), (std::vector{1, 2}));
    QVERIFY(QDir().rename(path(u"versions"_s), path(u"elsewhere"_s)));
    QVERIFY(QFile::link(path(u"elsewhere"_s), path(u"versions"_s)));
    QCOMPARE(versionNumbers(m_dir->path()).error(),
             (Error{ErrorCode::LinkUnexpected, path(u"versions"_s), 0, 0, {}}));
    QVERIFY(QFile::remove(path(u"versions"_s)));
    QVERIFY(writeFile(path(u"versions"_s), "in the way"));
    QCOMPARE(versionNumbers(m_dir->path()).error().code, ErrorCode::FolderUnreadable);
}

void TestVersions::givesBackWhatWentOut() const
{
    QCOMPARE(publishedStory(m_dir->path(), 1).value(), sample::story());
    QCOMPARE(publishedStory(m_dir->path(), 2).value().headline, u"Levy stays"_s);
}

void TestVersions::givesBackNothingElse() const
{
    QCOMPARE(publishedStory(m_dir->path(), 3).error(),
             (Error{ErrorCode::VersionNotFound, versionFolder(m_dir->path(), 3), 0, 0, {}}));
    const QString draft = versionFolder(m_dir->path(), 1) + u"/story.md"_s;
    const QByteArray bytes = readFile(draft).value();
    QVERIFY(writeFile(draft, bytes + '\n'));
    QCOMPARE(publishedStory(m_dir->path(), 1).error(),
             (Error{ErrorCode::HashMismatch, draft, 0, 0, {}}));
    QVERIFY(QFile::remove(draft));
    QCOMPARE(publishedStory(m_dir->path(), 1).error().code, ErrorCode::FileNotFound);
    QVERIFY(QFile::remove(manifestPath(m_dir->path(), 1)));
    QCOMPARE(publishedStory(m_dir->path(), 1).error().code, ErrorCode::ManifestMissing);
    // A kill's text is no story to begin with again.
    QVERIFY(writeFile(draft, bytes));
    const QTemporaryDir other;
    QVERIFY(publish::publish(request(other.path()), fixedClock(at(8))));
    QVERIFY(publish::publish(request(other.path(), Kill, u"wrong"_s), fixedClock(at(9))));
    QCOMPARE(publishedStory(other.path(), 2).error().code, ErrorCode::VersionWithoutText);
    QVERIFY(publishedStory(other.path(), 1));
    QVERIFY(removeFolder(other.filePath(u"versions"_s)));
    QVERIFY(writeFile(other.filePath(u"versions"_s), "in the way"));
    QCOMPARE(publishedStory(other.path(), 1).error().code, ErrorCode::FolderUnreadable);
}

void TestVersions::aVersionAnswersToItsOwnNumber() const
{
    const QByteArray first = readFile(manifestPath(m_dir->path(), 1)).value();
    QCOMPARE(readStored(m_dir->path(), 1).value().sha256, sha256Hex(first));
    QVERIFY(writeFile(manifestPath(m_dir->path(), 2), first));
    QCOMPARE(
        readStored(m_dir->path(), 2).error(),
        (Error{ErrorCode::ManifestInvalid, manifestPath(m_dir->path(), 2), 0, 0, u"version"_s}));
    QCOMPARE(versions(m_dir->path()).error().code, ErrorCode::ManifestInvalid);
    QCOMPARE(history(m_dir->path()).error().code, ErrorCode::ManifestInvalid);
    QVERIFY(writeFile(manifestPath(m_dir->path(), 2), "{"));
    QCOMPARE(readStored(m_dir->path(), 2).error().code, ErrorCode::ManifestInvalid);
    QVERIFY(writeFile(manifestPath(m_dir->path(), 2), QByteArray(2000000, ' ')));
    QCOMPARE(readStored(m_dir->path(), 2).error().code, ErrorCode::FileTooLarge);
}

void TestVersions::comparesWithTheRecord() const
{
    const std::vector<StoredManifest> stored = readAllStored(m_dir->path()).value();
    const Record record = recordOf(stored);
    QVERIFY(faultsAgainst(record, stored, m_dir->path()).empty());
    QCOMPARE(
        faultsAgainst(record, {stored.back()}, m_dir->path()),
        (std::vector<Error>{{ErrorCode::VersionGone, versionFolder(m_dir->path(), 1), 0, 0, {}}}));
    const std::vector<Error> foreign{
        {ErrorCode::VersionForeign, manifestPath(m_dir->path(), 2), 0, 0, {}}};
    Record other = record;
    other.versions.back().manifestSha256 = QString(64, u'0');
    QCOMPARE(faultsAgainst(other, stored, m_dir->path()), foreign);
    std::vector<StoredManifest> theirs = stored;
    theirs.back().manifest.guid = u"urn:another"_s;
    QCOMPARE(faultsAgainst(record, theirs, m_dir->path()), foreign);
    QVERIFY(removeFile(recordPath(m_dir->path())));
    QCOMPARE(history(m_dir->path()).value().size(), 2U); // older programs kept none
    QVERIFY(writeFile(recordPath(m_dir->path()), "{"));
    QCOMPARE(history(m_dir->path()).error().code, ErrorCode::RecordInvalid);
    QCOMPARE(versions(m_dir->path()).value().size(), 2U);
}

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
