// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/publish_dialog.h"

#include "jobs/off_thread.h"
#include "messages/messages.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"
#include "ui/publish/draft_reader.h"
#include "ui/publish/publish_sheet.h"
#include "ui/publish/reading_pane.h"
#include "ui/session/disk_guard.h"

#include <QKeyEvent>
#include <QScreen>
#include <QStackedLayout>

namespace nutgraf::publish {

struct PublishDialog::Private {
    Private(PublishDialog *dialog, session::StorySession &open, const story::Agency &agency);

    void followSession();
    void begin();
    void readAgain();
    void lookForKill();
    void killInstead();
    void showSteps(const Proposal &proposal);
    void connectSheet();
    void takeAway(const Error &error);
    void showFailure(const Error &error);
    void dropSheet();
    [[nodiscard]] Error outdated() const
    {
        return {ErrorCode::ReadingStale, session.path(), 0, 0, {}};
    }

    PublishDialog *q;
    session::StorySession &session;
    DraftReader reader;
    QStackedLayout *layout;
    ReadingPane *pane;
    look::ReturnKey *returnKey = nullptr; ///< told of buttons that come with a sheet
    PublishSheet *sheet = nullptr; ///< of the newest reading, while it stands
    /// The session's reading when the sheet came. What a file says and what was typed may differ in
    /// a line end; it must not change from here on.
    reading::Fingerprint atFirst;
    std::optional<PublishDraft> before; ///< what had been put together when the story changed
    Step step = Step::Checks;
    Purpose purpose = Purpose::Publish;
};

PublishDialog::Private::Private(PublishDialog *dialog, session::StorySession &open,
                                const story::Agency &agency)
    : q(dialog),
      session(open),
      reader(open, agency, dialog),
      layout(new QStackedLayout(dialog)),
      pane(new ReadingPane(dialog))
{
    layout->addWidget(pane);
    connect(&reader, &DraftReader::ready, q,
            [this](const Proposal &proposal) { showSteps(proposal); });
    connect(&reader, &DraftReader::failed, q, [this](const Error &error) { showFailure(error); });
    connect(pane, &ReadingPane::readAgainRequested, q, [this] { readAgain(); });
    connect(pane, &ReadingPane::killRequested, q, [this] { killInstead(); });
    connect(pane, &ReadingPane::cancelRequested, q, &QDialog::reject);
    followSession();
    lookForKill();
}

/// The steps are of the saved story; what is typed, decided or written from now on makes another.
void PublishDialog::Private::followSession()
{
    using session::StorySession;
    connect(&session, &StorySession::modifiedChanged, q, [this](bool isModified) {
        if (isModified) {
            takeAway(outdated());
        }
    });
    connect(&session, &StorySession::readingChanged, q, [this] {
        const reading::ReadingPtr &now = session.reading().read;
        if (sheet != nullptr && now && now->fingerprint != atFirst) {
            takeAway(outdated());
        }
    });
    connect(&session, &StorySession::changedOnDisk, q,
            [this] { takeAway({ErrorCode::FileChangedOnDisk, session.path(), 0, 0, {}}); });
}

void PublishDialog::Private::begin()
{
    pane->showReading();
    layout->setCurrentWidget(pane);
    reader.read(purpose);
}

/// What went out can be withdrawn, whatever is wrong with the draft: the pane says so at once.
void PublishDialog::Private::lookForKill()
{
    jobs::offThread(
        q,
        [folder = session.storyFolder(), now = session.services().clock()] {
            return killProposal(folder, {}, now).has_value();
        },
        [this](bool canKill) { pane->offerKill(canKill); });
}

void PublishDialog::Private::killInstead()
{
    purpose = Purpose::Kill;
    dropSheet();
    if (before && !before->isKill()) {
        before.reset(); // another note, for another kind
    }
    step = Step::KindAndNote;
    begin();
}

/// What stands in the window is what is to be read: so it is saved first.
void PublishDialog::Private::readAgain()
{
    if (purpose == Purpose::Kill) {
        begin();
        return;
    }
    session.finishEdits();
    const Result<void> saved = session.isModified() ? session.disk().save() : Result<void>();
    if (saved) {
        begin();
    } else {
        pane->showError(saved.error());
    }
}

void PublishDialog::Private::showSteps(const Proposal &proposal)
{
    Q_ASSERT(sheet == nullptr);
    if (session.isModified() && purpose == Purpose::Publish) {
        takeAway(outdated()); // what would go out is not what the window shows
        return;
    }
    const session::SessionServices &services = session.services();
    PublishDraft draft = draftOf(proposal, services.initials, services.clock);
    if (before) {
        draft = carriedOver(*before, std::move(draft));
    }
    before.reset();
    const reading::ReadingPtr &now = session.reading().read;
    atFirst = now ? now->fingerprint : draft.proposal.subject.reading->fingerprint;
    sheet = new PublishSheet(std::move(draft), q);
    layout->addWidget(sheet);
    returnKey->watchButtons();
    connectSheet();
    sheet->setStep(step); // before it is shown: the keyboard goes where the step wants it
    layout->setCurrentWidget(sheet);
    Q_EMIT q->ready();
}

void PublishDialog::Private::connectSheet()
{
    connect(sheet, &PublishSheet::published, q, &PublishDialog::published);
    connect(sheet, &PublishSheet::outdated, q, [this](const Error &error) { takeAway(error); });
    connect(sheet, &PublishSheet::revealRequested, q, &PublishDialog::revealRequested);
    connect(sheet, &PublishSheet::fieldRequested, q, &PublishDialog::fieldRequested);
    connect(sheet, &PublishSheet::reviewRequested, q, &PublishDialog::reviewRequested);
    connect(sheet, &PublishSheet::cancelRequested, q, &QDialog::reject);
    connect(sheet, &PublishSheet::closeRequested, q, &QDialog::accept);
}

/// The steps go: they are of another story than the one that would go out.
void PublishDialog::Private::takeAway(const Error &error)
{
    if (purpose == Purpose::Kill) {
        return; // a kill is of no reading
    }
    if (sheet != nullptr && (sheet->isBusy() || sheet->isDone())) {
        return; // what is being written was judged; the gate looks for itself
    }
    showFailure(error);
}

void PublishDialog::Private::showFailure(const Error &error)
{
    reader.stop();
    dropSheet();
    pane->showError(error);
    layout->setCurrentWidget(pane);
}

void PublishDialog::Private::dropSheet()
{
    if (sheet != nullptr) {
        before = sheet->draft();
        step = sheet->step();
        sheet->hide();
        sheet->deleteLater(); // it may be what told us
        sheet = nullptr;
    }
}

PublishDialog::PublishDialog(session::StorySession &session, const story::Agency &agency,
                             Step start, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(this, session, agency))
{
    setWindowTitle(tr("Publish %1").arg(session.title()));
    setAccessibleName(windowTitle());
    d->returnKey = new look::ReturnKey(this);
    resize(sizeHint()); // left to itself a dialog takes the least height for its width
    d->step = start;
    d->begin();
}

PublishDialog::~PublishDialog() = default;

void PublishDialog::setSigning(const Signing &signing)
{
    d->reader.setSigning(signing);
}

void PublishDialog::setStep(Step step)
{
    d->step = step;
    if (d->sheet != nullptr) {
        d->sheet->setStep(step);
    }
}

void PublishDialog::killInstead()
{
    d->killInstead();
}

PublishDialog::Step PublishDialog::step() const
{
    return d->sheet != nullptr ? d->sheet->step() : d->step;
}

bool PublishDialog::isReady() const
{
    return d->sheet != nullptr;
}

QSize PublishDialog::sizeHint() const
{
    const QFontMetricsF metrics(font());
    const QSize wanted(look::units(metrics, 275), look::units(metrics, 186));
    const QScreen *shown = screen();
    return shown == nullptr ? wanted : wanted.boundedTo(shown->availableSize() * 0.94);
}

/// What cannot be taken back is not done by Return in passing, only by its button.
void PublishDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || step() != Step::Publish) {
        QDialog::keyPressEvent(event);
    }
}

void PublishDialog::reject()
{
    if (d->sheet == nullptr || !d->sheet->isBusy()) {
        QDialog::reject();
    }
}

} // namespace nutgraf::publish
