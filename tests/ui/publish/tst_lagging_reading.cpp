// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sample_reading.h"
#include "analysis/analyser.h"
#include "base/files.h"
#include "format/story_file.h"
#include "publish/publish.h"
#include "ui/body/body_editor.h"
#include "ui/publish/publish_dialog.h"
#include "ui/session/disk_guard.h"

#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using publish::PublishDialog;
using Step = publish::Step;

// Publishing while the analysis lags behind the text, and while the story changes elsewhere.

namespace {

const QString Unsourced = u"“Nobody has told us who would pay for the boats.”"_s;

/// An analysis that stands still while the test holds it.
struct SlowAnalysis {
    QSemaphore mayGoOn{1000};

    reading::Analyse function()
    {
        return [this](const analysis::Snapshot &snapshot, const reading::Cancelled &) {
            mayGoOn.acquire();
            mayGoOn.release();
            return analysis::analyse(snapshot);
        };
    }
    void hold()
    {
        mayGoOn.acquire(1000);
    }
    void letGo()
    {
        mayGoOn.release(1000);
    }
};

/// A story without a blocking finding, open, read and saved.
struct Desk {
    Desk()
    {
        const QString folderPath = folder.filePath(u"2026-05-12-harbour-levy"_s);
        QDir().mkpath(folderPath);
        path = folderPath + u"/story.md"_s;
        story::Story clean = sample::story();
        clean.body.remove(
            u"“We were promised a seat at that table, and nobody has sent us the address.”\n\n"_s);
        QVERIFY(writeFile(path, format::encodeStory(clean)).has_value());
        agency.name = u"Meridian Wire"_s;
        agency.domain = u"meridian.example"_s;
        session.setDebounce(0);
        QVERIFY(session.disk().open(path).has_value());
        session.attachBody(&editor);
        QTRY_VERIFY(session.reading().analysis != nullptr && session.isIdle());
    }
    ~Desk()
    {
        analysis.letGo(); // whoever failed holds nobody up
    }

    /// A writer types at the end of the body.
    void type(const QString &words)
    {
        QTextCursor cursor(editor.document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u"\n\n"_s + words);
    }
    [[nodiscard]] size_t versions() const
    {
        return publish::versions(session.storyFolder()).value().size();
    }

    QTemporaryDir folder;
    QString path;
    story::Agency agency;
    SlowAnalysis analysis;
    body::BodyEditor editor;
    session::StorySession session{
        {.clock = fixedClock(QDateTime::fromString(u"2026-05-12T12:31:00Z"_s, Qt::ISODate)),
         .ids = randomIds(),
         .initials = u"kl"_s,
         .journalFolder = folder.filePath(u"journal"_s),
         .analyse = analysis.function()}};
};

QPushButton *defaultButton(const PublishDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault() && button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

QPushButton *readAgain(const PublishDialog &dialog)
{
    return dialog.findChild<QPushButton *>(u"readAgain"_s);
}

/// Clicks through to the last step, and there.
void publishFrom(PublishDialog &dialog)
{
    for (int i = 0; i < 5 && dialog.step() != Step::Publish; ++i) {
        QVERIFY(defaultButton(dialog)->isEnabled());
        defaultButton(dialog)->click();
    }
    QVERIFY(defaultButton(dialog)->isEnabled());
    defaultButton(dialog)->click();
}

} // namespace

class TestLaggingReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() const;
    void waitsForTheReading() const;
    void aQuoteTypedJustBeforeIsJudged() const;
    void aStoryJustOpenedHasItsGateShut() const;
    void typingTakesTheStepsAway() const;
    void keepsTheNoteWhenReadAgain() const;
    void aFileChangedMeanwhileIsNotPublished() const;
    void decisionsChangedMeanwhileAreNotPublished() const;
    void aFileChangedBeforeIsRefused() const;
    void canBeCancelledWhileReading() const;
};

/// No test need wait for the model.
void TestLaggingReading::initTestCase() const
{
    QVERIFY(analysis::installedTagger().has_value());
}

void TestLaggingReading::waitsForTheReading() const
{
    Desk desk;
    desk.analysis.hold();
    desk.type(u"The ferries leave every hour."_s);
    QVERIFY(desk.session.disk().save());
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(!desk.session.isIdle());
    QVERIFY(!dialog.isReady());
    QVERIFY(dialog.findChild<QProgressBar *>()->isVisible());
    QVERIFY(defaultButton(dialog) == nullptr);
    desk.analysis.letGo();
    QTRY_VERIFY(dialog.isReady());
    publishFrom(dialog);
    QTRY_COMPARE(desk.versions(), 1U);
}

