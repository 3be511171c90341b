// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/slug.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

using namespace Qt::StringLiterals;

namespace nutgraf::text {

namespace {

constexpr qsizetype MaxLength = 60;

/// How a language writes in ASCII what ICU's general rules write otherwise.
struct LanguageRules {
    QStringView language;
    QStringView transforms; ///< ICU's, one after the other
    QStringView letters; ///< ICU rules
};
constexpr std::array<LanguageRules, 9> Rules = {{
    {u"de", u"de-ASCII", u""},
    {u"da", u"", u"ø > oe; å > aa;"},
    {u"nb", u"", u"ø > oe; å > aa;"},
    {u"nn", u"", u"ø > oe; å > aa;"},
    {u"no", u"", u"ø > oe; å > aa;"},
    {u"uk", u"Ukrainian-Latin/BGN", u""},
    {u"bg", u"Bulgarian-Latin/BGN", u""},
    {u"sr", u"Serbian-Latin/BGN", u""},
    {u"mk", u"Macedonian-Latin/BGN", u""},
}};
constexpr LanguageRules Otherwise = {u"", u"", u""};

const LanguageRules &rulesFor(QStringView language)
{
    const QStringView primary = language.left(language.indexOf(u'-'));
    const auto found = std::ranges::find_if(Rules, [primary](const LanguageRules &rules) {
        return rules.language.compare(primary, Qt::CaseInsensitive) == 0;
    });
    return found == Rules.end() ? Otherwise : *found;
}

icu::UnicodeString toIcu(QStringView text)
{
    return {text.utf16(), static_cast<int32_t>(text.size())};
}

QString fromIcu(const icu::UnicodeString &text)
{
    return QString::fromUtf16(text.getBuffer(), text.length());
}

/// A transform that this ICU lacks changes nothing.
void apply(icu::UnicodeString &text, QStringView transform)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(toIcu(transform), UTRANS_FORWARD, status));
    if (made && U_SUCCESS(status)) {
        made->transliterate(text);
    }
}

void applyRules(icu::UnicodeString &text, QStringView rules)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    const std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createFromRules(
        icu::UnicodeString("letters"), toIcu(rules), UTRANS_FORWARD, place, status));
    if (made && U_SUCCESS(status)) {
        made->transliterate(text);
    }
}

/// `words` in lower-case ASCII, as far as there is a way.
QString ascii(const QString &words, QStringView language)
{
    const LanguageRules &rules = rulesFor(language);
    icu::UnicodeString text = toIcu(words);
    if (!rules.letters.isEmpty()) {
        applyRules(text, rules.letters);
    }
    if (!rules.transforms.isEmpty()) {
        apply(text, rules.transforms);
    }
    apply(text, u"Russian-Latin/BGN");
    apply(text, u"Greek-Latin/UNGEGN");
    apply(text, u"Any-Latin");
    apply(text, u"NFKD");
    apply(text, u"Latin-ASCII");
    return fromIcu(text).toLower();
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// Digits of every script have a value, which ICU's transforms do not all know.
QString withPlainDigits(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.category() == QChar::Number_DecimalDigit) {
            c = QChar(u'0' + static_cast<char16_t>(c.digitValue()));
        }
    }
    return text;
}

bool isWithoutSpaces(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

/// Marks that stand inside a word and leave no gap: an apostrophe, a soft sign, an accent.
bool isInsideWord(QChar c)
{
    return QStringView(u"'’‘`ʹʺʼʻʾʿ·").contains(c) || c.isMark();
}

QStringList wordsOf(const QString &plain)
{
    QStringList words{QString()};
    for (const QChar c : plain) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber()) {
            words.last() += c;
        } else if (!isInsideWord(c) && !words.last().isEmpty()) {
            words.append(QString());
        }
    }
    words.removeAll(QString());
    return words;
}

} // namespace

QString slugFrom(QStringView words, QStringView language, int maxWords)
{
    const QString lower = withPlainDigits(words.toString().toLower());
    const QString plain = isAscii(lower) ? lower : ascii(lower, language);
    const qsizetype most =
        std::ranges::any_of(words, isWithoutSpaces) ? qsizetype{2} * maxWords : maxWords;
    QString slug;
    for (const QString &word : wordsOf(plain).mid(0, most)) {
        const QString longer = slug.isEmpty() ? word.left(MaxLength) : slug + u'-' + word;
        if (longer.size() > MaxLength) {
            break;
        }
        slug = longer;
    }
    return slug;
}

QString foldedName(QStringView name)
{
    if (isAscii(name)) {
        return name.toString().toLower();
    }
    // ICU's folding is the full one: Qt's knows no `ß`.
    icu::UnicodeString text = toIcu(name.toString().normalized(QString::NormalizationForm_D));
    text.foldCase();
    return fromIcu(text).normalized(QString::NormalizationForm_C);
}

} // namespace nutgraf::text
