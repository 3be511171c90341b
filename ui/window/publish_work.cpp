// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/publish_work.h"

#include "base/files.h"
#include "format/story_file.h"
#include "jobs/off_thread.h"
#include "messages/messages.h"
#include "publish/manifest.h"
#include "story/folders.h"
#include "ui/compare/compare_view.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"
#include "ui/publish/publish_dialog.h"
#include "ui/session/unit_decisions.h"
#include "ui/waiting/patience.h"
#include "ui/website/website_work.h"
#include "ui/window/notice_strip.h"
#include "ui/window/story_tabs.h"
#include "ui/window/story_work.h"

#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QUrl>

#include <algorithm>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

/// What a folder says of some of its versions; made on a worker.
struct Shelf {
    std::vector<publish::Manifest> manifests;
    std::vector<compare::CompareView::Side> sides; ///< in the order asked for; none: no version
};

/// What came out of a verification.
struct Verified {
    std::vector<Error> faults;
    Result<int> count; ///< of versions
};

namespace {

using Side = compare::CompareView::Side;

constexpr int NewestVersion = -1;

QString kindWords(format::PublicationKind kind)
{
    return kind == format::PublicationKind::First ? PublishWork::tr("published")
                                                  : messages::name(kind);
}

Side draftOf(page::StoryPage &page)
{
    return {PublishWork::tr("Draft"), PublishWork::tr("now"), page.session().story(), 0,
            page.session().decisions().review()};
}

Result<Side> sideOf(const QString &storyFolder, const publish::Manifest &manifest,
                    const review::Review &review)
{
    const QString path = story::StoryFolder(storyFolder).versionDraft(manifest.version);
    const QString note = kindWords(manifest.kind) + u' '
        + QLocale().toString(manifest.published.toLocalTime(), u"d MMM, HH:mm"_s);
    return readFile(path)
        .and_then([&](const QByteArray &bytes) { return format::decodeStory(bytes, path); })
        .transform([&](const format::StoryFile &file) {
            return Side{PublishWork::tr("Version %1").arg(manifest.version), note, file.story,
                        manifest.version, review};
        });
}

/// What of a story's folder can stand in the second pane; by names, no file is read.
struct Contents {
    QStringList transcripts;
    std::vector<int> versions;
};

Result<Contents> contentsOf(const story::StoryFolder &folder)
{
    return publish::versionNumbers(folder.path()).transform([&](std::vector<int> versions) {
        const QDir transcripts(folder.transcripts());
        return Contents{.transcripts = transcripts.entryList(QDir::Files, QDir::Name),
                        .versions = std::move(versions)};
    });
}

/// `draft` stands wherever version 0 is asked for.
Result<Shelf> shelfOf(const QString &storyFolder, const Side &draft, std::vector<int> wanted)
{
    Result<std::vector<publish::Manifest>> manifests = publish::versions(storyFolder);
    if (!manifests) {
        return std::unexpected(manifests.error());
    }
    Shelf shelf{.manifests = *std::move(manifests), .sides = {}};
    if (shelf.manifests.empty()) {
        return shelf;
    }
    for (const int version : wanted) {
        const int number = version == NewestVersion ? shelf.manifests.back().version : version;
        const auto manifest =
            std::ranges::find(shelf.manifests, number, &publish::Manifest::version);
        const Result<Side> side = number == 0 ? Result<Side>(draft)
            : manifest == shelf.manifests.end()
            ? fail(ErrorCode::VersionNotFound, publish::versionFolder(storyFolder, number))
            : sideOf(storyFolder, *manifest, draft.review);
        if (!side) {
            return std::unexpected(side.error());
        }
        shelf.sides.push_back(*side);
    }
    return shelf;
}

/// As far as the story has been read.
std::vector<analysis::Speaker> speakersOf(page::StoryPage &page)
{
    const auto &analysis = page.session().reading().analysis;
    return analysis ? analysis->speakers : std::vector<analysis::Speaker>();
}

QString compareTitle(page::StoryPage &page, int older, int newer)
{
    const auto number = [](int version) {
        return version == 0 ? PublishWork::tr("draft") : u"v%1"_s.arg(version);
    };
    return PublishWork::tr("%1: %2 and %3")
        .arg(page.session().title(), number(older), number(newer));
}

} // namespace

