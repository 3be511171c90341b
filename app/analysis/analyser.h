// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "base/error.h"

#include <functional>
#include <memory>
#include <optional>

namespace nutgraf::tagger {
class Tagger;
}

namespace nutgraf::analysis {

/// nullptr: none.
using TaggerPtr = std::shared_ptr<const tagger::Tagger>;

/// The trained tagger that came with the program; nullptr: there is none. Errors: FileNotFound,
/// FileUnreadable or ModelInvalid, where there is one that cannot be used.
[[nodiscard]] Result<TaggerPtr> installedTagger();

/// Reads texts. Keeps the results of single paragraphs by their content, so that a keystroke costs
/// one paragraph and the cheap passes over the document. One instance a thread; equal snapshots
/// give equal answers whatever came before.
class Analyser {
public:
    /// Reads with the installed tagger, which is loaded with the first text.
    Analyser();
    /// nullptr: the rules read alone, as they do in languages that a tagger has not learned.
    explicit Analyser(Result<TaggerPtr> tagger);
    ~Analyser();
    Analyser(Analyser &&) noexcept;
    Analyser &operator=(Analyser &&) noexcept;

    /// The analysis of `snapshot`. Polls `cancelled` once a paragraph; if it answers true, the
    /// result is incomplete and must be thrown away.
    [[nodiscard]] Analysis analyse(const Snapshot &snapshot,
                                   const std::function<bool()> &cancelled = {});

    /// Why the tagger could not be used and the rules read alone. Known after the first text.
    [[nodiscard]] const std::optional<Error> &modelFault() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// One-off analysis with a fresh Analyser.
[[nodiscard]] Analysis analyse(const Snapshot &snapshot);

/// headline, deck and body as one snapshot: `headline\ndeck\nbody`; the body begins at the last
/// segment's begin.
[[nodiscard]] Snapshot compose(quint64 revision, const QString &headline, const QString &deck,
                               const QString &body);

/// A plain-text wire story: headline, deck, dateline and notice lines are recognised by app/text's
/// layout.
[[nodiscard]] Snapshot plainText(quint64 revision, const QString &text);

} // namespace nutgraf::analysis
