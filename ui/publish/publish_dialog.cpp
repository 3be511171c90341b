// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/publish_dialog.h"

#include "ui/look/return_key.h"
#include "ui/panels/row_view.h"
#include "ui/publish/checks_page.h"
#include "ui/publish/finish_page.h"
#include "ui/publish/kind_page.h"
#include "ui/publish/preview_page.h"
#include "ui/publish/steps.h"
#include "ui/publish/web_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace nutgraf::publish {

namespace {

/// A line between panes.
QFrame *separator(QFrame::Shape shape, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

struct PublishDialog::Private {
    Private(PublishDialog *dialog, const session::StorySession &session,
            const story::Agency &agency);

    void addPage(StepPage *page);
    void build();
    [[nodiscard]] QLayout *buildBottom();
    void connectPages();
    void show(Step wanted);
    void follow() const;
    void advance();
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] bool mayAdvance() const;
    [[nodiscard]] int u(double times) const
    {
        return look::units(QFontMetricsF(q->font()), times);
    }

    PublishDialog *q;
    PublishDraft draft;
    Step step = Step::Checks;
    panels::RowView *steps;
    QStackedWidget *pages;
    QStackedWidget *footers;
    ChecksPage *checks;
    WebPage *web;
    FinishPage *finish;
    std::array<StepPage *, 5> all;
    QPushButton *back;
    QPushButton *next;
    QPushButton *cancel;
};

PublishDialog::Private::Private(PublishDialog *dialog, const session::StorySession &session,
                                const story::Agency &agency)
    : q(dialog),
      draft(draftOf(session, agency)),
      steps(new panels::RowView(panels::RowDelegate::Density::Panel, dialog)),
      pages(new QStackedWidget(dialog)),
      footers(new QStackedWidget(dialog)),
      checks(new ChecksPage(draft, dialog)),
      web(new WebPage(draft, dialog)),
      finish(new FinishPage(draft, dialog)),
      all{checks, web, new KindPage(draft, dialog), new PreviewPage(draft, dialog), finish},
      back(new QPushButton(PublishDialog::tr("Back"), dialog)),
      next(new QPushButton(dialog)),
      cancel(new QPushButton(PublishDialog::tr("Cancel"), dialog))
{
    for (StepPage *page : all) {
        addPage(page);
    }
    build();
    connectPages();
}

void PublishDialog::Private::addPage(StepPage *page)
{
    // On a small screen a page scrolls, and the buttons below it stay in sight.
    auto *room = new QScrollArea(pages);
    room->setAccessibleName(page->title());
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setWidgetResizable(true);
    room->setWidget(page);
    room->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    pages->addWidget(room);
    QWidget *footer = page->footer();
    auto *left = new QWidget(footers);
    auto *line = new QHBoxLayout(left);
    line->setContentsMargins(0, 0, 0, 0);
    if (footer != nullptr) {
        line->addWidget(footer);
    }
    line->addStretch(); // a footer's button keeps its own width
    footers->addWidget(left);
    QObject::connect(page, &StepPage::edited, q, [this] { follow(); });
}

void PublishDialog::Private::build()
{
    steps->setAccessibleName(PublishDialog::tr("Steps"));
    auto *left = new QWidget(q);
    left->setAutoFillBackground(true);
    left->setBackgroundRole(QPalette::AlternateBase);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, u(2.5), 0, 0);
    leftLayout->addWidget(steps);
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(left);
    top->addWidget(separator(QFrame::VLine, q));
    top->addWidget(pages, 1);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top, 1);
    layout->addWidget(separator(QFrame::HLine, q));
    layout->addLayout(buildBottom());
}

QLayout *PublishDialog::Private::buildBottom()
{
    back->setToolTip(PublishDialog::tr("To the step before"));
    cancel->setToolTip(PublishDialog::tr("Close without publishing"));
    back->setAutoDefault(false);
    cancel->setAutoDefault(false);
    next->setDefault(true);
    footers->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(u(4), u(2.5), u(4), u(2.5));
    row->setSpacing(u(2));
    row->addWidget(footers, 1);
    row->addWidget(back);
    row->addWidget(next);
    row->addSpacing(u(2));
    row->addWidget(cancel);
    QObject::connect(back, &QPushButton::clicked, q,
                     [this] { show(static_cast<Step>(static_cast<int>(step) - 1)); });
    QObject::connect(next, &QPushButton::clicked, q, [this] { advance(); });
    QObject::connect(cancel, &QPushButton::clicked, q, &QDialog::reject);
    return row;
}

