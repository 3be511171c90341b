// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/desk.h"
#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/fields/words_edit.h"
#include "ui/page/notes_pane.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/publish/publish_dialog.h"
#include "ui/session/disk_guard.h"
#include "ui/session/unit_decisions.h"
#include "ui/window/desk_work.h"
#include "ui/window/main_window.h"
#include "ui/window/new_desk_dialog.h"
#include "ui/window/publish_work.h"
#include "ui/window/story_tabs.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::window;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now = QDateTime::fromString(u"2026-05-12T12:00:00Z"_s, Qt::ISODate);

desk::Settings coastDesk()
{
    desk::Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency.name = u"Test Wire"_s;
    settings.agency.domain = u"test.example"_s;
    return settings;
}

story::Story levy()
{
    story::Story story;
    story.slug = u"ferry-levy"_s;
    story.headline = u"Levy will end, minister says"_s;
    story.body = u"“The levy will end,” Minister Ada Holt said on Tuesday.\n"_s;
    return story;
}

/// A window on a desk of its own, with one story open.
struct Scene {
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    settings::Settings settings{store};
    QString desk = folder.filePath(u"desk"_s);
    QString story;
    std::unique_ptr<MainWindow> window;

    Scene()
    {
        const auto made = desk::Desk::create(desk, coastDesk());
        story = *made->add(levy(), fixedClock(Now));
        window = std::make_unique<MainWindow>(Services{.clock = fixedClock(Now),
                                                       .ids = randomIds(),
                                                       .settings = &settings,
                                                       .dataFolder = folder.filePath(u"data"_s),
                                                       .stateFolder = folder.filePath(u"state"_s),
                                                       .questions = Services::Questions::Never});
        start();
        Q_EMIT window->findChild<desk::DeskList *>()->openRequested(story);
    }
    void start() const
    {
        const QSignalSpy ready(window.get(), &MainWindow::ready);
        window->start({desk});
        window->show();
        QTRY_VERIFY(!ready.isEmpty());
    }
    void waitForAttributions() const
    {
        QTRY_VERIFY(page().session().reading().analysis != nullptr);
        QTRY_VERIFY(!page().session().reading().analysis->attributions.empty());
    }
    [[nodiscard]] page::StoryPage &page() const
    {
        return *window->currentStory();
    }
    [[nodiscard]] QString rename(const QString &slug) const
    {
        DeskWork &work = *window->findChild<DeskWork *>();
        const QSignalSpy renamed(&work, &DeskWork::renamed);
        work.renameTo(story, slug);
        return renamed.isEmpty() ? QString() : renamed.front().at(1).toString();
    }
    /// The journal's files: an entry of a living process is offered to nobody.
    [[nodiscard]] QList<QByteArray> journalled() const
    {
        QList<QByteArray> files;
        const QDir journal(desk + u"/.nutgraf/journal"_s);
        for (const QFileInfo &file : journal.entryInfoList(QDir::Files)) {
            files.append(readFile(file.absoluteFilePath()).value_or(QByteArray()));
        }
        return files;
    }
};

QLineEdit &line(const QWidget &dialog, const QString &name)
{
    for (auto *field : dialog.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name) {
            return *field;
        }
    }
    qFatal("no such field");
}

} // namespace

class TestMovingStories : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void renamedStoryStaysOpenWithItsHistory();
    void decisionsGoOnAtTheNewPlace();
    void journalGoesOnAtTheNewPlace();
    void notesGoAlong();
    void takenNameChangesNothing();
    void bodyFontReachesOpenStories();
    void publishDialogLeadsToAField();
    void newDeskSaysWhatIsMissing_data();
    void newDeskSaysWhatIsMissing();
    void newDeskIsAcceptedByTheDesk();
};

void TestMovingStories::renamedStoryStaysOpenWithItsHistory()
{
    const Scene scene;
    page::StoryPage *page = &scene.page();
    QTest::keyClicks(&page->body(), u"Now. "_s);
    const QString to = scene.rename(u"boat-levy"_s);
    QVERIFY(to.endsWith(u"boat-levy"_s));
    QCOMPARE(&scene.page(), page);
    QCOMPARE(scene.window->tabs().count(), 1);
    QCOMPARE(scene.window->tabs().bar().tabText(0), u"boat-levy"_s);
    QCOMPARE(page->session().storyFolder(), to);
    QCOMPARE(page->session().fields().slug, u"boat-levy"_s);
    QVERIFY(!page->session().isModified());
    QVERIFY(page->session().undoStack().canUndo());
    page->session().undo();
    QVERIFY(!page->session().story().body.contains(u"Now."_s));
    QVERIFY(page->session().disk().save()); // it knows the file as the rename left it
    QVERIFY(readFile(desk::draftPath(to))->contains("slug: boat-levy"));
    QVERIFY(!QFile::exists(scene.story));
}

void TestMovingStories::decisionsGoOnAtTheNewPlace()
{
    const Scene scene;
    session::StorySession &session = scene.page().session();
    scene.waitForAttributions();
    session.decisions().decide(*session.decisions().unit(0), review::Verdict::Confirmed);
    const QString to = scene.rename(u"boat-levy"_s);
    QVERIFY(QFile::exists(to + u"/review.json"_s));
    session.decisions().decide(*session.decisions().unit(0), review::Verdict::NeedsSource);
    session.disk().finishWrites();
    QVERIFY(readFile(to + u"/review.json"_s)->contains("needs"));
    QVERIFY(!QFile::exists(scene.story));
    QCOMPARE(session.decisions().review().decisions.size(), 1u);
}

