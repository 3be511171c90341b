// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/checks_page.h"

#include "ui/look/labels.h"
#include "ui/panels/finding_rows.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace nutgraf::publish {

namespace {

/// The stretch of the snapshot that shows `field`, if it is one of its segments.
TextRange rangeOfField(const analysis::Snapshot &snapshot, story::Field field)
{
    if (field != story::Field::Headline && field != story::Field::Deck) {
        return {};
    }
    const auto role = field == story::Field::Headline ? analysis::SegmentRole::Headline
                                                      : analysis::SegmentRole::Deck;
    const auto segment = std::ranges::find(snapshot.segments, role, &analysis::Segment::role);
    return segment == snapshot.segments.end() ? TextRange() : segment->range;
}

} // namespace

ChecksPage::ChecksPage(PublishDraft &draft, QWidget *parent)
    : StepPage(draft, tr("Checks"), parent),
      m_list(new panels::RowView(panels::RowDelegate::Density::Sheet, this)),
      m_override(new QWidget(this))
{
    m_list->setAccessibleName(tr("Findings"));
    m_list->setFrameShape(QFrame::StyledPanel);
    content().addWidget(m_list, 1);
    buildOverride();
    buildFooter();
    connect(m_list, &panels::RowView::chosen, this, &ChecksPage::goTo);
}

void ChecksPage::buildOverride()
{
    m_publishAnyway = new QCheckBox(tr("Publish all the same, and write why"), m_override);
    m_publishAnyway->setToolTip(tr("Publish although a finding blocks it"));
    m_reason = new QLineEdit(m_override);
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason for publishing all the same"));
    m_reason->setToolTip(tr("Kept in the version's manifest for good"));
    m_reason->setEnabled(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_publishAnyway);
    line->addSpacing(u(1));
    line->addWidget(new look::SecondaryLabel(
                        m_override, tr("kept in the version’s manifest, with your initials")),
                    1);
    auto *layout = new QVBoxLayout(m_override);
    layout->setContentsMargins(0, u(2), 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_reason);
    content().addWidget(m_override);
    connect(m_publishAnyway, &QCheckBox::toggled, this, [this](bool isOn) {
        draft().isOverridden = isOn;
        m_reason->setEnabled(isOn);
        if (isOn) {
            m_reason->setFocus();
        }
        Q_EMIT edited();
    });
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &reason) {
        draft().overrideReason = reason;
        Q_EMIT edited();
    });
}

void ChecksPage::buildFooter()
{
    m_footer = new QWidget(this);
    auto *layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u(2));
    m_reviewThese = new QPushButton(m_footer);
    m_reviewThese->setToolTip(tr("Close and open the list of attributions"));
    m_kill = new QPushButton(tr("Kill the story…"), m_footer);
    m_kill->setObjectName(QStringLiteral("kill"));
    m_kill->setToolTip(tr("Withdraw what was published; no check holds that up"));
    for (QPushButton *button : {m_reviewThese, m_kill}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(m_reviewThese, &QPushButton::clicked, this, &ChecksPage::reviewRequested);
    connect(m_kill, &QPushButton::clicked, this, &ChecksPage::killRequested);
}

QString ChecksPage::explanation() const
{
    const QString signer = draft().wanted.signedBy.isEmpty()
        ? QString()
        : tr(" Signing: %1.").arg(draft().wanted.signedBy);
    return (draft().isKill() ? tr("A kill goes out whatever the checks say.")
                             : tr("A story goes out when every quote has a source; what is to be "
                                  "confirmed does not stop it."))
        + signer;
}

void ChecksPage::refresh()
{
    setExplanation(explanation());
    m_list->setEmptyText(draft().isRead() ? tr("Nothing to remark: this story may go out.")
                                          : tr("A kill is of no reading: nothing was checked."));
    m_list->setRows(panels::findingRows(draft().reading, tr("Go to")));
    m_override->setVisible(draft().blocking() > 0 && !draft().isKill());
    m_kill->setVisible(
        !draft().isKill()
        && std::ranges::contains(draft().proposal.kinds, format::PublicationKind::Kill));
    showOpenUnits();
}

void ChecksPage::showOpenUnits()
{
    int open = 0;
    for (const review::Finding &finding : draft().reading.findings) {
        const bool isOfUnit =
            finding.attribution >= 0 && finding.level != review::FindingLevel::Note;
        open += isOfUnit || finding.id == review::CheckId::NotConfirmed ? finding.count : 0;
    }
    m_reviewThese->setText(tr("Review these %n", nullptr, open));
    m_reviewThese->setVisible(open > 0);
}

void ChecksPage::focusContent()
{
    const QModelIndex group = m_list->rows().index(0, 0);
    if (!m_list->currentIndex().isValid() && group.isValid()) {
        m_list->makeCurrent(m_list->rows().index(0, 0, group));
    }
    m_list->setFocus();
}

QWidget *ChecksPage::footer()
{
    return m_footer;
}

void ChecksPage::goTo(const panels::Row &row)
{
    const review::Finding &finding = draft().reading.findings[static_cast<std::size_t>(row.id)];
    TextRange range = row.range;
    if (range.isEmpty() && finding.field) {
        range = rangeOfField(*draft().reading.snapshot, *finding.field);
    }
    if (!range.isEmpty()) {
        Q_EMIT revealRequested(range);
    } else if (finding.field) {
        Q_EMIT fieldRequested(*finding.field);
    }
}

} // namespace nutgraf::publish
