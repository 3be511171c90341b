// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "ui/body/body_editor.h"
#include "ui/fields/story_fields.h"
#include "ui/look/tokens.h"
#include "ui/page/find_bar.h"
#include "ui/page/story_page.h"
#include "ui/session/disk_guard.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::session;
using namespace nutgraf::body;
using namespace nutgraf::fields;
using namespace nutgraf::page;
using namespace Qt::StringLiterals;
using story::Field;

namespace {

const QDateTime Now = QDateTime::fromString(u"2026-05-12T12:00:00Z"_s, Qt::ISODate);

} // namespace

class TestMoreFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void foldedLineSaysWhatIsSet();
    void everyFieldIsWrittenAndUndone();
    void embargoIsTakenWhenLeft();
    void badEmbargoIsSaidAndKeepsTheOldOne();
    void embargoBeingTypedIsSaved();
    void pastEmbargoIsSaid();
    void languageByName();
    void subjectsAreCompletedByName();
    void typingAKeywordIsOneStep();
    void findAndReplaceReadThem();
    void keysLeadThroughThem();

private:
    [[nodiscard]] WordsEdit &field(Field which)
    {
        m_page->focusField(which);
        for (auto *edit : m_page->findChildren<WordsEdit *>()) {
            if (edit->hasFocus()) {
                return *edit;
            }
        }
        qFatal("no such field");
    }
    [[nodiscard]] QToolButton *button(const QString &text)
    {
        for (auto *one : m_page->findChildren<QToolButton *>()) {
            if (one->isVisible() && one->text().startsWith(text)) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString remark()
    {
        const auto *more = m_page->findChild<MoreFields *>();
        for (const auto *label : more->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap()) {
                return label->text();
            }
        }
        return {};
    }
    [[nodiscard]] QColor remarkColour()
    {
        for (const auto *label : m_page->findChild<MoreFields *>()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap()) {
                return label->palette().color(label->foregroundRole());
            }
        }
        return {};
    }
    [[nodiscard]] const story::Story &fields() const
    {
        return m_page->session().fields();
    }
    void leave()
    {
        m_page->body().setFocus();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoryPage> m_page;
};

void TestMoreFields::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"story.md"_s);
    QVERIFY(writeFile(path,
                      "---\nslug: pier\nheadline: Pier shut\nsubjects: [medtop:11000000]\n"
                      "embargo: 2026-05-14T18:00:00Z\n---\n\nThe pier is shut.\n"));
    auto session = std::make_unique<StorySession>(
        SessionServices{fixedClock(Now), randomIds(), u"kl"_s, m_folder->path()});
    session->setDebounce(0);
    QVERIFY(session->disk().open(path));
    m_page = std::make_unique<StoryPage>(std::move(session));
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
}

void TestMoreFields::cleanup()
{
    m_page.reset();
}

void TestMoreFields::foldedLineSaysWhatIsSet()
{
    QVERIFY(button(u"Embargo until 14 May 2026, 18:00"_s) != nullptr);
    m_page->session().setField(Field::Keywords, QStringList{u"ferry"_s, u"pier"_s});
    QVERIFY(button(u"Embargo until 14 May 2026, 18:00 · keywords ferry, pier"_s) != nullptr);
    m_page->session().setField(Field::Keywords, QStringList());
    m_page->session().setField(Field::Embargo, QDateTime());
    QVERIFY(button(u"Embargo"_s) == nullptr);
    button(u"More fields"_s)->click();
    QVERIFY(m_page->findChild<MoreFields *>()->isVisible());
    button(u"Fewer fields"_s)->click();
    QVERIFY(!m_page->findChild<MoreFields *>()->isVisible());
}

void TestMoreFields::everyFieldIsWrittenAndUndone()
{
    const story::Story before = m_page->session().story();
    QTest::keyClicks(&field(Field::EditorsNote), u"Check the date"_s);
    QTest::keyClicks(&field(Field::Notice), u"Full story for subscribers"_s);
    QTest::keyClicks(&field(Field::Keywords), u"pier, ferry"_s);
    QCOMPARE(fields().editorsNote, u"Check the date"_s);
    QCOMPARE(fields().notice, u"Full story for subscribers"_s);
    QCOMPARE(fields().keywords, (QStringList{u"pier"_s, u"ferry"_s}));
    QVERIFY(m_page->session().disk().save());
    while (m_page->session().undoStack().canUndo()) {
        m_page->session().undo();
    }
    QCOMPARE(m_page->session().story(), before);
    QVERIFY(field(Field::EditorsNote).words().isEmpty());
    QVERIFY(field(Field::Keywords).words().isEmpty());
}

void TestMoreFields::embargoIsTakenWhenLeft()
{
    QCOMPARE(field(Field::Embargo).words(), u"14 May 2026, 18:00"_s);
    field(Field::Embargo).setFocus(Qt::TabFocusReason);
    field(Field::Embargo).selectAll();
    QTest::keyClicks(&field(Field::Embargo), u"tomorrow 9:30"_s);
    leave();
    QCOMPARE(fields().embargo->toString(Qt::ISODate), u"2026-05-13T09:30:00Z"_s);
    QCOMPARE(field(Field::Embargo).words(), u"13 May 2026, 09:30"_s);
    m_page->session().undo();
    QCOMPARE(fields().embargo->toString(Qt::ISODate), u"2026-05-14T18:00:00Z"_s);
    QCOMPARE(field(Field::Embargo).words(), u"14 May 2026, 18:00"_s);
    field(Field::Embargo).selectAll();
    QTest::keyClick(&field(Field::Embargo), Qt::Key_Delete);
    leave();
    QVERIFY(!fields().embargo);
}

