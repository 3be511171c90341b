// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sample_reading.h"
#include "base/files.h"
#include "format/story_file.h"
#include "ui/look/plurals.h"
#include "ui/look/tokens.h"
#include "ui/panels/row_view.h"
#include "ui/panels/side_panel.h"
#include "ui/panels/version_section.h"
#include "ui/publish/publish_dialog.h"
#include "ui/session/disk_guard.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using publish::PublishDialog;
using Step = publish::PublishDialog::Step;

namespace {

/// A story on disk, open in a session that is done reading it.
struct Fixture {
    Fixture()
    {
        const QString story = folder.filePath(u"2026-05-12-harbour-levy"_s);
        QDir().mkpath(story);
        path = story + u"/story.md"_s;
        story::Story clean = sample::story();
        clean.body.remove(
            u"“We were promised a seat at that table, and nobody has sent us the address.”\n\n"_s);
        write(clean);
        agency.name = u"Meridian Wire"_s;
        agency.domain = u"meridian.example"_s;
        agency.wireSystem = u"Meridian Direct"_s;
    }

    void write(const story::Story &story)
    {
        QVERIFY(writeFile(path, format::encodeStory(story)).has_value());
        session = std::make_unique<session::StorySession>(session::SessionServices{
            .clock = fixedClock(QDateTime::fromString(u"2026-05-12T12:31:00Z"_s, Qt::ISODate)),
            .ids = randomIds(),
            .initials = u"kl"_s,
            .journalFolder = folder.filePath(u"journal"_s)});
        session->setDebounce(0);
        QVERIFY(session->disk().open(path).has_value());
        QTRY_VERIFY(session->reading().analysis != nullptr && session->isIdle());
    }

    QTemporaryDir folder;
    QString path;
    story::Agency agency;
    std::unique_ptr<session::StorySession> session;
};

QPushButton *defaultButton(const PublishDialog &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault()) {
            return button;
        }
    }
    return nullptr;
}

/// Goes from the first step to the last and publishes.
void walk(PublishDialog &dialog)
{
    dialog.show();
    if (auto *anyway = dialog.findChild<QCheckBox *>(); anyway->isVisible()) {
        anyway->click();
        for (QLineEdit *field : dialog.findChildren<QLineEdit *>()) {
            if (field->isVisible()) {
                field->setText(u"Seen by the desk."_s);
            }
        }
    }
    for (int i = 0; i < 4 && dialog.step() != Step::Publish; ++i) {
        QPushButton *next = defaultButton(dialog);
        QVERIFY2(next->isEnabled(), qPrintable(next->text()));
        next->click();
    }
    const QSignalSpy published(&dialog, &PublishDialog::published);
    QVERIFY(defaultButton(dialog)->isEnabled());
    defaultButton(dialog)->click();
    QTRY_COMPARE(published.size(), 1);
}

} // namespace

class TestPublishDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishesAFirstVersion() const;
    void publishesACorrectionAndComparesIt() const;
    void aCorrectionNeedsANote() const;
    void aKillNeedsTheSlug() const;
    void pickingASentenceChangesTheWebEdition() const;
    void aTooLongWebEditionGetsNoTick() const;
    void stepsSayOneAndMany() const;
    void aPickedSentenceIsNotDescribedAsIfItMightBe() const;
    void everyControlHasAName() const;
    void fitsASmallScreen() const;
    void passedChecksHoldNobodyUp() const;
    void verifyFindsAFlippedByte() const;
    void aVersionTakenAwayIsMissed() const;
    void saysHowManyFilesThereAre() const;
    void previewsFollowEachOtherAtOnce() const;
    void pictures() const;
};

void TestPublishDialog::publishesAFirstVersion() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(dialog.isReady());
    walk(dialog);
    const auto versions = publish::versions(f.session->storyFolder());
    QCOMPARE(versions->size(), 1U);
    QCOMPARE(versions->front().signedBy, u"kl"_s);
    QCOMPARE(versions->front().editions, QStringList({u"wire"_s, u"web"_s}));
    QVERIFY(publish::verify(f.session->storyFolder()).empty());
}