void TestMovingStories::journalGoesOnAtTheNewPlace()
{
    const Scene scene;
    const QString to = scene.rename(u"boat-levy"_s);
    QTest::keyClicks(&scene.page().body(), u"Typed after it. "_s);
    scene.page().session().disk().finishWrites();
    QCOMPARE(scene.journalled().size(), 1);
    QVERIFY(scene.journalled().front().contains("Typed after it."));
    QVERIFY(scene.journalled().front().contains(desk::draftPath(to).toUtf8()));
    QVERIFY(scene.page().session().disk().save());
    scene.page().session().disk().finishWrites();
    QVERIFY(scene.journalled().isEmpty());
}

void TestMovingStories::notesGoAlong()
{
    const Scene scene;
    scene.page().secondPane().showNotes();
    auto *notes = scene.page().findChild<page::NotesPane *>();
    QTest::keyClicks(notes, u"Call Holt"_s);
    const QString to = scene.rename(u"boat-levy"_s);
    QSignalSpy saved(notes, &page::NotesPane::saved);
    notes->saveNow();
    QVERIFY(saved.wait());
    QCOMPARE(readFile(to + u"/notes.md"_s).value_or(QByteArray()), QByteArray("Call Holt"));
    QVERIFY(!QFile::exists(scene.story));
}

void TestMovingStories::takenNameChangesNothing()
{
    const Scene scene;
    story::Story other = levy();
    other.slug = u"taken"_s;
    QVERIFY(desk::Desk::open(scene.desk)->add(other, fixedClock(Now)));
    QVERIFY(scene.rename(u"taken"_s).isEmpty());
    QCOMPARE(scene.page().session().storyFolder(), scene.story);
    QVERIFY(QFile::exists(desk::draftPath(scene.story)));
}

void TestMovingStories::bodyFontReachesOpenStories()
{
    Scene scene;
    scene.settings.setBodyFont(u"DejaVu Sans"_s);
    QCOMPARE(scene.page().body().font().families().front(), u"DejaVu Sans"_s);
    scene.page().setZoom(2.0);
    QCOMPARE(scene.page().body().font().families().front(), u"DejaVu Sans"_s);
    scene.settings.setBodyFont({});
    QCOMPARE(scene.page().body().font().families().front(), u"Noto Serif"_s);
    QVERIFY(qAbs(scene.page().body().font().pointSizeF() - 24) < 0.1);
}

void TestMovingStories::publishDialogLeadsToAField()
{
    const Scene scene;
    QDialog *dialog = scene.window->publishing().openDialog(scene.page(), {coastDesk().agency, {}},
                                                            PublishWork::Step::Checks);
    QVERIFY(dialog != nullptr);
    auto *publish = qobject_cast<publish::PublishDialog *>(dialog);
    Q_EMIT publish->fieldRequested(story::Field::Byline);
    publish->reject();
    const auto *focused = qobject_cast<const fields::WordsEdit *>(scene.window->focusWidget());
    QVERIFY(focused != nullptr);
    QCOMPARE(focused->accessibleName(), u"Byline"_s);
}

void TestMovingStories::newDeskSaysWhatIsMissing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("agency");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("reason");
    QTest::newRow("name") << u" "_s << u"A"_s << u"a.example"_s << u"/tmp/x"_s << u"needs a name"_s;
    QTest::newRow("agency") << u"N"_s << u""_s << u"a.example"_s << u"/tmp/x"_s << u"agency"_s;
    QTest::newRow("domain") << u"N"_s << u"A"_s << u""_s << u"/tmp/x"_s << u"domain is missing"_s;
    QTest::newRow("bad domain") << u"N"_s << u"A"_s << u"no domain!"_s << u"/tmp/x"_s
                                << u"not a domain"_s;
    QTest::newRow("folder") << u"N"_s << u"A"_s << u"a.example"_s << u"here"_s << u"whole path"_s;
    QTest::newRow("home") << u"N"_s << u"A"_s << u"a.example"_s << QDir::homePath()
                          << u"folder of its own"_s;
}

void TestMovingStories::newDeskSaysWhatIsMissing()
{
    QFETCH(QString, name);
    QFETCH(QString, agency);
    QFETCH(QString, domain);
    QFETCH(QString, folder);
    QFETCH(QString, reason);
    NewDeskDialog dialog;
    line(dialog, u"Name of the desk"_s).setText(name);
    line(dialog, u"Agency"_s).setText(agency);
    line(dialog, u"Internet domain"_s).setText(domain);
    line(dialog, u"Folder"_s).setText(folder);
    const auto *create = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!create->isEnabled());
    bool isSaid = false;
    for (const auto *label : dialog.findChildren<QLabel *>()) {
        isSaid = isSaid || label->text().contains(reason);
    }
    QVERIFY2(isSaid, qPrintable(create->toolTip()));
}

void TestMovingStories::newDeskIsAcceptedByTheDesk()
{
    const QTemporaryDir folder;
    NewDeskDialog dialog;
    line(dialog, u"Name of the desk"_s).setText(u"Coast desk"_s);
    QVERIFY(line(dialog, u"Folder"_s).text().endsWith(u"/coast-desk"_s));
    line(dialog, u"Agency"_s).setText(u"Meridian Wire"_s);
    line(dialog, u"Internet domain"_s).setText(u"meridian.example"_s);
    line(dialog, u"Folder"_s).setText(folder.filePath(u"coast"_s));
    QVERIFY(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(desk::Desk::create(dialog.desk().folder, dialog.desk().settings));
}

QTEST_MAIN(TestMovingStories)
#include "tst_moving_stories.moc"
