// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/compare_view.h"

#include "jobs/off_thread.h"
#include "ui/compare/compare_delegate.h"
#include "ui/compare/compare_rows.h"
#include "ui/compare/typeset.h"
#include "ui/look/fonts.h"
#include "ui/look/labels.h"
#include "ui/look/row_painter.h"
#include "ui/look/wrapping_list.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QTextEdit>
#include <QToolButton>

namespace nutgraf::compare {

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

/// A side's head: the version, as a menu of the others, and what it was.
class Head final : public QWidget {
public:
    explicit Head(QWidget *parent)
        : QWidget(parent), m_version(new QToolButton(this)), m_note(new look::SecondaryLabel(this))
    {
        m_version->setFont(look::boldFont(font()));
        m_version->setAutoRaise(true);
        m_version->setPopupMode(QToolButton::InstantPopup);
        m_version->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_version->setToolTip(CompareView::tr("Compare another version"));
        m_version->setMenu(new QMenu(m_version));
        auto *layout = new QHBoxLayout(this);
        const int u = look::units(QFontMetricsF(font()), 1);
        layout->setContentsMargins(3 * u, 0, 2 * u, 0);
        layout->setSpacing(2 * u);
        layout->addWidget(m_version);
        layout->addWidget(m_note, 1);
    }

    void show(const CompareView::Side &side)
    {
        m_version->setText(side.title);
        m_version->setAccessibleName(CompareView::tr("%1, choose another").arg(side.title));
        m_note->setText(side.note);
    }

    [[nodiscard]] QMenu &menu() const
    {
        return *m_version->menu();
    }

private:
    QToolButton *m_version;
    look::SecondaryLabel *m_note;
};

} // namespace

struct CompareView::Private {
    explicit Private(CompareView *view);
    void show(const Side &older, const Side &newer);
    void fillMenu(Head &head, const std::vector<Choice> &choices, bool isOlder);

    [[nodiscard]] QWidget *buildBar();
    [[nodiscard]] QToolButton *addStep(const QString &words, const QString &icon,
                                       const QKeySequence &key, int step);
    void go(int step) const;
    [[nodiscard]] QString summary() const;

    CompareView *q;
    CompareRows *rows;
    QListView *list;
    QLabel *changed;
    Head *left;
    Head *right;
    int older = 0;
    int newer = 0;
    int ticket = 0; ///< of the newest reading of both sides
    QCheckBox *onlyChanges;
};

CompareView::Private::Private(CompareView *view)
    : q(view),
      rows(new CompareRows({}, view)),
      list(new look::WrappingList(view)),
      changed(new QLabel(view)),
      left(new Head(view)),
      right(new Head(view)),
      onlyChanges(new QCheckBox(CompareView::tr("Only what changed"), view))
{
    list->setModel(rows);
    list->setItemDelegate(new CompareDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    auto *titles = new Strip(q, QPalette::AlternateBase);
    auto *halves = new QHBoxLayout(titles);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(left, 1);
    halves->addWidget(right, 1);
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

void CompareView::Private::show(const Side &before, const Side &after)
{
    older = before.version;
    newer = after.version;
    left->show(before);
    right->show(after);
    list->setAccessibleName(CompareView::tr("%1 and %2").arg(before.title, after.title));
    rows->setPairs(comparePairs(before.story, after.story));
    changed->setText(summary());
    // the words first, whose they are when both were read
    jobs::offThread(
        q,
        [before = before.story, after = after.story, review = after.review] {
            return quotesOf(before, after, review);
        },
        [this, mine = ++ticket](const QuotesOfBoth &quotes) {
            if (mine == ticket) {
                rows->setQuotes(quotes);
            }
        });
}

void CompareView::Private::fillMenu(Head &head, const std::vector<Choice> &choices, bool isOlder)
{
    head.menu().clear();
    for (const Choice &choice : choices) {
        QAction *action = head.menu().addAction(choice.words);
        QObject::connect(action, &QAction::triggered, q, [this, version = choice.version, isOlder] {
            Q_EMIT q->versionsChosen(isOlder ? version : older, isOlder ? newer : version);
        });
    }
}

QWidget *CompareView::Private::buildBar()
{
    auto *bar = new Strip(q, QPalette::Base);
    auto *layout = new QHBoxLayout(bar);
    const int u = look::units(QFontMetricsF(q->font()), 1);
    layout->setContentsMargins(qRound(4.5 * u), 0, 3 * u, 0);
    layout->setSpacing(u);
    changed->setTextFormat(Qt::RichText);
    onlyChanges->setChecked(true);
    onlyChanges->setToolTip(CompareView::tr("Fold what is the same in both"));
    layout->addWidget(changed, 1);
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
    const QString words = CompareView::tr("<b>%n</b> paragraphs changed", nullptr, paragraphs);
    const int quotes = rows->changedQuotes();
    return quotes == 0 ? words
                       : CompareView::tr("%1, %2").arg(
                             words, CompareView::tr("<b>%n</b> quotes", nullptr, quotes));
}

CompareView::CompareView(const Side &older, const Side &newer, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this))
{
    setAccessibleName(tr("Comparison"));
    setFocusProxy(d->list);
    d->show(older, newer);
}

void CompareView::setSides(const Side &older, const Side &newer)
{
    d->show(older, newer);
}

void CompareView::setChoices(const std::vector<Choice> &choices)
{
    d->fillMenu(*d->left, choices, true);
    d->fillMenu(*d->right, choices, false);
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
    page->moveCursor(QTextCursor::Start); // setting the text left it at the end
    return page;
}

} // namespace nutgraf::compare
