// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/find_bar.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/page/replace_preview.h"

#include <QKeyEvent>
#include <QPainter>

namespace nutgraf::page {

namespace {

/// A long text is searched after a pause only.
constexpr qsizetype LongText = 1024LL * 1024;

} // namespace

FindBar::FindBar(session::StorySession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_words(new QLineEdit(this)),
      m_with(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_replace(new QPushButton(tr("Replace"), this)),
      m_replaceAll(new QPushButton(tr("Replace all…"), this))
{
    setAccessibleName(tr("Find and replace"));
    build();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FindBar::search);
    connect(m_words, &QLineEdit::textChanged, this,
            [this] { m_pause.start(m_session.story().body.size() > LongText ? 300 : 0); });
    connect(m_words, &QLineEdit::returnPressed, this, &FindBar::next);
    connect(m_with, &QLineEdit::returnPressed, this, &FindBar::replaceOne);
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
}

void FindBar::build()
{
    const QFontMetricsF metrics(font());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(look::units(metrics, 3), look::units(metrics, 1.5),
                             look::units(metrics, 2), look::units(metrics, 1.5));
    grid->setHorizontalSpacing(look::units(metrics, 1));
    grid->setVerticalSpacing(look::units(metrics, 1));
    auto *label = new QLabel(tr("Find"), this);
    label->setBuddy(m_words);
    m_words->setAccessibleName(tr("Find"));
    m_words->setToolTip(tr("Finds in the body and the fields as you type; Enter goes on"));
    m_words->setClearButtonEnabled(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumWidth(qCeil(metrics.horizontalAdvance(tr("%1 of %2").arg(9999).arg(9999))));
    QToolButton *back =
        addIconButton(QStringLiteral("go-up"), tr("Find previous"), tr("Find previous (Shift+F3)"));
    QToolButton *on =
        addIconButton(QStringLiteral("go-down"), tr("Find next"), tr("Find next (F3)"));
    connect(back, &QToolButton::clicked, this, &FindBar::previous);
    connect(on, &QToolButton::clicked, this, &FindBar::next);
    m_case = addOption(QStringLiteral("Aa"), tr("Match case"), tr("Match case (Alt+C)"));
    m_case->setShortcut(QKeySequence(Qt::ALT | Qt::Key_C));
    m_whole = addOption(tr("Word"), tr("Whole words"), tr("Whole words only (Alt+W)"));
    m_whole->setShortcut(QKeySequence(Qt::ALT | Qt::Key_W));
    m_pattern =
        addOption(QStringLiteral(".*"), tr("Regular expression"), tr("Regular expression (Alt+X)"));
    m_pattern->setShortcut(QKeySequence(Qt::ALT | Qt::Key_X));
    m_quotes = addOption(QStringLiteral("\"“"), tr("Straight and curly quotes alike"),
                         tr("Straight and curly quotation marks count as the same"));
    m_quotes->setChecked(true);
    QToolButton *cross =
        addIconButton(QStringLiteral("tab-close"), tr("Close find"), tr("Close find (Esc)"));
    connect(cross, &QToolButton::clicked, this, &FindBar::close);

    int column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             label, m_words, m_count, back, on, m_case, m_whole, m_pattern, m_quotes, cross}) {
        grid->addWidget(widget, 0, column++);
    }
    grid->setColumnStretch(1, 1);
    buildReplaceRow(grid);
}

void FindBar::buildReplaceRow(QGridLayout *grid)
{
    m_withLabel = new QLabel(tr("Replace"), this);
    m_withLabel->setBuddy(m_with);
    m_with->setAccessibleName(tr("Replace with"));
    m_with->setToolTip(tr("Put in place of what is found; \\1 to \\9 are a pattern’s groups"));
    m_replace->setToolTip(tr("Replaces this find and goes on to the next"));
    m_replaceAll->setToolTip(tr("Shows all finds first; what you tick is replaced in one step"));
    m_replace->setAccessibleName(tr("Replace"));
    m_replaceAll->setAccessibleName(tr("Replace all"));
    m_replace->setAutoDefault(false);
    m_replaceAll->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_replace);
    buttons->addWidget(m_replaceAll);
    buttons->addStretch();
    grid->addWidget(m_withLabel, 1, 0);
    grid->addWidget(m_with, 1, 1);
    grid->addLayout(buttons, 1, 2, 1, 8);
    setTabOrder(m_words, m_with);
}

QToolButton *FindBar::addOption(const QString &text, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    connect(button, &QToolButton::toggled, this, &FindBar::search);
    return button;
}

