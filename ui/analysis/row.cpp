// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/analysis/row.h"

namespace nutgraf::rows {

bool Row::looksLike(const Row &other) const
{
    return kind == other.kind && shape == other.shape && chip == other.chip
        && initials == other.initials && title == other.title && secondary == other.secondary
        && alert == other.alert && alertLevel == other.alertLevel && right == other.right
        && action == other.action && toolTip == other.toolTip && spoken == other.spoken
        && isQuoted == other.isQuoted && isStrong == other.isStrong;
}

QString oneLine(QStringView text)
{
    return text.toString().simplified();
}

} // namespace nutgraf::rows
