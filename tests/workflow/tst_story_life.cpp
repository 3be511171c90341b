// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signing/keys.h"
#include "scene.h"

#include "desk/desk.h"
#include "publish/publish.h"
#include "signing/signers.h"
#include "story/folders.h"
#include "ui/compare/compare_rows.h"
#include "ui/compare/compare_view.h"
#include "ui/panels/side_panel.h"
#include "ui/publish/publish_dialog.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTextEdit>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using publish::PublishDialog;
using review::UnitState;
using window::Command;

namespace {

const QString Body = u"“The ferry will sail from June,” Harbour Minister Ada Holt told reporters "
                     u"in Port Lorne on Tuesday. “It will sail every hour.”\n\n"
                     u"Engineer Bo Varga said the quay was ready. He measured it twice.\n\n"
                     u"The town has waited nine years for a boat of its own.\n"_s;

/// A desk on which the story above was typed and read.
struct Written {
    Written()
    {
        scene.newStory(u"Ferry will sail from June, minister says"_s);
        scene.page().focusField(story::Field::Byline);
        type(QApplication::focusWidget(), u"Kim Lahti"_s);
        scene.page().focusField(story::Field::DatelinePlace);
        type(QApplication::focusWidget(), u"PORT LORNE"_s);
        type(&scene.body(), Body);
        QTRY_VERIFY(unitCount() >= 3);
        scene.waitForReading();
    }

    panels::RowView &attributions() const
    {
        return *named<panels::RowView>(scene.window(), u"Attributions"_s);
    }
    const session::Reading &reading() const
    {
        return scene.page().session().reading();
    }
    qsizetype unitCount() const
    {
        const auto &analysis = reading().analysis;
        return analysis ? static_cast<qsizetype>(analysis->attributions.size()) : 0;
    }
    UnitState stateOf(int unit) const
    {
        return reading().bound.units.at(static_cast<std::size_t>(unit)).state;
    }
    int firstInBody() const
    {
        int unit = 0;
        while (reading()
                   .analysis->attributions.at(static_cast<std::size_t>(unit))
                   .content.front()
                   .begin
               < reading().bodyBegin) {
            ++unit;
        }
        return unit;
    }
    QModelIndex rowOf(int unit) const
    {
        return attributions().rows().find(panels::RowKind::Unit, unit);
    }
    PublishDialog &openDialog(Command command) const
    {
        scene.action(command)->trigger();
        PublishDialog &dialog = *scene.window().findChild<PublishDialog *>();
        [&dialog] {
            QTRY_VERIFY(dialog.isReady());
        }();
        return dialog;
    }
    QString folder() const
    {
        return scene.page().session().storyFolder();
    }

    Scene scene;
};

QPushButton *defaultButton(const QWidget &dialog)
{
    const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, &QPushButton::isDefault);
    return found == buttons.end() ? nullptr : *found;
}

/// Presses the filled button until the dialog is at the last step and has published.
void publishAll(PublishDialog &dialog)
{
    const QSignalSpy published(&dialog, &PublishDialog::published);
    for (int i = 0; i < 5 && dialog.step() != PublishDialog::Step::Publish; ++i) {
        QVERIFY(defaultButton(dialog)->isEnabled());
        defaultButton(dialog)->click();
    }
    defaultButton(dialog)->click();
    QTRY_COMPARE(published.size(), 1);
    defaultButton(dialog)->click(); // Close
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
}

void chooseCorrection(PublishDialog &dialog, const QString &note)
{
    defaultButton(dialog)->click();
    defaultButton(dialog)->click();
    QCOMPARE(dialog.step(), PublishDialog::Step::KindAndNote);
    qobject_cast<QRadioButton *>(buttonSaying(dialog, u"Correction"_s))->click();
    QVERIFY(!defaultButton(dialog)->isEnabled()); // a correction says what was wrong
    type(dialog.findChild<QPlainTextEdit *>(u"note"_s), note);
    QVERIFY(defaultButton(dialog)->isEnabled());
}

} // namespace

class TestStoryLife : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void panelFollowsWhatIsTyped() const;
    void clickInThePanelLandsOnTheText() const;
    void oneKeyConfirmsAndOneFlags() const;
    void summaryTakesWhatIsPicked() const;
    void publishedCorrectedAndCompared() const;
    void publishedWithTheUsersKey() const;
    void findingWithoutAPlaceLeadsToItsField() const;
};

