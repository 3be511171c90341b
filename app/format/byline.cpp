// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/byline.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

/// Last words of the names of papers, agencies and desks.
bool endsAsOrganization(const QString &words)
{
    static const QStringList lasts = {
        u"agency"_s,   u"bureau"_s,    u"chronicle"_s, u"correspondents"_s,
        u"daily"_s,    u"desk"_s,      u"examiner"_s,  u"gazette"_s,
        u"herald"_s,   u"journal"_s,   u"mail"_s,      u"media"_s,
        u"mirror"_s,   u"network"_s,   u"news"_s,      u"newspaper"_s,
        u"newsroom"_s, u"observer"_s,  u"post"_s,      u"press"_s,
        u"radio"_s,    u"reporters"_s, u"review"_s,    u"service"_s,
        u"services"_s, u"staff"_s,     u"standard"_s,  u"star"_s,
        u"sun"_s,      u"team"_s,      u"telegraph"_s, u"television"_s,
        u"times"_s,    u"tribune"_s,   u"tv"_s,        u"union-tribune"_s,
        u"weekly"_s,   u"wire"_s};
    return lasts.contains(words.section(u' ', -1).toLower());
}

bool isOrganization(const QString &words)
{
    return words.startsWith("The "_L1, Qt::CaseInsensitive) || endsAsOrganization(words);
}

/// `AP Sports Writer`.
bool isJob(const QString &words)
{
    static const QRegularExpression last(
        u"\\b(correspondent|editor|writer|reporter|columnist|critic|photographer|journalist|"
        "analyst|producer|contributor|anchor)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return last.match(words).hasMatch();
}

/// `Ann Lee in Port Calder`. A name may hold the word with a capital (`Kim In Young`).
QString withoutPlace(const QString &words)
{
    static const QRegularExpression place(u"\\s+(in|at|from|for)\\s.*$"_s);
    static const QRegularExpression capitals(u"\\s+(IN|AT|FROM|FOR)\\s.*$"_s);
    QString name = words;
    return name.remove(words == words.toUpper() ? capitals : place).trimmed();
}

/// Parts joined by `and` or `&`, unless both belong to one name: `Smith & Sons Weather Desk`.
QStringList joined(const QString &words)
{
    static const QRegularExpression between(u"\\s+(?:and|&)\\s+"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList parts;
    for (const QString &part : words.split(between, Qt::SkipEmptyParts)) {
        const bool continues = !parts.isEmpty() && !parts.last().contains(u' ')
            && part.contains(u' ') && endsAsOrganization(part);
        if (continues) {
            parts.clear();
            parts.append(words);
            break;
        }
        parts.append(part);
    }
    return parts;
}

/// One part between commas; `isFirst`: nobody is named before it.
void addPart(const QString &part, const QString &place, std::vector<Author> &authors)
{
    const bool isFirst = authors.empty();
    for (const QString &words : joined(part)) {
        const QString name = withoutPlace(words);
        const bool isPlace = !place.isEmpty() && name.compare(place, Qt::CaseInsensitive) == 0;
        if (name.isEmpty() || isPlace || (!isFirst && name.front().isLower()) || isJob(name)) {
            continue;
        }
        const bool isPaper = isOrganization(name);
        if (!isPaper || isFirst) {
            authors.push_back({name, isPaper ? AuthorKind::Organization : AuthorKind::Person});
        }
    }
}

} // namespace

std::vector<Author> authorsOf(const QString &byline, const QString &place)
{
    static const QRegularExpression commas(u"\\s*[,;،、]\\s*(?:(?:and|&)\\s+)?"_s);
    std::vector<Author> authors;
    for (const QString &part : byline.split(commas, Qt::SkipEmptyParts)) {
        addPart(part.simplified(), place.trimmed(), authors);
    }
    return authors;
}

} // namespace nutgraf::format
