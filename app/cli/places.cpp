// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/places.h"

#include "text/segments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

QString nameOf(analysis::SegmentRole role)
{
    switch (role) {
    case analysis::SegmentRole::Headline:
        return u"headline"_s;
    case analysis::SegmentRole::Deck:
        return u"deck"_s;
    case analysis::SegmentRole::Notice:
        return u"notice"_s;
    case analysis::SegmentRole::Dateline:
    case analysis::SegmentRole::Body:
        break;
    }
    return {};
}

} // namespace

Places::Places(const analysis::Snapshot &snapshot)
{
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.role == analysis::SegmentRole::Body) {
            for (const TextRange &paragraph : text::paragraphs(snapshot.text, segment.range)) {
                m_paragraphs.push_back(paragraph.begin);
            }
        } else if (segment.role != analysis::SegmentRole::Dateline) {
            m_named.push_back(segment);
        }
    }
}

QString Places::of(qsizetype offset) const
{
    for (const analysis::Segment &segment : m_named) {
        if (segment.range.contains(offset)) {
            return nameOf(segment.role);
        }
    }
    const auto after = std::ranges::upper_bound(m_paragraphs, offset);
    return QString::number(after - m_paragraphs.begin());
}

} // namespace nutgraf::cli
