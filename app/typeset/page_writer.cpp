// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "typeset/page_writer.h"

#include "base/clock.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace nutgraf::typeset {

namespace {

constexpr double PageWidth = 595.276; // A4 (ISO 216)
constexpr double PageHeight = 841.89;
constexpr double SideMargin = 85;
constexpr double TopMargin = 72;
constexpr double BottomMargin = 90;
constexpr double FootLine = 48; ///< above the lower edge
constexpr double ColumnWidth = PageWidth - 2 * SideMargin;
constexpr double LineHeight = 1.35; ///< times the font's size

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

double points(int pangoUnits)
{
    return static_cast<double>(pangoUnits) / PANGO_SCALE;
}

} // namespace

PageWriter::PageWriter(About about)
    : m_about(std::move(about)),
      m_surface(cairo_pdf_surface_create_for_stream(&append, &m_bytes, PageWidth, PageHeight)),
      m_cairo(cairo_create(m_surface.get())),
      m_top(TopMargin)
{
    describe();
}

PageWriter::~PageWriter() = default;

void PageWriter::describe()
{
    // What every reader knows, and nothing in it is hidden in compressed objects but the pages.
    cairo_pdf_surface_restrict_to_version(m_surface.get(), CAIRO_PDF_VERSION_1_4);
    const auto say = [this](cairo_pdf_metadata_t what, const QString &words) {
        cairo_pdf_surface_set_metadata(m_surface.get(), what, words.toUtf8().constData());
    };
    say(CAIRO_PDF_METADATA_TITLE, m_about.title);
    say(CAIRO_PDF_METADATA_AUTHOR, m_about.author);
    say(CAIRO_PDF_METADATA_CREATOR, u"Nutgraf"_s);
    // Else it is the time of writing, and no two files are the same.
    say(CAIRO_PDF_METADATA_CREATE_DATE, isoUtc(m_about.time));
    say(CAIRO_PDF_METADATA_MOD_DATE, isoUtc(m_about.time));
}

PageWriter::Layout PageWriter::layoutOf(const QString &markup, const Look &look) const
{
    Layout layout(pango_cairo_create_layout(m_cairo.get()));
    pango_context_set_language(pango_layout_get_context(layout.get()),
                               pango_language_from_string(m_about.language.toUtf8().constData()));
    const std::unique_ptr<PangoFontDescription, Deleter<pango_font_description_free>> font(
        pango_font_description_from_string(look.font));
    pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      look.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(),
                           static_cast<int>((ColumnWidth - look.indent) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_markup(layout.get(), markup.toUtf8().constData(), -1);
    return layout;
}

void PageWriter::draw(PangoLayoutLine *line, double left, double baseline)
{
    cairo_move_to(m_cairo.get(), left, baseline);
    pango_cairo_show_layout_line(m_cairo.get(), line);
}

void PageWriter::endPage()
{
    const QString number = QString::number(m_page++);
    const QString foot =
        m_about.foot.isEmpty() ? number : m_about.foot.toHtmlEscaped() + u" · "_s + number;
    const Layout layout = layoutOf(foot, {.size = 8});
    draw(pango_layout_get_line_readonly(layout.get(), 0), SideMargin, PageHeight - FootLine);
    cairo_show_page(m_cairo.get());
    m_top = TopMargin;
}

void PageWriter::add(const QString &markup, const Look &look)
{
    const Layout layout = layoutOf(markup, look);
    const double height = look.size * LineHeight;
    const double bottom = PageHeight - BottomMargin;
    m_top += m_top > TopMargin ? look.before : 0;
    const int count = pango_layout_get_line_count(layout.get());
    if (m_top + height * std::max(look.keptLines, std::min(count, 2)) > bottom)
        endPage(); // no first line stands alone
    for (int i = 0; i < count; ++i) {
        PangoLayoutLine *line = pango_layout_get_line_readonly(layout.get(), i);
        if (m_top + height > bottom)
            endPage();
        PangoRectangle extents;
        pango_layout_line_get_extents(line, nullptr, &extents);
        const bool isRightToLeft =
            pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
        const double right = PageWidth - SideMargin - points(extents.width);
        draw(line, isRightToLeft ? right : SideMargin + look.indent, m_top + look.size);
        m_top += height;
    }
}

Result<QByteArray> PageWriter::file()
{
    endPage();
    m_cairo.reset();
    cairo_surface_finish(m_surface.get());
    const cairo_status_t status = cairo_surface_status(m_surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return fail(ErrorCode::Internal, m_about.title,
                    QString::fromUtf8(cairo_status_to_string(status)));
    }
    return m_bytes;
}

} // namespace nutgraf::typeset