PublishWork::PublishWork(StoryTabs &tabs, StoryWork &stories, NoticeStrip &strip, QObject *parent)
    : QObject(parent),
      m_tabs(tabs),
      m_stories(stories),
      m_strip(strip),
      m_website(new website::WebsiteWork(this))
{
    using website::WebsiteWork;
    connect(this, &PublishWork::published, m_website, &WebsiteWork::follow);
    connect(m_website, &WebsiteWork::made, this, &PublishWork::showWebsite);
    connect(m_website, &WebsiteWork::failed, &m_stories, &StoryWork::report);
}

QDialog *PublishWork::openDialog(page::StoryPage &page, const House &house, Step step)
{
    page.session().finishEdits();
    const bool isStored = step == Step::Kill || !page.session().isModified()
        || m_stories.save(page) == StoryWork::Saved::Yes;
    if (!isStored) {
        return nullptr;
    }
    using publish::PublishDialog;
    auto *dialog = new PublishDialog(page.session(), house.agency,
                                     step == Step::WebEdition ? PublishDialog::Step::WebEdition
                                                              : PublishDialog::Step::Checks,
                                     m_tabs.window());
    dialog->setSigning(house.signing);
    if (step == Step::Kill) {
        dialog->killInstead();
    }
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PublishDialog::published, this,
            [this, folder = page.session().storyFolder()] { Q_EMIT published(folder); });
    connect(dialog, &PublishDialog::reviewRequested, this, &PublishWork::reviewRequested);
    connect(dialog, &PublishDialog::revealRequested, &page,
            [&page](TextRange range) { page.revealInStory(range); });
    connect(dialog, &PublishDialog::fieldRequested, &page,
            [&page](story::Field field) { page.focusField(field); });
    dialog->open();
    return dialog;
}

void PublishWork::withShelf(page::StoryPage &page, std::vector<int> wanted, UseShelf use)
{
    const QString folder = page.session().storyFolder();
    jobs::offThread(
        &page,
        [folder, draft = draftOf(page), wanted = std::move(wanted)] {
            return folder.isEmpty() ? Result<Shelf>() : shelfOf(folder, draft, wanted);
        },
        [this, use = std::move(use)](const Result<Shelf> &shelf) {
            if (shelf) {
                use(*shelf);
            } else {
                m_stories.report(shelf.error());
            }
        });
}

void PublishWork::compare(page::StoryPage &page, int older, int newer)
{
    withShelf(page, {older, newer}, [this, &page](const Shelf &shelf) {
        if (shelf.sides.size() < 2) {
            m_strip.show(
                {.shape = look::Shape::Note,
                 .what = tr("“%1” has not been published yet.").arg(page.session().title()),
                 .where = tr("There is no version to compare the draft with."),
                 .button = {},
                 .act = {}});
            return;
        }
        showComparison(page, shelf);
    });
}

void PublishWork::showComparison(page::StoryPage &page, const Shelf &shelf)
{
    const Side &before = shelf.sides.front();
    const Side &after = shelf.sides.back();
    auto *view = new compare::CompareView(before, after);
    std::vector<compare::CompareView::Choice> choices{{0, tr("Draft")}};
    for (const publish::Manifest &manifest : shelf.manifests) {
        choices.push_back({manifest.version, tr("Version %1").arg(manifest.version)});
    }
    view->setChoices(choices);
    m_tabs.add(view, compareTitle(page, before.version, after.version), &page);
    connect(view, &compare::CompareView::versionsChosen, &page,
            [this, &page, view = QPointer(view)](int left, int right) {
                withShelf(page, {left, right}, [this, &page, view](const Shelf &chosen) {
                    if (view && chosen.sides.size() == 2) {
                        const Side &first = chosen.sides.front();
                        const Side &second = chosen.sides.back();
                        view->setSides(first, second);
                        m_tabs.setTitle(view, compareTitle(page, first.version, second.version),
                                        {});
                    }
                });
            });
}

