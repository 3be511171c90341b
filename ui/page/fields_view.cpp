// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/fields_view.h"

#include "ui/look/tokens.h"

#include <QApplication>
#include <QResizeEvent>

#include <algorithm>

namespace nutgraf::page {

namespace {

constexpr int LeastHeight = 12; // units: the headline's first line

} // namespace

FieldsView::FieldsView(fields::StoryFields *fields, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusPolicy(Qt::NoFocus);
    setWidget(fields);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(fields, &fields::StoryFields::heightChanged, this, &FieldsView::updateGeometry);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { showFocused(now); });
}

QSize FieldsView::sizeHint() const
{
    return widget()->sizeHint();
}

QSize FieldsView::minimumSizeHint() const
{
    const int least = look::units(QFontMetricsF(font()), LeastHeight);
    return {0, std::min(least, sizeHint().height())};
}

// The fields keep to the columns of the body below them: they are as wide as it is, with the bar.
void FieldsView::resizeEvent(QResizeEvent *event)
{
    widget()->resize(width(), widget()->height());
    QScrollArea::resizeEvent(event);
}

void FieldsView::showFocused(const QWidget *now)
{
    if (now != nullptr && widget()->isAncestorOf(now)) {
        const QRect place(now->mapTo(widget(), QPoint()), now->size());
        ensureVisible(0, place.bottom(), 0, 0);
        ensureVisible(0, place.top(), 0, 0);
    }
}

} // namespace nutgraf::page
