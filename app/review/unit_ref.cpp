// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/unit_ref.h"

#include "review/anchors.h"

namespace nutgraf::review {

namespace {

QString speakerOf(const analysis::Analysis &analysis, const analysis::Attribution &attribution)
{
    return attribution.speaker < 0
        ? QString()
        : analysis.speakers.at(static_cast<std::size_t>(attribution.speaker)).name;
}

/// The best place so far; `isTwin`: another one is as good.
struct Best {
    int attribution = -1;
    qsizetype likeness = -1;
    bool isAtOldPlace = false;
    bool isTwin = false;

    void take(int index, qsizetype how, bool isOldPlace)
    {
        const bool isBetter = how > likeness || (how == likeness && isOldPlace && !isAtOldPlace);
        if (isBetter) {
            *this = {index, how, isOldPlace, false};
        } else if (how == likeness && isOldPlace == isAtOldPlace) {
            isTwin = true;
        }
    }
};

} // namespace

std::optional<UnitRef> refTo(const analysis::Snapshot &snapshot, const analysis::Analysis &analysis,
                             int attribution)
{
    if (attribution < 0 || attribution >= static_cast<int>(analysis.attributions.size())) {
        return std::nullopt;
    }
    const auto &said = analysis.attributions.at(static_cast<std::size_t>(attribution));
    const TextRange place = contentSpan(said);
    return UnitRef{selectorOf(snapshot.text, place), place, speakerOf(analysis, said), said.kind};
}

std::optional<int> resolve(const UnitRef &unit, const analysis::Snapshot &snapshot,
                           const analysis::Analysis &analysis)
{
    Best best;
    int index = 0;
    for (const analysis::Attribution &said : analysis.attributions) {
        const TextRange place = contentSpan(said);
        if (place.length() == unit.words.exact.size()
            && place.in(snapshot.text) == unit.words.exact) {
            best.take(index, likeness(contextOf(snapshot.text, place), unit.words),
                      place == unit.place);
        }
        ++index;
    }
    return best.attribution < 0 || best.isTwin ? std::nullopt : std::optional(best.attribution);
}

std::optional<int> resolveForSigning(const UnitRef &unit, const analysis::Snapshot &snapshot,
                                     const analysis::Analysis &analysis)
{
    return resolve(unit, snapshot, analysis).and_then([&](int index) {
        const auto &said = analysis.attributions.at(static_cast<std::size_t>(index));
        const bool isSame = speakerOf(analysis, said) == unit.speaker && said.kind == unit.kind;
        return isSame ? std::optional(index) : std::nullopt;
    });
}

} // namespace nutgraf::review
