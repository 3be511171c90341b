// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/made_mark.h"

using namespace Qt::StringLiterals;

namespace nutgraf::site {

QString madeMark(const QString &file)
{
    return u"Nutgraf made this file: "_s + file;
}

bool isMadeAs(const QString &file, QByteArrayView beginning)
{
    const QByteArray mark = madeMark(file).toUtf8();
    const qsizetype at =
        beginning.first(std::min<qsizetype>(beginning.size(), MarkWithin)).indexOf(mark);
    if (at < 0)
        return false;
    // `…: a.html` stands in `…: a.html.bak`, too: the name must end there.
    const char next = at + mark.size() < beginning.size() ? beginning[at + mark.size()] : ' ';
    return next == '"' || next == ' ' || next == '\n';
}

QByteArray markedXml(QByteArray xml, const QString &file)
{
    return xml.insert(xml.indexOf('\n') + 1, "<!-- " + madeMark(file).toUtf8() + " -->\n");
}

QByteArray markedJson(QByteArray json, const QString &file)
{
    return json.insert(json.indexOf('{') + 1,
                       "\n    \"_made\": \"" + madeMark(file).toUtf8() + "\",");
}

} // namespace nutgraf::site
