// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/outbox_dialog.h"

#include "base/folders.h"
#include "delivery/by_hand.h"
#include "messages/messages.h"
#include "publish/manifest.h"
#include "story/folders.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"
#include "ui/outbox/outbox_work.h"
#include "ui/waiting/patience.h"

#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nutgraf::outbox {

using namespace Qt::StringLiterals;
using delivery::Delivery;
using delivery::State;

namespace {

enum Column { Story, Version, Outlet, Tries, What };

constexpr int LabelRole = Qt::UserRole;
constexpr int StateRole = Qt::UserRole + 1;

/// What needs somebody stands first.
int rank(State state)
{
    return state == State::Failed ? 0 : state == State::Waiting ? 1 : 2;
}

/// The slugs that the stories in `folder` went out with, by guid.
void addSlugs(const QString &folder, QHash<QString, QString> &slugs)
{
    const Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries) {
        return; // its deliveries are named by their ids
    }
    for (const FolderEntry &entry : *entries) {
        const auto versions = publish::versions(folder + u'/' + entry.name);
        if (versions && !versions->empty()) {
            slugs.insert(versions->back().guid, versions->back().slug);
        }
    }
}

QTreeWidgetItem *itemOf(const Delivery &delivery, const QString &slug)
{
    auto *item = new QTreeWidgetItem;
    const QString id = delivery::label(delivery.key).section(u'/', 0, 0);
    item->setText(Story, slug.isEmpty() ? id : slug);
    item->setToolTip(Story, id);
    item->setText(Version, QLocale().toString(delivery.key.version));
    item->setText(Outlet, delivery.key.outlet);
    item->setText(Tries, QLocale().toString(delivery.attempts));
    item->setText(What, messages::describe(delivery));
    item->setToolTip(What, item->text(What));
    item->setData(Story, LabelRole, delivery::label(delivery.key));
    item->setData(Story, StateRole, static_cast<int>(delivery.state));
    return item;
}

/// What needs somebody first, else as they came.
std::vector<Delivery> inOrder(const delivery::Outbox &outbox)
{
    std::vector<Delivery> all;
    for (const delivery::Consignment &story : outbox.stories) {
        all.insert(all.end(), story.box.deliveries.begin(), story.box.deliveries.end());
    }
    std::ranges::stable_sort(all, {}, [](const Delivery &one) { return rank(one.state); });
    return all;
}

Result<std::vector<Delivery>> retryOne(const QString &desk, const QString &name, const Clock &)
{
    return delivery::retry(desk, name);
}

} // namespace

struct OutboxDialog::Contents {
    delivery::Outbox outbox;
    QHash<QString, QString> slugs; ///< by guid
};

OutboxDialog::Contents OutboxDialog::contentsOf(const QString &desk)
{
    Contents contents{delivery::readOutbox(desk), {}};
    if (!contents.outbox.stories.empty()) {
        const story::DeskFolder folder(desk);
        addSlugs(folder.stories(), contents.slugs);
        addSlugs(folder.spiked(), contents.slugs);
    }
    return contents;
}

OutboxDialog::OutboxDialog(OutboxWork &work, QWidget *parent)
    : QDialog(parent),
      m_work(work),
      m_list(new QTreeWidget),
      m_told(new QLabel),
      m_send(new QPushButton(tr("&Send now"))),
      m_retry(new QPushButton(tr("&Try again"))),
      m_cancel(new QPushButton(tr("&Give up")))
{
    setWindowTitle(tr("Outbox"));
    new look::ReturnKey(this);
    m_list->setAccessibleName(tr("Deliveries"));
    m_list->setHeaderLabels({tr("Story"), tr("Version"), tr("Outlet"), tr("Tries"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    m_send->setToolTip(tr("Sends what waits to the outlets of desk.json; from then on what you "
                          "publish goes out by itself, until another desk is opened"));
    m_retry->setToolTip(tr("Sends the chosen one again now"));
    m_cancel->setToolTip(tr("Sends the chosen one no more; later versions still go out"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_send, QDialogButtonBox::ActionRole);
    buttons->addButton(m_retry, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_told);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OutboxDialog::showChosen);
    connect(m_send, &QPushButton::clicked, &m_work, &OutboxWork::allow);
    connect(m_retry, &QPushButton::clicked, this, [this] { change(&retryOne); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { change(&delivery::cancel); });
    connect(&m_work, &OutboxWork::countsChanged, this, &OutboxDialog::fill);
    connect(&m_work, &OutboxWork::looked, this, &OutboxDialog::fill);
    fill();
    const QFontMetricsF metrics(font());
    resize(look::units(metrics, 190), look::units(metrics, 110));
}

/// Rounds end while an earlier look is still under way: the newest counts.
void OutboxDialog::fill()
{
    m_looking.submit([this, desk = m_work.desk()](const jobs::Cancelled &) -> jobs::Reply {
        return [this, contents = contentsOf(desk)] {
            show(contents);
        };
    });
}

void OutboxDialog::show(const Contents &contents)
{
    const delivery::Outbox &outbox = contents.outbox;
    const QTreeWidgetItem *before = m_list->currentItem();
    const QString chosen =
        before == nullptr ? QString() : before->data(Story, LabelRole).toString();
    m_list->clear();
    for (const Delivery &one : inOrder(outbox)) {
        auto *item = itemOf(one, contents.slugs.value(one.key.guid));
        m_list->addTopLevelItem(item);
        if (item->data(Story, LabelRole) == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    for (const Column column : {Story, Version, Outlet, Tries}) {
        m_list->resizeColumnToContents(column);
    }
    const bool isEmpty = m_list->topLevelItemCount() == 0;
    if (!m_trouble.isEmpty()) {
        m_told->setText(m_trouble);
    } else if (!outbox.faults.empty()) {
        m_told->setText(messages::describe(outbox.faults.front()).what);
    } else {
        m_told->setText(isEmpty
                            ? tr("Nothing was sent and nothing waits. Where stories go is set in "
                                 "desk.json, under “outlets”.")
                            : QString());
    }
    showChosen();
}

void OutboxDialog::showChosen()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const auto state =
        item == nullptr ? State::Sent : static_cast<State>(item->data(Story, StateRole).toInt());
    m_retry->setEnabled(state == State::Failed);
    m_cancel->setEnabled(state == State::Failed || state == State::Waiting);
}

void OutboxDialog::change(Change how)
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr) {
        return;
    }
    const auto changed = waiting::patiently(
        tr("Writing into the outbox…"), waiting::Ending::Certain,
        [how, desk = m_work.desk(), name = item->data(Story, LabelRole).toString(),
         clock = m_work.clock()] { return how(desk, name, clock); });
    m_trouble = changed ? QString() : messages::describe(changed.error()).what;
    fill();
    m_work.deliver();
}

} // namespace nutgraf::outbox