QToolButton *FindBar::addIconButton(const QString &icon, const QString &name,
                                    const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setIcon(QIcon::fromTheme(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
    return button;
}

void FindBar::open(Rows rows, const QString &words, qsizetype caret)
{
    m_origin = caret;
    const bool replaces = rows == Rows::Replace && !m_session.isReadOnly();
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_withLabel, m_with, m_replace, m_replaceAll}) {
        widget->setVisible(replaces);
    }
    setVisible(true);
    if (!words.isEmpty()) {
        m_words->setText(words);
    }
    m_words->setFocus();
    m_words->selectAll();
    search();
}

FindOptions FindBar::options() const
{
    return {.matchesCase = m_case->isChecked(),
            .matchesWholeWords = m_whole->isChecked(),
            .isPattern = m_pattern->isChecked(),
            .equatesQuotes = m_quotes->isChecked()};
}

const std::vector<Found> &FindBar::found() const
{
    return m_found;
}

int FindBar::current() const
{
    return m_current;
}

void FindBar::search()
{
    m_pause.stop();
    m_found.clear();
    m_fault.clear();
    m_current = -1;
    m_quotes->setEnabled(!m_pattern->isChecked());
    if (!m_words->text().isEmpty()) {
        if (const auto finder = Finder::make(m_words->text(), options())) {
            m_found = finder->find(m_session.story(), m_with->text());
        } else {
            m_fault = finder.error();
        }
    }
    const auto first = std::ranges::find_if(m_found, [this](const Found &one) {
        return one.field == story::Field::Body && one.range.begin >= m_origin;
    });
    if (!m_found.empty()) {
        show(first == m_found.end() ? 0 : static_cast<int>(first - m_found.begin()));
    }
    showCount();
    Q_EMIT foundChanged();
}

void FindBar::followText()
{
    if (!isVisible() || m_words->text().isEmpty()) {
        return;
    }
    const int place = m_current;
    m_found.clear();
    if (const auto finder = Finder::make(m_words->text(), options())) {
        m_found = finder->find(m_session.story(), m_with->text());
    }
    m_current = std::min(place, static_cast<int>(m_found.size()) - 1);
    showCount();
    Q_EMIT foundChanged();
}

void FindBar::show(int index)
{
    m_current = index;
    const Found &one = m_found.at(static_cast<size_t>(index));
    if (one.field == story::Field::Body) {
        m_origin = one.range.begin;
    }
    showCount();
    Q_EMIT revealRequested(one.field, one.range);
}

void FindBar::showCount()
{
    QPalette colours = palette();
    const bool isBad = !m_fault.isEmpty() || (m_found.empty() && !m_words->text().isEmpty());
    colours.setColor(QPalette::PlaceholderText,
                     isBad ? look::colours(palette()).warn : look::colours(palette()).ink2);
    m_count->setPalette(colours);
    m_count->setToolTip(m_fault);
    if (!m_fault.isEmpty()) {
        m_count->setText(tr("Not a pattern"));
    } else if (m_words->text().isEmpty()) {
        m_count->clear();
    } else if (m_found.empty()) {
        m_count->setText(tr("None"));
    } else {
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_found.size()));
    }
    m_replace->setEnabled(!m_found.empty());
    m_replaceAll->setEnabled(!m_found.empty());
}

void FindBar::next()
{
    if (m_pause.isActive()) {
        search();
    } else if (!m_found.empty()) {
        show((m_current + 1) % static_cast<int>(m_found.size()));
        Q_EMIT foundChanged();
    }
}

void FindBar::previous()
{
    const int count = static_cast<int>(m_found.size());
    if (count > 0) {
        show((m_current + count - 1) % count);
        Q_EMIT foundChanged();
    }
}

void FindBar::replaceOne()
{
    followText(); // what will be put in depends on the second row
    if (m_current < 0) {
        return;
    }
    const Found one = m_found.at(static_cast<size_t>(m_current));
    m_session.replaceAll({{one.field, one.range, one.with}}, tr("replace"));
    if (one.field == story::Field::Body) {
        m_origin = one.range.begin + one.with.size();
    }
    search();
}

void FindBar::replaceAll()
{
    followText();
    if (m_found.empty()) {
        return;
    }
    ReplacePreview preview(m_session.story(), m_found, this);
    if (preview.exec() != QDialog::Accepted) {
        return;
    }
    std::vector<session::StorySession::Replacement> chosen;
    for (const Found &one : preview.chosen()) {
        chosen.push_back({one.field, one.range, one.with});
    }
    m_session.replaceAll(chosen, tr("replace all"));
    search();
}

void FindBar::close()
{
    setVisible(false);
    m_found.clear();
    m_current = -1;
    Q_EMIT foundChanged();
    Q_EMIT closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (isEnter && event->modifiers().testFlag(Qt::ShiftModifier)) {
        previous();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);
    painter.fillRect(0, 0, width(), 1, colours.line);
}

} // namespace nutgraf::page
