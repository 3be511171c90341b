// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/places.h"

#include "text/segments.h"

#include <QCoreApplication>

#include <algorithm>

namespace nutgraf::panels {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("nutgraf::panels::Places", text);
}

} // namespace

Places::Places(const analysis::Snapshot &snapshot) : m_segments(snapshot.segments)
{
    for (const analysis::Segment &segment : m_segments) {
        if (segment.role == analysis::SegmentRole::Body) {
            for (const TextRange range : text::paragraphs(snapshot.text, segment.range)) {
                m_begins.push_back(range.begin);
            }
        }
    }
}

QString Places::named(qsizetype at) const
{
    const auto segment = std::ranges::find_if(m_segments, [at](const analysis::Segment &s) {
        return s.range.contains(at) || s.range.end == at;
    });
    if (segment == m_segments.end()) {
        return {};
    }
    switch (segment->role) {
    case analysis::SegmentRole::Headline:
        return tr("headline");
    case analysis::SegmentRole::Deck:
        return tr("deck");
    case analysis::SegmentRole::Dateline:
        return tr("dateline");
    case analysis::SegmentRole::Notice:
        return tr("notice");
    case analysis::SegmentRole::Body:
        break;
    }
    return {};
}

int Places::paragraph(qsizetype at) const
{
    if (!named(at).isEmpty()) {
        return 0;
    }
    return static_cast<int>(std::ranges::upper_bound(m_begins, at) - m_begins.begin());
}

QString Places::mark(qsizetype at) const
{
    const int number = paragraph(at);
    return number > 0 ? QStringLiteral("¶ %1").arg(number) : named(at);
}

QString Places::words(qsizetype at) const
{
    const int number = paragraph(at);
    return number > 0 ? tr("paragraph %1").arg(number) : named(at);
}

} // namespace nutgraf::panels
