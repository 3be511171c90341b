// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/desk_list.h"
#include "ui/desk/desk_model.h"
#include "ui/look/plurals.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace Qt::StringLiterals;

namespace {

desk::StoryEntry entry(const QString &slug, const QString &headline)
{
    desk::StoryEntry made;
    made.folder = u"/desk/stories/"_s + slug;
    made.slug = slug;
    made.headline = headline;
    made.changed = QDateTime::fromString(u"2026-05-12T10:00:00Z"_s, Qt::ISODate);
    return made;
}

const QDateTime Now = QDateTime::fromString(u"2026-05-12T12:00:00Z"_s, Qt::ISODate);

desk::Settings coastDesk()
{
    desk::Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency.name = u"Test Wire"_s;
    settings.agency.domain = u"test.example"_s;
    return settings;
}

story::Story storyNamed(const QString &slug)
{
    story::Story story;
    story.slug = slug;
    story.headline = u"About "_s + slug;
    story.body = u"One sentence.\n"_s;
    return story;
}

} // namespace

class TestDeskList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowSaysTheStateInWordsAndShape();
    void damagedVersionsAreSaid();
    void wordsAreFoundWithoutCaseAndAccents();
    void filterTakesOneState();
    void listFollowsTheFolder();
    void enterAsksToOpen();
    void emptyDeskSaysSo();
    void storiesAreCountedInWords();
};

void TestDeskList::rowSaysTheStateInWordsAndShape()
{
    desk::StoryEntry e = entry(u"north-line"_s, u"Rail link reopens"_s);
    QCOMPARE(rowOf(e, Now).titleRight, u"draft"_s);
    e.embargo = Now.addSecs(3600);
    QCOMPARE(rowOf(e, Now).shape, look::Shape::Waiting);
    QVERIFY(rowOf(e, Now).titleRight.startsWith(u"embargo "_s));
    e.publication = desk::Publication::Corrected;
    e.version = 2;
    QCOMPARE(rowOf(e, Now).titleRight, u"corrected v2"_s);
    QCOMPARE(rowOf(e, Now).shape, look::Shape::Corrected);
    e.fault = Error{ErrorCode::StoryHeaderInvalid, {}, 0, 0, {}};
    QCOMPARE(rowOf(e, Now).shape, look::Shape::Blocks);
}

/// Of a story whose newest version was taken away nobody knows whether it still stands.
void TestDeskList::damagedVersionsAreSaid()
{
    desk::StoryEntry e = entry(u"north-line"_s, u"Rail link reopens"_s);
    e.publication = desk::Publication::Published;
    e.version = 1;
    e.storeFault = Error{ErrorCode::VersionGone, u"versions/v0002"_s, 0, 0, {}};
    QCOMPARE(rowOf(e, Now).titleRight, u"versions damaged"_s);
    QCOMPARE(rowOf(e, Now).shape, look::Shape::Blocks);
    DeskModel model;
    model.setEntries({e, entry(u"other"_s, {})});
    model.setQuery({.words = {}, .state = StateFilter::Published});
    QCOMPARE(model.rowCount(), 0);
    model.setQuery({.words = {}, .state = StateFilter::Trouble});
    QCOMPARE(model.rowCount(), 1);
    const QString toolTip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"is gone"_s) && toolTip.contains(u"versions/v0002"_s),
             qPrintable(toolTip));
}

void TestDeskList::wordsAreFoundWithoutCaseAndAccents()
{
    DeskModel model;
    model.setEntries(
        {entry(u"cafe-fire"_s, u"Fire at the Café Únic"_s), entry(u"tarn"_s, u"Dam"_s)});
    model.setQuery({.words = u"unic FIRE"_s});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.entryAt(0).slug, u"cafe-fire"_s);
    model.setQuery({.words = u"unic dam"_s});
    QCOMPARE(model.rowCount(), 0);
}

void TestDeskList::filterTakesOneState()
{
    DeskModel model;
    desk::StoryEntry approved = entry(u"b"_s, {});
    approved.status = story::Status::Approved;
    desk::StoryEntry killed = entry(u"c"_s, {});
    killed.publication = desk::Publication::Killed;
    model.setEntries({entry(u"a"_s, {}), approved, killed});
    model.setQuery({.words = {}, .state = StateFilter::Approved});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.entryAt(0).slug, u"b"_s);
    model.setQuery({.words = {}, .state = StateFilter::Killed});
    QCOMPARE(model.entryAt(0).slug, u"c"_s);
}

void TestDeskList::listFollowsTheFolder()
{
    const QTemporaryDir folder;
    const auto desk = desk::Desk::create(folder.filePath(u"desk"_s), coastDesk());
    QVERIFY(desk);
    QVERIFY(desk->add(storyNamed(u"one"_s), fixedClock(Now)));
    DeskList list;
    list.setDesk(*desk);
    QTRY_COMPARE(list.entries().size(), 1U);
    QVERIFY(desk->add(storyNamed(u"two"_s), fixedClock(Now)));
    QTRY_COMPARE(list.entries().size(), 2U);
}

void TestDeskList::enterAsksToOpen()
{
    const QTemporaryDir folder;
    const auto desk = desk::Desk::create(folder.filePath(u"desk"_s), coastDesk());
    QVERIFY(desk);
    const auto story = desk->add(storyNamed(u"one"_s), fixedClock(Now));
    QVERIFY(story);
    DeskList list;
    list.show();
    list.setDesk(*desk);
    QTRY_COMPARE(list.entries().size(), 1U);
    const QSignalSpy asked(&list, &DeskList::openRequested);
    auto *search = list.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"one"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTest::keyClick(list.findChild<QListView *>(u"stories"_s), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().toString(), *story);
}

void TestDeskList::emptyDeskSaysSo()
{
    const QTemporaryDir folder;
    const auto desk = desk::Desk::create(folder.filePath(u"desk"_s), coastDesk());
    QVERIFY(desk);
    DeskList list;
    list.show();
    list.setDesk(*desk);
    const auto says = [&list](const QString &words) {
        const QList<QLabel *> labels = list.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text() == words;
        });
    };
    QTRY_VERIFY(says(u"No stories"_s));
    QVERIFY(says(u"0 stories"_s));
}

void TestDeskList::storiesAreCountedInWords()
{
    look::installPlurals(*qApp);
    const QTemporaryDir folder;
    const auto desk = desk::Desk::create(folder.filePath(u"desk"_s), coastDesk());
    QVERIFY(desk && desk->add(storyNamed(u"one"_s), fixedClock(Now)));
    DeskList list;
    list.show();
    list.setDesk(*desk);
    const auto count = [&list] {
        QStringList words;
        for (const QLabel *label : list.findChildren<QLabel *>()) {
            words.append(label->text());
        }
        return words;
    };
    QTRY_VERIFY(count().contains(u"1 story"_s));
    QVERIFY(desk->add(storyNamed(u"two"_s), fixedClock(Now)));
    QTRY_VERIFY(count().contains(u"2 stories"_s));
}

QTEST_MAIN(TestDeskList)
#include "tst_desk_list.moc"
