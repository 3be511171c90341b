// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/version_section.h"

#include "jobs/off_thread.h"
#include "messages/messages.h"
#include "ui/panels/reason_card.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace nutgraf::panels {

VersionSection::VersionSection(QWidget *parent)
    : QWidget(parent),
      m_list(new RowView(RowDelegate::Density::Panel, this)),
      m_outcome(new ReasonCard(this))
{
    m_list->setAccessibleName(tr("Versions"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_outcome);
    m_outcome->hide();
    buildButtons(*layout);
    connect(m_list, &RowView::currentRowChanged, this, &VersionSection::enableButtons);
    connect(m_list, &RowView::chosen, this, [this](const Row &row) {
        if (row.id > 0) {
            Q_EMIT openRequested(row.id);
        }
    });
    fill();
}

void VersionSection::buildButtons(QLayout &layout)
{
    m_compare = new QPushButton(tr("Compare"), this);
    m_compare->setToolTip(tr("Compare the chosen version with the one before it"));
    m_restore = new QPushButton(tr("Restore as draft…"), this);
    m_restore->setToolTip(tr("Make the chosen version's text the draft; it can be undone"));
    m_verify = new QPushButton(tr("Verify"), this);
    m_verify->setToolTip(tr("Recompute the hashes of all published files"));
    const int u = look::units(QFontMetricsF(font()), 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(3 * u, 2 * u, 3 * u, 2 * u);
    row->setSpacing(qRound(1.5 * u));
    row->addWidget(m_compare);
    row->addWidget(m_restore);
    row->addStretch();
    row->addWidget(m_verify);
    static_cast<QVBoxLayout &>(layout).addLayout(row);
    connect(m_compare, &QPushButton::clicked, this, &VersionSection::compare);
    connect(m_restore, &QPushButton::clicked, this,
            [this] { Q_EMIT restoreRequested(currentVersion()); });
    connect(m_verify, &QPushButton::clicked, this, &VersionSection::verify);
}

void VersionSection::load(const QString &storyFolder, const QString &draftPath)
{
    const int number = ++m_reading;
    m_verification.reset();
    m_outcome->hide();
    if (storyFolder.isEmpty()) {
        m_state = {};
        fill();
        Q_EMIT loaded();
        return;
    }
    jobs::offThread(
        this, [storyFolder, draftPath] { return readVersions(storyFolder, draftPath); },
        [this, number](VersionsState state) {
            if (number == m_reading) {
                m_state = std::move(state);
                fill();
                Q_EMIT loaded();
            }
        });
}

void VersionSection::fill()
{
    m_list->setRows(versionRows(m_state, m_verification));
    if (m_state.error) {
        const messages::Message message = messages::describe(*m_state.error);
        m_outcome->setContent(look::Shape::Blocks, message.what,
                              (message.where + u'\n' + message.remedy).trimmed());
        m_outcome->show();
    }
    enableButtons();
}

int VersionSection::newestVersion() const
{
    return m_state.versions.empty() ? 0 : m_state.versions.back().version;
}

bool VersionSection::isDamaged() const
{
    return m_state.error.has_value();
}

RowView &VersionSection::list() const
{
    return *m_list;
}

int VersionSection::currentVersion() const
{
    const Row *row = m_list->currentRow();
    return row != nullptr ? row->id : -1;
}

void VersionSection::enableButtons()
{
    const int version = currentVersion();
    m_compare->setEnabled(version >= 0 && newestVersion() > 0);
    m_restore->setEnabled(version > 0);
    m_verify->setEnabled(newestVersion() > 0);
}

void VersionSection::compare()
{
    const int version = currentVersion();
    if (version > 1) {
        Q_EMIT compareRequested(version - 1, version);
    } else { // the first has none before it: both it and the draft are compared with the draft
        Q_EMIT compareRequested(version == 1 ? 1 : newestVersion(), 0);
    }
}

void VersionSection::verify()
{
    m_verify->setEnabled(false);
    const QString folder = m_state.storyFolder;
    const int number = m_reading;
    jobs::offThread(
        this, [folder] { return publish::verify(folder); },
        [this, number](const std::vector<Error> &faults) {
            if (number == m_reading) {
                m_verification = faults;
                fill();
                showOutcome(faults);
                Q_EMIT verified(static_cast<int>(faults.size()));
            }
        });
}

void VersionSection::showOutcome(const std::vector<Error> &faults)
{
    QStringList lines;
    for (const Error &fault : faults) {
        const messages::Message message = messages::describe(fault);
        lines.append(message.where.isEmpty()
                         ? message.what
                         : QStringLiteral("%1: %2").arg(message.where, message.what));
    }
    const int versions = static_cast<int>(m_state.versions.size());
    if (faults.empty()) {
        m_outcome->setContent(look::Shape::Published,
                              tr("%n versions as published", nullptr, versions),
                              tr("Every file has the hash that was written down for it."));
    } else {
        m_outcome->setContent(
            look::Shape::Blocks,
            tr("%n files not as published", nullptr, static_cast<int>(faults.size())),
            lines.mid(0, 4).join(u'\n'));
        m_outcome->setToolTip(lines.join(u'\n'));
    }
    m_outcome->show();
}

} // namespace nutgraf::panels
