// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include "text/quotes.h"

namespace nutgraf::analysis {

struct Analyser::Private { };

Analyser::Analyser() : d(std::make_unique<Private>()) { }
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser &&) noexcept = default;
Analyser &Analyser::operator=(Analyser &&) noexcept = default;

Analysis Analyser::analyse(const Snapshot &snapshot, const std::function<bool()> &cancelled)
{
    Analysis analysis;
    analysis.revision = snapshot.revision;
    analysis.language = QStringLiteral("en");
    for (const Segment &segment : snapshot.segments) {
        if (cancelled && cancelled())
            return analysis;
        for (const text::Quote &quote : text::quotes(snapshot.text, segment.range)) {
            if (quote.depth > 0)
                continue;
            Attribution found;
            found.id = QStringLiteral("a%1").arg(analysis.attributions.size() + 1);
            found.content = {quote.range};
            found.quotes = {quote.range};
            found.confidence = 0.2;
            found.reasons = {{ReasonCode::NoCue, {}}};
            analysis.attributions.push_back(std::move(found));
        }
    }
    return analysis;
}

Analysis analyse(const Snapshot &snapshot)
{
    return Analyser().analyse(snapshot);
}

} // namespace nutgraf::analysis
