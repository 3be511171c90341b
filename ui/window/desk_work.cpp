// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/desk_work.h"

#include "desk/importing.h"
#include "desk/names.h"
#include "desk/sample_desk.h"
#include "messages/messages.h"
#include "story/folders.h"
#include "text/slug.h"
#include "ui/session/story_store.h"
#include "ui/settings/desk_settings_dialog.h"
#include "ui/waiting/patience.h"
#include "ui/window/dialogs.h"
#include "ui/window/notice_strip.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

/// Of the draft; where that cannot be read, of the folder's name.
QString slugOfFolder(const QString &folder)
{
    const Result<session::StoredStory> stored = session::readStory(desk::draftPath(folder));
    if (stored && !stored->story.slug.isEmpty()) {
        return stored->story.slug;
    }
    return desk::parseFolderName(QFileInfo(folder).fileName()).slug;
}

/// Somebody waits for what is done in the desk's folder, and nothing else is done meanwhile.
template <class Work>
auto inFolder(Work work)
{
    return waiting::patiently(DeskWork::tr("Working in the desk’s folder…"),
                              waiting::Ending::Certain, std::move(work));
}

} // namespace

DeskWork::DeskWork(QWidget &window, NoticeStrip &strip, Services services, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_strip(strip),
      m_services(std::move(services)),
      m_beforeMove([](const QString &) { return Leave::GoClosed; }),
      m_beforeRename([](const QString &) { return Ready::Yes; })
{
}

void DeskWork::setBeforeMove(BeforeMove beforeMove)
{
    m_beforeMove = std::move(beforeMove);
}

void DeskWork::setBeforeRename(BeforeRename beforeRename)
{
    m_beforeRename = std::move(beforeRename);
}

void DeskWork::report(const Error &error)
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

void DeskWork::adopt(Result<desk::Desk> desk)
{
    if (!desk) {
        report(desk.error());
        return;
    }
    m_desk = std::move(*desk);
    m_services.settings->setDesk(m_desk->folder());
    Q_EMIT deskChanged();
}

bool DeskWork::isDesk(const QString &folder)
{
    return QFileInfo::exists(story::DeskFolder(folder).settings());
}

void DeskWork::open(const QString &folder)
{
    adopt(inFolder([&] { return desk::Desk::open(folder); }));
}

void DeskWork::chooseDesk()
{
    const QString start = m_desk ? QFileInfo(m_desk->folder()).absolutePath() : QDir::homePath();
    const QString folder = QFileDialog::getExistingDirectory(&m_window, tr("Open desk"), start);
    if (!folder.isEmpty()) {
        open(folder);
    }
}

void DeskWork::newDesk()
{
    if (const std::optional<NewDesk> wanted = askNewDesk(&m_window)) {
        adopt(inFolder([&] { return desk::Desk::create(wanted->folder, wanted->settings); }));
    }
}

void DeskWork::openSample()
{
    const QString folder = m_services.dataFolder + "/sample-desk"_L1;
    if (isDesk(folder)) {
        open(folder);
    } else {
        adopt(inFolder([&] { return desk::copySampleDesk(folder); }));
    }
}

void DeskWork::editSettings()
{
    if (!m_desk) {
        return;
    }
    settings::DeskSettingsDialog dialog(m_desk->settings(), &m_window);
    if (dialog.exec() != QDialog::Accepted || dialog.settings() == m_desk->settings()) {
        return;
    }
    Result<desk::Desk> changed = inFolder([&] { return m_desk->withSettings(dialog.settings()); });
    if (!changed && changed.error().code == ErrorCode::FileChangedOnDisk) {
        open(m_desk->folder()); // with what others set, to be looked at again
        report(changed.error());
        return;
    }
    adopt(std::move(changed));
}

void DeskWork::add(const story::Story &story)
{
    if (!m_desk) {
        return;
    }
    showAdded(inFolder([&] { return m_desk->add(story, m_services.clock); }));
}

void DeskWork::showAdded(const Result<QString> &folder)
{
    if (!folder) {
        report(folder.error());
        return;
    }
    Q_EMIT storiesChanged();
    Q_EMIT openRequested(*folder);
}

void DeskWork::newStory()
{
    if (!m_desk) {
        return;
    }
    const std::optional<NewStory> wanted = askNewStory(m_desk->templates(), &m_window);
    if (!wanted) {
        return;
    }
    story::Story story;
    if (!wanted->templateName.isEmpty()) {
        Result<story::Story> begun =
            inFolder([&] { return m_desk->fromTemplate(wanted->templateName); });
        if (!begun) {
            report(begun.error());
            return;
        }
        story = std::move(*begun);
    }
    story.slug = wanted->slug;
    story.headline = wanted->headline;
    story.dateline.date = m_services.clock().toLocalTime().date();
    add(story);
}

void DeskWork::chooseImports()
{
    importFiles(
        QFileDialog::getOpenFileNames(&m_window, tr("Import files"), QDir::homePath(),
                                      tr("Stories (*.txt *.md *.json *.xml);;All files (*)")));
}

void DeskWork::importFiles(const QStringList &paths)
{
    if (!m_desk) {
        return;
    }
    for (const QString &path : paths) {
        showAdded(inFolder([&] { return desk::importFile(*m_desk, path, m_services.clock); }));
    }
}

void DeskWork::fileStory(const story::Story &story)
{
    if (m_desk) {
        story::Story filed = story;
        if (filed.slug.isEmpty()) {
            filed.slug = text::slugFrom(filed.headline.isEmpty() ? filed.body : filed.headline);
        }
        add(filed);
    }
}

void DeskWork::rename(const QString &storyFolder)
{
    if (!m_desk || storyFolder.isEmpty()) {
        return;
    }
    bool isWanted = false;
    const QString before = slugOfFolder(storyFolder);
    const QString slug = QInputDialog::getText(&m_window, tr("Rename story"), tr("Slug"),
                                               QLineEdit::Normal, before, &isWanted);
    if (isWanted && slug != before) {
        renameTo(storyFolder, slug);
    }
}

void DeskWork::renameTo(const QString &storyFolder, const QString &slug)
{
    if (!m_desk || m_beforeRename(storyFolder) == Ready::No) {
        return;
    }
    const Result<QString> folder = inFolder([&] { return m_desk->rename(storyFolder, slug); });
    if (!folder) {
        report(folder.error());
        return;
    }
    Q_EMIT renamed(storyFolder, *folder);
    Q_EMIT storiesChanged();
}

void DeskWork::duplicate(const QString &storyFolder)
{
    if (!m_desk || storyFolder.isEmpty()) {
        return;
    }
    const Result<QString> copy =
        inFolder([&] { return m_desk->duplicate(storyFolder, m_services.clock); });
    if (!copy) {
        report(copy.error());
        return;
    }
    Q_EMIT storiesChanged();
    Q_EMIT openRequested(*copy);
}

void DeskWork::spike(const QString &storyFolder)
{
    if (!m_desk || storyFolder.isEmpty()) {
        return;
    }
    const QString slug = slugOfFolder(storyFolder);
    const Leave leave = m_beforeMove(storyFolder);
    if (leave == Leave::Stay) {
        return;
    }
    const Result<QString> bin =
        inFolder([&] { return m_desk->spike(storyFolder, m_services.clock); });
    if (!bin) {
        report(bin.error());
        if (leave == Leave::GoOpen) {
            Q_EMIT openRequested(storyFolder);
        }
        return;
    }
    Q_EMIT storiesChanged();
    m_strip.show({.shape = look::Shape::Note,
                  .what = tr("“%1” was spiked.").arg(slug),
                  .where = tr("It lies in the desk's bin."),
                  .button = tr("Undo"),
                  .act = [this, spiked = *bin] {
                      const Result<QString> back =
                          inFolder([&] { return m_desk->restore(spiked); });
                      if (!back) {
                          report(back.error());
                          return;
                      }
                      Q_EMIT storiesChanged();
                      Q_EMIT openRequested(*back);
                  }});
}

void DeskWork::showBin()
{
    if (!m_desk) {
        return;
    }
    BinDialog dialog(*m_desk, &m_window);
    connect(&dialog, &BinDialog::restored, this, [this](const QString &folder) {
        Q_EMIT storiesChanged();
        Q_EMIT openRequested(folder);
    });
    connect(&dialog, &BinDialog::failed, this, &DeskWork::report);
    dialog.exec();
}

} // namespace nutgraf::window
