// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/reading.h"

namespace nutgraf::session {

Reading shown(const reading::ReadingPtr &read, quint64 bodyRevision)
{
    Reading reading;
    reading.bodyRevision = bodyRevision;
    if (!read || read->isUnread()) {
        return reading;
    }
    reading.read = read;
    reading.snapshot = read->snapshot;
    reading.analysis = read->analysis;
    reading.bound = read->bound;
    reading.findings = read->findings;
    reading.bodyBegin = read->bodyBegin();
    for (const review::Unit &unit : read->bound.units) {
        if (const auto *correction = read->correctionOf(unit.attribution)) {
            reading.corrections.emplace(unit.attribution, *correction);
        }
    }
    return reading;
}

} // namespace nutgraf::session
