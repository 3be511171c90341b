// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/checks.h"

#include <algorithm>
#include <array>

namespace nutgraf::review {

using namespace Qt::StringLiterals;

namespace {

struct Key {
    CheckId id;
    QLatin1StringView key;
};

constexpr std::array Keys{
    Key{CheckId::QuoteWithoutSource, "quote-without-source"_L1},
    Key{CheckId::NeedsSource, "needs-source"_L1},
    Key{CheckId::SpeakerUnsure, "speaker-unsure"_L1},
    Key{CheckId::NotConfirmed, "not-confirmed"_L1},
    Key{CheckId::DecisionReopened, "decision-reopened"_L1},
    Key{CheckId::DecisionOrphaned, "decision-orphaned"_L1},
    Key{CheckId::HeadlineMissing, "headline-missing"_L1},
    Key{CheckId::HeadlineLong, "headline-long"_L1},
    Key{CheckId::DeckLong, "deck-long"_L1},
    Key{CheckId::SlugMissing, "slug-missing"_L1},
    Key{CheckId::BodyEmpty, "body-empty"_L1},
    Key{CheckId::DatelineMissing, "dateline-missing"_L1},
    Key{CheckId::QuoteUnclosed, "quote-unclosed"_L1},
    Key{CheckId::QuoteMarksMixed, "quote-marks-mixed"_L1},
    Key{CheckId::RelativeDay, "relative-day"_L1},
    Key{CheckId::FirstReferenceInQuote, "first-reference-in-quote"_L1},
    Key{CheckId::EmbargoRunning, "embargo-running"_L1},
    Key{CheckId::LoadedCue, "loaded-cue"_L1},
    Key{CheckId::NameSpeltTwice, "name-spelt-twice"_L1},
    Key{CheckId::LanguageNotLearned, "language-not-learned"_L1},
    Key{CheckId::ConflictMarker, "conflict-marker"_L1},
    Key{CheckId::TextDamaged, "text-damaged"_L1},
    Key{CheckId::MarkupAsTyped, "markup-as-typed"_L1},
    Key{CheckId::HeaderNotHeeded, "header-not-heeded"_L1},
    Key{CheckId::HeaderCut, "header-cut"_L1},
    Key{CheckId::TextNotAnalysed, "text-not-analysed"_L1},
};

} // namespace

QString key(CheckId id)
{
    const auto found = std::ranges::find(Keys, id, &Key::id);
    Q_ASSERT(found != Keys.end());
    return QString(found->key);
}

} // namespace nutgraf::review
