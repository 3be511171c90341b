// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/web_page.h"

#include "messages/messages.h"
#include "text/diff.h"
#include "ui/look/fonts.h"
#include "ui/look/labels.h"
#include "ui/look/tokens.h"
#include "ui/look/wrapping_list.h"
#include "ui/publish/length_bar.h"
#include "ui/publish/unit_delegate.h"
#include "ui/publish/unit_model.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

namespace nutgraf::publish {

namespace {

QHBoxLayout *headLine(QLabel *title, QLabel *aside)
{
    auto *line = new QHBoxLayout;
    line->addWidget(title);
    line->addStretch();
    line->addWidget(aside);
    return line;
}

} // namespace

WebPage::WebPage(PublishDraft &draft, QWidget *parent)
    : StepPage(draft, tr("Web edition"), parent), m_panes(new QWidget(this))
{
    setExplanation(tr("Pick what the website shows. A quote always travels with its speaker; the "
                      "wire edition carries the full story."));
    auto *panes = new QHBoxLayout(m_panes);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(u(4.5));
    panes->addWidget(buildUnits(), 10);
    panes->addWidget(buildShown(), 9);
    content().addWidget(m_panes, 1);
    buildFooter();
}

QWidget *WebPage::buildUnits()
{
    auto *side = new QWidget(m_panes);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    m_picked = new look::SecondaryLabel(side);
    layout->addLayout(headLine(look::boldLabel(tr("From the story"), side), m_picked));
    m_list = new look::WrappingList(side);
    m_units = new UnitModel(draft(), m_list);
    m_list->setModel(m_units);
    m_list->setItemDelegate(new UnitDelegate(m_list));
    m_list->setAccessibleName(tr("Sentences of the story"));
    layout->addWidget(m_list, 1);
    auto *goTo = new QAction(tr("Show in Story"), m_list);
    m_list->addAction(goTo);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(goTo, &QAction::triggered, this, [this] {
        if (m_list->currentIndex().isValid()) {
            Q_EMIT revealRequested(m_units->unit(m_list->currentIndex().row()).range);
        }
    });
    connect(m_units, &UnitModel::picked, this, [this] {
        showSelection();
        Q_EMIT edited();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &WebPage::showCurrent);
    return side;
}

QWidget *WebPage::buildShown()
{
    auto *side = new QWidget(m_panes);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(headLine(look::boldLabel(tr("What the website shows"), side),
                               new look::SecondaryLabel(side, tr("read-only"))));
    m_shown = new QTextEdit(side);
    compare::makeReadingPage(*m_shown);
    m_shown->setAccessibleName(tr("What the website shows"));
    m_shown->setToolTip(tr("Click a sentence to see where it stands in the story"));
    m_shown->viewport()->installEventFilter(this);
    layout->addWidget(m_shown, 1);
    auto *length = new QHBoxLayout;
    m_bar = new LengthBar(side);
    m_words = new QLabel(side);
    length->addWidget(m_bar, 1);
    length->addSpacing(u(2));
    length->addWidget(m_words);
    layout->addSpacing(u(2));
    layout->addLayout(length);
    m_remark = new look::SecondaryLabel(side);
    m_remark->setWordWrap(true);
    layout->addWidget(m_remark);
    return side;
}

void WebPage::buildFooter()
{
    m_footer = new QWidget(this);
    auto *layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(0, 0, 0, 0);
    m_hasWeb = new QCheckBox(tr("Publish a web edition"), m_footer);
    m_hasWeb->setToolTip(tr("Without it only subscribers get the story"));
    m_suggest = new QToolButton(m_footer);
    m_suggest->setText(tr("Suggest again"));
    m_suggest->setIcon(QIcon::fromTheme(QStringLiteral("view-refresh")));
    m_suggest->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_suggest->setAutoRaise(true);
    m_suggest->setFocusPolicy(Qt::StrongFocus);
    m_suggest->setToolTip(tr("Pick anew by weight, up to the target length"));
    layout->addWidget(m_hasWeb);
    layout->addSpacing(u(4));
    layout->addWidget(m_suggest);
    layout->addStretch();
    connect(m_hasWeb, &QCheckBox::toggled, this, [this](bool isOn) {
        draft().wanted.isOnWeb = isOn;
        m_panes->setEnabled(isOn);
        m_suggest->setEnabled(isOn);
        Q_EMIT edited();
    });
    connect(m_suggest, &QToolButton::clicked, this, &WebPage::suggestAgain);
}

void WebPage::refresh()
{
    m_hasWeb->setChecked(draft().wanted.isOnWeb);
    m_hasWeb->setEnabled(!draft().isKill());
    m_suggest->setEnabled(draft().wanted.isOnWeb && !draft().isKill());
    m_panes->setEnabled(draft().wanted.isOnWeb && !draft().isKill());
    m_units->refresh();
    showSelection();
}

void WebPage::focusContent()
{
    if (!m_list->currentIndex().isValid() && m_units->rowCount() > 0) {
        m_list->setCurrentIndex(m_units->index(0));
    }
    m_list->setFocus();
}

QWidget *WebPage::footer()
{
    return m_footer;
}

void WebPage::suggestAgain()
{
    draft().selection =
        summary::suggest(draft().proposal.units, draft().proposal.subject.agency.webTargetWords);
    draft().isSuggested = true;
    m_units->refresh();
    showSelection();
    Q_EMIT edited();
}

void WebPage::showSelection()
{
    m_summary = draft().summary();
    const story::Agency &agency = draft().proposal.subject.agency;
    const int target = agency.webTargetWords;
    story::Story shown = draft().story();
    shown.body = m_summary.body;
    const int scrolled = m_shown->verticalScrollBar()->value();
    m_map = compare::typeset(*m_shown->document(), shown,
                             {.aboveHeadline = {}, .notice = webNotice(draft().story(), agency)},
                             palette());
    // Setting the text left the caret at its end, and the page would follow it there.
    m_shown->moveCursor(QTextCursor::Start);
    m_shown->verticalScrollBar()->setValue(scrolled);
    m_picked->setText(
        tr("%1 of %2 picked").arg(draft().selection.size()).arg(draft().proposal.units.size()));
    m_bar->setWords(m_summary.words, target);
    m_words->setTextFormat(Qt::RichText);
    m_words->setText(tr("<b>%1</b> of %2 words").arg(m_summary.words).arg(target));
    m_remark->setText(remark());
    showCurrent();
}

QString WebPage::remark() const
{
    if (draft().isKill()) {
        return draft().proposal.hasWeb(draft().choice())
            ? tr("The page stays and says that the story was withdrawn.")
            : tr("There is no web edition to withdraw.");
    }
    if (draft().selection.empty() && !draft().proposal.isHeadlineOnly) {
        return tr("Nothing is picked: the web edition would be empty.");
    }
    int dates = 0;
    int names = 0;
    for (const int index : draft().selection) {
        for (const summary::UnitNote note :
             draft().proposal.units[static_cast<std::size_t>(index)].notes) {
            dates += note == summary::UnitNote::DateMadeAbsolute ? 1 : 0;
            names += note == summary::UnitNote::PronounReplaced
                    || note == summary::UnitNote::NameCompleted
                ? 1
                : 0;
        }
    }
    QStringList parts = messages::remarks(draft().proposal, draft().choice());
    if (dates > 0) {
        parts.append(tr("%n dates made absolute.", nullptr, dates));
    }
    if (names > 0) {
        parts.append(tr("%n names completed.", nullptr, names));
    }
    if (draft().wordsOver() > 0) {
        parts.append(tr("%n words more than the target.", nullptr, draft().wordsOver()));
    }
    parts.append(tr("The notice is added once."));
    return parts.join(u' ');
}

void WebPage::showCurrent()
{
    const look::Colours &colours = look::colours(palette());
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](TextRange inBody, const QTextCharFormat &format) {
        const int begin = compare::toDocument(m_map, inBody.begin);
        const int end = compare::toDocument(m_map, inBody.end);
        if (begin >= 0 && end > begin) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_shown->document());
            mark.cursor.setPosition(begin);
            mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
            mark.format = format;
            marks.append(mark);
        }
    };
    QTextCharFormat chosen;
    chosen.setBackground(colours.select);
    QTextCharFormat replaced;
    replaced.setBackground(colours.ins);
    replaced.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    replaced.setUnderlineColor(colours.insLine);
    const int current = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    const QString &text = draft().reading.snapshot ? draft().reading.snapshot->text : QString();
    for (const summary::Summary::Piece &piece : m_summary.pieces) {
        if (piece.unit == current) {
            add(piece.inBody, chosen);
        }
        const QStringView printed = piece.inBody.in(m_summary.body);
        for (const text::DiffPiece &part : text::diffWords(piece.inStory.in(text), printed)) {
            if (part.kind == text::DiffKind::Inserted) {
                add(part.after.shifted(piece.inBody.begin), replaced);
            }
        }
    }
    m_shown->setExtraSelections(marks);
}

void WebPage::chooseAt(const QPoint &place)
{
    const qsizetype at = compare::toBody(m_map, m_shown->cursorForPosition(place).position());
    for (const summary::Summary::Piece &piece : m_summary.pieces) {
        if (at >= 0 && piece.inBody.contains(at)) {
            const QModelIndex index = m_units->index(piece.unit);
            m_list->setCurrentIndex(index);
            m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
        }
    }
}

bool WebPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_shown->viewport() && event->type() == QEvent::MouseButtonRelease) {
        chooseAt(static_cast<QMouseEvent *>(event)->position().toPoint());
    }
    return StepPage::eventFilter(watched, event);
}

void WebPage::changeEvent(QEvent *event)
{
    StepPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_shown != nullptr && isVisible()) {
        showSelection();
    }
}

} // namespace nutgraf::publish
