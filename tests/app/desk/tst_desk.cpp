// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/journal.h"
#include "levy_desk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace nutgraf::desk::sample;
using namespace Qt::StringLiterals;

namespace {

QByteArray draftOf(const QString &folder)
{
    return readFile(draftPath(folder)).value_or(QByteArray("unreadable"));
}

story::Story storyIn(const QString &folder)
{
    return format::decodeStory(draftOf(folder), folder).value().story;
}

void setTime(const QString &path, const QDateTime &time)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
}

} // namespace

class TestDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createsAFolderThatOpens() const;
    void keepsOnesOwnIgnoreFile() const;
    void refusesToCreateOverADesk() const;
    void refusesSettingsItCouldNotRead() const;
    void opensOnlyDesks() const;
    void findsTheDeskAround() const;
    void changesSettings() const;
    void addsUnderDayAndSlug() const;
    void numbersTakenNames() const;
    void makesASlugWhereThereIsNone() const;
    void refusesNamesThatAreNone() const;
    void listsNewestFirst() const;
    void listsBrokenHeaders() const;
    void listsAStoryWithoutHeader() const;
    void listsLongHeaders() const;
    void listsThousandStories() const;
    void renames() const;
    void refusesToRenameOntoAnother() const;
    void refusesToRenameABrokenStory() const;
    void duplicatesTheDraftAlone() const;
    void spikesAndRestores() const;
    void spikesTheSameNameTwice() const;
    void restoresBesideANewcomer() const;
    void movesTheJournalAlong() const;
    void touchesOnlyItsOwnStories() const;
    void offersTemplates() const;
    void refusesTemplatesThatItHasNot() const;
    void prefersTheDesksOwnTemplates() const;
    void knowsWhenAStoryWasCreated() const;
};

void TestDesk::createsAFolderThatOpens() const
{
    const Fixture at;
    const Desk again = Desk::open(at.desk.folder()).value();
    QCOMPARE(again.settings(), settings());
    QVERIFY(again.stories().empty());
    QCOMPARE(readFile(at.path(u".gitignore"_s)).value(), QByteArray(".nutgraf/\n"));
}

void TestDesk::keepsOnesOwnIgnoreFile() const
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u".gitignore"_s), "*.bak").has_value());
    QVERIFY(Desk::create(folder.path(), settings()).has_value());
    QCOMPARE(readFile(folder.filePath(u".gitignore"_s)).value(), QByteArray("*.bak\n.nutgraf/\n"));
}

void TestDesk::refusesToCreateOverADesk() const
{
    const Fixture at;
    const QByteArray before = readFile(at.path(u"desk.json"_s)).value();
    QCOMPARE(Desk::create(at.desk.folder(), settings()).error().code, ErrorCode::FolderExists);
    QCOMPARE(readFile(at.path(u"desk.json"_s)).value(), before);
}

void TestDesk::refusesSettingsItCouldNotRead() const
{
    const QTemporaryDir folder;
    Settings wrong = settings();
    wrong.agency.domain = u"no domain"_s;
    QCOMPARE(Desk::create(folder.path(), wrong).error().code, ErrorCode::DeskSettingsInvalid);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestDesk::opensOnlyDesks() const
{
    const QTemporaryDir folder;
    QCOMPARE(Desk::open(folder.path()).error().code, ErrorCode::NotADesk);
    QVERIFY(writeFile(folder.filePath(u"desk.json"_s), "{").has_value());
    QCOMPARE(Desk::open(folder.path()).error().code, ErrorCode::DeskSettingsInvalid);
}

void TestDesk::findsTheDeskAround() const
{
    const Fixture at;
    const QString story = at.addLevy();
    QCOMPARE(Desk::findAround(at.desk.folder()), at.desk.folder());
    QCOMPARE(Desk::findAround(story), at.desk.folder());
    QCOMPARE(Desk::findAround(draftPath(story)), at.desk.folder());
    QCOMPARE(Desk::findAround(at.folder.path()), std::nullopt);
}

void TestDesk::changesSettings() const
{
    const Fixture at;
    Settings changed = settings();
    changed.agency.webTargetWords = 80;
    QCOMPARE(at.desk.withSettings(changed).value().settings(), changed);
    QCOMPARE(Desk::open(at.desk.folder()).value().settings(), changed);
    changed.name.clear();
    QCOMPARE(at.desk.withSettings(changed).error().code, ErrorCode::DeskSettingsInvalid);
    QCOMPARE(Desk::open(at.desk.folder()).value().settings().agency.webTargetWords, 80);
    // This desk was opened before: it does not know what is set by now.
    Settings other = settings();
    other.name = u"Island desk"_s;
    QCOMPARE(at.desk.withSettings(other).error().code, ErrorCode::FileChangedOnDisk);
    QCOMPARE(Desk::open(at.desk.folder()).value().settings().agency.webTargetWords, 80);
}

void TestDesk::addsUnderDayAndSlug() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QCOMPARE(folder, at.path(u"stories/2026-05-12-harbour-levy"_s));
    QCOMPARE(storyIn(folder), levy());
    const format::StoryFile file = format::decodeStory(draftOf(folder), {}).value();
    QCOMPARE(file.created, Noon);
    QVERIFY(QDir(at.path(u".nutgraf"_s)).isEmpty());
}