/// Typed, saved and published at once: the reading of before knows nothing of the quote.
void TestLaggingReading::aQuoteTypedJustBeforeIsJudged() const
{
    Desk desk;
    desk.analysis.hold();
    desk.type(Unsourced);
    QVERIFY(desk.session.disk().save());
    QVERIFY(std::ranges::none_of(desk.session.reading().findings, [](const auto &finding) {
        return finding.level == review::FindingLevel::Blocks;
    }));
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    dialog.show();
    QVERIFY(!dialog.isReady());
    desk.analysis.letGo();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!defaultButton(dialog)->isEnabled());
    dialog.setStep(Step::Publish);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    defaultButton(dialog)->click();
    QCOMPARE(desk.versions(), 0U);
}

void TestLaggingReading::aStoryJustOpenedHasItsGateShut() const
{
    Desk desk;
    desk.analysis.hold();
    session::StorySession fresh({.clock = systemClock(),
                                 .ids = randomIds(),
                                 .initials = {},
                                 .journalFolder = {},
                                 .analyse = desk.analysis.function()});
    fresh.setDebounce(0);
    QVERIFY(fresh.disk().open(desk.path).has_value());
    PublishDialog dialog(fresh, desk.agency, Step::Publish);
    dialog.show();
    QTRY_VERIFY(!fresh.isIdle());
    QVERIFY(!dialog.isReady());
    QVERIFY(defaultButton(dialog) == nullptr);
    desk.analysis.letGo();
    QTRY_VERIFY(dialog.isReady());
}

void TestLaggingReading::typingTakesTheStepsAway() const
{
    Desk desk;
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    dialog.setStep(Step::Publish);
    desk.type(Unsourced);
    QVERIFY(!dialog.isReady());
    QVERIFY(readAgain(dialog)->isVisible());
    readAgain(dialog)->click();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!desk.session.isModified()); // saved, to be read
    QVERIFY(!defaultButton(dialog)->isEnabled()); // and its quote has no source
    QCOMPARE(desk.versions(), 0U);
}

void TestLaggingReading::keepsTheNoteWhenReadAgain() const
{
    Desk desk;
    PublishDialog dialog(desk.session, desk.agency, Step::KindAndNote);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    const auto note = [&dialog] {
        return dialog.findChild<QPlainTextEdit *>(u"note"_s);
    };
    note()->setPlainText(u"Pictures follow."_s);
    desk.type(u"The ferries leave every hour."_s);
    QVERIFY(!dialog.isReady());
    readAgain(dialog)->click();
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.step(), Step::KindAndNote);
    QTRY_COMPARE(note()->toPlainText(), u"Pictures follow."_s);
}

void TestLaggingReading::aFileChangedMeanwhileIsNotPublished() const
{
    Desk desk;
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    story::Story other = desk.session.story();
    other.body += u"\n\n"_s + Unsourced;
    // Written over in place, as by another computer: no signal need have come.
    const QSignalBlocker quiet(desk.session);
    QVERIFY(writeFile(desk.path, format::encodeStory(other)));
    publishFrom(dialog);
    QTRY_VERIFY(!dialog.isReady());
    QVERIFY(readAgain(dialog)->isVisible());
    QCOMPARE(desk.versions(), 0U);
}

void TestLaggingReading::decisionsChangedMeanwhileAreNotPublished() const
{
    Desk desk;
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    const session::Reading &reading = desk.session.reading();
    const review::Review decided = review::decide({}, *reading.analysis, reading.snapshot->text, 0,
                                                  {.verdict = review::Verdict::NeedsSource,
                                                   .by = u"x"_s,
                                                   .at = desk.session.services().clock(),
                                                   .id = u"1"_s});
    QVERIFY(
        writeFile(desk.session.storyFolder() + u"/review.json"_s, review::writeReview(decided)));
    publishFrom(dialog);
    QTRY_VERIFY(!dialog.isReady());
    QCOMPARE(desk.versions(), 0U);
}

void TestLaggingReading::aFileChangedBeforeIsRefused() const
{
    Desk desk;
    story::Story other = desk.session.story();
    other.body += u"\n\n"_s + Unsourced;
    const QSignalBlocker quiet(desk.session);
    QVERIFY(writeFile(desk.path, format::encodeStory(other)));
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(readAgain(dialog)->isVisible());
    QVERIFY(!dialog.isReady());
}

void TestLaggingReading::canBeCancelledWhileReading() const
{
    Desk desk;
    desk.analysis.hold();
    desk.type(Unsourced);
    QVERIFY(desk.session.disk().save());
    PublishDialog dialog(desk.session, desk.agency, Step::Checks);
    const QSignalSpy closed(&dialog, &QDialog::rejected);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    desk.analysis.letGo();
    QTRY_VERIFY(desk.session.isIdle());
    QCOMPARE(desk.versions(), 0U);
}

QTEST_MAIN(TestLaggingReading)
#include "tst_lagging_reading.moc"
