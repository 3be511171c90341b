// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/row.h"

#include <QCoreApplication>

namespace nutgraf::panels {

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

QString sentence(const QStringList &reasons)
{
    QString words = reasons.join(QStringLiteral("; "));
    if (words.isEmpty()) {
        return words;
    }
    words[0] = words.at(0).toUpper();
    return words.endsWith(u'.') ? words : words + u'.';
}

RowTree notListed(qsizetype left)
{
    RowTree last;
    last.row.kind = RowKind::Heading;
    last.row.key = QStringLiteral("…");
    last.row.title =
        QCoreApplication::translate("nutgraf::panels::Row", "%L1 more are not listed").arg(left);
    last.row.spoken = last.row.title;
    return last;
}

} // namespace nutgraf::panels