void TestStoryLife::panelFollowsWhatIsTyped() const
{
    const Written w;
    const auto &speakers = w.reading().analysis->speakers;
    const auto knows = [&](const QString &name) {
        return std::ranges::any_of(
            speakers, [&](const analysis::Speaker &one) { return one.name.contains(name); });
    };
    QVERIFY(knows(u"Ada Holt"_s) && knows(u"Bo Varga"_s));
    const int rows = w.attributions().rows().rowCount();
    QVERIFY(rows >= 2); // a heading for each speaker
    const qsizetype before = w.unitCount();
    w.scene.body().moveCursor(QTextCursor::End);
    type(&w.scene.body(), u"\n“I will be on it,” Mayor Cleo Drum said.\n"_s);
    QTRY_COMPARE(w.unitCount(), before + 1);
    QTRY_COMPARE(w.attributions().rows().rowCount(), rows + 1);
    while (w.unitCount() > before && w.scene.action(Command::Undo)->isEnabled()) {
        w.scene.action(Command::Undo)->trigger();
        w.scene.waitForReading();
    }
    QTRY_COMPARE(w.attributions().rows().rowCount(), rows);
}

void TestStoryLife::clickInThePanelLandsOnTheText() const
{
    const Written w;
    panels::RowView &list = w.attributions();
    for (int unit = 0; unit < w.unitCount(); ++unit) {
        const QModelIndex row = w.rowOf(unit);
        list.scrollTo(row);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middleOf(list, row));
        const TextRange said =
            w.reading().analysis->attributions.at(static_cast<std::size_t>(unit)).content.front();
        const bool isInBody = said.begin >= w.reading().bodyBegin;
        const auto *edit =
            named<QPlainTextEdit>(w.scene.page(), isInBody ? u"Body"_s : u"Headline"_s);
        QVERIFY(edit->textCursor().selectedText().startsWith(
            said.in(w.reading().snapshot->text).toString()));
        QCOMPARE(edit->textCursor().selectionStart(),
                 said.begin - (isInBody ? w.reading().bodyBegin : 0));
    }
}

void TestStoryLife::oneKeyConfirmsAndOneFlags() const
{
    const Written w;
    panels::RowView &list = w.attributions();
    list.setFocus();
    const int unit = w.firstInBody();
    list.makeCurrent(w.rowOf(unit));
    QTest::keyClick(&list, Qt::Key_C);
    QTRY_COMPARE(w.stateOf(unit), UnitState::Confirmed);
    const int next = list.currentRow()->id;
    QVERIFY(next != unit); // each decision goes to the next open unit
    QTest::keyClick(&list, Qt::Key_S);
    QTRY_COMPARE(w.stateOf(next), UnitState::NeedsSource);
    const QList<QWidget *> cells = w.scene.window().statusBar()->findChildren<QWidget *>();
    QTRY_VERIFY(std::ranges::any_of(cells, [](const QWidget *cell) {
        return cell->accessibleName().contains(u"1 confirmed"_s);
    }));
    QTRY_VERIFY(QFile::exists(w.folder() + u"/review.json"_s));
    w.scene.body().moveCursor(QTextCursor::Start); // other words: confirmed no more
    w.scene.body().moveCursor(QTextCursor::NextWord);
    QTest::keyClick(&w.scene.body(), Qt::Key_Delete);
    QTRY_VERIFY(w.stateOf(unit) != UnitState::Confirmed);
}

void TestStoryLife::summaryTakesWhatIsPicked() const
{
    const Written w;
    PublishDialog &dialog = w.openDialog(Command::Summarize);
    QCOMPARE(dialog.step(), PublishDialog::Step::WebEdition);
    auto *list = named<QListView>(dialog, u"Sentences of the story"_s);
    auto *shown = named<QTextEdit>(dialog, u"What the website shows"_s);
    const auto pick = [&](int row) {
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Space);
    };
    int last = list->model()->rowCount() - 1;
    const QString sentence = u"waited nine years"_s;
    const bool was = shown->toPlainText().contains(sentence);
    pick(last);
    QCOMPARE(shown->toPlainText().contains(sentence), !was);
    pick(last);
    QCOMPARE(shown->toPlainText().contains(sentence), was);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
}

