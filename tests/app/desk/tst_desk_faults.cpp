// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "desk/desk.h"
#include "desk/journal.h"
#include "format/story_file.h"
#include "story/folders.h"
#include "support/failing_disk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::test;
using namespace Qt::StringLiterals;

// Every call on the disk fails once, in every way, while a story is made, renamed, binned, taken
// back, or its unsaved text is kept.

namespace {

enum class Deed { Add, Rename, Spike, Restore, Duplicate, Keep };

constexpr qint64 NobodysProcess = 0x3fffffff; // far above the kernel's largest process id
const QByteArray Stored = "what went out";

Clock noon()
{
    return fixedClock(QDateTime(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC));
}

story::Story fire()
{
    story::Story story;
    story.slug = u"fire"_s;
    story.headline = u"Fire at the quay"_s;
    story.body = u"The quay burned all night."_s;
    return story;
}

desk::Settings coast()
{
    return {
        u"Coast desk"_s,
        {u"Meridian Wire"_s, u"meridian.example"_s, u"Meridian News Service"_s, {}, {}, {}, 120}};
}

/// A desk with one story that has a version, and unsaved text of it.
struct Place {
    QTemporaryDir dir;
    desk::Desk desk = desk::Desk::create(dir.filePath(u"desk"_s), coast()).value();
    QString story = desk.add(fire(), noon()).value();
    desk::Journal journal{desk.journalFolder()};
    desk::JournalEntry unsaved{.key = desk::Journal::keyFor({}, u"one"_s),
                               .path = desk::draftPath(story),
                               .baseHash = {},
                               .bytes = "The quay burned all day.",
                               .written = noon()(),
                               .process = NobodysProcess};

    explicit Place(Deed deed)
    {
        const QString version = story::StoryFolder(story).version(1);
        const bool isReady = makeFolder(version).has_value()
            && writeFile(version + u"/wire.txt"_s, Stored).has_value()
            && journal.keep(unsaved).has_value();
        Q_ASSERT(isReady);
        if (deed == Deed::Restore) {
            story = desk.spike(story, noon()).value();
        }
    }

    [[nodiscard]] Result<QString> run(Deed deed) const
    {
        switch (deed) {
        case Deed::Add:
            return desk.add(fire(), noon());
        case Deed::Rename:
            return desk.rename(story, u"blaze"_s);
        case Deed::Spike:
            return desk.spike(story, noon());
        case Deed::Restore:
            return desk.restore(story);
        case Deed::Duplicate:
            return desk.duplicate(story, noon());
        case Deed::Keep:
            break;
        }
        desk::JournalEntry newer = unsaved;
        newer.bytes += " And longer.";
        return journal.keep(newer).transform([this] { return story; });
    }

    /// The folders that a reader of the desk sees, the bin's too.
    [[nodiscard]] QStringList folders() const
    {
        QStringList all;
        const story::DeskFolder folder(desk.folder());
        for (const QString &parent : {folder.stories(), folder.spiked()}) {
            for (const QString &name : QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                all.append(parent + u'/' + name);
            }
        }
        return all;
    }
};

bool isWhole(const QString &folder)
{
    const Result<format::StoryFile> draft =
        readFile(desk::draftPath(folder)).and_then([&](const QByteArray &bytes) {
            return format::decodeStory(bytes, folder);
        });
    return draft && draft->story.body == fire().body;
}

bool hasVersion(const QString &folder)
{
    const Result<QByteArray> file =
        readFile(story::StoryFolder(folder).version(1) + u"/wire.txt"_s);
    return file && *file == Stored;
}

/// The unsaved text is there, as it was or as it was last kept, and belongs to a file that is.
bool hasUnsavedText(const Place &at)
{
    const std::vector<desk::JournalEntry> left = at.journal.leftBehind();
    return std::ranges::any_of(left, [&](const desk::JournalEntry &entry) {
        return entry.bytes.startsWith(at.unsaved.bytes);
    });
}

QByteArray about(const Attempt &attempt)
{
    return "fault " + QByteArray::number(static_cast<int>(attempt.fault)) + " at "
        + QByteArray::number(attempt.operation) + ": " + attempt.failure;
}

} // namespace

class TestDeskFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoryIsInOnePlaceAndWhole_data() const;
    void aStoryIsInOnePlaceAndWhole() const;
};

void TestDeskFaults::aStoryIsInOnePlaceAndWhole_data() const
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<int>("made"); // how many stories there are more
    QTest::newRow("add") << Deed::Add << 1;
    QTest::newRow("rename") << Deed::Rename << 0;
    QTest::newRow("spike") << Deed::Spike << 0;
    QTest::newRow("restore") << Deed::Restore << 0;
    QTest::newRow("duplicate") << Deed::Duplicate << 1;
    QTest::newRow("keep unsaved text") << Deed::Keep << 0;
}

void TestDeskFaults::aStoryIsInOnePlaceAndWhole() const
{
    QFETCH(const Deed, deed);
    QFETCH(const int, made);
    forEveryOperation([&](Fault fault, int operation) {
        const Place at(deed);
        FailingDisk disk(at.dir.path());
        Result<QString> done = fail(ErrorCode::Internal, {});
        const Attempt attempt = test::attempt(disk, fault, operation, [&] { done = at.run(deed); });
        const QStringList folders = at.folders();
        const auto known = std::ranges::count_if(folders, hasVersion);
        [&] {
            QVERIFY2(std::ranges::all_of(folders, isWhole), about(attempt).constData());
            QVERIFY2(known == 1, about(attempt).constData());
            QVERIFY2(hasUnsavedText(at), about(attempt).constData());
            QVERIFY2(folders.size() <= 1 + made, about(attempt).constData());
            if (fault != Fault::Crash) {
                QVERIFY2(!done || folders.contains(*done), about(attempt).constData());
                // It says so where a story is there that the disk did not confirm.
                QVERIFY2(done || folders.size() == 1 || done.error().code == ErrorCode::NotDurable,
                         about(attempt).constData());
            }
        }();
        return attempt;
    });
}

QTEST_GUILESS_MAIN(TestDeskFaults)
#include "tst_desk_faults.moc"
