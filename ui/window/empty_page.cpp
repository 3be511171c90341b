// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/empty_page.h"

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/row_painter.h"

#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <ranges>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

/// An action as a wide row: icon, two lines, key caps; a line above, a ring when it has the
/// keyboard.
class ActionRow final : public QPushButton {
public:
    ActionRow(QAction *action, QString title, QString note)
        : m_action(action),
          m_title(std::move(title)),
          m_note(std::move(note)),
          m_keys(Commands::keysOf(action).split(u'+', Qt::SkipEmptyParts))
    {
        setFlat(true);
        setAccessibleName(m_title);
        setAccessibleDescription(m_note);
        setToolTip(action->toolTip());
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(this, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, this, &QWidget::setEnabled);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {u(116), u(14.5)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {u(60), u(14.5)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const look::Colours &c = look::colours(palette());
        QPainter painter(this);
        painter.fillRect(QRect(0, 0, width(), 1), c.line);
        if (underMouse()) {
            painter.fillRect(rect().adjusted(0, 1, 0, 0), c.hover);
        }
        paintCaps(painter, c);
        const int icon = u(5.5);
        m_action->icon().paint(&painter, QRect(u(3), (height() - icon) / 2, icon, icon));
        const int left = u(3) + icon + u(3.5);
        const int line = u(4.5);
        const int top = (height() - 2 * line) / 2;
        painter.setPen(isEnabled() ? c.ink : c.ink3);
        painter.drawText(QRect(left, top, width() - left, line), Qt::AlignVCenter, m_title);
        painter.setFont(look::smallFont(font()));
        painter.setPen(isEnabled() ? c.ink2 : c.ink3);
        painter.drawText(QRect(left, top + line, width() - left, line), Qt::AlignVCenter, m_note);
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(c.accent, u(0.5)));
            const double half = u(0.5) / 2.0;
            painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), u(0.75),
                                    u(0.75));
        }
    }

private:
    [[nodiscard]] int u(double times) const
    {
        return look::units(QFontMetricsF(font()), times);
    }
    void paintCaps(QPainter &painter, const look::Colours &c) const
    {
        double right = width() - u(3);
        for (const QString &key : std::views::reverse(m_keys)) {
            const QSizeF size = look::keyCapSize(key, font());
            const QRectF cap(QPointF(right - size.width(), (height() - size.height()) / 2.0), size);
            look::paintKeyCap(painter, cap, key, c, font());
            right = cap.left() - u(1);
        }
    }

    QAction *m_action;
    QString m_title;
    QString m_note;
    QStringList m_keys;
};

} // namespace

EmptyPage::EmptyPage(const Commands &commands, QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_text(new QLabel)
{
    const auto u = [this](double times) {
        return look::units(QFontMetricsF(font()), times);
    };
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(look::headlineFont());
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(u(1.5));
    column->addWidget(m_text);
    column->addSpacing(u(5));
    const auto add = [&](Command command, const QString &title, const QString &note) {
        auto *row = new ActionRow(commands.action(command), title, note);
        column->addWidget(row);
        return row;
    };
    m_goTo = add(Command::GoToStory, tr("Go to a story"), tr("By slug or headline"));
    setFocusProxy(add(Command::NewStory, tr("New story"), tr("From a template, or blank")));
    add(Command::ImportFiles, tr("Import files…"), tr("Plain text, ninjs, NewsML-G2 or NITF"));
    add(Command::OpenDesk, tr("Open another desk…"), tr("Any folder with a desk.json"));
    add(Command::SampleDesk, tr("Look around in the sample desk"),
        tr("Five stories with their transcripts; your desk stays as it is"));
    auto *hint = new QLabel(tr("Files may also be dropped anywhere in this window."));
    hint->setFont(look::smallFont(font()));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setContentsMargins(u(3), u(3), 0, 0);
    column->addWidget(hint);
    auto *box = new QWidget;
    box->setLayout(column);
    box->setFixedWidth(u(116));
    auto *middle = new QVBoxLayout(this);
    middle->addStretch(9);
    middle->addWidget(box, 0, Qt::AlignHCenter);
    middle->addStretch(11);
    show({});
}

void EmptyPage::show(const Desk &desk)
{
    m_goTo->setVisible(desk.stories > 0);
    if (desk.folderName.isEmpty()) {
        m_title->setText(tr("No desk is open"));
        m_text->setText(tr("A desk is a folder of stories, each a plain text file. Nothing leaves "
                           "this computer until you publish."));
    } else if (desk.stories == 0) {
        m_title->setText(tr("No stories on this desk yet"));
        m_text->setText(tr("A story is a plain text file in the folder %1. Nothing leaves this "
                           "computer until you publish.")
                            .arg(desk.folderName));
    } else {
        m_title->setText(tr("No story is open"));
        m_text->setText(tr("Choose one in the list at the left. Nothing leaves this computer until "
                           "you publish."));
    }
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().base());
}

} // namespace nutgraf::window
