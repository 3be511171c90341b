// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/capitals.h"

#include <QChar>
#include <QSet>

#include <unicode/casemap.h>
#include <unicode/strenum.h>
#include <unicode/stringoptions.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace nutgraf::text {

namespace {

constexpr char16_t DottedCapital = 0x130;
constexpr char16_t DotlessSmall = 0x131;

/// Places of Turkey with an i: typed without the dot of İ, as on many a keyboard, their capitals do
/// not tell which i is which. The provinces, and towns that datelines often name.
constexpr std::array TurkishPlaces = {
    u"Adapazarı", u"Adıyaman",   u"Afyonkarahisar", u"Ağrı",      u"Artvin",   u"Aydın",
    u"Balıkesir", u"Bartın",     u"Bilecik",        u"Bingöl",    u"Bitlis",   u"Cizre",
    u"Çankırı",   u"Denizli",    u"Diyarbakır",     u"Edirne",    u"Elazığ",   u"Ereğli",
    u"Erzincan",  u"Eskişehir",  u"Fethiye",        u"Gaziantep", u"Giresun",  u"Girne",
    u"Hakkâri",   u"Hakkari",    u"Iğdır",          u"Isparta",   u"İnegöl",   u"İskenderun",
    u"İstanbul",  u"İzmir",      u"İzmit",          u"Kadıköy",   u"Kayseri",  u"Kilis",
    u"Kırıkkale", u"Kırklareli", u"Kırşehir",       u"Kocaeli",   u"Kuşadası", u"Manisa",
    u"Mardin",    u"Mersin",     u"Midyat",         u"Nevşehir",  u"Niğde",    u"Nusaybin",
    u"Osmaniye",  u"Rize",       u"Siirt",          u"Silivri",   u"Silopi",   u"Sinop",
    u"Sivas",     u"Şanlıurfa",  u"Şırnak",         u"Tekirdağ",  u"Tunceli",
};

enum class Case { Upper, Title };

/// One of ICU's mappings; the text itself where that fails, which it does for want of memory only.
QString mapped(const QString &text, Case to, const QByteArray &locale)
{
    QString result(text.size() * 3 + 1, Qt::Uninitialized);
    UErrorCode error = U_ZERO_ERROR;
    const char16_t *source = reinterpret_cast<const char16_t *>(text.utf16());
    char16_t *target = reinterpret_cast<char16_t *>(result.data());
    const auto length = static_cast<int32_t>(text.size());
    const auto capacity = static_cast<int32_t>(result.size());
    const int32_t made = to == Case::Upper
        ? icu::CaseMap::toUpper(locale, 0, source, length, target, capacity, nullptr, error)
        : icu::CaseMap::toTitle(locale, U_TITLECASE_WHOLE_STRING, nullptr, source, length, target,
                                capacity, nullptr, error);
    return U_SUCCESS(error) != 0 ? result.first(made) : text;
}

bool has(const QString &text, QStringView letters)
{
    return std::ranges::any_of(text, [letters](QChar c) { return letters.contains(c); });
}

/// Upper case in ASCII of the cities after which the world's time zones are named.
QSet<QString> worldCities()
{
    QSet<QString> cities;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> zones(icu::TimeZone::createTimeZoneIDEnumeration(
        UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, error));
    if (U_FAILURE(error) != 0 || zones == nullptr)
        return cities;
    while (const icu::UnicodeString *zone = zones->snext(error)) {
        const QString name = QString::fromUtf16(zone->getBuffer(), zone->length());
        cities.insert(name.section(u'/', -1).replace(u'_', u' ').toUpper());
    }
    return cities;
}

/// The letters of a place in one spelling of its i's.
QString folded(QString place)
{
    return place.replace(QChar(DottedCapital), u'I').replace(QChar(DotlessSmall), u'I').toUpper();
}

/// The place as Turkey spells it, empty if it is none that is known.
QString turkishPlace(const QString &place)
{
    const auto found = std::ranges::find(TurkishPlaces, folded(place), [](const char16_t *name) {
        return folded(QString::fromUtf16(name));
    });
    return found == TurkishPlaces.end() ? QString() : QString::fromUtf16(*found);
}

bool isForeignToTurkish(const QString &place)
{
    static const QSet<QString> cities = worldCities();
    const QString city = place.section(u',', 0, 0).trimmed().toUpper();
    return has(place, u"qwxQWX") || cities.contains(city);
}

/// The language whose rules of case hold for a place, as ICU names it.
QByteArray caseLanguage(const QString &place, const QString &language)
{
    const QString base = language.section(u'-', 0, 0).toLower();
    const bool isTurkic = base == "tr"_L1 || base == "az"_L1;
    const bool isGreek =
        std::ranges::any_of(place, [](QChar c) { return c.script() == QChar::Script_Greek; });
    if (isGreek)
        return "el";
    if (has(place, u"\u0130\u0131"))
        return "tr";
    const bool isForeign = isTurkic && turkishPlace(place).isEmpty() && isForeignToTurkish(place);
    return isForeign ? QByteArray() : base.toLatin1();
}

bool isInCapitals(const QString &place)
{
    const auto isCapital = [](QChar c) {
        return c.isUpper();
    };
    const auto isSmall = [](QChar c) {
        return c.isLower();
    };
    return std::ranges::any_of(place, isCapital) && std::ranges::none_of(place, isSmall);
}

bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'\'' || c == u'’' || c.isSurrogate();
}

} // namespace

QString inCapitals(const QString &place, const QString &language)
{
    return mapped(place, Case::Upper, caseLanguage(place, language));
}

QString inOrdinaryCase(const QString &place, const QString &language)
{
    if (!isInCapitals(place))
        return place;
    const QByteArray locale = caseLanguage(place, language);
    if (const QString known = turkishPlace(place); locale == "tr" && !known.isEmpty())
        return known;
    QString result;
    qsizetype from = 0;
    while (from < place.size()) {
        qsizetype end = from;
        while (end < place.size() && isInWord(place[end]))
            ++end;
        result += mapped(place.sliced(from, end - from), Case::Title, locale);
        if (end < place.size())
            result += place[end++];
        from = end;
    }
    return result;
}

} // namespace nutgraf::text
