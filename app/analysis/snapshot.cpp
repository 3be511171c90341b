// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"

#include "text/wire_layout.h"

namespace nutgraf::analysis {

Snapshot compose(quint64 revision, const QString &headline, const QString &deck,
                 const QString &body)
{
    Snapshot snapshot;
    snapshot.revision = revision;
    snapshot.text = headline + u'\n' + deck + u'\n' + body;
    const qsizetype deckBegin = headline.size() + 1;
    const qsizetype bodyBegin = deckBegin + deck.size() + 1;
    snapshot.segments = {{SegmentRole::Headline, {0, headline.size()}},
                         {SegmentRole::Deck, {deckBegin, deckBegin + deck.size()}},
                         {SegmentRole::Body, {bodyBegin, snapshot.text.size()}}};
    return snapshot;
}

Snapshot plainText(quint64 revision, const QString &text)
{
    Snapshot snapshot{revision, text, {}};
    const text::WireLayout layout = text::wireLayout(text);
    const auto add = [&snapshot](SegmentRole role, const std::optional<TextRange> &range) {
        if (range)
            snapshot.segments.push_back({role, *range});
    };
    add(SegmentRole::Headline, layout.headline);
    add(SegmentRole::Deck, layout.deck);
    add(SegmentRole::Dateline, layout.datelinePlace);
    if (!layout.paragraphs.empty()) {
        add(SegmentRole::Body,
            TextRange{layout.paragraphs.front().begin, layout.paragraphs.back().end});
    }
    add(SegmentRole::Notice, layout.notice);
    return snapshot;
}

} // namespace nutgraf::analysis
