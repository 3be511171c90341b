// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/analyser.h"
#include "jobs/analysis_service.h"

namespace nutgraf::jobs {

// Apart from the service itself, so that its tests need no analyser.
AnalysisService::AnalysisService(QObject *parent)
    : AnalysisService(
          [analyser = std::make_shared<analysis::Analyser>()](
              const analysis::Snapshot &snapshot, const std::function<bool()> &cancelled) {
              return analyser->analyse(snapshot, cancelled);
          },
          parent)
{
}

} // namespace nutgraf::jobs
