// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <pango/pangocairo.h>

#include <memory>

namespace nutgraf::typeset {

/// How a paragraph looks. Lengths are points (1/72 inch).
struct Look {
    const char *font = "Charis SIL, Noto Serif, serif";
    double size = 11;
    bool isBold = false;
    double before = 0; ///< white space above, but not at the top of a page
    double indent = 0;
    int keptLines = 1; ///< of what follows, lines that must stand on the same page
};

/// What the file says of itself.
struct About {
    QString title;
    QString author;
    QString language;
    QDateTime time;
    QString foot; ///< printed at the foot of every page, before the page's number
};

/// Fills A4 pages from the top, one paragraph after the other.
class PageWriter {
public:
    explicit PageWriter(About about);
    ~PageWriter();
    PageWriter(const PageWriter &) = delete;
    PageWriter &operator=(const PageWriter &) = delete;

    /// `markup` is Pango's: words escaped as in XML, `<b>` and `<i>`.
    void add(const QString &markup, const Look &look);
    /// Ends the file. Error: Internal.
    [[nodiscard]] Result<QByteArray> file();

private:
    template <auto Free>
    struct Deleter {
        void operator()(auto *object) const
        {
            Free(object);
        }
    };
    using Layout = std::unique_ptr<PangoLayout, Deleter<g_object_unref>>;

    [[nodiscard]] Layout layoutOf(const QString &markup, const Look &look) const;
    void describe();
    void draw(PangoLayoutLine *line, double left, double baseline);
    void endPage();

    About m_about;
    QByteArray m_bytes;
    std::unique_ptr<cairo_surface_t, Deleter<cairo_surface_destroy>> m_surface;
    std::unique_ptr<cairo_t, Deleter<cairo_destroy>> m_cairo;
    double m_top = 0; ///< where the next line begins
    int m_page = 1;
};

} // namespace nutgraf::typeset
