// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "painting.h"

#include "ui/body/body_editor.h"
#include "ui/body/ribbon.h"
#include "ui/page/story_page.h"
#include "ui/panels/row_view.h"
#include "ui/window/main_window.h"

#include <QImage>
#include <QPixmap>
#include <QScreen>

#include <algorithm>
#include <cmath>

namespace nutgraf::workflow {

using namespace Qt::StringLiterals;

namespace {

/// What parts of the window tell of the reading.
QList<QWidget *> toldOf(window::MainWindow &window)
{
    QList<QWidget *> told;
    if (page::StoryPage *page = window.currentStory()) {
        told += {page->body().viewport(), page->body().findChild<body::Ribbon *>()};
    }
    for (panels::RowView *list : window.findChildren<panels::RowView *>()) {
        if (list->window() == &window) {
            told.append(list->viewport());
        }
    }
    told.removeIf([](const QWidget *one) { return !one->isVisible(); });
    return told;
}

QString nameOf(const QWidget &widget)
{
    const QWidget *named = &widget;
    while (named->accessibleName().isEmpty() && named->parentWidget() != nullptr) {
        named = named->parentWidget();
    }
    return named->accessibleName();
}

/// Device pixels of a widget's place in its window; only whole ones.
QRect pixelsOf(const QWidget &widget)
{
    const double ratio = widget.devicePixelRatioF();
    const QRect place =
        widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint()));
    return {QPoint(qCeil(place.left() * ratio) + 1, qCeil(place.top() * ratio) + 1),
            QPoint(qFloor(place.right() * ratio) - 1, qFloor(place.bottom() * ratio) - 1)};
}

constexpr int Rounding = 24; // of a colour's parts
constexpr int CaretWidth = 4; // px; Qt leaves a caret where it was while a menu is open

bool isOther(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))})
        > Rounding;
}

/// What holds all lines of pixels in which more than a caret differs.
QRect difference(const QImage &one, const QImage &other, QRect within)
{
    QRect all;
    const QRect both = within & one.rect() & other.rect();
    for (int y = both.top(); y <= both.bottom(); ++y) {
        const auto *a = reinterpret_cast<const QRgb *>(one.constScanLine(y));
        const auto *b = reinterpret_cast<const QRgb *>(other.constScanLine(y));
        QRect line;
        for (int x = both.left(); x <= both.right(); ++x) {
            if (isOther(a[x], b[x])) {
                line |= QRect(x, y, 1, 1);
            }
        }
        if (line.width() > CaretWidth) {
            all |= line;
        }
    }
    return all;
}

} // namespace

QStringList stalePainting(window::MainWindow &window)
{
    const QImage shown =
        window.screen()->grabWindow(window.winId()).toImage().convertToFormat(QImage::Format_RGB32);
    const QImage fresh = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (shown.size() != fresh.size()) {
        return {}; // not on the screen yet
    }
    QStringList faults;
    for (const QWidget *part : toldOf(window)) {
        const QRect stale = difference(shown, fresh, pixelsOf(*part));
        if (!stale.isEmpty()) {
            faults.append(u"“%1” is painted as it was, at %2,%3, %4 by %5"_s.arg(nameOf(*part))
                              .arg(stale.x())
                              .arg(stale.y())
                              .arg(stale.width())
                              .arg(stale.height()));
        }
    }
    return faults;
}

} // namespace nutgraf::workflow
