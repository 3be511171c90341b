// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/publish_sheet.h"

#include "ui/panels/row_view.h"
#include "ui/publish/checks_page.h"
#include "ui/publish/finish_page.h"
#include "ui/publish/kind_page.h"
#include "ui/publish/preview_page.h"
#include "ui/publish/steps.h"
#include "ui/publish/web_page.h"

#include <QHBoxLayout>
#include <QPushButton>
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

PublishSheet::PublishSheet(PublishDraft draft, QWidget *parent)
    : QWidget(parent),
      m_draft(std::move(draft)),
      m_steps(new panels::RowView(panels::RowDelegate::Density::Panel, this)),
      m_pages(new QStackedWidget(this)),
      m_footers(new QStackedWidget(this)),
      m_checks(new ChecksPage(m_draft, this)),
      m_web(new WebPage(m_draft, this)),
      m_finish(new FinishPage(m_draft, this)),
      m_all{m_checks, m_web, new KindPage(m_draft, this), new PreviewPage(m_draft, this), m_finish},
      m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    for (StepPage *page : m_all) {
        addPage(page);
    }
    build();
    m_steps->setFixedWidth(std::min(u(55), parent->sizeHint().width() / 4));
    connectPages();
}

void PublishSheet::addPage(StepPage *page)
{
    // On a small screen a page scrolls, and the buttons below it stay in sight.
    auto *room = new QScrollArea(m_pages);
    room->setAccessibleName(page->title());
    room->setFrameShape(QFrame::NoFrame);
    room->setFocusPolicy(Qt::NoFocus);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setWidgetResizable(true);
    room->setWidget(page);
    room->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_pages->addWidget(room);
    QWidget *footer = page->footer();
    auto *left = new QWidget(m_footers);
    auto *line = new QHBoxLayout(left);
    line->setContentsMargins(0, 0, 0, 0);
    if (footer != nullptr) {
        line->addWidget(footer);
    }
    line->addStretch(); // a footer's button keeps its own width
    m_footers->addWidget(left);
    connect(page, &StepPage::edited, this, [this] { follow(); });
}

void PublishSheet::build()
{
    m_steps->setAccessibleName(tr("Steps"));
    auto *left = new QWidget(this);
    left->setAutoFillBackground(true);
    left->setBackgroundRole(QPalette::AlternateBase);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, u(2.5), 0, 0);
    leftLayout->addWidget(m_steps);
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(left);
    top->addWidget(separator(QFrame::VLine, this));
    top->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top, 1);
    layout->addWidget(separator(QFrame::HLine, this));
    layout->addLayout(buildBottom());
}