void TestPublishDialog::publishesACorrectionAndComparesIt() const
{
    Fixture f;
    {
        PublishDialog first(*f.session, f.agency, Step::Checks);
        QTRY_VERIFY(first.isReady());
        walk(first);
    }
    story::Story story = sample::story();
    story.body.remove(
        u"“We were promised a seat at that table, and nobody has sent us the address.”\n\n"_s);
    story.body.replace(u"every hour"_s, u"every two hours"_s);
    f.write(story);
    PublishDialog second(*f.session, f.agency, Step::KindAndNote);
    QTRY_VERIFY(second.isReady());
    for (auto *radio : second.findChildren<QRadioButton *>()) {
        if (radio->text() == u"Correction"_s) {
            radio->click();
        }
    }
    second.findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(
        u"Corrects how often the ferries leave."_s);
    second.setStep(Step::Checks);
    walk(second);
    const auto versions = publish::versions(f.session->storyFolder());
    QCOMPARE(versions->back().version, 2);
    QCOMPARE(versions->back().corrects, 1);
    QCOMPARE(versions->back().note, u"Corrects how often the ferries leave."_s);
    panels::VersionSection section;
    const QSignalSpy loaded(&section, &panels::VersionSection::loaded);
    section.load(f.session->storyFolder(), f.path);
    QTRY_COMPARE(loaded.size(), 1);
    const QSignalSpy compared(&section, &panels::VersionSection::compareRequested);
    section.list().makeCurrent(section.list().rows().find(panels::RowKind::Version, 2));
    for (auto *button : section.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == u"Compare"_s) {
            button->click();
        }
    }
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.at(0).at(0).toInt(), 1);
    QCOMPARE(compared.at(0).at(1).toInt(), 2);
}

void TestPublishDialog::aCorrectionNeedsANote() const
{
    Fixture f;
    {
        PublishDialog first(*f.session, f.agency, Step::Checks);
        QTRY_VERIFY(first.isReady());
        walk(first);
    }
    PublishDialog dialog(*f.session, f.agency, Step::KindAndNote);
    QTRY_VERIFY(dialog.isReady());
    dialog.show();
    QVERIFY(!defaultButton(dialog)->isEnabled());
    dialog.findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(u"New: a date."_s);
    QVERIFY(defaultButton(dialog)->isEnabled());
}

void TestPublishDialog::aKillNeedsTheSlug() const
{
    Fixture f;
    {
        PublishDialog first(*f.session, f.agency, Step::Checks);
        QTRY_VERIFY(first.isReady());
        walk(first);
    }
    PublishDialog dialog(*f.session, f.agency, Step::KindAndNote);
    QTRY_VERIFY(dialog.isReady());
    dialog.show();
    dialog.findChildren<QRadioButton *>().last()->click();
    dialog.findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(u"The speech was never given."_s);
    QVERIFY(!defaultButton(dialog)->isEnabled());
    for (auto *field : dialog.findChildren<QLineEdit *>()) {
        if (field->isVisible()) {
            field->setText(u"harbour-levy"_s);
        }
    }
    QVERIFY(defaultButton(dialog)->isEnabled());
}

void TestPublishDialog::pickingASentenceChangesTheWebEdition() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::WebEdition);
    QTRY_VERIFY(dialog.isReady());
    dialog.show();
    auto *list = dialog.findChild<QListView *>();
    const auto *shown = dialog.findChild<QTextEdit *>();
    const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
    const bool wasPicked = last.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    const bool wasShown = shown->toPlainText().contains(u"Port Lorne every hour"_s);
    QCOMPARE(wasShown, wasPicked);
    list->setCurrentIndex(last);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(shown->toPlainText().contains(u"Port Lorne every hour"_s), !wasPicked);
}

namespace {

panels::Row stepRow(const PublishDialog &dialog, Step step)
{
    for (const auto *list : dialog.findChildren<panels::RowView *>()) {
        if (list->accessibleName() == u"Steps"_s) {
            return list->rows().rowAt(list->rows().index(static_cast<int>(step), 0));
        }
    }
    qFatal("there are no steps");
}

} // namespace

void TestPublishDialog::aTooLongWebEditionGetsNoTick() const
{
    Fixture f;
    f.agency.webTargetWords = 5; // no sentence is that short
    PublishDialog dialog(*f.session, f.agency, Step::WebEdition);
    QTRY_VERIFY(dialog.isReady());
    dialog.setStep(Step::KindAndNote);
    QCOMPARE(stepRow(dialog, Step::Checks).shape, look::Shape::Published);
    QCOMPARE(stepRow(dialog, Step::WebEdition).shape, look::Shape::ToConfirm);
    QVERIFY2(stepRow(dialog, Step::WebEdition).secondary.contains(u"over the target"_s),
             qPrintable(stepRow(dialog, Step::WebEdition).secondary));
}

