// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/language_words.h"

#include <QLocale>
#include <QRegularExpression>

namespace nutgraf::fields {

using namespace Qt::StringLiterals;

namespace {

const QStringList &commonTags()
{
    static const QStringList tags{u"en"_s, u"en-GB"_s, u"en-US"_s, u"ar"_s, u"de"_s, u"el"_s,
                                  u"es"_s, u"fa"_s,    u"fr"_s,    u"hi"_s, u"id"_s, u"it"_s,
                                  u"ja"_s, u"ko"_s,    u"nl"_s,    u"pl"_s, u"pt"_s, u"pt-BR"_s,
                                  u"ru"_s, u"sv"_s,    u"tr"_s,    u"uk"_s, u"ur"_s, u"zh"_s};
    return tags;
}

/// Language in small letters, a country of two in capitals, as everybody writes them.
QString tidy(const QString &tag)
{
    QStringList parts = tag.toLower().split(u'-');
    for (qsizetype at = 1; at < parts.size(); ++at) {
        if (parts.at(at).size() == 2) {
            parts[at] = parts.at(at).toUpper();
        }
    }
    return parts.join(u'-');
}

} // namespace

QString languageName(const QString &tag)
{
    const QLocale locale(tag);
    if (locale.language() == QLocale::C) {
        return tag;
    }
    const QString name = QLocale::languageToString(locale.language());
    return tag.contains(u'-') ? u"%1 (%2)"_s.arg(name, tag.section(u'-', -1)) : name;
}

std::optional<QString> languageFrom(const QString &words)
{
    const QString typed = words.simplified();
    const auto isName = [&typed](const QString &tag) {
        return typed.compare(languageName(tag), Qt::CaseInsensitive) == 0;
    };
    for (const QString &tag : commonTags()) {
        if (isName(tag)) {
            return tag;
        }
    }
    for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript,
                                                          QLocale::AnyTerritory)) {
        QString tag = QLocale::languageToCode(locale.language());
        if (!tag.isEmpty() && isName(tag)) {
            return tag;
        }
    }
    static const QRegularExpression form(u"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"_s);
    return form.match(typed).hasMatch() ? std::optional(tidy(typed)) : std::nullopt;
}

QStringList commonLanguages()
{
    QStringList names;
    for (const QString &tag : commonTags()) {
        names.append(languageName(tag));
    }
    return names;
}

} // namespace nutgraf::fields
