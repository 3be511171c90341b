// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "text/diff.h"
#include "ui/body/body_column.h"
#include "ui/body/body_editor.h"
#include "ui/body/body_marks.h"
#include "ui/look/fonts.h"
#include "ui/page/page_state.h"
#include "ui/session/disk_guard.h"
#include "ui/session/story_store.h"

#include <QFileInfo>
#include <QTextBlock>
#include <QVBoxLayout>

namespace nutgraf::page {

void StoryPage::Private::showHead() const
{
    const bool isReadOnly = session->isReadOnly();
    if (session->openError()) {
        head->setNote(tr("read-only: its header cannot be read"));
    } else if (isReadOnly) {
        head->setNote(tr("read-only: you may not write this file"));
    } else {
        head->setNote({});
    }
    head->setLocked(isReadOnly);
    head->setVisible(!isFocusMode && (second->isOpen() || isReadOnly));
}

/// A plain text has none, and of a header that cannot be read nobody knows them.
void StoryPage::Private::showFields() const
{
    const bool hasFields =
        !session::isPlainTextFile(session->path()) && !session->openError().has_value();
    fieldsView->setVisible(hasFields && !isFocusMode);
}

void StoryPage::setFocusMode(bool on)
{
    d->isFocusMode = on;
    d->showFields();
    d->second->setHidden(on);
    d->showHead();
}

void StoryPage::Private::arrangePanes() const
{
    const int em = QFontInfo(bodyFont).pixelSize();
    const int least = 2 * body::leastPaneWidth(em, QFontMetricsF(page->font()));
    splitter->setOrientation(page->width() < least ? Qt::Vertical : Qt::Horizontal);
}

NoticeStrip *StoryPage::Private::addStrip(const NoticeStrip::Content &content) const
{
    auto *strip = new NoticeStrip(content, page);
    strips->addWidget(strip);
    return strip;
}

void StoryPage::Private::clearStrips()
{
    // Later: one of their buttons may be what asks.
    for (QPointer<NoticeStrip> *strip : {&diskStrip, &errorStrip}) {
        if (*strip != nullptr) {
            (*strip)->hide();
            (*strip)->deleteLater();
            strip->clear();
        }
    }
}

void StoryPage::Private::showOpenError()
{
    const std::optional<Error> error = session->openError();
    if (!error) {
        return;
    }
    const messages::Message message = messages::describe(*error);
    QString where = message.where;
    if (!message.remedy.isEmpty()) {
        where += (where.isEmpty() ? QString() : QStringLiteral(". ")) + message.remedy;
    }
    NoticeStrip *strip = addStrip({.tone = NoticeStrip::Tone::Danger,
                                   .shape = look::Shape::Blocks,
                                   .iconName = {},
                                   .what = message.what,
                                   .where = where});
    if (error->line > 0) {
        QPushButton *button =
            strip->addButton(tr("Show line"), tr("Puts the caret where the fault is"));
        QObject::connect(button, &QPushButton::clicked, page, [this, error] {
            body->finishLoading();
            const QTextBlock block =
                body->document()->findBlockByNumber(static_cast<int>(error->line) - 1);
            const int begin = block.position();
            body->reveal({begin, begin + std::max(block.length() - 1, 0)},
                         body::BodyEditor::Reveal::Select);
            body->setFocus();
        });
    }
}

void StoryPage::Private::showError(const Error &error)
{
    clearStrips();
    const messages::Message message = messages::describe(error);
    QStringList rest{message.where, message.remedy};
    rest.removeAll(QString());
    errorStrip = addStrip({.tone = NoticeStrip::Tone::Danger,
                           .shape = look::Shape::Blocks,
                           .iconName = {},
                           .what = message.what,
                           .where = rest.join(QStringLiteral(". "))});
    errorStrip->addCloseButton();
}

void StoryPage::Private::showChangedOnDisk()
{
    if (diskStrip != nullptr) {
        return;
    }
    const QString name = QFileInfo(session->path()).fileName();
    const bool exists = QFileInfo::exists(session->path());
    diskStrip = addStrip(
        {.tone = NoticeStrip::Tone::Warn,
         .shape = look::Shape::ToConfirm,
         .iconName = {},
         .what = exists ? tr("Another program changed this story on disk.")
                        : tr("This story’s file is gone from the disk."),
         .where = exists ? tr("%1 is no longer the file that was opened here. Saving would lose "
                              "what was written there.")
                               .arg(name)
                         : tr("What you see is kept here. Save it anew, or close the story.")});
    if (exists) {
        QPushButton *reload = diskStrip->addButton(
            tr("Reload"), tr("Takes the text on disk; Undo brings yours back"));
        QObject::connect(reload, &QPushButton::clicked, page, [this] {
            if (const Result<void> done = session->disk().reload(); !done) {
                showError(done.error());
                return;
            }
            clearStrips();
        });
        QPushButton *compare =
            diskStrip->addButton(tr("Compare"), tr("Shows the text on disk beside yours"));
        QObject::connect(compare, &QPushButton::clicked, page, [this] { showDiskText(); });
        QPushButton *copy = diskStrip->addButton(
            tr("Save a copy…"), tr("Keeps your text in another file; both files stay as they are"));
        QObject::connect(copy, &QPushButton::clicked, page, &StoryPage::copyRequested);
    }
    QPushButton *overwrite = diskStrip->addButton(
        exists ? tr("Overwrite") : tr("Save anew"),
        exists ? tr("Writes your text over what is on disk; a copy of that is kept")
               : tr("Writes your text to the disk again"));
    QObject::connect(overwrite, &QPushButton::clicked, page, [this] {
        if (const Result<void> done = session->disk().saveOverDisk(); !done) {
            showError(done.error());
        }
    });
}

void StoryPage::Private::showDiskText()
{
    const Result<session::StoredStory> stored = session::readStory(session->path());
    if (!stored) {
        showError(stored.error());
        return;
    }
    const QString theirs = stored->story.body;
    auto *view = new body::BodyEditor(page);
    view->setBodyFont(bodyFont);
    view->loadText(theirs);
    view->finishLoading();
    view->setReadOnly(true);
    view->setAccessibleName(tr("Text on disk"));
    std::vector<body::Mark> marks;
    for (const text::DiffPiece &piece : text::diffWords(session->story().body, theirs)) {
        if (piece.kind == text::DiffKind::Inserted) {
            marks.push_back(
                {piece.after, -1, body::MarkFill::Inserted, body::MarkLine::Inserted, -1});
        }
    }
    view->marks().set(view->revision(), std::move(marks));
    second->show(tr("On disk"), view);
}

} // namespace nutgraf::page
