// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/html.h"

#include "base/clock.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

QString element(const QString &tag, const QString &cssClass, const QString &words)
{
    if (words.isEmpty())
        return {};
    const QString attribute = cssClass.isEmpty() ? QString() : u" class=\""_s + cssClass + u'"';
    return u'<' + tag + attribute + u'>' + words.toHtmlEscaped() + u"</"_s + tag + u">\n"_s;
}

QString link(const QString &address, const QString &words)
{
    return u"<a href=\""_s + address.toHtmlEscaped() + u"\">"_s + words.toHtmlEscaped() + u"</a>"_s;
}

QString moment(const QDateTime &time)
{
    const QString clock = QLocale::c().toString(time.toUTC(), u", HH:mm"_s);
    return u"<time datetime=\""_s + isoUtc(time) + u"\">"_s + dayOf(time) + clock
        + u" UTC</time>"_s;
}

QString dayOf(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"d MMMM yyyy"_s);
}

QString languageOf(const QString &language, const QString &around)
{
    if (language == around)
        return {};
    const bool isFromRight = QLocale(language).textDirection() == Qt::RightToLeft;
    const bool wasFromRight = QLocale(around).textDirection() == Qt::RightToLeft;
    const QString direction = isFromRight == wasFromRight ? QString()
        : isFromRight                                     ? u" dir=\"rtl\""_s
                                                          : u" dir=\"ltr\""_s;
    return u" lang=\""_s + language.toHtmlEscaped() + u'"' + direction;
}

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

} // namespace nutgraf::site
