// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/proposal.h"

#include <QByteArray>

namespace nutgraf::publish {

/// A publication that may be written.
struct Judged {
    Proposal proposal;
    Editions editions;
    QByteArray draft; ///< the version's story.md
};

/// Decides from what lies in the folder now. Each file is read once: what is judged is what is
/// stored. Errors: as publish().
[[nodiscard]] Result<Judged> judge(const Subject &subject, const Choice &choice,
                                   const Clock &clock);

/// A key of the story's header that should hold it back and does nothing here; empty: none.
[[nodiscard]] QString unheeded(const story::Story &story);

/// The guid that a story which never went out gets with `draft`. Errors: as guidFor().
[[nodiscard]] Result<QString> firstGuid(const Proposal &proposal, const QByteArray &draft);

/// The editions of `story`, which need not be the reading's: a kill has none.
[[nodiscard]] Editions editionsOf(const Proposal &proposal, const Choice &choice,
                                  const story::Story &story);

} // namespace nutgraf::publish