void TestDesk::numbersTakenNames() const
{
    const Fixture at;
    QVERIFY(!at.addLevy().isEmpty());
    QCOMPARE(QFileInfo(at.addLevy()).fileName(), u"2026-05-12-harbour-levy-2"_s);
    QCOMPARE(QFileInfo(at.addLevy()).fileName(), u"2026-05-12-harbour-levy-3"_s);
    QCOMPARE(at.desk.stories().size(), size_t(3));
}

void TestDesk::makesASlugWhereThereIsNone() const
{
    const Fixture at;
    story::Story story;
    QVERIFY(QFileInfo(at.desk.add(story, AtNoon).value())
                .fileName()
                .startsWith(u"2026-05-12-story-"_s));
    story.headline = u"Boats sail again"_s;
    const QString folder = at.desk.add(story, AtNoon).value();
    QCOMPARE(QFileInfo(folder).fileName(), u"2026-05-12-boats-sail-again"_s);
    QCOMPARE(storyIn(folder).slug, u"boats-sail-again"_s);
}

void TestDesk::refusesNamesThatAreNone() const
{
    const Fixture at;
    story::Story story = levy();
    story.slug = u"../../outside"_s;
    QCOMPARE(at.desk.add(story, AtNoon).error().code, ErrorCode::StoryNameInvalid);
    const QString folder = at.addLevy();
    QCOMPARE(at.desk.rename(folder, u"a/b"_s).error().code, ErrorCode::StoryNameInvalid);
    QCOMPARE(at.desk.stories().size(), size_t(1));
}

void TestDesk::listsNewestFirst() const
{
    const Fixture at;
    const QString older = at.addLevy();
    const QString newer = at.addLevy();
    setTime(draftPath(older), Noon);
    setTime(draftPath(newer), Noon.addSecs(60));
    QCOMPARE(at.desk.stories().at(0).folder, newer);
    setTime(draftPath(older), Noon.addSecs(120));
    const std::vector<StoryEntry> entries = at.desk.stories();
    QCOMPARE(entries.at(0).folder, older);
    QCOMPARE(entries.at(0).changed, Noon.addSecs(120));
    QCOMPARE(entries.at(0).headline, u"Levy to stay"_s);
    QCOMPARE(entries.at(0).status, story::Status::Draft);
    QCOMPARE(entries.at(0).publication, Publication::None);
}

void TestDesk::listsBrokenHeaders() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    for (const QByteArray &broken :
         {QByteArray("---\nslug: [\n---\ntext\n"), QByteArray("---\nslug: a\nno end\n"),
          QByteArray("---\nurgency: never\n---\n")}) {
        QVERIFY(writeFile(draftPath(folder), broken).has_value());
        const std::vector<StoryEntry> entries = at.desk.stories();
        QCOMPARE(entries.size(), size_t(1));
        QVERIFY(entries.front().fault);
        QCOMPARE(entries.front().slug, u"harbour-levy"_s);
    }
}

void TestDesk::listsAStoryWithoutHeader() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QVERIFY(writeFile(draftPath(folder), "Only text.\n").has_value());
    const std::vector<StoryEntry> entries = at.desk.stories();
    QVERIFY(!entries.front().fault);
    QCOMPARE(entries.front().slug, u"harbour-levy"_s);
}

void TestDesk::listsLongHeaders() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    // Longer than the piece that is read first, with a body that is no UTF-8: only the header
    // counts.
    const QByteArray header =
        "---\nslug: long\ncomment: " + QByteArray(40000, 'x') + "\r\nheadline: At the end\n---\n";
    QVERIFY(writeFile(draftPath(folder), header + "\xFF").has_value());
    const StoryEntry entry = at.desk.stories().front();
    QVERIFY(!entry.fault);
    QCOMPARE(entry.headline, u"At the end"_s);
}

