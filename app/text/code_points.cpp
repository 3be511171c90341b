// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/code_points.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace nutgraf::text {

CodePointMap::CodePointMap(QStringView text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate())
            m_pairs.push_back(i++);
    }
}

qsizetype CodePointMap::toCodePoint(qsizetype utf16) const
{
    return utf16 - std::distance(m_pairs.begin(), std::ranges::lower_bound(m_pairs, utf16));
}

qsizetype CodePointMap::toUtf16(qsizetype codePoint) const
{
    // The pair i is the code point m_pairs[i] - i; count those before `codePoint`.
    qsizetype low = 0;
    qsizetype high = std::ssize(m_pairs);
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (m_pairs[static_cast<size_t>(middle)] - middle < codePoint) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return codePoint + low;
}

} // namespace nutgraf::text