void PublishWork::compareDraftWithLast(page::StoryPage &page)
{
    compare(page, NewestVersion, 0);
}

void PublishWork::showVersion(page::StoryPage &page, int version)
{
    withShelf(page, {version}, [&page](const Shelf &shelf) {
        if (!shelf.sides.empty()) {
            const Side &side = shelf.sides.front();
            page.secondPane().show(side.title, compare::makeVersionPane(side, nullptr));
        }
    });
}

void PublishWork::restore(page::StoryPage &page, int version)
{
    const QString folder = page.session().storyFolder();
    jobs::offThread(
        &page, [folder, version] { return publish::publishedStory(folder, version); },
        [this, &page, version](const Result<story::Story> &story) {
            if (!story) {
                m_stories.report(story.error());
                return;
            }
            page.session().replaceStory(*story, tr("restore version %1").arg(version));
            m_tabs.setCurrent(&page);
        });
}

void PublishWork::verify(page::StoryPage &page)
{
    const QString folder = page.session().storyFolder();
    jobs::offThread(
        &page,
        [folder] {
            Verified verified;
            verified.faults = publish::verify(folder);
            verified.count = publish::versions(folder).transform(
                [](const auto &all) { return static_cast<int>(all.size()); });
            return verified;
        },
        [this](const Verified &verified) { showVerified(verified); });
}

void PublishWork::showVerified(const Verified &verified)
{
    if (!verified.faults.empty() || !verified.count) {
        m_stories.report(verified.faults.empty() ? verified.count.error()
                                                 : verified.faults.front());
        return;
    }
    const int count = *verified.count;
    m_strip.show(
        {.shape = look::Shape::Confirmed,
         .what = count == 0 ? tr("Nothing has been published yet.") : tr("All is as published."),
         .where = count == 0 ? QString()
                             : tr("%n versions checked, every hash and the chain.", nullptr, count),
         .button = {},
         .act = {}});
}

void PublishWork::makeWebsite(const QString &deskFolder)
{
    m_website->make(deskFolder);
}

void PublishWork::showWebsite(const QString &folder, const site::Built &built)
{
    m_strip.show(
        {.shape = look::Shape::Confirmed,
         .what = tr("The website is made: %n stories.", nullptr, static_cast<int>(built.stories)),
         .where = QDir::toNativeSeparators(folder),
         .button = tr("Open website"),
         .act = [page = folder + u"/index.html"_s] {
             QDesktopServices::openUrl(QUrl::fromLocalFile(page));
         }});
}

void PublishWork::fillPaneMenu(QMenu &menu, page::StoryPage &page)
{
    menu.clear();
    menu.addAction(tr("Notes"), &page, [&page] { page.secondPane().showNotes(); });
    const story::StoryFolder folder(page.session().storyFolder());
    if (folder.path().isEmpty()) {
        return;
    }
    const Result<Contents> contents =
        waiting::patiently(tr("Looking into the story’s folder…"), waiting::Ending::Stoppable,
                           [folder] { return contentsOf(folder); });
    if (!contents) {
        menu.addAction(messages::describe(contents.error()).what)->setEnabled(false);
        return;
    }
    const QDir transcripts(folder.transcripts());
    for (const QString &name : contents->transcripts) {
        menu.addAction(tr("Transcript: %1").arg(name), &page,
                       [&page, name, path = transcripts.filePath(name)] {
                           page.secondPane().show(
                               name, compare::makeTranscriptPane(path, speakersOf(page), nullptr));
                       });
    }
    for (const int version : contents->versions) {
        menu.addAction(tr("Version %1").arg(version), &page,
                       [this, &page, version] { showVersion(page, version); });
    }
}

} // namespace nutgraf::window
