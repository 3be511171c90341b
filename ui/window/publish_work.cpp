// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/publish_work.h"

#include "base/files.h"
#include "format/story_file.h"
#include "messages/messages.h"
#include "publish/publish.h"
#include "ui/compare/compare_view.h"
#include "ui/page/story_page.h"
#include "ui/publish/publish_dialog.h"
#include "ui/window/notice_strip.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"

#include <QDir>
#include <QLocale>
#include <QMenu>
#include <QUndoStack>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

using Side = compare::CompareView::Side;

QString kindWords(format::PublicationKind kind)
{
    return kind == format::PublicationKind::First ? PublishWork::tr("published")
                                                  : messages::name(kind);
}

Result<Side> sideOf(page::StoryPage &page, int version)
{
    if (version == 0) {
        return Side{PublishWork::tr("Draft"), PublishWork::tr("now"), page.session().story(), 0,
                    page.session().review()};
    }
    const QString folder = publish::versionFolder(page.session().storyFolder(), version);
    const auto manifests = publish::versions(page.session().storyFolder());
    if (!manifests) {
        return std::unexpected(manifests.error());
    }
    QString note;
    for (const publish::Manifest &manifest : *manifests) {
        if (manifest.version == version) {
            note = kindWords(manifest.kind) + u' '
                + QLocale().toString(manifest.published.toLocalTime(), u"d MMM, HH:mm"_s);
        }
    }
    const QString path = folder + "/story.md"_L1;
    return readFile(path)
        .and_then([&](const QByteArray &bytes) { return format::decodeStory(bytes, path); })
        .transform([&](const format::StoryFile &file) {
            return Side{PublishWork::tr("Version %1").arg(version), note, file.story, version,
                        page.session().review()};
        });
}

QString compareTitle(page::StoryPage &page, int older, int newer)
{
    const auto number = [](int version) {
        return version == 0 ? PublishWork::tr("draft") : u"v%1"_s.arg(version);
    };
    return PublishWork::tr("%1: %2 and %3")
        .arg(page.session().title(), number(older), number(newer));
}

std::vector<publish::Manifest> versionsOf(page::StoryPage &page)
{
    if (page.session().storyFolder().isEmpty()) {
        return {};
    }
    return publish::versions(page.session().storyFolder())
        .value_or(std::vector<publish::Manifest>{});
}

} // namespace

PublishWork::PublishWork(StoryTabs &tabs, StoryWork &stories, NoticeStrip &strip, QObject *parent)
    : QObject(parent), m_tabs(tabs), m_stories(stories), m_strip(strip)
{
}

QDialog *PublishWork::openDialog(page::StoryPage &page, const story::Agency &agency, Step step)
{
    page.session().finishEdits();
    const bool isStored =
        !page.session().isModified() || m_stories.save(page) == StoryWork::Saved::Yes;
    if (!isStored) {
        return nullptr;
    }
    using publish::PublishDialog;
    auto *dialog = new PublishDialog(page.session(), agency,
                                     step == Step::Checks ? PublishDialog::Step::Checks
                                                          : PublishDialog::Step::WebEdition,
                                     m_tabs.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PublishDialog::published, this, &PublishWork::published);
    connect(dialog, &PublishDialog::reviewRequested, this, &PublishWork::reviewRequested);
    connect(dialog, &PublishDialog::revealRequested, &page,
            [&page](TextRange range) { page.revealInStory(range); });
    connect(dialog, &PublishDialog::fieldRequested, &page,
            [&page](story::Field field) { page.focusField(field); });
    dialog->open();
    return dialog;
}

