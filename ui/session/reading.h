// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/reading.h"

#include <map>
#include <memory>
#include <vector>

namespace nutgraf::session {

/// What the window shows of the latest reading of a story. Whoever decides takes `read`: it is the
/// evidence, and nobody can change it.
struct Reading {
    reading::ReadingPtr read; ///< nullptr: the story was not read yet
    std::shared_ptr<const analysis::Snapshot> snapshot;
    std::shared_ptr<const analysis::Analysis> analysis; ///< with the editors' corrections
    review::BoundReview bound;
    std::map<int, review::Correction> corrections; ///< by attribution; of reopened ones too
    std::vector<review::Finding> findings;
    qsizetype bodyBegin = 0; ///< where the body begins in snapshot->text
    quint64 bodyRevision = 0; ///< BodyEditor::revision() of the snapshot
};

/// What is to be shown of it.
[[nodiscard]] Reading shown(const reading::ReadingPtr &read, quint64 bodyRevision);

} // namespace nutgraf::session
