// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/tool_bar.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QPainter>
#include <QToolButton>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

int unit(const QWidget &widget, double times)
{
    return look::units(QFontMetricsF(widget.font()), times);
}

} // namespace

CommandsBox::CommandsBox(const QAction *palette, QWidget *parent)
    : QPushButton(parent), m_keys(Commands::keysOf(palette))
{
    setText(tr("Commands"));
    setAccessibleName(tr("Commands"));
    setAccessibleDescription(palette->toolTip());
    setToolTip(palette->toolTip());
    setFocusPolicy(Qt::TabFocus);
    setFlat(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize CommandsBox::sizeHint() const
{
    return {unit(*this, 59), unit(*this, look::size::FieldHeight)};
}

QSize CommandsBox::minimumSizeHint() const
{
    return {unit(*this, 30), unit(*this, look::size::FieldHeight)};
}

void CommandsBox::paintEvent(QPaintEvent *)
{
    const look::Colours &c = look::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pen = hasFocus() ? unit(*this, 0.5) : 1;
    const double corner = unit(*this, look::size::Corner);
    painter.setPen(QPen(hasFocus() ? c.accent : c.control, pen));
    painter.setBrush(underMouse() ? c.hover : c.paper);
    const double half = pen / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), corner, corner);
    const int side = unit(*this, 4);
    const QRect lens(unit(*this, 2), (height() - side) / 2, side, side);
    look::icon(u"edit-find"_s).paint(&painter, lens);
    QRect words = rect().adjusted(lens.right() + unit(*this, 1.5), 0, -unit(*this, 2), 0);
    painter.setPen(c.ink2);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    words.setLeft(words.left() + fontMetrics().horizontalAdvance(text()) + unit(*this, 2));
    painter.setFont(look::smallFont(font()));
    if (painter.fontMetrics().horizontalAdvance(m_keys) <= words.width()) {
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, m_keys);
    }
}

ToolBar::ToolBar(const Commands &commands, QWidget *parent) : QToolBar(parent)
{
    setObjectName(u"toolBar"_s);
    setWindowTitle(tr("Toolbar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    auto *desk = new QToolButton;
    desk->setDefaultAction(commands.action(Command::DeskList));
    desk->setToolButtonStyle(Qt::ToolButtonIconOnly);
    desk->setAccessibleName(tr("Desk list"));
    desk->setFocusPolicy(Qt::TabFocus);
    m_deskButton = addWidget(desk);
    add(commands, Command::NewStory, tr("New"));
    add(commands, Command::Save, tr("Save"));
    add(commands, Command::Undo, {});
    add(commands, Command::Redo, {});
    addSeparator();
    add(commands, Command::Check, tr("Check"));
    add(commands, Command::Review, tr("Review"));
    add(commands, Command::Summarize, tr("Summarize"));
    add(commands, Command::Publish, tr("Publish"));
    addSeparator();
    add(commands, Command::SecondPane, tr("Second pane"));
    auto *spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spring);
    auto *box = new CommandsBox(commands.action(Command::Palette));
    connect(box, &QPushButton::clicked, commands.action(Command::Palette), &QAction::trigger);
    addWidget(box);
    auto *end = new QWidget;
    end->setFixedWidth(unit(*this, 1));
    addWidget(end);
    setLabels(Labels::Words);
}

void ToolBar::add(const Commands &commands, Command command, const QString &word)
{
    QAction *action = commands.action(command);
    addAction(action);
    m_words.emplace_back(action, word);
    auto *button = qobject_cast<QToolButton *>(widgetForAction(action));
    button->setFocusPolicy(Qt::TabFocus);
    QString name = action->text();
    button->setAccessibleName(word.isEmpty() ? name.remove(u'&') : word);
}

void ToolBar::setLabels(Labels labels)
{
    m_deskButton->setVisible(labels == Labels::Icons);
    for (const auto &[action, word] : m_words) {
        auto *button = qobject_cast<QToolButton *>(widgetForAction(action));
        const bool isPublish = word == tr("Publish");
        const bool hasWord = !word.isEmpty() && (labels == Labels::Words || isPublish);
        button->setToolButtonStyle(hasWord ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        action->setIconText(word.isEmpty() ? action->iconText() : word);
        // the menu's "…" promises a dialog; the button says the plain word
        button->setText(word);
        button->setMinimumHeight(unit(*this, look::size::Button));
    }
}

} // namespace nutgraf::window
