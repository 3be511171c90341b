// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/aside.h"
#include "publish/identity.h"
#include "sample.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using namespace nutgraf::test;

// What other programs do while a version goes out.

class TestPublishMeanwhile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGuidIsOfTheBytesThatGoOut() const;
    void leavesWhatALivingWriterMakes() const;
    void aVersionIsOnDiskBeforeItHasItsName() const;
};

/// A remark in the header changes nothing that was checked, and all of what a guid is made of.
void TestPublishMeanwhile::theGuidIsOfTheBytesThatGoOut() const
{
    int refused = 0;
    int outWithRemark = 0;
    for (int operation = 1, last = 1; operation <= last; ++operation) {
        const QTemporaryDir dir;
        Request wanted = sample::request(dir.path());
        wanted.storyId.clear();
        save(wanted);
        const story::StoryFolder folder(dir.path());
        const Proposal read = proposal(subject(wanted, at(8)), at(8)).value();
        const Choice choice = sample::choice(wanted, read);
        FailingDisk disk(dir.path());
        disk.beforeEach([&](int number) {
            QFile draft(folder.draft());
            if (number == operation && draft.open(QIODevice::ReadWrite)) {
                const QByteArray bytes = draft.readAll().replace("slug:", "# later\nslug:");
                draft.resize(0);
                draft.write(bytes);
            }
        });
        const Result<Published> out = publish::publish(read.subject, choice, fixedClock(at(8)));
        last = disk.operations();
        disk.heal();
        if (!out) {
            QCOMPARE(out.error().code, ErrorCode::FileChangedOnDisk);
            QVERIFY(!QDir(folder.versions()).exists());
            ++refused;
            continue;
        }
        const QByteArray draft = readFile(folder.versionDraft(1)).value();
        QCOMPARE(out->guid, guidFor(folder, draft, wanted.agency.domain, at(8).date()).value());
        outWithRemark += draft.contains("# later") ? 1 : 0;
    }
    QVERIFY(refused > 0); // while it was looked at for the last time
    QVERIFY(outWithRemark > 0);
}

/// On a share without locks two may publish at once; what one of them is writing is not the
/// other's to remove.
void TestPublishMeanwhile::leavesWhatALivingWriterMakes() const
{
    const QTemporaryDir dir;
    const Request wanted = sample::request(dir.path());
    const QDir versions(dir.filePath(u"versions"_s));
    const QString living = versions.filePath(asideName(u"version"_s));
    QVERIFY(QDir().mkpath(living));
    QVERIFY(inChild([&] {
        const bool isMade = QDir().mkpath(versions.filePath(asideName(u"version"_s)));
        Q_ASSERT(isMade);
    }));
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QCOMPARE(versions.entryList(all).size(), 2);
    {
        FailingDisk disk(dir.path());
        disk.refuseLocks();
        QVERIFY(publish::publish(wanted, fixedClock(at(8))));
    }
    QCOMPARE(versions.entryList(all, QDir::Name),
             (QStringList{QFileInfo(living).fileName(), u"v0001"_s}));
    Request update = wanted;
    update.kind = format::PublicationKind::Update;
    update.note = u"more"_s;
    QVERIFY(publish::publish(update, fixedClock(at(9)))); // under the lock nobody else writes
    QCOMPARE(versions.entryList(all, QDir::Name), (QStringList{u"v0001"_s, u"v0002"_s}));
}

/// Its files and the folder that names them, or a power cut leaves a version with nothing in it.
void TestPublishMeanwhile::aVersionIsOnDiskBeforeItHasItsName() const
{
    QStringList synced;
    for (int operation = 1;; ++operation) {
        const QTemporaryDir dir;
        const Request wanted = sample::request(dir.path());
        const Proposal read = proposal(subject(wanted, at(8)), at(8)).value();
        const Choice choice = sample::choice(wanted, read);
        FailingDisk disk(dir.path());
        disk.failAt(operation, EIO);
        static_cast<void>(publish::publish(read.subject, choice, fixedClock(at(8))));
        const QString failure = QString::fromLocal8Bit(disk.failure());
        disk.heal();
        if (failure.isEmpty()) {
            break;
        }
        if (failure.contains(u"sync "_s)) {
            synced.append(failure.section(u' ', 1));
        }
    }
    const auto isAside = [](const QString &path) {
        return isAsideName(QFileInfo(path).fileName()) && path.contains(u"/versions/"_s);
    };
    const auto isInAside = [](const QString &path) {
        return isAsideName(QFileInfo(QFileInfo(path).path()).fileName());
    };
    QVERIFY(std::ranges::count_if(synced, isInAside) >= 10); // its files
    const auto lastFile = std::ranges::find_last_if(synced, isInAside);
    QCOMPARE(std::ranges::count_if(lastFile, isAside), 1);
}

QTEST_GUILESS_MAIN(TestPublishMeanwhile)
#include "tst_publish_meanwhile.moc"
