// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/compare_view.h"

#include "ui/look/row_painter.h"
#include "ui/publish/compare_delegate.h"
#include "ui/publish/compare_rows.h"
#include "ui/publish/labels.h"
#include "ui/publish/typeset.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QTextEdit>
#include <QToolButton>

namespace nutgraf::publishing {

namespace {

/// A strip with a line below it.
class Strip final : public QWidget {
public:
    Strip(QWidget *parent, QPalette::ColorRole ground) : QWidget(parent)
    {
        setAutoFillBackground(true);
        setBackgroundRole(ground);
        setFixedHeight(look::units(QFontMetricsF(font()), 7.5));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), look::colours(palette()).line);
    }
};

QWidget *titleOf(const CompareView::Side &side, QWidget *parent)
{
    auto *half = new QWidget(parent);
    auto *layout = new QHBoxLayout(half);
    const int u = look::units(QFontMetricsF(parent->font()), 1);
    layout->setContentsMargins(qRound(4.5 * u), 0, 2 * u, 0);
    layout->setSpacing(3 * u);
    layout->addWidget(boldLabel(side.title, half));
    layout->addWidget(new SecondaryLabel(half, side.note), 1);
    return half;
}

} // namespace

struct CompareView::Private {
    Private(CompareView *view, const Side &older, const Side &newer);

    [[nodiscard]] QWidget *buildBar();
    [[nodiscard]] QToolButton *addStep(const QString &words, const QString &icon,
                                       const QKeySequence &key, int step);
    void go(int step) const;
    [[nodiscard]] QString summary() const;

    CompareView *q;
    CompareRows *rows;
    QListView *list;
    QCheckBox *onlyChanges;
};

CompareView::Private::Private(CompareView *view, const Side &older, const Side &newer)
    : q(view),
      rows(new CompareRows(comparePairs(older.story, newer.story), view)),
      list(new QListView(view)),
      onlyChanges(new QCheckBox(CompareView::tr("Only what changed"), view))
{
    list->setModel(rows);
    list->setItemDelegate(new CompareDelegate(list));
    list->setAccessibleName(CompareView::tr("%1 and %2").arg(older.title, newer.title));
    list->setFrameShape(QFrame::NoFrame);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setResizeMode(QListView::Adjust);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *titles = new Strip(q, QPalette::AlternateBase);
    auto *halves = new QHBoxLayout(titles);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(titleOf(older, titles), 1);
    halves->addWidget(titleOf(newer, titles), 1);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(titles);
    layout->addWidget(buildBar());
    layout->addWidget(list, 1);
    const auto unfold = [this](const QModelIndex &index) {
        rows->unfold(index.row());
    };
    QObject::connect(list, &QListView::clicked, q, unfold);
    QObject::connect(list, &QListView::activated, q, unfold);
    QObject::connect(onlyChanges, &QCheckBox::toggled, q,
                     [this](bool isOn) { rows->setOnlyChanges(isOn); });
}

QWidget *CompareView::Private::buildBar()
{
    auto *bar = new Strip(q, QPalette::Base);
    auto *layout = new QHBoxLayout(bar);
    const int u = look::units(QFontMetricsF(q->font()), 1);
    layout->setContentsMargins(qRound(4.5 * u), 0, 3 * u, 0);
    layout->setSpacing(u);
    auto *words = new QLabel(summary(), bar);
    words->setTextFormat(Qt::RichText);
    onlyChanges->setChecked(true);
    onlyChanges->setToolTip(CompareView::tr("Fold what is the same in both"));
    layout->addWidget(words, 1);
    layout->addWidget(onlyChanges);
    layout->addSpacing(2 * u);
    layout->addWidget(addStep(CompareView::tr("Previous change"), QStringLiteral("go-up"),
                              QKeySequence(Qt::SHIFT | Qt::Key_F8), -1));
    layout->addWidget(addStep(CompareView::tr("Next change"), QStringLiteral("go-down"),
                              QKeySequence(Qt::Key_F8), 1));
    return bar;
}

QToolButton *CompareView::Private::addStep(const QString &words, const QString &icon,
                                           const QKeySequence &key, int step)
{
    auto *action = new QAction(QIcon::fromTheme(icon), words, q);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(words, key.toString(QKeySequence::NativeText)));
    q->addAction(action);
    auto *button = new QToolButton(q);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(words);
    if (action->icon().isNull()) {
        button->setArrowType(step < 0 ? Qt::UpArrow : Qt::DownArrow);
    }
    QObject::connect(action, &QAction::triggered, q, [this, step] { go(step); });
    return button;
}

void CompareView::Private::go(int step) const
{
    const QModelIndex current = list->currentIndex();
    const int from = current.isValid() ? current.row() : (step > 0 ? -1 : rows->rowCount());
    if (const int row = rows->nextChange(from, step); row >= 0) {
        list->setCurrentIndex(rows->index(row));
        list->scrollTo(rows->index(row), QAbstractItemView::PositionAtCenter);
    }
}

QString CompareView::Private::summary() const
{
    const int paragraphs = rows->changedParagraphs();
    if (paragraphs == 0) {
        return CompareView::tr("The text is the same in both");
    }
    const QString changed =
        CompareView::tr("<b>%1</b> %2 changed")
            .arg(paragraphs)
            .arg(paragraphs == 1 ? CompareView::tr("paragraph") : CompareView::tr("paragraphs"));
    const int quotes = rows->changedQuotes();
    return quotes == 0
        ? changed
        : CompareView::tr("%1, <b>%2</b> %3")
              .arg(changed)
              .arg(quotes)
              .arg(quotes == 1 ? CompareView::tr("quote") : CompareView::tr("quotes"));
}

CompareView::CompareView(const Side &older, const Side &newer, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, older, newer))
{
    setAccessibleName(tr("Comparison"));
    setFocusProxy(d->list);
}

CompareView::~CompareView() = default;

void CompareView::setOnlyChanges(bool only)
{
    d->onlyChanges->setChecked(only);
}

void CompareView::nextChange()
{
    d->go(1);
}

void CompareView::previousChange()
{
    d->go(-1);
}

QWidget *makeVersionPane(const CompareView::Side &side, QWidget *parent)
{
    auto *page = new QTextEdit(parent);
    makeReadingPage(*page);
    page->setFrameShape(QFrame::NoFrame);
    page->setAccessibleName(side.title);
    page->setAccessibleDescription(side.note);
    typeset(*page->document(), side.story, {.aboveHeadline = side.note, .notice = {}},
            page->palette());
    return page;
}

} // namespace nutgraf::publishing
