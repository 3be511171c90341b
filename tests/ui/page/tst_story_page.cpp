// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "ui/body/body_editor.h"
#include "ui/fields/story_fields.h"
#include "ui/fields/words_edit.h"
#include "ui/page/find_bar.h"
#include "ui/page/notes_pane.h"
#include "ui/page/notice_strip.h"
#include "ui/page/replace_preview.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::session;
using namespace nutgraf::body;
using namespace nutgraf::fields;
using namespace nutgraf::page;
using namespace Qt::StringLiterals;
using story::Field;

class TestStoryPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typingInAFieldChangesTheStory();
    void undoInAFieldIsTheStorys();
    void tabLeadsFromFieldsToBody();
    void everyControlHasAName();
    void findsAsOneTypes();
    void replacesOneThroughCurlyQuotes();
    void previewReplacesWhatIsTicked();
    void notesAreKept();
    void secondPaneOpensAndCloses();
    void foreignChangeShowsAStrip();
    void foldsToTheHeadline();
    void fieldsAndBodyShareALowPane_data();
    void fieldsAndBodyShareALowPane();
    void aFieldOutOfSightIsScrolledTo();

private:
    [[nodiscard]] WordsEdit &field(const QString &name)
    {
        for (auto *edit : m_page->findChildren<WordsEdit *>()) {
            if (edit->accessibleName() == name) {
                return *edit;
            }
        }
        qFatal("no such field");
    }
    [[nodiscard]] QLineEdit &line(const QString &name)
    {
        for (auto *edit : m_page->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name) {
                return *edit;
            }
        }
        qFatal("no such line");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoryPage> m_page;
};

void TestStoryPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"story.md"_s);
    QVERIFY(writeFile(path,
                      "---\nslug: pier\nheadline: Pier shut\n---\n\n"
                      "“It’s shut,” Ada Brandt said.\n\nThe pier’s gate is shut.\n"));
    auto session = std::make_unique<StorySession>(
        SessionServices{systemClock(), randomIds(), u"kl"_s, m_folder->path()});
    session->setDebounce(0);
    QVERIFY(session->disk().open(path));
    m_page = std::make_unique<StoryPage>(std::move(session));
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
}

void TestStoryPage::cleanup()
{
    m_page.reset();
}

void TestStoryPage::typingInAFieldChangesTheStory()
{
    QTest::keyClicks(&field(u"Deck"_s), u"No date yet"_s);
    QCOMPARE(m_page->session().story().deck, u"No date yet"_s);
    QTest::keyClicks(&field(u"Subject"_s), u"ports, quays"_s);
    QCOMPARE(m_page->session().story().subjects, (QStringList{u"ports"_s, u"quays"_s}));
    m_page->focusField(Field::DatelineDate);
    QTest::keyClicks(&field(u"Dateline date"_s), u"12 May 2026"_s);
    QTest::keyClick(&field(u"Dateline date"_s), Qt::Key_Return);
    m_page->body().setFocus();
    QTRY_COMPARE(m_page->session().story().dateline.date, QDate(2026, 5, 12));
}

void TestStoryPage::undoInAFieldIsTheStorys()
{
    QTest::keyClicks(&field(u"Headline"_s), u"x"_s);
    QTest::keyClicks(&m_page->body(), u"y"_s);
    QTest::keyClick(&field(u"Headline"_s), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_page->session().story().body.contains(u'y'));
    QTest::keyClick(&field(u"Headline"_s), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field(u"Headline"_s).words(), u"Pier shut"_s);
    QVERIFY(!m_page->session().isModified());
}

void TestStoryPage::tabLeadsFromFieldsToBody()
{
    m_page->focusField(Field::Slug);
    for (int presses = 0; presses < 20 && !m_page->body().hasFocus(); ++presses) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(m_page->body().hasFocus());
}

