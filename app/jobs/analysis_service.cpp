// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/analysis_service.h"

#include "jobs/worker.h"

#include <QPointer>
#include <QTimer>

namespace nutgraf::jobs {

namespace {

/// Long enough for a burst of keys, short enough to seem live.
constexpr int DefaultDebounce = 60;

} // namespace

struct AnalysisService::Private {
    QTimer debounce;
    quint64 newest = 0; ///< counts submissions; revisions may come back after an undo
    SnapshotPtr waiting;
    bool isIdle = true;
    std::unique_ptr<Worker> worker; ///< last: ends before the rest does
};

AnalysisService::AnalysisService(Analyse analyse, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    const auto done = [this](quint64 number, const SnapshotPtr &snapshot,
                             const AnalysisPtr &result) {
        QMetaObject::invokeMethod(
            this, [this, number, snapshot, result] { deliver(number, snapshot, result); },
            Qt::QueuedConnection);
    };
    d->worker = std::make_unique<Worker>(std::move(analyse), done);
    d->debounce.setSingleShot(true);
    d->debounce.setInterval(DefaultDebounce);
    connect(&d->debounce, &QTimer::timeout, this,
            [this] { d->worker->post(d->newest, std::move(d->waiting)); });
}

AnalysisService::~AnalysisService() = default;

void AnalysisService::setDebounce(int milliseconds)
{
    d->debounce.setInterval(milliseconds);
}

void AnalysisService::submit(analysis::Snapshot snapshot)
{
    d->waiting = std::make_shared<const analysis::Snapshot>(std::move(snapshot));
    d->worker->expectOnly(++d->newest);
    d->debounce.start();
    setIdle(false);
}

bool AnalysisService::isIdle() const
{
    return d->isIdle;
}

void AnalysisService::deliver(quint64 number, const SnapshotPtr &snapshot,
                              const AnalysisPtr &result)
{
    if (number != d->newest) {
        return; // a newer one came while this one was on its way
    }
    const QPointer<AnalysisService> self(this);
    Q_EMIT finished(snapshot, result);
    // A slot may have submitted again, or ended the service.
    if (self && number == d->newest) {
        setIdle(true);
    }
}

void AnalysisService::setIdle(bool isIdle)
{
    if (d->isIdle != isIdle) {
        d->isIdle = isIdle;
        Q_EMIT idleChanged(isIdle);
    }
}

} // namespace nutgraf::jobs