void PublishDialog::Private::connectPages()
{
    QObject::connect(steps, &panels::RowView::currentRowChanged, q, [this](const panels::Row *row) {
        if (row != nullptr && static_cast<Step>(row->id) != step) {
            show(static_cast<Step>(row->id));
        }
    });
    const auto leaveFor = [this](TextRange range) {
        Q_EMIT q->revealRequested(range);
        q->reject();
    };
    QObject::connect(checks, &ChecksPage::revealRequested, q, leaveFor);
    QObject::connect(web, &WebPage::revealRequested, q, leaveFor);
    QObject::connect(checks, &ChecksPage::fieldRequested, q, [this](story::Field field) {
        Q_EMIT q->fieldRequested(field);
        q->reject();
    });
    QObject::connect(checks, &ChecksPage::reviewRequested, q, [this] {
        Q_EMIT q->reviewRequested();
        q->reject();
    });
    QObject::connect(finish, &FinishPage::stateChanged, q, [this] {
        follow();
        if (finish->isDone()) {
            next->setFocus();
        }
    });
    QObject::connect(finish, &FinishPage::published, q, &PublishDialog::published);
}

Progress PublishDialog::Private::progress() const
{
    if (finish->isBusy()) {
        return Progress::Busy;
    }
    return finish->isDone() ? Progress::Done : Progress::Preparing;
}

bool PublishDialog::Private::mayAdvance() const
{
    switch (step) {
    case Step::Checks:
        return draft.isGateOpen();
    case Step::WebEdition:
        return draft.isWebReady();
    case Step::KindAndNote:
        return draft.isKindReady();
    case Step::Preview:
        return true;
    case Step::Publish:
        break;
    }
    return progress() == Progress::Done || (progress() == Progress::Preparing && draft.isReady());
}

void PublishDialog::Private::show(Step wanted)
{
    if (progress() != Progress::Preparing) {
        wanted = Step::Publish; // what is being written or out cannot be edited any more
    }
    step = wanted;
    const int index = static_cast<int>(step);
    StepPage *page = all.at(static_cast<std::size_t>(index));
    page->refresh();
    pages->setCurrentIndex(index);
    footers->setCurrentIndex(index);
    const bool hadSteps = steps->hasFocus();
    follow();
    if (hadSteps) {
        return;
    }
    if (step == Step::Checks && mayAdvance()) {
        next->setFocus(); // checks that passed hold nobody up
    } else if (step == Step::Publish && mayAdvance()) {
        next->setFocus(); // only there does a key publish
    } else {
        page->focusContent();
    }
}

void PublishDialog::Private::follow() const
{
    const Progress now = progress();
    // The rows are told which step is current here; they must not answer with the one before.
    const QSignalBlocker quiet(steps);
    steps->setRows(stepRows(draft, step, now));
    const QModelIndex current = steps->rows().index(static_cast<int>(step), 0);
    if (steps->currentIndex() != current) {
        steps->makeCurrent(current);
    }
    const bool isDone = now == Progress::Done;
    back->setVisible(!isDone);
    back->setEnabled(step != Step::Checks && now == Progress::Preparing);
    if (isDone) {
        next->setText(PublishDialog::tr("Close"));
    } else {
        next->setText(step == Step::Publish ? publishWords(draft) : nextWords(step));
    }
    next->setToolTip(next->text());
    next->setEnabled(mayAdvance());
    cancel->setVisible(!isDone);
    cancel->setEnabled(now == Progress::Preparing);
}

void PublishDialog::Private::advance()
{
    if (progress() == Progress::Done) {
        q->accept();
    } else if (step == Step::Publish) {
        finish->publishNow();
    } else {
        show(static_cast<Step>(static_cast<int>(step) + 1));
    }
}

PublishDialog::PublishDialog(session::StorySession &session, const story::Agency &agency,
                             Step start, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(this, session, agency))
{
    setWindowTitle(tr("Publish %1").arg(session.title()));
    setAccessibleName(windowTitle());
    new look::ReturnKey(this);
    d->steps->setFixedWidth(std::min(d->u(55), sizeHint().width() / 4));
    resize(sizeHint()); // left to itself a dialog takes the least height for its width
    d->show(start);
}

PublishDialog::~PublishDialog() = default;

void PublishDialog::setStep(Step step)
{
    d->show(step);
}

PublishDialog::Step PublishDialog::step() const
{
    return d->step;
}

QSize PublishDialog::sizeHint() const
{
    const QSize wanted(d->u(275), d->u(186));
    const QScreen *shown = screen();
    return shown == nullptr ? wanted : wanted.boundedTo(shown->availableSize() * 0.94);
}

/// What cannot be taken back is not done by Return in passing, only by its button.
void PublishDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || d->step != Step::Publish) {
        QDialog::keyPressEvent(event);
    }
}

void PublishDialog::reject()
{
    if (!d->finish->isBusy()) {
        QDialog::reject();
    }
}

} // namespace nutgraf::publish