void TestDesk::listsThousandStories() const
{
    const Fixture at;
    for (int i = 0; i < 1000; ++i) {
        const QString folder = at.path(u"stories/2026-05-12-story-%1"_s.arg(i));
        QVERIFY(QDir().mkpath(folder));
        QFile file(draftPath(folder));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("---\nslug: story-" + QByteArray::number(i) + "\nheadline: Number "
                   + QByteArray::number(i) + "\n---\n\nText.\n");
    }
    const std::vector<StoryEntry> entries = at.desk.stories();
    QCOMPARE(entries.size(), size_t(1000));
    QSet<QString> headlines;
    for (const StoryEntry &entry : entries) {
        QCOMPARE(entry.headline, u"Number "_s + entry.slug.section(u'-', 1));
        headlines.insert(entry.headline);
    }
    QCOMPARE(headlines.size(), 1000);
}

void TestDesk::renames() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QVERIFY(QDir(folder).mkpath(u"transcripts"_s));
    const QString renamed = at.desk.rename(folder, u"ferry-levy"_s).value();
    QCOMPARE(QFileInfo(renamed).fileName(), u"2026-05-12-ferry-levy"_s);
    QVERIFY(!QFileInfo::exists(folder));
    QVERIFY(QFileInfo::exists(QDir(renamed).filePath(u"transcripts"_s)));
    story::Story expected = levy();
    expected.slug = u"ferry-levy"_s;
    QCOMPARE(storyIn(renamed), expected);
    QCOMPARE(at.desk.rename(renamed, u"ferry-levy"_s).value(), renamed);
}

void TestDesk::refusesToRenameOntoAnother() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    story::Story other = levy();
    other.slug = u"other"_s;
    const QString otherFolder = at.desk.add(other, AtNoon).value();
    const QByteArray before = draftOf(folder);
    QCOMPARE(at.desk.rename(folder, u"other"_s).error().code, ErrorCode::StoryNameTaken);
    QCOMPARE(draftOf(folder), before);
    QCOMPARE(storyIn(otherFolder), other);
}

void TestDesk::refusesToRenameABrokenStory() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    const QByteArray broken = "---\nslug: [\n---\ntext\n";
    QVERIFY(writeFile(draftPath(folder), broken).has_value());
    QCOMPARE(at.desk.rename(folder, u"b"_s).error().code, ErrorCode::StoryHeaderInvalid);
    QCOMPARE(draftOf(folder), broken);
}

void TestDesk::duplicatesTheDraftAlone() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    QVERIFY(QDir(folder).mkpath(u"versions/v0001"_s));
    QVERIFY(writeFile(QDir(folder).filePath(u"review.json"_s), "{}").has_value());
    const Clock later = fixedClock(Noon.addDays(1));
    const QString copy = at.desk.duplicate(folder, later).value();
    QCOMPARE(QFileInfo(copy).fileName(), u"2026-05-13-harbour-levy-copy"_s);
    QCOMPARE(QDir(copy).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), {u"story.md"_s});
    QCOMPARE(storyIn(copy).body, levy().body);
    QCOMPARE(format::decodeStory(draftOf(copy), {}).value().created, Noon.addDays(1));
    QCOMPARE(storyIn(folder), levy());
}

void TestDesk::spikesAndRestores() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    const QByteArray text = draftOf(folder);
    const QString spiked = at.desk.spike(folder, AtNoon).value();
    QVERIFY(at.desk.stories().empty());
    const std::vector<SpikedEntry> bin = at.desk.spiked();
    QCOMPARE(bin.size(), size_t(1));
    QCOMPARE(bin.front().folder, spiked);
    QCOMPARE(bin.front().slug, u"harbour-levy"_s);
    QCOMPARE(bin.front().spiked, Noon);
    QCOMPARE(draftOf(spiked), text);
    QCOMPARE(at.desk.restore(spiked).value(), folder);
    QCOMPARE(draftOf(folder), text);
    QVERIFY(at.desk.spiked().empty());
    QCOMPARE(QDir(folder).entryList(QDir::Files), {u"story.md"_s});
}

void TestDesk::spikesTheSameNameTwice() const
{
    const Fixture at;
    const QString first = at.desk.spike(at.addLevy(), AtNoon).value();
    const QString second = at.desk.spike(at.addLevy(), fixedClock(Noon.addSecs(9))).value();
    QVERIFY(first != second);
    QCOMPARE(at.desk.spiked().size(), size_t(2));
    QCOMPARE(at.desk.spiked().front().folder, second);
}

