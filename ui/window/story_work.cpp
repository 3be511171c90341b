// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/story_work.h"

#include "desk/desk.h"
#include "messages/messages.h"
#include "story/folders.h"
#include "ui/body/body_editor.h"
#include "ui/session/disk_guard.h"
#include "ui/window/notice_strip.h"
#include "ui/window/story_tabs.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QUrl>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? desk::draftPath(info.absoluteFilePath()) : info.absoluteFilePath();
}

} // namespace

StoryWork::StoryWork(StoryTabs &tabs, NoticeStrip &strip, Services services, QObject *parent)
    : QObject(parent), m_tabs(tabs), m_strip(strip), m_services(std::move(services))
{
}

session::SessionServices StoryWork::servicesFor(const QString &path) const
{
    const std::optional<QString> around =
        path.isEmpty() ? std::nullopt : desk::Desk::findAround(path);
    return {.clock = m_services.clock,
            .ids = m_services.ids,
            .initials = m_services.settings->initials(),
            .journalFolder = around ? story::DeskFolder(*around).journal()
                                    : story::looseJournal(m_services.stateFolder),
            .analyse = {}};
}

page::StoryPage *StoryWork::open(const QString &path)
{
    const QString file = fileOf(path);
    if (page::StoryPage *page = pageOf(file)) {
        m_tabs.setCurrent(page);
        return page;
    }
    auto session = std::make_unique<session::StorySession>(servicesFor(file));
    if (const Result<void> read = session->disk().open(file); !read) {
        report(read.error());
        return nullptr;
    }
    // A slow drive lets others ask for the same story meanwhile: two pages would write to one file.
    if (page::StoryPage *page = pageOf(file)) {
        m_tabs.setCurrent(page);
        return page;
    }
    return show(std::move(session));
}

page::StoryPage *StoryWork::startNew(const story::Story &story)
{
    auto session = std::make_unique<session::StorySession>(servicesFor({}));
    session->disk().startNew(story);
    return show(std::move(session));
}

page::StoryPage *StoryWork::recover(const desk::JournalEntry &entry)
{
    auto session = std::make_unique<session::StorySession>(servicesFor(entry.path));
    if (const Result<void> taken = session->disk().recover(entry); !taken) {
        report(taken.error());
        return nullptr;
    }
    page::StoryPage *open = entry.path.isEmpty() ? nullptr : pageOf(entry.path);
    page::StoryPage *page = show(std::move(session));
    if (open != nullptr && !open->session().isModified()) {
        m_tabs.remove(open); // two pages would write to one file
    }
    page->body().setFocus();
    return page;
}

page::StoryPage *StoryWork::show(std::unique_ptr<session::StorySession> session)
{
    auto *page = new page::StoryPage(std::move(session));
    page->setBodyFont(m_services.settings->bodyFont());
    page->setZoom(m_services.settings->zoom());
    connectSession(page);
    m_tabs.add(page, page->session().title());
    m_tabs.setTitle(page, page->session().title(), page->session().path());
    m_tabs.setModified(page, page->session().isModified());
    Q_EMIT opened(page);
    return page;
}

void StoryWork::connectSession(page::StoryPage *page)
{
    session::StorySession &session = page->session();
    using session::StorySession;
    connect(&session, &StorySession::modifiedChanged, this, [this, page](bool isModified) {
        m_tabs.setModified(page, isModified);
        Q_EMIT changed(page);
    });
    connect(&session, &StorySession::readingChanged, this, [this, page] { Q_EMIT changed(page); });
    connect(&session, &StorySession::idleChanged, this,
            [this, page](bool isIdle) { Q_EMIT idleChanged(page, isIdle); });
    connect(&session, &StorySession::overwritten, this, &StoryWork::tellOfCopy);
    connect(page, &page::StoryPage::copyRequested, this, [this, page] { saveCopy(*page); });
    connect(page, &QObject::destroyed, this, [this, page] { m_failed.remove(page); });
    connect(&session, &StorySession::saved, this, [this, page] {
        m_failed.remove(page);
        m_tabs.setTitle(page, page->session().title(), page->session().path());
        Q_EMIT changed(page);
        Q_EMIT saved();
    });
    connect(&session, &StorySession::fieldChanged, this, [this, page](story::Field field) {
        if (field == story::Field::Slug) {
            m_tabs.setTitle(page, page->session().title(), page->session().path());
        }
        Q_EMIT changed(page);
    });
    connect(&session.undoStack(), &QUndoStack::indexChanged, this,
            [this, page] { Q_EMIT edited(page); });
}

StoryWork::Saved StoryWork::save(page::StoryPage &page)
{
    if (page.session().path().isEmpty()) {
        return saveAs(page);
    }
    if (const Result<void> done = page.session().disk().save(); !done) {
        m_failed.insert(&page, done.error().code);
        Q_EMIT changed(&page);
        reportSave(page, done.error());
        return Saved::No;
    }
    return Saved::Yes;
}

/// Of a file that changed under the story its page tells, with the ways out: it has to be seen.
void StoryWork::reportSave(page::StoryPage &page, const Error &error)
{
    if (error.code == ErrorCode::FileChangedOnDisk) {
        m_tabs.setCurrent(&page);
    } else {
        report(error);
    }
}

namespace {

/// `story copy.md` beside the story's file, or the first such name that is free.
QString copyName(const QString &path)
{
    const QFileInfo file(path);
    const QString base = file.path() + u'/' + file.completeBaseName() + u" copy"_s;
    QString name = base + u'.' + file.suffix();
    for (int number = 2; QFileInfo::exists(name); ++number) {
        name = base + u" %1."_s.arg(number) + file.suffix();
    }
    return name;
}

} // namespace

