// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "support/failing_disk.h"
#include "ui/session/disk_guard.h"
#include "ui/session/story_session.h"

#include <QApplication>
#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using session::StorySession;
using story::Field;

// Saving over what others wrote, onto a disk that fails, and from two windows.

namespace {

constexpr auto Draft = "---\nslug: pier-fire\n---\n\nThe pier stays shut.\n";
constexpr auto Theirs = "---\nslug: pier-fire\n---\n\nThe pier opens at noon.\n";

struct Place {
    QTemporaryDir folder;
    QString story = folder.filePath(u"2026-05-12-pier-fire"_s);
    QString path = story + u"/story.md"_s;
    QString journal = folder.filePath(u"journal"_s);

    Place()
    {
        QVERIFY(QDir().mkpath(story) && writeFile(path, Draft).has_value());
    }
    [[nodiscard]] session::SessionServices services() const
    {
        return {.clock = fixedClock(QDateTime::fromString(u"2026-05-12T12:31:00Z"_s, Qt::ISODate)),
                .ids = randomIds(),
                .initials = u"kl"_s,
                .journalFolder = journal,
                .analyse = {}};
    }
    [[nodiscard]] std::unique_ptr<StorySession> open() const
    {
        auto session = std::make_unique<StorySession>(services());
        session->setDebounce(0);
        QTEST_ASSERT(session->disk().open(path).has_value());
        return session;
    }
    [[nodiscard]] QByteArray onDisk() const
    {
        return readFile(path).value_or(QByteArray());
    }
    /// All that the journal holds, whosever it is.
    [[nodiscard]] QByteArray journalled() const
    {
        QByteArray all;
        for (const QFileInfo &file : QDir(journal).entryInfoList(QDir::Files)) {
            all += readFile(file.filePath()).value_or(QByteArray());
        }
        return all;
    }
};

} // namespace

class TestSessionSaving : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() const
    {
        QTest::setThrowOnFail(true);
    }
    void overwritingKeepsWhatOthersWrote() const;
    void overwritingWritesNothingWithoutTheCopy() const;
    void savingElsewhereKeepsWhatWasThere_data() const;
    void savingElsewhereKeepsWhatWasThere() const;
    void savingAnewKeepsNothing() const;
    void aSaveThatIsNotConfirmedStaysUnsaved() const;
    void twoWindowsKeepBothTexts() const;
    void savingInOneWindowLeavesTheOther() const;
    void aRenameSettlesTheSlug();
    void aSlowDriveLeavesTheWindowAlive();
    void openingASlowDriveCanBeGivenUp();
};

void TestSessionSaving::overwritingKeepsWhatOthersWrote() const
{
    const Place place;
    const auto session = place.open();
    const QSignalSpy copies(session.get(), &StorySession::overwritten);
    session->setField(Field::Deck, u"Ours."_s);
    QVERIFY(writeFile(place.path, Theirs).has_value());
    QVERIFY(!session->disk().save().has_value());
    QCOMPARE(place.onDisk(), QByteArray(Theirs));
    QVERIFY(session->disk().saveOverDisk().has_value());
    QVERIFY(place.onDisk().contains("Ours."));
    QCOMPARE(copies.size(), 1);
    QCOMPARE(readFile(copies.at(0).at(0).toString()).value_or(QByteArray()), QByteArray(Theirs));
    session->setField(Field::Deck, u"Ours again."_s);
    QVERIFY(session->disk().save().has_value()); // the file is ours from now on
    QVERIFY(session->disk().saveOverDisk().has_value());
    QCOMPARE(copies.size(), 1);
}