void TestStoryPage::everyControlHasAName()
{
    m_page->openFind(StoryPage::FindMode::Replace);
    for (const auto *widget : m_page->findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
            && !widget->objectName().startsWith(u"qt_")) {
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
}

void TestStoryPage::findsAsOneTypes()
{
    m_page->openFind(StoryPage::FindMode::Find);
    line(u"Find"_s).setText(u"shut"_s);
    const auto *bar = m_page->findChild<FindBar *>();
    QTRY_COMPARE(bar->found().size(), 3u);
    QCOMPARE(bar->found().front().field, Field::Headline);
    QCOMPARE(m_page->body().textCursor().selectedText(), u"shut"_s);
    const int first = m_page->body().textCursor().selectionStart();
    QTest::keyClick(&line(u"Find"_s), Qt::Key_Return);
    QVERIFY(m_page->body().textCursor().selectionStart() > first);
    QTest::keyClick(&line(u"Find"_s), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void TestStoryPage::replacesOneThroughCurlyQuotes()
{
    m_page->openFind(StoryPage::FindMode::Replace);
    line(u"Find"_s).setText(u"It's"_s);
    line(u"Replace with"_s).setText(u"It is"_s);
    QTRY_COMPARE(m_page->findChild<FindBar *>()->found().size(), 1u);
    QTest::keyClick(&line(u"Replace with"_s), Qt::Key_Return);
    QVERIFY(m_page->session().story().body.startsWith(u"“It is shut,”"_s));
    m_page->session().undo();
    QVERIFY(m_page->session().story().body.startsWith(u"“It’s shut,”"_s));
}

void TestStoryPage::previewReplacesWhatIsTicked()
{
    const story::Story before = m_page->session().story();
    ReplacePreview preview(before, Finder::make(u"shut"_s, {})->find(before, u"open"_s), nullptr);
    auto *list = preview.findChild<QListWidget *>();
    QCOMPARE(list->count(), 3);
    list->item(1)->setCheckState(Qt::Unchecked);
    std::vector<StorySession::Replacement> chosen;
    for (const Found &one : preview.chosen()) {
        chosen.push_back({one.field, one.range, one.with});
    }
    m_page->session().replaceAll(chosen, u"replace all"_s);
    QCOMPARE(m_page->session().undoStack().count(), 1);
    QCOMPARE(m_page->session().story().headline, u"Pier open"_s);
    QVERIFY(m_page->session().story().body.contains(u"“It’s shut,”"_s));
    QVERIFY(m_page->session().story().body.endsWith(u"gate is open."_s));
    m_page->session().undo();
    QCOMPARE(m_page->session().story(), before);
}

void TestStoryPage::notesAreKept()
{
    m_page->secondPane().showNotes();
    auto *notes = m_page->findChild<NotesPane *>();
    QTest::keyClicks(notes, u"Call Brandt"_s);
    notes->saveNow();
    const QString path = m_folder->filePath(u"notes.md"_s);
    QTRY_COMPARE(readFile(path).value_or(QByteArray()), QByteArray("Call Brandt"));
}

void TestStoryPage::secondPaneOpensAndCloses()
{
    QSignalSpy changed(&m_page->secondPane(), &SecondPane::changed);
    m_page->secondPane().show(u"Other"_s, new QWidget);
    QVERIFY(m_page->secondPane().isOpen());
    m_page->secondPane().close();
    QVERIFY(!m_page->secondPane().isOpen());
    QCOMPARE(changed.size(), 2);
}

void TestStoryPage::foreignChangeShowsAStrip()
{
    QTest::keyClicks(&m_page->body(), u"mine "_s);
    QVERIFY(writeFile(m_folder->filePath(u"story.md"_s), "---\nslug: theirs\n---\n\nTheirs.\n"));
    QTRY_VERIFY(m_page->findChild<NoticeStrip *>() != nullptr);
    const QSignalSpy copy(m_page.get(), &StoryPage::copyRequested);
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Save a copy…"_s) {
            button->click();
        }
    }
    QCOMPARE(copy.size(), 1);
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Reload"_s) {
            button->click();
            break;
        }
    }
    QCOMPARE(m_page->session().story().slug, u"theirs"_s);
    QTRY_VERIFY(m_page->findChild<NoticeStrip *>() == nullptr);
}

void TestStoryPage::foldsToTheHeadline()
{
    m_page->setFieldsFolded(true);
    QVERIFY(field(u"Headline"_s).isVisible());
    QVERIFY(!field(u"Deck"_s).isVisible());
    m_page->focusField(Field::Deck);
    QVERIFY(field(u"Deck"_s).isVisible());
}

void TestStoryPage::fieldsAndBodyShareALowPane_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<bool>("isFolded");
    for (const int height : {700, 300, 200, 160}) {
        QTest::addRow("all, %d", height) << height << false;
        QTest::addRow("folded, %d", height) << height << true;
    }
}

void TestStoryPage::fieldsAndBodyShareALowPane()
{
    QFETCH(const int, height);
    QFETCH(const bool, isFolded);
    m_page->setFieldsFolded(isFolded);
    m_page->resize(600, height);
    QCoreApplication::processEvents();
    const auto seen = [this](const QWidget *widget) {
        return widget->visibleRegion().boundingRect().translated(
            widget->mapTo(m_page.get(), QPoint()));
    };
    const QRect body(m_page->body().mapTo(m_page.get(), QPoint()), m_page->body().size());
    QVERIFY(body.height() >= m_page->body().minimumSizeHint().height());
    const QRect fields = seen(m_page->findChild<StoryFields *>());
    QVERIFY(!fields.isEmpty());
    QVERIFY2(!fields.intersects(body),
             qPrintable(u"%1 and %2"_s.arg(fields.bottom()).arg(body.top())));
}

void TestStoryPage::aFieldOutOfSightIsScrolledTo()
{
    m_page->resize(600, 150);
    QCoreApplication::processEvents();
    QVERIFY(field(u"Byline"_s).visibleRegion().isEmpty());
    m_page->focusField(Field::Byline);
    QVERIFY(!field(u"Byline"_s).visibleRegion().isEmpty());
    m_page->focusField(Field::Slug);
    QVERIFY(!field(u"Slug"_s).visibleRegion().isEmpty());
}

QTEST_MAIN(TestStoryPage)
#include "tst_story_page.moc"