void StoryWork::saveCopy(page::StoryPage &page)
{
    const QString path =
        QFileDialog::getSaveFileName(m_tabs.window(), tr("Save a copy"),
                                     copyName(page.session().path()), tr("Stories (*.md *.txt)"));
    if (path.isEmpty()) {
        return;
    }
    if (const Result<void> done = page.session().disk().saveCopy(path); !done) {
        report(done.error());
        return;
    }
    m_strip.show({.shape = look::Shape::Confirmed,
                  .what = tr("Your text is in “%1”.").arg(QFileInfo(path).fileName()),
                  .where = tr("The story still differs from its file: reload or overwrite it."),
                  .button = {},
                  .act = {}});
}

StoryWork::Saved StoryWork::saveAs(page::StoryPage &page)
{
    const QString proposal =
        page.session().path().isEmpty() ? page.session().title() + ".md"_L1 : page.session().path();
    const QString path = QFileDialog::getSaveFileName(m_tabs.window(), tr("Save story as"),
                                                      proposal, tr("Stories (*.md);;Text (*.txt)"));
    if (path.isEmpty()) {
        return Saved::No;
    }
    if (const Result<void> done = page.session().disk().saveAs(path); !done) {
        report(done.error());
        return Saved::No;
    }
    return Saved::Yes;
}

void StoryWork::saveAll()
{
    for (page::StoryPage *page : m_tabs.stories()) {
        if (page->session().isModified()) {
            save(*page);
        }
    }
}

/// What was overwritten is not lost: it lies there.
void StoryWork::tellOfCopy(const QString &copy)
{
    const QFileInfo file(copy);
    m_strip.show({.shape = look::Shape::Note,
                  .what = tr("What was on disk is kept as “%1”.").arg(file.fileName()),
                  .where = QDir::toNativeSeparators(file.absolutePath()),
                  .button = tr("Open folder"),
                  .act = [folder = file.absolutePath()] {
                      QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                  }});
}

/// Yes: the story's changes are saved, or the user gives them up.
StoryWork::Saved StoryWork::settle(page::StoryPage &page)
{
    page.session().finishEdits();
    if (!page.session().isModified() || m_services.questions == Services::Questions::Never) {
        return Saved::Yes;
    }
    m_tabs.setCurrent(&page);
    const auto answer = QMessageBox::question(
        m_tabs.window(), tr("Unsaved changes"),
        tr("“%1” has changes that are not saved.").arg(page.session().title()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save) {
        return save(page);
    }
    if (answer != QMessageBox::Discard) {
        return Saved::No;
    }
    page.session().disk().discardChanges();
    return Saved::Yes;
}

StoryWork::Saved StoryWork::close(QWidget *page)
{
    auto *story = qobject_cast<page::StoryPage *>(page);
    if (story != nullptr && settle(*story) == Saved::No) {
        return Saved::No;
    }
    m_tabs.remove(page);
    return Saved::Yes;
}

StoryWork::Moving StoryWork::putAside(const QString &storyFolder)
{
    page::StoryPage *page = pageOf(storyFolder);
    if (page == nullptr) {
        return {};
    }
    page->session().finishEdits();
    const bool isKept = !page->session().isModified() || save(*page) == Saved::Yes;
    const Moving moving{.wasOpen = true, .isSaved = isKept};
    if (isKept) {
        m_tabs.remove(page);
    }
    return moving;
}

StoryWork::Saved StoryWork::prepareMove(const QString &storyFolder)
{
    page::StoryPage *page = pageOf(storyFolder);
    if (page == nullptr) {
        return Saved::Yes;
    }
    page->session().finishEdits();
    if (page->session().isModified() && save(*page) == Saved::No) {
        return Saved::No;
    }
    page->session().disk().finishWrites();
    return Saved::Yes;
}

void StoryWork::relocate(const QString &from, const QString &to)
{
    const QString before = desk::draftPath(QFileInfo(from).absoluteFilePath());
    for (page::StoryPage *page : m_tabs.stories()) {
        if (page->session().path() == before) {
            page->session().disk().relocate(desk::draftPath(to));
            m_tabs.setTitle(page, page->session().title(), page->session().path());
            Q_EMIT relocated(page);
        }
    }
}

QString StoryWork::failureWords(const page::StoryPage &page) const
{
    const auto failed = m_failed.constFind(&page);
    if (failed == m_failed.constEnd()) {
        return {};
    }
    return *failed == ErrorCode::NotDurable ? tr("Saved, not confirmed") : tr("Not saved");
}

StoryWork::Saved StoryWork::mayQuit()
{
    for (page::StoryPage *page : m_tabs.stories()) {
        if (settle(*page) == Saved::No) {
            return Saved::No;
        }
    }
    return Saved::Yes;
}

page::StoryPage *StoryWork::pageOf(const QString &path) const
{
    const QString file = fileOf(path);
    for (page::StoryPage *page : m_tabs.stories()) {
        if (!page->session().path().isEmpty()
            && QFileInfo(page->session().path()) == QFileInfo(file)) {
            return page;
        }
    }
    return nullptr;
}

void StoryWork::report(const Error &error)
{
    const messages::Message message = messages::describe(error);
    QStringList rest{message.where, message.remedy};
    rest.removeAll(QString());
    m_strip.show({.shape = look::Shape::Blocks,
                  .what = message.what,
                  .where = rest.join(u' '),
                  .button = {},
                  .act = {}});
}

} // namespace nutgraf::window