void TestSessionSaving::overwritingWritesNothingWithoutTheCopy() const
{
    const Place place;
    const auto session = place.open();
    session->setField(Field::Deck, u"Ours."_s);
    QVERIFY(writeFile(place.path, Theirs).has_value());
    for (int operation = 1;; ++operation) {
        test::FailingDisk disk(place.story, test::Calls::Writing);
        disk.failFrom(operation, ENOSPC);
        const Result<void> written = session->disk().saveOverDisk();
        disk.heal();
        if (written) {
            break;
        }
        const QStringList copies = QDir(place.story).entryList({u"*.overwritten-*"_s});
        QVERIFY2(place.onDisk() == Theirs || !copies.isEmpty(), disk.failure());
        QVERIFY(operation < 200);
    }
    QVERIFY(place.onDisk().contains("Ours."));
}

void TestSessionSaving::savingElsewhereKeepsWhatWasThere_data() const
{
    QTest::addColumn<bool>("isCopy");
    QTest::addRow("save as") << false;
    QTest::addRow("save a copy") << true;
}

void TestSessionSaving::savingElsewhereKeepsWhatWasThere() const
{
    QFETCH(const bool, isCopy);
    const Place place;
    const auto session = place.open();
    const QString other = place.folder.filePath(u"other.md"_s);
    QVERIFY(writeFile(other, Theirs).has_value());
    const QSignalSpy copies(session.get(), &StorySession::overwritten);
    QVERIFY((isCopy ? session->disk().saveCopy(other) : session->disk().saveAs(other)).has_value());
    QCOMPARE(copies.size(), 1);
    QCOMPARE(readFile(copies.at(0).at(0).toString()).value_or(QByteArray()), QByteArray(Theirs));
    QCOMPARE(readFile(other).value_or(QByteArray()), QByteArray(Draft));
}

void TestSessionSaving::savingAnewKeepsNothing() const
{
    const Place place;
    const auto session = place.open();
    const QSignalSpy copies(session.get(), &StorySession::overwritten);
    session->setField(Field::Deck, u"Ours."_s);
    QVERIFY(QFile::remove(place.path));
    QVERIFY(session->disk().saveOverDisk().has_value());
    QVERIFY(place.onDisk().contains("Ours."));
    QCOMPARE(copies.size(), 0);
}

/// A sync that fails after the file was put in place: the text is there, but may not stay.
void TestSessionSaving::aSaveThatIsNotConfirmedStaysUnsaved() const
{
    int unconfirmed = 0;
    for (int operation = 1; operation < 200; ++operation) {
        const Place place;
        const auto session = place.open();
        session->setField(Field::Deck, u"Ours."_s);
        test::FailingDisk disk(place.story, test::Calls::Writing);
        disk.failAt(operation, EIO);
        const Result<void> written = session->disk().save();
        const bool hasFailed = disk.hasFailed();
        disk.heal();
        QCOMPARE(session->isModified(), !written.has_value());
        if (!written && written.error().code == ErrorCode::NotDurable) {
            ++unconfirmed;
            QVERIFY(place.onDisk().contains("Ours."));
            session->disk().finishWrites();
            QVERIFY(place.journalled().contains("Ours.")); // for after a power cut
        }
        session->setField(Field::Deck, u"Ours, later."_s);
        QVERIFY(session->disk().save().has_value()); // never: another program changed the file
        QVERIFY(!session->isModified() && place.onDisk().contains("Ours, later."));
        session->disk().finishWrites();
        QCOMPARE(place.journalled(), QByteArray());
        if (!hasFailed) {
            break;
        }
    }
    QVERIFY(unconfirmed > 0);
}

void TestSessionSaving::twoWindowsKeepBothTexts() const
{
    const Place place;
    const auto one = place.open();
    const auto two = place.open();
    one->setField(Field::Deck, u"Typed in the first window."_s);
    two->setField(Field::Deck, u"Typed in the second window."_s);
    one->disk().finishWrites();
    two->disk().finishWrites();
    QVERIFY(place.journalled().contains("first window"));
    QVERIFY(place.journalled().contains("second window"));
    one->disk().discardChanges();
    one->disk().finishWrites();
    QVERIFY(!place.journalled().contains("first window"));
    QVERIFY(place.journalled().contains("second window"));
    two->disk().discardChanges();
}