void TestPublishDialog::stepsSayOneAndMany() const
{
    look::installPlurals(*qApp);
    Fixture f;
    story::Story story = sample::story();
    f.write(story);
    {
        PublishDialog one(*f.session, f.agency, Step::Checks);
        QTRY_VERIFY(one.isReady());
        const QString words = stepRow(one, Step::Checks).secondary;
        QVERIFY2(words.startsWith(u"1 finding blocks, "_s), qPrintable(words));
    }
    story.body += u"\n“Nobody asked the islands what they would pay for it.”\n"_s;
    f.write(story);
    PublishDialog two(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(two.isReady());
    const QString words = stepRow(two, Step::Checks).secondary;
    QVERIFY2(words.startsWith(u"2 findings block, "_s), qPrintable(words));
}

void TestPublishDialog::aPickedSentenceIsNotDescribedAsIfItMightBe() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::WebEdition);
    QTRY_VERIFY(dialog.isReady());
    auto *model = dialog.findChild<QListView *>()->model();
    int conditional = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const auto words = [&] {
            return index.data(Qt::AccessibleTextRole).toString();
        };
        model->setData(index, Qt::Unchecked, Qt::CheckStateRole);
        conditional += words().contains(u"if picked"_s) ? 1 : 0;
        model->setData(index, Qt::Checked, Qt::CheckStateRole);
        const bool isPicked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
        QVERIFY2(!isPicked || !words().contains(u"if picked"_s), qPrintable(words()));
    }
    QVERIFY(conditional > 0);
}

void TestPublishDialog::everyControlHasAName() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(dialog.isReady());
    for (QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
}

void TestPublishDialog::fitsASmallScreen() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(dialog.isReady());
    QVERIFY2(dialog.minimumSizeHint().width() <= 690 && dialog.minimumSizeHint().height() <= 420,
             qPrintable(u"%1 × %2"_s.arg(dialog.minimumSizeHint().width())
                            .arg(dialog.minimumSizeHint().height())));
}

void TestPublishDialog::passedChecksHoldNobodyUp() const
{
    Fixture f;
    PublishDialog open(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(open.isReady());
    QCOMPARE(open.focusWidget(), defaultButton(open));
    f.write(sample::story()); // a quotation that nobody is named for
    PublishDialog closed(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(closed.isReady());
    const auto *list = qobject_cast<panels::RowView *>(closed.focusWidget());
    QVERIFY(list != nullptr);
    QVERIFY(list->currentRow() != nullptr);
}

void TestPublishDialog::saysHowManyFilesThereAre() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::Preview);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    const QList<QTabBar *> bars = dialog.findChildren<QTabBar *>();
    QCOMPARE(bars.size(), 2);
    const bool isFirst = bars.front()->tabText(0) == u"Wire"_s;
    QTabBar *editions = isFirst ? bars.front() : bars.back();
    const QTabBar *formats = isFirst ? bars.back() : bars.front();
    const auto filesOf = [editions, formats](int edition) {
        editions->setCurrentIndex(edition);
        int files = 0;
        for (int tab = 0; tab < formats->count(); ++tab) {
            files += formats->isTabVisible(tab) && formats->isTabEnabled(tab) ? 1 : 0;
        }
        return files;
    };
    const QString wanted = u"Wire %1 files, web %2 files"_s.arg(filesOf(0)).arg(filesOf(1));
    QStringList steps;
    for (const panels::RowView *list : dialog.findChildren<panels::RowView *>()) {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            steps.append(list->rows().rowAt(list->model()->index(row, 0)).secondary);
        }
    }
    QVERIFY2(steps.contains(wanted), qPrintable(wanted + u" is not in "_s + steps.join(u"; "_s)));
}

