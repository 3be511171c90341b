// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/text_checks.h"

#include "story/fields.h"
#include "text/characters.h"
#include "text/foreign_markup.h"
#include "text/printable.h"

#include <optional>

namespace nutgraf::review {

using namespace Qt::StringLiterals;

namespace {

Finding findingAt(CheckId id, FindingLevel level, TextRange range, const QString &detail)
{
    Finding finding;
    finding.id = id;
    finding.level = level;
    finding.range = range;
    finding.detail = detail;
    return finding;
}

QString nameOf(text::ForeignMarkup markup)
{
    switch (markup) {
    case text::ForeignMarkup::Picture:
        return u"![ ]( )"_s;
    case text::ForeignMarkup::Table:
        return u"| --- |"_s;
    case text::ForeignMarkup::Code:
        break;
    }
    return u"```"_s;
}

/// U+FFFD stands where another program could not read a character; the others no edition carries.
bool isDamage(char32_t c)
{
    const bool isSpace =
        !QChar::requiresSurrogates(c) && text::isLineBreak(QChar(static_cast<char16_t>(c)));
    return c == QChar::ReplacementCharacter
        || (!text::isPrintable(c) && !isSpace && c != QChar::ParagraphSeparator && c != 0xFEFF);
}

struct Damage {
    qsizetype at = 0;
    char32_t first = 0;
    bool hasZeros = false; ///< as a power cut leaves them
};

std::optional<Damage> damageIn(QStringView text)
{
    std::optional<Damage> damage;
    for (qsizetype at = 0; at < text.size(); at += text::characterLength(text, at)) {
        const char32_t c = text::characterLength(text, at) == 2
            ? QChar::surrogateToUcs4(text[at], text[at + 1])
            : text[at].unicode();
        if (!isDamage(c))
            continue;
        damage = damage.value_or(Damage{at, c, false});
        damage->hasZeros = damage->hasZeros || c == 0;
    }
    return damage;
}

FindingLevel levelOf(const Damage &damage)
{
    return damage.hasZeros ? FindingLevel::Blocks : FindingLevel::ToConfirm;
}

QString codeOf(char32_t c)
{
    return u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
}

void addDamage(const story::Story &story, qsizetype bodyBegin, std::vector<Finding> &findings)
{
    for (const story::Field field :
         {story::Field::Headline, story::Field::Deck, story::Field::Byline}) {
        if (const auto damage = damageIn(story::value(story, field))) {
            findings.push_back(
                findingAt(CheckId::TextDamaged, levelOf(*damage), {}, codeOf(damage->first)));
            findings.back().field = field;
        }
    }
    if (const auto damage = damageIn(story.body)) {
        const TextRange place{damage->at, damage->at + 1};
        findings.push_back(findingAt(CheckId::TextDamaged, levelOf(*damage),
                                     place.shifted(bodyBegin), codeOf(damage->first)));
    }
}

void addHeader(const story::Story &story, std::vector<Finding> &findings)
{
    for (const story::HeaderRemark &remark : story.remarks.list) {
        const bool isCut = remark.kind == story::HeaderRemark::Kind::CutByComment;
        findings.push_back(findingAt(isCut ? CheckId::HeaderCut : CheckId::HeaderNotHeeded,
                                     isCut ? FindingLevel::ToConfirm : FindingLevel::Blocks, {},
                                     isCut ? remark.detail : remark.key));
        findings.back().field = isCut ? story::fieldFromKey(remark.key) : std::nullopt;
    }
}

} // namespace

std::vector<Finding> textFindings(const story::Story &story, qsizetype bodyBegin)
{
    std::vector<Finding> findings;
    addHeader(story, findings);
    if (const auto marker = text::conflictMarker(story.body)) {
        findings.push_back(findingAt(CheckId::ConflictMarker, FindingLevel::Blocks,
                                     marker->shifted(bodyBegin), {}));
    }
    addDamage(story, bodyBegin, findings);
    for (const text::ForeignPlace &place : text::foreignMarkup(story.body)) {
        findings.push_back(findingAt(CheckId::MarkupAsTyped, FindingLevel::ToConfirm,
                                     place.range.shifted(bodyBegin), nameOf(place.what)));
    }
    return findings;
}

} // namespace nutgraf::review
