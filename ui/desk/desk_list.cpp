// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/desk_list.h"

#include "story/folders.h"
#include "ui/desk/desk_loader.h"
#include "ui/desk/desk_model.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFileSystemWatcher>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace nutgraf::desk {

using namespace Qt::StringLiterals;

namespace {

class RowDelegate final : public QStyledItemDelegate {
public:
    RowDelegate(const DeskModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const desk::StoryEntry &entry = m_model.entryAt(index.row());
        look::paintRow(*painter, option, rowOf(entry, QDateTime::currentDateTimeUtc()));
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, look::twoLineRowHeight(option.font)};
    }

private:
    const DeskModel &m_model;
};

QToolButton *makeToolButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(look::icon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QComboBox *makeStates()
{
    auto *box = new QComboBox;
    box->addItem(DeskList::tr("All states"), int(StateFilter::All));
    box->addItem(DeskList::tr("Draft"), int(StateFilter::Draft));
    box->addItem(DeskList::tr("In review"), int(StateFilter::InReview));
    box->addItem(DeskList::tr("Approved"), int(StateFilter::Approved));
    box->addItem(DeskList::tr("Embargoed"), int(StateFilter::Embargoed));
    box->addItem(DeskList::tr("Published"), int(StateFilter::Published));
    box->addItem(DeskList::tr("Killed"), int(StateFilter::Killed));
    box->addItem(DeskList::tr("Damaged"), int(StateFilter::Trouble));
    box->setAccessibleName(DeskList::tr("State of the stories shown"));
    box->setToolTip(DeskList::tr("Show only stories in one state"));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

QComboBox *makeSorting()
{
    auto *box = new QComboBox;
    box->addItem(DeskList::tr("Newest"), int(Sorting::Newest));
    box->addItem(DeskList::tr("Slug"), int(Sorting::Slug));
    box->addItem(DeskList::tr("State"), int(Sorting::State));
    box->setAccessibleName(DeskList::tr("Order of the stories"));
    box->setToolTip(DeskList::tr("Order of the stories"));
    return box;
}

QWidget *makeLine()
{
    auto *line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

void setSecondary(QLabel *label)
{
    label->setFont(look::smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace

struct DeskList::Private {
    DeskList *q;
    DeskModel model{nullptr};
    DeskLoader loader{nullptr};
    QFileSystemWatcher watcher;
    QTimer calm; ///< a save touches a folder several times
    std::optional<desk::Desk> desk;
    QString currentFolder;
    int openCount = 0;
    bool isLoaded = false;

    QLabel *name = new QLabel;
    QToolButton *add = makeToolButton(u"list-add"_s, DeskList::tr("New story"));
    QToolButton *more = makeToolButton(u"overflow-menu"_s, DeskList::tr("More about this desk"));
    QLineEdit *search = new QLineEdit;
    QWidget *filters = new QWidget;
    QComboBox *states = makeStates();
    QComboBox *sorting = makeSorting();
    QListView *list = new QListView;
    QLabel *empty = new QLabel;
    QStackedLayout *pile = nullptr;
    QLabel *count = new QLabel;
    QLabel *open = new QLabel;

    explicit Private(DeskList *owner) : q(owner) { }

    int u(double times) const
    {
        return look::units(QFontMetricsF(q->font()), times);
    }
    void build();
    QLayout *buildHead();
    void buildSearch() const;
    QWidget *buildList();
    QLayout *buildFoot();
    void buildMenu();
    void connectAll();
    void applyQuery();
    void take(std::vector<desk::StoryEntry> entries);
    void watch();
    void restoreCurrent();
    void showCounts() const;
    void askFor(void (DeskList::*signal)(const QString &)) const;
    void showContextMenu(QPoint at);
};

void DeskList::Private::build()
{
    buildSearch();
    auto *tools = new QVBoxLayout;
    tools->setContentsMargins(u(2), 0, u(2), u(1.5));
    tools->setSpacing(u(1.5));
    tools->addWidget(search);
    auto *pair = new QHBoxLayout(filters);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(u(1.5));
    pair->addWidget(states, 1);
    pair->addWidget(sorting);
    tools->addWidget(filters);

    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buildHead());
    layout->addLayout(tools);
    layout->addWidget(makeLine());
    layout->addWidget(buildList(), 1);
    layout->addWidget(makeLine());
    layout->addLayout(buildFoot());
}

QLayout *DeskList::Private::buildHead()
{
    name->setFont(look::boldFont(q->font()));
    name->setTextFormat(Qt::PlainText);
    name->setMinimumWidth(0);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    buildMenu();
    name->setMinimumHeight(u(look::size::Tab));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(u(3), 0, u(1.5), 0);
    head->setSpacing(u(0.5));
    head->addWidget(name, 1);
    head->addWidget(add);
    head->addWidget(more);
    return head;
}

void DeskList::Private::buildSearch() const
{
    search->setPlaceholderText(tr("Search stories"));
    search->setAccessibleName(tr("Search stories"));
    search->setToolTip(tr("Words in the slug or headline"));
    search->setClearButtonEnabled(true);
    auto *glass = search->addAction(look::icon(u"edit-find"_s), QLineEdit::LeadingPosition);
    glass->setText(tr("Search"));
}

QWidget *DeskList::Private::buildList()
{
    list->setObjectName(u"stories"_s);
    list->setModel(&model);
    list->setItemDelegate(new RowDelegate(model, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->setAccessibleName(tr("Stories"));
    list->setAccessibleDescription(tr("Enter opens the chosen story"));
    list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    list->viewport()->setAutoFillBackground(true);

    empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    empty->setContentsMargins(u(3), u(3), u(3), u(3));
    empty->setWordWrap(true);
    setSecondary(empty);
    auto *frame = new QWidget;
    frame->setObjectName(u"storyRows"_s);
    pile = new QStackedLayout(frame);
    pile->addWidget(list);
    pile->addWidget(empty);
    return frame;
}

QLayout *DeskList::Private::buildFoot()
{
    for (QLabel *label : {count, open}) {
        setSecondary(label);
    }
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(u(3), u(1.5), u(3), u(1.5));
    foot->addWidget(count);
    foot->addStretch(1);
    foot->addWidget(open);
    return foot;
}

void DeskList::Private::buildMenu()
{
    auto *menu = new QMenu(q);
    menu->addAction(look::icon(u"document-import"_s), tr("Import files…"), q,
                    &DeskList::importRequested);
    menu->addAction(tr("Spiked stories…"), q, &DeskList::binRequested);
    menu->addAction(look::icon(u"view-refresh"_s), tr("Read the folder again"), q,
                    &DeskList::reload);
    menu->addSeparator();
    menu->addAction(look::icon(u"document-open-folder"_s), tr("Open another desk…"), q,
                    &DeskList::openDeskRequested);
    menu->addAction(tr("New desk…"), q, &DeskList::newDeskRequested);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
}

void DeskList::Private::connectAll()
{
    connect(add, &QToolButton::clicked, q, &DeskList::newStoryRequested);
    connect(search, &QLineEdit::textChanged, q, [this] { applyQuery(); });
    const auto goToList = [this] {
        list->setFocus();
        if (!list->currentIndex().isValid() && model.rowCount() > 0) {
            list->setCurrentIndex(model.index(0));
        }
    };
    connect(search, &QLineEdit::returnPressed, q, goToList);
    auto *down = new QAction(search);
    down->setShortcut(Qt::Key_Down);
    down->setShortcutContext(Qt::WidgetShortcut);
    search->addAction(down);
    connect(down, &QAction::triggered, q, goToList);
    connect(states, &QComboBox::currentIndexChanged, q, [this] { applyQuery(); });
    connect(sorting, &QComboBox::currentIndexChanged, q, [this] { applyQuery(); });
    connect(list, &QListView::activated, q, [this] { askFor(&DeskList::openRequested); });
    connect(list, &QListView::clicked, q, [this] { askFor(&DeskList::openRequested); });
    connect(list, &QListView::customContextMenuRequested, q,
            [this](const QPoint &at) { showContextMenu(at); });
    connect(&loader, &DeskLoader::loaded, q,
            [this](const std::vector<desk::StoryEntry> &entries) { take(entries); });
    calm.setSingleShot(true);
    calm.setInterval(150);
    connect(&calm, &QTimer::timeout, q, &DeskList::reload);
    connect(&watcher, &QFileSystemWatcher::directoryChanged, q, [this] { calm.start(); });

    const auto key = [this](const QString &words, const QKeySequence &keys, auto signal) {
        auto *action = new QAction(words, list);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        list->addAction(action);
        connect(action, &QAction::triggered, q, [this, signal] { askFor(signal); });
    };
    key(tr("Rename…"), Qt::Key_F2, &DeskList::renameRequested);
    key(tr("Spike"), Qt::Key_Delete, &DeskList::spikeRequested);
}

void DeskList::Private::applyQuery()
{
    model.setQuery({.words = search->text(),
                    .state = static_cast<StateFilter>(states->currentData().toInt()),
                    .sorting = static_cast<Sorting>(sorting->currentData().toInt())});
    restoreCurrent();
    showCounts();
}

void DeskList::Private::take(std::vector<desk::StoryEntry> entries)
{
    const QString chosen = q->currentFolder();
    isLoaded = true;
    model.setEntries(std::move(entries));
    restoreCurrent();
    if (const int row = model.rowOfFolder(chosen); row >= 0) {
        list->setCurrentIndex(model.index(row)); // the user was on the way down the list
    }
    showCounts();
    watch();
    Q_EMIT q->entriesChanged();
}

/// Saving replaces story.md by renaming, which only the folder around it notices.
void DeskList::Private::watch()
{
    QStringList wanted;
    if (desk) {
        wanted.append(story::DeskFolder(desk->folder()).stories());
        for (const desk::StoryEntry &entry : model.entries()) {
            wanted.append(entry.folder);
        }
    }
    const QStringList current = watcher.directories();
    const QSet<QString> have(current.begin(), current.end());
    const QSet<QString> want(wanted.begin(), wanted.end());
    const QStringList gone = (have - want).values();
    const QStringList fresh = (want - have).values();
    if (!gone.isEmpty()) {
        watcher.removePaths(gone);
    }
    if (!fresh.isEmpty()) {
        watcher.addPaths(fresh);
    }
}

void DeskList::Private::restoreCurrent()
{
    const int row = model.rowOfFolder(currentFolder);
    if (row >= 0) {
        list->setCurrentIndex(model.index(row));
    } else {
        list->setCurrentIndex({});
    }
}

void DeskList::Private::showCounts() const
{
    const int shown = model.rowCount();
    const int all = static_cast<int>(model.entries().size());
    const bool isEmpty = isLoaded && shown == 0;
    pile->setCurrentWidget(isEmpty ? static_cast<QWidget *>(empty) : list);
    empty->setText(all == 0 ? tr("No stories") : tr("No story matches"));
    filters->setVisible(all > 0 || !isLoaded);
    if (!isLoaded) {
        count->clear();
    } else {
        const QString whole = tr("%Ln stories", nullptr, all);
        count->setText(shown == all ? whole : tr("%L1 of %2").arg(shown).arg(whole));
    }
    open->setText(openCount > 0 ? tr("%1 open").arg(openCount) : QString());
}

void DeskList::Private::askFor(void (DeskList::*signal)(const QString &)) const
{
    const QString folder = q->currentFolder();
    if (!folder.isEmpty()) {
        Q_EMIT(q->*signal)(folder);
    }
}

void DeskList::Private::showContextMenu(QPoint at)
{
    const QModelIndex index = list->indexAt(at);
    if (index.isValid()) {
        list->setCurrentIndex(index);
    }
    if (q->currentFolder().isEmpty()) {
        return;
    }
    QMenu menu(q);
    const auto item = [&](const QString &text, const QKeySequence &keys, auto signal) {
        QAction *action = menu.addAction(text, q, [this, signal] { askFor(signal); });
        action->setShortcut(keys);
    };
    item(tr("Open"), Qt::Key_Return, &DeskList::openRequested);
    item(tr("Rename…"), Qt::Key_F2, &DeskList::renameRequested);
    item(tr("Duplicate"), {}, &DeskList::duplicateRequested);
    menu.addSeparator();
    item(tr("Spike"), Qt::Key_Delete, &DeskList::spikeRequested);
    menu.exec(list->viewport()->mapToGlobal(at));
}

DeskList::DeskList(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    d->build();
    d->connectAll();
    setFocusProxy(d->list);
    d->showCounts();
}

DeskList::~DeskList() = default;

void DeskList::setDesk(std::optional<desk::Desk> desk)
{
    d->isLoaded = false;
    d->name->setText(desk ? desk->settings().name : tr("No desk"));
    d->name->setToolTip(desk ? desk->folder() : QString());
    d->add->setEnabled(desk.has_value());
    d->desk = std::move(desk);
    d->model.setEntries({});
    d->showCounts();
    reload();
}

void DeskList::reload()
{
    if (const std::optional<desk::Desk> &desk = d->desk) {
        d->loader.load(*desk);
    } else {
        d->take({});
    }
}

void DeskList::setCurrentFolder(const QString &storyFolder)
{
    d->currentFolder = storyFolder;
    d->restoreCurrent();
}

void DeskList::setOpenCount(int stories)
{
    d->openCount = stories;
    d->showCounts();
}

std::vector<desk::StoryEntry> DeskList::entries() const
{
    return d->model.entries();
}

QString DeskList::currentFolder() const
{
    const QModelIndex index = d->list->currentIndex();
    return index.isValid() ? d->model.entryAt(index.row()).folder : QString();
}

void DeskList::focusList()
{
    d->list->setFocus(Qt::ShortcutFocusReason);
}

void DeskList::focusSearch()
{
    d->search->setFocus(Qt::ShortcutFocusReason);
    d->search->selectAll();
}

} // namespace nutgraf::desk
