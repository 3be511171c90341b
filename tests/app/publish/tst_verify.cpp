// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
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

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
