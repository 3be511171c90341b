// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sample_reading.h"
#include "analysis/analyser.h"
#include "base/files.h"
#include "format/story_file.h"
#include "story/folders.h"
#include "ui/look/plurals.h"
#include "ui/panels/reason_card.h"
#include "ui/panels/row_view.h"
#include "ui/publish/publish_dialog.h"
#include "ui/session/disk_guard.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using publish::PublishDialog;
using Step = publish::Step;

// What becomes of the web edition is always said, and nothing holds a kill up.

namespace {

const QDateTime Noon = QDateTime::fromString(u"2026-05-12T12:00:00Z"_s, Qt::ISODate);
const QString Unsourced =
    u"“We were promised a seat at that table, and nobody has sent us the address.”\n\n"_s;

/// A story's folder, and sessions on it one after the other.
struct Desk {
    Desk()
    {
        QVERIFY(QDir().mkpath(story.path()));
        agency.name = u"Meridian Wire"_s;
        agency.domain = u"meridian.example"_s;
        text.body.remove(Unsourced);
    }
    ~Desk()
    {
        mayGoOn.release(1000); // whoever failed holds nobody up
    }

    void write() const
    {
        QVERIFY(writeFile(story.draft(), format::encodeStory(text)).has_value());
    }
    /// Opens what lies on disk at `now`.
    session::StorySession &open(const QDateTime &now = Noon)
    {
        session = std::make_unique<session::StorySession>(session::SessionServices{
            .clock = fixedClock(now),
            .ids = randomIds(),
            .initials = u"kl"_s,
            .journalFolder = folder.filePath(u"journal"_s),
            .analyse = [this](const analysis::Snapshot &snapshot, const reading::Cancelled &) {
                mayGoOn.acquire();
                mayGoOn.release();
                return analysis::analyse(snapshot);
            }});
        session->setDebounce(0);
        QTEST_ASSERT(session->disk().open(story.draft()).has_value());
        return *session;
    }
    [[nodiscard]] publish::Manifest newest() const
    {
        const auto all = publish::versions(story.path());
        return all && !all->empty() ? all->back() : publish::Manifest{};
    }

    QTemporaryDir folder;
    story::StoryFolder story{folder.filePath(u"2026-05-12-harbour-levy"_s)};
    story::Story text = sample::story();
    story::Agency agency;
    QSemaphore mayGoOn{1000};
    std::unique_ptr<session::StorySession> session;
};

template <class T>
T *saying(const QWidget &in, const QString &words)
{
    for (T *widget : in.findChildren<T *>()) {
        if (widget->isVisible() && widget->text().remove(u'&') == words) {
            return widget;
        }
    }
    return nullptr;
}

QPushButton *filled(const PublishDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault() && button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

/// From the step shown to the last one, and publishes.
void goOn(PublishDialog &dialog)
{
    const QSignalSpy published(&dialog, &PublishDialog::published);
    for (int i = 0; i < 4 && dialog.step() != Step::Publish; ++i) {
        QVERIFY2(filled(dialog)->isEnabled(), qPrintable(filled(dialog)->text()));
        filled(dialog)->click();
    }
    QVERIFY(filled(dialog)->isEnabled());
    filled(dialog)->click();
    QTRY_COMPARE(published.size(), 1);
}

/// What the last page says when all is done.
QString outcome(const PublishDialog &dialog)
{
    for (const auto *card : dialog.findChildren<panels::ReasonCard *>()) {
        if (card->isVisible()) {
            return card->title() + u'\n' + card->reasons();
        }
    }
    return {};
}

QString publishOnce(Desk &desk, bool isOnWeb = true, const QDateTime &now = Noon)
{
    PublishDialog dialog(desk.open(now), desk.agency, Step::WebEdition);
    dialog.show();
    [&] {
        QTRY_VERIFY(dialog.isReady());
    }();
    saying<QCheckBox>(dialog, u"Publish a web edition"_s)->setChecked(isOnWeb);
    dialog.findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(u"What is new."_s);
    goOn(dialog);
    return outcome(dialog);
}

void fillKill(const PublishDialog &dialog)
{
    QCOMPARE(dialog.step(), Step::KindAndNote);
    QVERIFY(!filled(dialog)->isEnabled()); // a reason and the slug, always
    dialog.findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(u"The speech was never given."_s);
    for (QLineEdit *field : dialog.findChildren<QLineEdit *>()) {
        if (field->isVisible()) {
            QTest::keyClicks(field, u"harbour-levy"_s);
        }
    }
}

/// A story that went out once, with its web edition.
void publishFirst(Desk &desk)
{
    desk.write();
    publishOnce(desk);
    QCOMPARE(desk.newest().version, 1);
}

} // namespace

class TestKillAndEmbargo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() const;
    void anEmbargoHoldsTheWebEditionBackAndSaysSo() const;
    void afterTheEmbargoTheWebEditionIsProposedAgain() const;
    void whatIsKeptOffTheWebStaysOff() const;
    void aKillPassesTheChecks() const;
    void aKillWaitsForNoReading() const;
    void aBrokenDraftHoldsNoKillUp_data() const;
    void aBrokenDraftHoldsNoKillUp() const;
    void unsavedTextHoldsNoKillUp() const;
    void whatNeverWentOutCannotBeKilled() const;
};

void TestKillAndEmbargo::initTestCase() const
{
    QTest::setThrowOnFail(true);
    look::installPlurals(*qApp);
    QVERIFY(analysis::installedTagger().has_value());
}

