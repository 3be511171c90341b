// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "base/error.h"
#include "delivery/delivery.h"
#include "format/edition.h"
#include "publish/proposal.h"
#include "review/checks.h"
#include "summary/summary.h"

#include <QString>
#include <QStringList>

namespace nutgraf::messages {

/// A sentence for people: what, and what can be done.
struct Message {
    QString what; ///< one sentence: the fact
    QString where; ///< file, line, column; may be empty
    QString remedy; ///< what to do; may be empty
};

/// All wording is translated in the context "messages".
[[nodiscard]] Message describe(const Error &error);
/// "file.md:7:12: what. remedy", one line, for the command line.
[[nodiscard]] QString oneLine(const Error &error);
[[nodiscard]] Message describe(const review::Finding &finding, const analysis::Analysis &analysis);
[[nodiscard]] QString describe(const analysis::Reason &reason);
/// "corrected by KL, 12 May 09:30", in the reader's time.
[[nodiscard]] QString describe(const review::Correction &correction);
/// What it put right: "said by Leila Santoro, part quote, the words “…”".
[[nodiscard]] QString changesOf(const review::Correction &correction);
/// Whether a sentence of the web edition is picked.
enum class Picked { No, Yes };
/// A few words for a row of the web edition. `detail`: for NeedsUnit and Clarification the other
/// unit's paragraph number, else the name or day that is put in.
[[nodiscard]] QString describe(summary::UnitNote note, const QString &detail = {},
                               Picked picked = Picked::No);
/// What is missing before a story can be published: "the note is missing".
[[nodiscard]] QString describe(publish::Need need, const publish::Proposal &proposal);
/// What an editor should know of a choice: that an embargo holds the web edition back, that
/// sentences of the last one changed. One sentence each.
[[nodiscard]] QStringList remarks(const publish::Proposal &proposal, const publish::Choice &choice);
/// "Waiting, the outlet said no (HTTP 503), next try 12 May 09:30 UTC".
[[nodiscard]] QString describe(const delivery::Delivery &delivery);
[[nodiscard]] QString describe(delivery::Reason reason); ///< "the outlet did not answer"
[[nodiscard]] QString name(delivery::State state); ///< "Waiting", "Not sent"
[[nodiscard]] QString name(analysis::EntityType type);
[[nodiscard]] QString
name(analysis::AttributionKind kind); ///< "direct quote", "part quote", "indirect"
[[nodiscard]] QString name(review::UnitState state);
[[nodiscard]] QString name(format::PublicationKind kind);
[[nodiscard]] QString name(review::Verdict verdict);
[[nodiscard]] QString name(review::FindingLevel level); ///< "Blocks", "To confirm", "Note"

} // namespace nutgraf::messages
