// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/publish/sample.h"
#include "desk/desk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace Qt::StringLiterals;

// What the list says of stories that went out, and of versions that somebody touched.

namespace {

/// A desk with one story that went out, was updated and was killed.
struct Killed {
    Killed()
    {
        QVERIFY(QDir().mkpath(request.storyFolder));
        publishNext(format::PublicationKind::First, {});
        publishNext(format::PublicationKind::Update, u"More is known."_s);
        publishNext(format::PublicationKind::Kill, u"It was never said."_s);
    }
    void publishNext(format::PublicationKind kind, const QString &note)
    {
        request.kind = kind;
        request.note = note;
        const Result<Published> out =
            publish::publish(request, fixedClock(sample::at(9 + ++count)));
        QVERIFY2(out.has_value(), qPrintable(request.storyFolder));
    }
    [[nodiscard]] desk::StoryEntry entry() const
    {
        const std::vector<desk::StoryEntry> all = desk.stories();
        return all.size() == 1 ? all.front() : desk::StoryEntry{};
    }
    [[nodiscard]] QDir version(int number) const
    {
        return QDir(versionFolder(request.storyFolder, number));
    }

    QTemporaryDir folder;
    desk::Desk desk = *desk::Desk::create(
        folder.filePath(u"desk"_s),
        {u"Coast desk"_s, {u"Meridian Wire"_s, u"meridian.example"_s, {}, {}, {}, {}, 120}});
    sample::Request request{.storyFolder = desk.folder() + u"/stories/2026-05-12-harbour-levy"_s};
    int count = 0;
};

} // namespace

class TestStoryList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() const
    {
        QTest::setThrowOnFail(true);
    }
    void aKilledStoryIsKilled() const;
    void aVersionTakenAwayIsMissed_data() const;
    void aVersionTakenAwayIsMissed() const;
    void whatCannotBeReadIsSaid() const;
};

void TestStoryList::aKilledStoryIsKilled() const
{
    const Killed killed;
    QCOMPARE(killed.entry().publication, desk::Publication::Killed);
    QCOMPARE(killed.entry().version, 3);
    QVERIFY(!killed.entry().storeFault.has_value());
}

/// Without the record a story whose kill was taken away would stand as published.
void TestStoryList::aVersionTakenAwayIsMissed_data() const
{
    QTest::addColumn<QList<int>>("taken");
    QTest::addRow("the kill") << QList<int>{3};
    QTest::addRow("one between") << QList<int>{2};
    QTest::addRow("all") << QList<int>{1, 2, 3};
}

void TestStoryList::aVersionTakenAwayIsMissed() const
{
    QFETCH(const QList<int>, taken);
    const Killed killed;
    for (const int version : taken) {
        QVERIFY(killed.version(version).removeRecursively());
    }
    const desk::StoryEntry entry = killed.entry();
    QVERIFY(entry.storeFault.has_value());
    QCOMPARE(entry.storeFault->code, ErrorCode::VersionGone);
    QCOMPARE(entry.slug, u"harbour-levy"_s); // and is listed all the same
}

void TestStoryList::whatCannotBeReadIsSaid() const
{
    const Killed killed;
    const QString manifest = killed.version(3).filePath(u"manifest.json"_s);
    QVERIFY(QFile::remove(manifest));
    const desk::StoryEntry entry = killed.entry();
    QVERIFY(entry.storeFault.has_value());
    QCOMPARE(entry.storeFault->code, ErrorCode::ManifestMissing);
    QCOMPARE(entry.version, 3); // the folder says that it is out
}

QTEST_GUILESS_MAIN(TestStoryList)
#include "tst_story_list.moc"
