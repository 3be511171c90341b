// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"

#include <QObject>

#include <functional>
#include <memory>

namespace nutgraf::jobs {

using AnalysisPtr = std::shared_ptr<const analysis::Analysis>;

/// Analyses the newest snapshot of one story on a worker thread. Older snapshots are skipped, stale
/// answers dropped. No call waits for the worker but the destructor, which cancels first.
class AnalysisService final : public QObject {
    Q_OBJECT
public:
    /// What the worker does; called on the worker thread only, one call at a time.
    using Analyse = std::function<analysis::Analysis(const analysis::Snapshot &snapshot,
                                                     const std::function<bool()> &cancelled)>;

    /// With an Analyser of its own.
    explicit AnalysisService(QObject *parent = nullptr);
    explicit AnalysisService(Analyse analyse, QObject *parent = nullptr);
    ~AnalysisService() override; ///< cancels and waits

    /// Milliseconds without a new snapshot before work begins; 0 in tests.
    void setDebounce(int milliseconds);
    /// Takes `snapshot` as the newest.
    void submit(analysis::Snapshot snapshot);
    /// Nothing is waiting, being analysed or on its way back.
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    /// In the service's thread; `snapshot` is the one that was analysed, the newest submitted so
    /// far.
    void finished(const std::shared_ptr<const nutgraf::analysis::Snapshot> &snapshot,
                  const std::shared_ptr<const nutgraf::analysis::Analysis> &analysis);
    /// Sent with every change of isIdle().
    void idleChanged(bool idle);

private:
    void deliver(quint64 number, const std::shared_ptr<const analysis::Snapshot> &snapshot,
                 const AnalysisPtr &result);
    void setIdle(bool isIdle);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::jobs