QLayout *PublishSheet::buildBottom()
{
    m_back->setToolTip(tr("To the step before"));
    m_cancel->setToolTip(tr("Close without publishing"));
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_next->setDefault(true);
    m_footers->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(u(4), u(2.5), u(4), u(2.5));
    row->setSpacing(u(2));
    row->addWidget(m_footers, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addSpacing(u(2));
    row->addWidget(m_cancel);
    connect(m_back, &QPushButton::clicked, this,
            [this] { setStep(static_cast<Step>(static_cast<int>(m_step) - 1)); });
    connect(m_next, &QPushButton::clicked, this, [this] { advance(); });
    connect(m_cancel, &QPushButton::clicked, this, &PublishSheet::cancelRequested);
    return row;
}

void PublishSheet::connectPages()
{
    connect(m_steps, &panels::RowView::currentRowChanged, this, [this](const panels::Row *row) {
        if (row != nullptr && static_cast<Step>(row->id) != m_step) {
            setStep(static_cast<Step>(row->id));
        }
    });
    const auto leaveFor = [this](TextRange range) {
        Q_EMIT revealRequested(range);
        Q_EMIT cancelRequested();
    };
    connect(m_checks, &ChecksPage::revealRequested, this, leaveFor);
    connect(m_web, &WebPage::revealRequested, this, leaveFor);
    connect(m_checks, &ChecksPage::fieldRequested, this, [this](story::Field field) {
        Q_EMIT fieldRequested(field);
        Q_EMIT cancelRequested();
    });
    connect(m_checks, &ChecksPage::reviewRequested, this, [this] {
        Q_EMIT reviewRequested();
        Q_EMIT cancelRequested();
    });
    connect(m_checks, &ChecksPage::killRequested, this, [this] {
        m_draft.wanted.kind = format::PublicationKind::Kill;
        setStep(Step::KindAndNote);
    });
    connect(m_finish, &FinishPage::stateChanged, this, [this] {
        follow();
        if (m_finish->isDone()) {
            m_next->setFocus();
        }
    });
    connect(m_finish, &FinishPage::published, this, &PublishSheet::published);
    connect(m_finish, &FinishPage::outdated, this, &PublishSheet::outdated);
}

Progress PublishSheet::progress() const
{
    if (m_finish->isBusy()) {
        return Progress::Busy;
    }
    return m_finish->isDone() ? Progress::Done : Progress::Preparing;
}

bool PublishSheet::mayAdvance() const
{
    switch (m_step) {
    case Step::Checks:
        return m_draft.isGateOpen();
    case Step::WebEdition:
        return m_draft.isWebReady();
    case Step::KindAndNote:
        return m_draft.isKindReady();
    case Step::Preview:
        return true;
    case Step::Publish:
        break;
    }
    return progress() == Progress::Done || (progress() == Progress::Preparing && m_draft.isReady());
}

void PublishSheet::setStep(Step wanted)
{
    if (progress() != Progress::Preparing) {
        wanted = Step::Publish; // what is being written or out cannot be edited any more
    }
    m_step = wanted;
    const int index = static_cast<int>(m_step);
    StepPage *page = m_all.at(static_cast<std::size_t>(index));
    page->refresh();
    m_pages->setCurrentIndex(index);
    m_footers->setCurrentIndex(index);
    const bool hadSteps = m_steps->hasFocus();
    follow();
    if (hadSteps) {
        return;
    }
    if (m_step == Step::Checks && mayAdvance()) {
        m_next->setFocus(); // checks that passed hold nobody up
    } else if (m_step == Step::Publish && mayAdvance()) {
        m_next->setFocus(); // only there does a key publish
    } else {
        page->focusContent();
    }
}

void PublishSheet::follow() const
{
    const Progress now = progress();
    // The rows are told which step is current here; they must not answer with the one before.
    const QSignalBlocker quiet(m_steps);
    m_steps->setRows(stepRows(m_draft, m_step, now));
    const QModelIndex current = m_steps->rows().index(static_cast<int>(m_step), 0);
    if (m_steps->currentIndex() != current) {
        m_steps->makeCurrent(current);
    }
    const bool isDone = now == Progress::Done;
    m_back->setVisible(!isDone);
    m_back->setEnabled(m_step != Step::Checks && now == Progress::Preparing);
    if (isDone) {
        m_next->setText(tr("Close"));
    } else {
        m_next->setText(m_step == Step::Publish ? publishWords(m_draft) : nextWords(m_step));
    }
    m_next->setToolTip(m_next->text());
    m_next->setEnabled(mayAdvance());
    m_cancel->setVisible(!isDone);
    m_cancel->setEnabled(now == Progress::Preparing);
}

void PublishSheet::advance()
{
    if (progress() == Progress::Done) {
        Q_EMIT closeRequested();
    } else if (m_step == Step::Publish) {
        m_finish->publishNow();
    } else {
        setStep(static_cast<Step>(static_cast<int>(m_step) + 1));
    }
}

Step PublishSheet::step() const
{
    return m_step;
}

const PublishDraft &PublishSheet::draft() const
{
    return m_draft;
}

bool PublishSheet::isBusy() const
{
    return progress() == Progress::Busy;
}

bool PublishSheet::isDone() const
{
    return progress() == Progress::Done;
}

int PublishSheet::u(double times) const
{
    return look::units(QFontMetricsF(font()), times);
}

} // namespace nutgraf::publish