/// The colouring of a file posts itself its next line; the next file comes before that.
void TestPublishDialog::previewsFollowEachOtherAtOnce() const
{
    Fixture f;
    PublishDialog dialog(*f.session, f.agency, Step::Preview);
    dialog.show();
    QTRY_VERIFY(dialog.isReady());
    const auto *shown = dialog.findChild<QPlainTextEdit *>(u"shownFile"_s);
    QVERIFY(shown != nullptr);
    for (int round = 0; round < 3; ++round) {
        for (QTabBar *bar : dialog.findChildren<QTabBar *>()) {
            for (int tab = 0; tab < bar->count(); ++tab) {
                bar->setCurrentIndex(tab);
                QVERIFY(!shown->toPlainText().isEmpty());
            }
        }
        dialog.setStep(Step::Checks);
        dialog.setStep(Step::Preview);
        QCoreApplication::processEvents();
    }
    QVERIFY(!shown->toPlainText().isEmpty());
}

void TestPublishDialog::verifyFindsAFlippedByte() const
{
    Fixture f;
    {
        PublishDialog first(*f.session, f.agency, Step::Checks);
        QTRY_VERIFY(first.isReady());
        walk(first);
    }
    QFile file(publish::versionFolder(f.session->storyFolder(), 1) + u"/wire.html"_s);
    QFile::setPermissions(file.fileName(), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(10) && file.write("X") == 1);
    file.close();
    panels::VersionSection section;
    const QSignalSpy loaded(&section, &panels::VersionSection::loaded);
    section.load(f.session->storyFolder(), f.path);
    QTRY_COMPARE(loaded.size(), 1);
    const QSignalSpy verified(&section, &panels::VersionSection::verified);
    for (auto *button : section.findChildren<QPushButton *>()) {
        if (button->text() == u"Verify"_s) {
            button->click();
        }
    }
    QTRY_COMPARE(verified.size(), 1);
    QCOMPARE(verified.at(0).at(0).toInt(), 1);
}

void TestPublishDialog::aVersionTakenAwayIsMissed() const
{
    Fixture f;
    {
        PublishDialog first(*f.session, f.agency, Step::Checks);
        QTRY_VERIFY(first.isReady());
        walk(first);
    }
    const QString folder = f.session->storyFolder();
    QVERIFY(QDir(publish::versionFolder(folder, 1)).removeRecursively());
    panels::VersionSection section;
    const QSignalSpy loaded(&section, &panels::VersionSection::loaded);
    section.load(folder, f.path);
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(section.isDamaged());
    const QModelIndex draft = section.list().rows().find(panels::RowKind::Version, 0);
    QCOMPARE(section.list().rows().rowAt(draft).secondary, u"Its versions are damaged"_s);
}

void TestPublishDialog::pictures() const
{
    const QString folder = qEnvironmentVariable("NUTGRAF_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("NUTGRAF_PICTURES names no folder for pictures");
    }
    const bool isDark = qEnvironmentVariableIsSet("NUTGRAF_DARK");
    QApplication::setPalette(look::paletteFor(isDark ? look::darkColours() : look::lightColours()));
    const QString tail = isDark ? u"-dark.png"_s : u"-light.png"_s;
    Fixture f;
    f.write(sample::story());
    PublishDialog dialog(*f.session, f.agency, Step::Checks);
    QTRY_VERIFY(dialog.isReady());
    dialog.resize(1100, 744);
    dialog.show();
    const QStringList names{u"checks"_s, u"web"_s, u"kind"_s, u"preview"_s, u"publish"_s};
    for (int i = 0; i < names.size(); ++i) {
        dialog.setStep(static_cast<Step>(i));
        dialog.grab().save(QDir(folder).filePath(u"publish-"_s + names.at(i) + tail));
    }
    dialog.setStep(Step::Checks);
    walk(dialog);
    dialog.grab().save(QDir(folder).filePath(u"publish-done"_s + tail));
    panels::SidePanel panel;
    panel.resize(332, 768);
    panel.setSession(f.session.get());
    panel.show(panels::SidePanel::Section::Attribution);
    panel.grab().save(QDir(folder).filePath(u"panel"_s + tail));
    panel.show(panels::SidePanel::Section::Versions);
    QTRY_VERIFY(panel.findChild<panels::VersionSection *>()->newestVersion() == 1);
    QVERIFY(panel.grab().save(QDir(folder).filePath(u"versions"_s + tail)));
}

QTEST_MAIN(TestPublishDialog)
#include "tst_publish_dialog.moc"
