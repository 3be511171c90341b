// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/checks.h"
#include "review/review.h"

#include <map>
#include <memory>
#include <vector>

namespace nutgraf::session {

/// The latest analysis of a story with its decisions laid on; shared, never changed.
struct Reading {
    std::shared_ptr<const analysis::Snapshot> snapshot;
    std::shared_ptr<const analysis::Analysis> found; ///< what the analysis says by itself
    std::shared_ptr<const analysis::Analysis> analysis; ///< the same with the editors' corrections
    review::BoundReview bound;
    std::map<int, review::Correction> corrections; ///< by attribution; of reopened ones too
    std::vector<review::Finding> findings;
    qsizetype bodyBegin = 0; ///< where the body begins in snapshot->text
    quint64 bodyRevision = 0; ///< BodyEditor::revision() of the snapshot
};

} // namespace nutgraf::session