void TestStoryLife::publishedCorrectedAndCompared() const
{
    const Written w;
    publishAll(w.openDialog(Command::Publish));
    QTextCursor caret = w.scene.body().document()->find(u"June"_s);
    caret.insertText(u"July"_s);
    w.scene.waitForReading();
    PublishDialog &dialog = w.openDialog(Command::Publish);
    chooseCorrection(dialog, u"Corrects the month: July, not June."_s);
    publishAll(dialog);
    const auto versions = publish::versions(w.folder());
    QCOMPARE(versions->size(), 2U);
    QCOMPARE(versions->back().corrects, 1);
    QVERIFY(publish::verify(w.folder()).empty());

    page::StoryPage *page = &w.scene.page();
    w.scene.action(Command::Versions)->trigger();
    auto *list = named<panels::RowView>(w.scene.window(), u"Versions"_s);
    QTRY_VERIFY(list->rows().find(panels::RowKind::Version, 2).isValid());
    list->makeCurrent(list->rows().find(panels::RowKind::Version, 2));
    buttonSaying(w.scene.window(), u"Compare"_s)->click();
    const auto shown = [&w] {
        return qobject_cast<compare::CompareView *>(w.scene.window().tabs().current());
    };
    QTRY_VERIFY(shown() != nullptr);
    const compare::CompareView *view = shown();
    const auto *rows = view->findChild<compare::CompareRows *>();
    QCOMPARE(rows->changedParagraphs(), 1);
    const auto *pair = rows->pair(rows->nextChange(-1, 1));
    QCOMPARE(pair->removed.front().in(pair->before), u"June"_s);
    QCOMPARE(pair->inserted.front().in(pair->after), u"July"_s);
    // The panel still tells of the story, and leads back to it.
    QVERIFY(list->rows().find(panels::RowKind::Version, 1).isValid());
    Q_EMIT w.scene.window().findChild<panels::SidePanel *>()->revealRequested({0, 1});
    QCOMPARE(w.scene.window().currentStory(), page);
}

/// The key that is set once signs what goes out; without one it goes out unsigned, as ever.
void TestStoryLife::publishedWithTheUsersKey() const
{
    Written w;
    publishAll(w.openDialog(Command::Publish));
    QVERIFY(publish::versions(w.folder())->back().signer.isEmpty());
    const QString key = signing::sample::makeKey(w.scene.file(u"key"_s));
    const signing::PublicKey known = signing::readKey(key)->pub;
    const story::DeskFolder desk(*desk::Desk::findAround(w.folder()));
    QVERIFY(signing::addSigner(desk.allowedSigners(), u"kl"_s, known));
    w.scene.settings().setSigningKey(key);
    w.scene.body().insertPlainText(u"More. "_s);
    w.scene.waitForReading();
    PublishDialog &dialog = w.openDialog(Command::Publish);
    chooseCorrection(dialog, u"Says more."_s);
    publishAll(dialog);
    const publish::Manifest signedOne = publish::versions(w.folder())->back();
    QCOMPARE(signedOne.version, 2);
    QCOMPARE(signedOne.signer, known.fingerprint());
}

void TestStoryLife::findingWithoutAPlaceLeadsToItsField() const
{
    const Written w;
    w.scene.page().session().setField(story::Field::Slug, QString());
    w.scene.waitForReading();
    PublishDialog &dialog = w.openDialog(Command::Publish);
    auto *findings = named<panels::RowView>(dialog, u"Findings"_s);
    QVERIFY(findings != nullptr);
    const panels::RowModel &rows = findings->rows();
    QModelIndex row = rows.index(0, 0);
    while (row.isValid() && !row.data().toString().contains(u"slug"_s, Qt::CaseInsensitive)) {
        row = rows.next(row);
    }
    QVERIFY(row.isValid());
    findings->setCurrentIndex(row);
    QTest::keyClick(findings, Qt::Key_Return);
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    w.scene.window().activateWindow(); // no window manager does it here
    const auto focus = [] {
        return qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    };
    QTRY_VERIFY(focus() != nullptr);
    QCOMPARE(focus()->accessibleName(), u"Slug"_s);
}

QTEST_MAIN(TestStoryLife)
#include "tst_story_life.moc"
