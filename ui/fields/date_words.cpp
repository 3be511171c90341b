// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/date_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace nutgraf::fields {

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
        || is(QCoreApplication::translate("nutgraf::fields::StoryFields", "today"))) {
        return today;
    }
    if (is(QStringLiteral("tomorrow"))
        || is(QCoreApplication::translate("nutgraf::fields::StoryFields", "tomorrow"))) {
        return today.addDays(1);
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

QString timeWords(const QDateTime &time)
{
    return time.isValid()
        ? QLocale::c().toString(time.toLocalTime(), QStringLiteral("d MMMM yyyy, HH:mm"))
        : QString();
}

namespace {

/// A day and an hour, both as typed.
struct DayAndHour {
    QString day;
    QString hour;
};

std::optional<DayAndHour> parted(const QString &typed)
{
    static const QRegularExpression last(
        QStringLiteral(R"(^(?:(.+?)(?:,\s*|\s+|T))?(\d{1,2}[:.]\d{2})(?::\d{2})?$)"));
    static const QRegularExpression first(QStringLiteral(R"(^(\d{1,2}:\d{2})(?:,\s*|\s+)(.+)$)"));
    if (const auto match = last.match(typed); match.hasMatch()) {
        return DayAndHour{match.captured(1), match.captured(2)};
    }
    if (const auto match = first.match(typed); match.hasMatch()) {
        return DayAndHour{match.captured(2), match.captured(1)};
    }
    return std::nullopt;
}

} // namespace

std::optional<QDateTime> timeFrom(const QString &words, const QDateTime &now)
{
    const QString typed = words.simplified();
    if (typed.isEmpty()) {
        return QDateTime();
    }
    // With a zone; without one the hour is this computer's, as everywhere else in the window.
    static const QRegularExpression zone(
        QStringLiteral(R"(\d:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})$)"));
    if (zone.match(typed).hasMatch()) {
        const QDateTime time = QDateTime::fromString(typed, Qt::ISODate);
        return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
    }
    const std::optional<DayAndHour> parts = parted(typed);
    if (!parts) {
        return std::nullopt;
    }
    const QTime hour =
        QTime::fromString(QString(parts->hour).replace(u'.', u':'), QStringLiteral("H:mm"));
    const QDateTime here = now.toLocalTime();
    std::optional<QDate> day = dateFrom(parts->day, here.date());
    if (!hour.isValid() || !day) {
        return std::nullopt;
    }
    if (!day->isValid()) { // no day was typed
        day = hour > here.time() ? here.date() : here.date().addDays(1);
    }
    return QDateTime(*day, hour).toUTC();
}

} // namespace nutgraf::fields