void TestKillAndEmbargo::anEmbargoHoldsTheWebEditionBackAndSaysSo() const
{
    Desk desk;
    desk.text.embargo = Noon.addSecs(3600);
    desk.write();
    const QString said = publishOnce(desk);
    QVERIFY2(said.contains(u"No web edition went out: the embargo runs until"_s), qPrintable(said));
    QVERIFY2(said.contains(u"propose it again"_s), qPrintable(said));
    QCOMPARE(desk.newest().editions, QStringList{u"wire"_s});
}

void TestKillAndEmbargo::afterTheEmbargoTheWebEditionIsProposedAgain() const
{
    Desk desk;
    desk.text.embargo = Noon.addSecs(3600);
    desk.write();
    publishOnce(desk);
    PublishDialog dialog(desk.open(Noon.addSecs(7200)), desk.agency, Step::WebEdition);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(saying<QCheckBox>(dialog, u"Publish a web edition"_s)->isChecked());
    dialog.findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(u"On the web, too."_s);
    goOn(dialog);
    QCOMPARE(desk.newest().editions, (QStringList{u"wire"_s, u"web"_s}));
    QVERIFY2(outcome(dialog).contains(u"The web edition is out: "_s), qPrintable(outcome(dialog)));
}

void TestKillAndEmbargo::whatIsKeptOffTheWebStaysOff() const
{
    Desk desk;
    desk.write();
    const QString said = publishOnce(desk, false);
    QVERIFY2(said.contains(u"No web edition went out, as chosen."_s), qPrintable(said));
    PublishDialog dialog(desk.open(), desk.agency, Step::WebEdition);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!saying<QCheckBox>(dialog, u"Publish a web edition"_s)->isChecked());
}

void TestKillAndEmbargo::aKillPassesTheChecks() const
{
    Desk desk;
    publishFirst(desk);
    desk.text = sample::story(); // with a quote that nobody is named for
    desk.write();
    PublishDialog dialog(desk.open(), desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!filled(dialog)->isEnabled()); // an update is held up
    saying<QPushButton>(dialog, u"Kill the story…"_s)->click();
    fillKill(dialog);
    dialog.setStep(Step::Checks);
    QVERIFY(filled(dialog)->isEnabled());
    goOn(dialog);
    QCOMPARE(desk.newest().kind, format::PublicationKind::Kill);
    QVERIFY2(outcome(dialog).contains(u"Wire and web edition are withdrawn."_s),
             qPrintable(outcome(dialog)));
}

void TestKillAndEmbargo::aKillWaitsForNoReading() const
{
    Desk desk;
    publishFirst(desk);
    desk.mayGoOn.acquire(1000);
    PublishDialog dialog(desk.open(), desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(saying<QPushButton>(dialog, u"Kill the story…"_s) != nullptr);
    QVERIFY(!dialog.isReady()); // the analysis stands still
    saying<QPushButton>(dialog, u"Kill the story…"_s)->click();
    QTRY_VERIFY(dialog.isReady());
    fillKill(dialog);
    goOn(dialog);
    QCOMPARE(desk.newest().kind, format::PublicationKind::Kill);
}

void TestKillAndEmbargo::aBrokenDraftHoldsNoKillUp_data() const
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("header without an end") << u"story.md"_s << QByteArray("---\nheadline: x\n");
    QTest::addRow("no UTF-8") << u"story.md"_s << QByteArray("\xff\xfe\xff");
    QTest::addRow("decisions that are no JSON") << u"review.json"_s << QByteArray("{");
}

void TestKillAndEmbargo::aBrokenDraftHoldsNoKillUp() const
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, bytes);
    Desk desk;
    publishFirst(desk);
    QVERIFY(writeFile(QDir(desk.story.path()).filePath(file), bytes).has_value());
    PublishDialog dialog(desk.open(), desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(saying<QPushButton>(dialog, u"Kill the story…"_s) != nullptr);
    saying<QPushButton>(dialog, u"Kill the story…"_s)->click();
    QTRY_VERIFY(dialog.isReady());
    for (const Step step : {Step::Checks, Step::WebEdition, Step::Preview, Step::KindAndNote}) {
        dialog.setStep(step);
        QVERIFY(!dialog.grab().isNull());
    }
    fillKill(dialog);
    goOn(dialog);
    QCOMPARE(desk.newest().kind, format::PublicationKind::Kill);
    QVERIFY(publish::verify(desk.story.path()).empty());
}

void TestKillAndEmbargo::unsavedTextHoldsNoKillUp() const
{
    Desk desk;
    publishFirst(desk);
    session::StorySession &session = desk.open();
    const QByteArray before = *readFile(desk.story.draft());
    session.setField(story::Field::Deck, u"Typed, not saved."_s);
    QVERIFY(session.isModified());
    PublishDialog dialog(session, desk.agency, Step::Checks);
    dialog.killInstead();
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    fillKill(dialog);
    session.setField(story::Field::Deck, u"Typed meanwhile."_s);
    QVERIFY(dialog.isReady());
    goOn(dialog);
    QCOMPARE(desk.newest().kind, format::PublicationKind::Kill);
    QCOMPARE(*readFile(desk.story.draft()), before);
    session.disk().discardChanges();
}

void TestKillAndEmbargo::whatNeverWentOutCannotBeKilled() const
{
    Desk desk;
    desk.write();
    PublishDialog dialog(desk.open(), desk.agency, Step::Checks);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(saying<QPushButton>(dialog, u"Kill the story…"_s), nullptr);
    dialog.killInstead();
    QTRY_VERIFY(outcome(dialog).contains(u"never published"_s));
    QVERIFY(!dialog.isReady());
}

QTEST_MAIN(TestKillAndEmbargo)
#include "tst_kill_and_embargo.moc"