void PublishWork::compare(page::StoryPage &page, int older, int newer)
{
    const Result<Side> before = sideOf(page, older);
    const Result<Side> after = sideOf(page, newer);
    if (!before || !after) {
        m_stories.report(before ? after.error() : before.error());
        return;
    }
    auto *view = new compare::CompareView(*before, *after);
    std::vector<compare::CompareView::Choice> choices{{0, tr("Draft")}};
    for (const publish::Manifest &manifest : versionsOf(page)) {
        choices.push_back({manifest.version, tr("Version %1").arg(manifest.version)});
    }
    view->setChoices(choices);
    m_tabs.add(view, compareTitle(page, older, newer), &page);
    connect(view, &compare::CompareView::versionsChosen, &page,
            [this, &page, view](int left, int right) {
                const Result<Side> first = sideOf(page, left);
                const Result<Side> second = sideOf(page, right);
                if (!first || !second) {
                    m_stories.report(first ? second.error() : first.error());
                    return;
                }
                view->setSides(*first, *second);
                m_tabs.setTitle(view, compareTitle(page, left, right), {});
            });
}

void PublishWork::compareDraftWithLast(page::StoryPage &page)
{
    const std::vector<publish::Manifest> all = versionsOf(page);
    if (all.empty()) {
        m_strip.show({.shape = look::Shape::Note,
                      .what = tr("“%1” has not been published yet.").arg(page.session().title()),
                      .where = tr("There is no version to compare the draft with."),
                      .button = {},
                      .act = {}});
        return;
    }
    compare(page, all.back().version, 0);
}

void PublishWork::showVersion(page::StoryPage &page, int version)
{
    const Result<Side> side = sideOf(page, version);
    if (!side) {
        m_stories.report(side.error());
        return;
    }
    page.showSecondPane(side->title, compare::makeVersionPane(*side, nullptr));
}

void PublishWork::restore(page::StoryPage &page, int version)
{
    const Result<Side> side = sideOf(page, version);
    if (!side) {
        m_stories.report(side.error());
        return;
    }
    session::StorySession &session = page.session();
    const story::Story &old = side->story;
    const QString name = tr("restore version %1").arg(version);
    session.undoStack().beginMacro(name);
    session.setField(story::Field::Headline, old.headline);
    session.setField(story::Field::Deck, old.deck);
    session.setField(story::Field::Byline, old.byline);
    const qsizetype length = session.story().body.size();
    session.replaceAll({{story::Field::Body, TextRange{0, length}, old.body}}, name);
    session.undoStack().endMacro();
    m_tabs.setCurrent(&page);
}

void PublishWork::verify(page::StoryPage &page)
{
    const std::vector<Error> faults = publish::verify(page.session().storyFolder());
    if (!faults.empty()) {
        m_stories.report(faults.front());
        return;
    }
    const int count = static_cast<int>(versionsOf(page).size());
    m_strip.show(
        {.shape = look::Shape::Confirmed,
         .what = count == 0 ? tr("Nothing has been published yet.") : tr("All is as published."),
         .where = count == 1 ? tr("One version checked, every hash.")
                             : tr("%1 versions checked, every hash and the chain.").arg(count),
         .button = {},
         .act = {}});
}

void PublishWork::fillPaneMenu(QMenu &menu, page::StoryPage &page)
{
    menu.clear();
    menu.addAction(tr("Notes"), &page, [&page] { page.showNotes(); });
    const QDir transcripts(page.session().storyFolder() + "/transcripts"_L1);
    const bool hasFolder = !page.session().storyFolder().isEmpty();
    const QStringList names =
        hasFolder ? transcripts.entryList(QDir::Files, QDir::Name) : QStringList();
    for (const QString &name : names) {
        menu.addAction(tr("Transcript: %1").arg(name), &page,
                       [&page, name, path = transcripts.filePath(name)] {
                           page.showSecondPane(name, compare::makeTranscriptPane(path, nullptr));
                       });
    }
    for (const publish::Manifest &manifest : versionsOf(page)) {
        menu.addAction(tr("Version %1").arg(manifest.version), &page,
                       [this, &page, version = manifest.version] { showVersion(page, version); });
    }
}

} // namespace nutgraf::window