void TestDesk::restoresBesideANewcomer() const
{
    const Fixture at;
    const QString spiked = at.desk.spike(at.addLevy(), AtNoon).value();
    QVERIFY(!at.addLevy().isEmpty());
    QCOMPARE(QFileInfo(at.desk.restore(spiked).value()).fileName(), u"2026-05-12-harbour-levy-2"_s);
    QCOMPARE(at.desk.stories().size(), size_t(2));
}

void TestDesk::movesTheJournalAlong() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    const Journal journal(at.desk.journalFolder());
    JournalEntry entry;
    entry.path = draftPath(folder);
    entry.key = Journal::keyFor(entry.path, {});
    entry.bytes = "unsaved";
    entry.process = 0x3fffffff; // nobody's
    QVERIFY(journal.keep(entry).has_value());
    const QString renamed = at.desk.rename(folder, u"b"_s).value();
    QCOMPARE(journal.leftBehind().at(0).path, draftPath(renamed));
    const QString spiked = at.desk.spike(renamed, AtNoon).value();
    QCOMPARE(journal.leftBehind().at(0).path, draftPath(spiked));
    QVERIFY(at.desk.restore(spiked).has_value());
    QCOMPARE(journal.leftBehind().at(0).path, draftPath(renamed));
    QCOMPARE(journal.leftBehind().at(0).bytes, QByteArray("unsaved"));
}

void TestDesk::touchesOnlyItsOwnStories() const
{
    const Fixture at;
    const Fixture other;
    const QString theirs = other.addLevy();
    QVERIFY(!at.addLevy().isEmpty());
    for (const QString &folder : {theirs, at.desk.folder(), at.path(u"stories"_s),
                                  at.path(u"stories/none"_s), at.path(u"stories/.."_s)}) {
        QCOMPARE(at.desk.spike(folder, AtNoon).error().code, ErrorCode::StoryNotFound);
        QCOMPARE(at.desk.rename(folder, u"b"_s).error().code, ErrorCode::StoryNotFound);
        QCOMPARE(at.desk.duplicate(folder, AtNoon).error().code, ErrorCode::StoryNotFound);
        QCOMPARE(at.desk.restore(folder).error().code, ErrorCode::StoryNotFound);
    }
    QVERIFY(QFileInfo::exists(draftPath(theirs)));
}

void TestDesk::offersTemplates() const
{
    const Fixture at;
    QCOMPARE(at.desk.templates(), (QStringList{u"politics"_s, u"court"_s, u"sport"_s, u"blank"_s}));
    for (const QString &name : at.desk.templates()) {
        QVERIFY2(at.desk.fromTemplate(name).has_value(), qPrintable(name));
    }
    QVERIFY(!at.desk.fromTemplate(u"court"_s).value().body.isEmpty());
    QVERIFY(at.desk.fromTemplate(u"blank"_s).value().body.isEmpty());
}

void TestDesk::refusesTemplatesThatItHasNot() const
{
    const Fixture at;
    QCOMPARE(at.desk.fromTemplate(u"poem"_s).error().code, ErrorCode::StoryNotFound);
    QCOMPARE(at.desk.fromTemplate(u"../desk"_s).error().code, ErrorCode::StoryNotFound);
}

void TestDesk::prefersTheDesksOwnTemplates() const
{
    const Fixture at;
    QVERIFY(QDir().mkpath(at.path(u"templates"_s)));
    QVERIFY(writeFile(at.path(u"templates/court.md"_s), "---\nslug: ours\n---\n").has_value());
    QVERIFY(writeFile(at.path(u"templates/weather.md"_s), "---\nslug: sky\n---\n").has_value());
    QCOMPARE(at.desk.templates().size(), 5);
    QCOMPARE(at.desk.templates().last(), u"weather"_s);
    QCOMPARE(at.desk.fromTemplate(u"court"_s).value().slug, u"ours"_s);
    QCOMPARE(at.desk.fromTemplate(u"weather"_s).value().slug, u"sky"_s);
}

void TestDesk::knowsWhenAStoryWasCreated() const
{
    const Fixture at;
    const QString folder = at.addLevy();
    const auto created = [](const QString &in) {
        return createdTime(in, format::decodeStory(draftOf(in), {}).value());
    };
    QCOMPARE(created(folder), Noon);
    QVERIFY(writeFile(draftPath(folder), "No header.\n").has_value());
    QCOMPARE(created(folder), QDate(2026, 5, 12).startOfDay(QTimeZone::UTC));
    QVERIFY(QDir().rename(folder, at.path(u"stories/undated"_s)));
    setTime(draftPath(at.path(u"stories/undated"_s)), Noon);
    QCOMPARE(created(at.path(u"stories/undated"_s)), Noon);
}

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
