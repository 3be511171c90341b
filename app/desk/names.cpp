// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/names.h"

#include <QRegularExpression>

#include <algorithm>

namespace nutgraf::desk {

namespace {

constexpr qsizetype MaxSlugCharacters = 120;
constexpr qsizetype MaxSlugBytes = 180; // folder names end at 255 bytes; room for the day and `-2`
constexpr qsizetype DayLength = 10;

bool isForbidden(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
        || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
        || QStringLiteral("/\\<>:\"|?*").contains(c);
}

/// Windows keeps these names for devices, with any ending too.
bool isDeviceName(const QString &slug)
{
    static const QRegularExpression devices(QStringLiteral("^(con|prn|aux|nul|com[0-9¹²³]|"
                                                           "lpt[0-9¹²³])(\\..*)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return devices.match(slug).hasMatch();
}

bool isDotOrSpace(QChar c)
{
    return c == u'.' || c.isSpace();
}

} // namespace

bool isValidSlug(const QString &slug)
{
    return !slug.isEmpty() && slug.size() <= MaxSlugCharacters
        && slug.toUtf8().size() <= MaxSlugBytes && slug.isValidUtf16()
        && std::ranges::none_of(slug, isForbidden) && !slug.contains(QStringLiteral(".."))
        && !isDotOrSpace(slug.front()) && !isDotOrSpace(slug.back()) && !isDeviceName(slug);
}

FolderName parseFolderName(const QString &name)
{
    const QDate day = QDate::fromString(name.left(DayLength), Qt::ISODate);
    if (!day.isValid() || name.size() <= DayLength + 1 || name.at(DayLength) != u'-') {
        return {QDate(), name};
    }
    return {day, name.sliced(DayLength + 1)};
}

QString folderNameFor(const QDate &day, const QString &slug)
{
    const QString name = slug.toLower().normalized(QString::NormalizationForm_C);
    return day.isValid() ? day.toString(Qt::ISODate) + u'-' + name : name;
}

} // namespace nutgraf::desk
