// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/edition_body.h"

#include "format/xhtml.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

/// The same element in XHTML and NITF.
QString notice(const EditionText &text)
{
    return text.notice.isEmpty()
        ? QString()
        : u"<p class=\"edition-notice\">"_s + text.notice.toHtmlEscaped() + u"</p>"_s;
}

} // namespace

QString xhtmlBody(const EditionText &text)
{
    return xhtmlOf(text.body) + notice(text);
}

QString pageBody(const EditionText &text)
{
    QString xhtml = xhtmlOf(text.body);
    if (!text.dateline.isEmpty() && !text.body.empty()) {
        const QString span =
            u"<span class=\"dateline\">"_s + text.dateline.toHtmlEscaped() + u" — </span>"_s;
        const bool hasPlace = xhtml.startsWith(u"<p>"_s);
        xhtml = hasPlace ? xhtml.insert(3, span) : u"<p>"_s + span + u"</p>"_s + xhtml;
    }
    return xhtml + notice(text);
}

QString nitfBody(const EditionText &text)
{
    return nitfOf(text.body) + notice(text);
}

} // namespace nutgraf::format
