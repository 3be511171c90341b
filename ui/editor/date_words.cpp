// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/date_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace nutgraf::editor {

QString dateWords(QDate date, DateLength length)
{
    return date.isValid()
        ? QLocale::c().toString(date,
                                length == DateLength::Long ? QStringLiteral("dddd d MMMM yyyy")
                                                           : QStringLiteral("d MMMM yyyy"))
        : QString();
}

std::optional<QDate> dateFrom(const QString &words, QDate today)
{
    const QString typed = words.simplified();
    if (typed.isEmpty()) {
        return QDate();
    }
    const auto is = [&typed](const QString &word) {
        return typed.compare(word, Qt::CaseInsensitive) == 0;
    };
    if (is(QStringLiteral("today"))
        || is(QCoreApplication::translate("nutgraf::editor::StoryFields", "today"))) {
        return today;
    }
    const QString withYear = typed + u' ' + QString::number(today.year());
    const QLocale english = QLocale::c();
    for (const QString &form : {QStringLiteral("yyyy-M-d"), QStringLiteral("dddd d MMMM yyyy"),
                                QStringLiteral("d MMMM yyyy"), QStringLiteral("d MMM yyyy"),
                                QStringLiteral("MMMM d, yyyy"), QStringLiteral("MMM d, yyyy"),
                                QStringLiteral("MMMM d yyyy"), QStringLiteral("MMM d yyyy"),
                                QStringLiteral("d.M.yyyy"), QStringLiteral("d/M/yyyy")}) {
        if (const QDate date = english.toDate(typed, form); date.isValid()) {
            return date;
        }
        if (const QDate date = english.toDate(withYear, form); date.isValid()) {
            return date;
        }
    }
    return std::nullopt;
}

} // namespace nutgraf::editor