void TestMoreFields::badEmbargoIsSaidAndKeepsTheOldOne()
{
    field(Field::Embargo).selectAll();
    QTest::keyClicks(&field(Field::Embargo), u"14 May"_s);
    leave();
    QVERIFY(remark().contains(u"the embargo stays 14 May 2026, 18:00"_s));
    QCOMPARE(remarkColour(), look::colours(m_page->palette()).danger);
    QCOMPARE(fields().embargo->toString(Qt::ISODate), u"2026-05-14T18:00:00Z"_s);
    QCOMPARE(field(Field::Embargo).words(), u"14 May"_s);
    QVERIFY(!field(Field::Embargo).accessibleDescription().isEmpty());
    QTest::keyClick(&field(Field::Embargo), Qt::Key_End);
    QTest::keyClicks(&field(Field::Embargo), u" 20:15"_s);
    QVERIFY(remark().isEmpty());
    leave();
    QCOMPARE(fields().embargo->toString(Qt::ISODate), u"2026-05-14T20:15:00Z"_s);
}

void TestMoreFields::embargoBeingTypedIsSaved()
{
    field(Field::Embargo).selectAll();
    QTest::keyClicks(&field(Field::Embargo), u"15 May 2026 7:00"_s);
    QVERIFY(m_page->session().disk().save());
    const QByteArray file = *readFile(m_folder->filePath(u"story.md"_s));
    QVERIFY2(file.contains("2026-05-15T07:00:00Z"), file.constData());
}

void TestMoreFields::pastEmbargoIsSaid()
{
    (void)field(Field::Embargo);
    QVERIFY(remark().isEmpty());
    m_page->session().setField(Field::Embargo, Now.addSecs(-60));
    QVERIFY(remark().contains(u"has ended"_s));
}

void TestMoreFields::languageByName()
{
    QCOMPARE(field(Field::Language).words(), u"English"_s);
    field(Field::Language).selectAll();
    QTest::keyClicks(&field(Field::Language), u"Nonsense"_s);
    leave();
    QCOMPARE(fields().language, u"en"_s);
    QVERIFY(remark().contains(u"the story stays English"_s));
    field(Field::Language).selectAll();
    QTest::keyClicks(&field(Field::Language), u"tr"_s);
    leave();
    QCOMPARE(fields().language, u"tr"_s);
    QCOMPARE(field(Field::Language).words(), u"Turkish"_s);
}

void TestMoreFields::subjectsAreCompletedByName()
{
    WordsEdit &subjects = field(Field::Subjects);
    QCOMPARE(subjects.words(), u"politics and government"_s);
    QTest::keyClick(&subjects, Qt::Key_End);
    QTest::keyClicks(&subjects, u", elec"_s);
    const auto *completer = subjects.findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(subjects.words(), u"politics and government, election"_s);
    QCOMPARE(fields().subjects, (QStringList{u"medtop:11000000"_s, u"medtop:20000574"_s}));
    QVERIFY(!completer->popup()->isVisible());
}

void TestMoreFields::typingAKeywordIsOneStep()
{
    const int before = m_page->session().undoStack().count();
    QTest::keyClicks(&field(Field::Keywords), u"ferry"_s);
    QCOMPARE(m_page->session().undoStack().count(), before + 1);
}

void TestMoreFields::findAndReplaceReadThem()
{
    m_page->session().setField(Field::EditorsNote, u"Ask the harbour"_s);
    m_page->session().setField(Field::Keywords, QStringList{u"harbour"_s, u"ferry"_s});
    m_page->openFind(StoryPage::FindMode::Replace);
    for (auto *line : m_page->findChildren<QLineEdit *>()) {
        line->setText(line->accessibleName() == u"Find"_s ? u"harbour"_s : u"port"_s);
    }
    const auto *bar = m_page->findChild<FindBar *>();
    QTRY_COMPARE(bar->found().size(), 2u);
    QVERIFY(m_page->findChild<MoreFields *>()->isVisible());
    std::vector<StorySession::Replacement> all;
    for (const Found &one : bar->found()) {
        all.push_back({one.field, one.range, u"port"_s});
    }
    m_page->session().replaceAll(all, u"replace all"_s);
    QCOMPARE(fields().editorsNote, u"Ask the port"_s);
    QCOMPARE(fields().keywords, (QStringList{u"port"_s, u"ferry"_s}));
}

void TestMoreFields::keysLeadThroughThem()
{
    WordsEdit *first = &field(Field::Embargo);
    QList<QWidget *> seen{first};
    for (int presses = 0; presses < 8 && !m_page->body().hasFocus(); ++presses) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        seen.append(QApplication::focusWidget());
    }
    const QList<WordsEdit *> edits = m_page->findChild<MoreFields *>()->edits();
    for (qsizetype at = 0; at < edits.size(); ++at) {
        QCOMPARE(seen.at(at), edits.at(at));
        QVERIFY(!edits.at(at)->accessibleName().isEmpty());
        QVERIFY(!edits.at(at)->toolTip().isEmpty());
    }
    QVERIFY(m_page->body().hasFocus());
}

QTEST_MAIN(TestMoreFields)
#include "tst_more_fields.moc"
