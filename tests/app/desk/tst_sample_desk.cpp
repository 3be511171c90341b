// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/sample_desk.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace Qt::StringLiterals;

class TestSampleDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isADeskOfFiveStories() const;
    void everyStoryIsComplete_data() const;
    void everyStoryIsComplete() const;
    void hasTranscriptsForTwo() const;
    void isCopiedByteForByte() const;
    void fillsAnEmptyFolder() const;
    void refusesAFolderWithFiles() const;

private:
    QTemporaryDir m_folder;
    QString m_desk;
};

void TestSampleDesk::initTestCase()
{
    m_desk = m_folder.filePath(u"below/Sample Desk"_s);
    QVERIFY(copySampleDesk(m_desk).has_value());
}

void TestSampleDesk::isADeskOfFiveStories() const
{
    const Desk desk = Desk::open(m_desk).value();
    QCOMPARE(desk.settings().name, u"Coast desk"_s);
    QCOMPARE(desk.settings().agency.name, u"Meridian Wire"_s);
    QStringList slugs;
    for (const StoryEntry &entry : desk.stories()) {
        QVERIFY2(!entry.fault, qPrintable(entry.folder));
        slugs.append(entry.slug);
    }
    slugs.sort();
    QCOMPARE(slugs,
             (QStringList{u"cup-final"_s, u"harbour-levy"_s, u"marn-storm"_s, u"quarry-verdict"_s,
                          u"reef-survey"_s}));
}

void TestSampleDesk::everyStoryIsComplete_data() const
{
    QTest::addColumn<QString>("folder");
    const QStringList folders =
        QDir(m_desk + u"/stories"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        QTest::newRow(qPrintable(folder)) << m_desk + u"/stories/"_s + folder;
    }
}

void TestSampleDesk::everyStoryIsComplete() const
{
    QFETCH(const QString, folder);
    const QByteArray bytes = readFile(draftPath(folder)).value();
    const format::StoryFile file = format::decodeStory(bytes, folder).value();
    const story::Story &story = file.story;
    QCOMPARE(format::encodeStory(story, &file), bytes);
    QVERIFY(QFileInfo(folder).fileName().endsWith(u'-' + story.slug));
    QVERIFY(story.headline.size() > 20 && story.headline.size() <= 70);
    QVERIFY(story.deck.size() > 20 && story.deck.size() <= 120);
    QVERIFY(!story.byline.isEmpty() && !story.dateline.place.isEmpty());
    QVERIFY(story.dateline.date.isValid() && file.created);
    QVERIFY(story.subjects.size() >= 2 && story.keywords.size() >= 2);
    for (const QString &subject : story.subjects) {
        static const QRegularExpression code(u"^medtop:[0-9]{8}$"_s);
        QVERIFY2(code.match(subject).hasMatch(), qPrintable(subject));
    }
    const qsizetype words = story.body.split(QRegularExpression(u"\\s+"_s)).size();
    QVERIFY2(words >= 250 && words <= 600, qPrintable(QString::number(words)));
    // Curly marks only, and as many that open as close.
    QVERIFY(!story.body.contains(u'"') && !story.body.contains(u'\''));
    QCOMPARE(story.body.count(u'“'), story.body.count(u'”'));
}

void TestSampleDesk::hasTranscriptsForTwo() const
{
    const auto files = [&](const QString &folder) {
        return QDir(m_desk + u"/stories/"_s + folder + u"/transcripts"_s).entryList(QDir::Files);
    };
    QCOMPARE(files(u"2026-05-12-harbour-levy"_s),
             (QStringList{u"assembly-2026-05-12.txt"_s, u"briefing-2026-05-12.vtt"_s}));
    QCOMPARE(files(u"2026-05-11-quarry-verdict"_s), QStringList{u"hearing-2026-05-11.txt"_s});
    QVERIFY(QFileInfo::exists(m_desk + u"/stories/2026-05-12-harbour-levy/notes.md"_s));
}

void TestSampleDesk::isCopiedByteForByte() const
{
    const QString source = QStringLiteral(NUTGRAF_SOURCE_DIR "/resources/sample-desk");
    int count = 0;
    QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString copy = m_desk + from.sliced(source.size());
        QCOMPARE(readFile(copy).value(), readFile(from).value());
        ++count;
    }
    QVERIFY(count >= 10);
    QCOMPARE(readFile(m_desk + u"/.gitignore"_s).value(), QByteArray(".nutgraf/\n"));
}

void TestSampleDesk::fillsAnEmptyFolder() const
{
    const QTemporaryDir empty;
    QVERIFY(copySampleDesk(empty.path()).has_value());
    QCOMPARE(Desk::open(empty.path()).value().stories().size(), size_t(5));
}

void TestSampleDesk::refusesAFolderWithFiles() const
{
    const QTemporaryDir folder;
    const QString mine = folder.filePath(u"desk/mine.txt"_s);
    QVERIFY(QDir().mkpath(folder.filePath(u"desk"_s)));
    QVERIFY(writeFile(mine, "mine").has_value());
    QCOMPARE(copySampleDesk(folder.filePath(u"desk"_s)).error().code, ErrorCode::FolderExists);
    QCOMPARE(readFile(mine).value(), QByteArray("mine"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), {u"desk"_s});
}

QTEST_GUILESS_MAIN(TestSampleDesk)
#include "tst_sample_desk.moc"