void TestSessionSaving::savingInOneWindowLeavesTheOther() const
{
    const Place place;
    const auto one = place.open();
    const auto two = place.open();
    one->setField(Field::Deck, u"Typed in the first window."_s);
    two->setField(Field::Deck, u"Typed in the second window."_s);
    two->disk().finishWrites();
    QVERIFY(one->disk().save().has_value());
    one->disk().finishWrites();
    QVERIFY(place.journalled().contains("second window"));
    const QSignalSpy changed(two.get(), &StorySession::changedOnDisk);
    QVERIFY(!two->disk().save().has_value());
    QVERIFY(!changed.isEmpty());
    QVERIFY(place.onDisk().contains("first window"));
    QVERIFY(two->disk().saveOverDisk().has_value());
    QVERIFY(place.onDisk().contains("second window"));
    const QStringList copies = QDir(place.story).entryList({u"*.overwritten-*"_s});
    QCOMPARE(copies.size(), 1);
    QVERIFY(readFile(place.story + u'/' + copies.front())
                .value_or(QByteArray())
                .contains("first window"));
}

/// The folder has the name: undoing what was typed before must not bring an old slug back.
void TestSessionSaving::aRenameSettlesTheSlug()
{
    const Place place;
    const auto session = place.open();
    session->setField(Field::Headline, u"Pier"_s);
    session->setField(Field::Slug, u"quay"_s);
    QVERIFY(session->disk().save());
    session->disk().finishWrites();
    const QString moved = place.folder.filePath(u"2026-05-12-jetty"_s);
    QVERIFY(writeFile(place.path, place.onDisk().replace("slug: quay", "slug: jetty")));
    QVERIFY(QDir().rename(place.story, moved));
    session->disk().relocate(moved + u"/story.md"_s);
    session->undo();
    QCOMPARE(session->fields().slug, u"jetty"_s);
    session->undo();
    QCOMPARE(session->fields().slug, u"jetty"_s);
    QVERIFY(session->fields().headline.isEmpty());
    session->redo();
    session->redo();
    QCOMPARE(session->fields().slug, u"jetty"_s);
    QCOMPARE(session->fields().headline, u"Pier"_s);
    session->setField(Field::Slug, u"mole"_s); // what is typed after it is a step again
    session->undo();
    QCOMPARE(session->fields().slug, u"jetty"_s);
}

/// Every call on the disk waits until the window's loop has turned.
void TestSessionSaving::aSlowDriveLeavesTheWindowAlive()
{
    const Place place;
    const auto session = place.open();
    session->setField(Field::Headline, u"Pier"_s);
    QSemaphore turned;
    QTimer loop;
    QObject::connect(&loop, &QTimer::timeout, &loop, [&turned] {
        if (turned.available() == 0) {
            turned.release();
        }
    });
    loop.start(0);
    test::FailingDisk disk(place.folder.path());
    disk.beforeEach([&turned](int) { turned.acquire(); });
    const Result<void> saved = session->disk().save();
    turned.release(1000); // for what others do there meanwhile
    disk.heal();
    QVERIFY(saved);
    QVERIFY(place.onDisk().contains("headline: Pier"));
}

void TestSessionSaving::openingASlowDriveCanBeGivenUp()
{
    const Place place;
    QSemaphore gate;
    QSemaphore isThrough;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [] {
        if (QWidget *notice = QApplication::activeModalWidget()) {
            QTest::keyClick(notice, Qt::Key_Escape);
        }
    });
    hand.start(0);
    StorySession session(place.services());
    {
        test::FailingDisk disk(place.folder.path());
        disk.beforeEach([&](int) {
            gate.acquire();
            isThrough.release();
        });
        const Result<void> opened = session.disk().open(place.path);
        gate.release(1000); // the drive answers at last
        isThrough.acquire();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    }
    QVERIFY(session.path().isEmpty());
    QVERIFY(session.disk().open(place.path));
}

QTEST_MAIN(TestSessionSaving)
#include "tst_session_saving.moc"
