// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <vector>

namespace nutgraf::text {

/// Converts offsets of one text between UTF-16 code units (inside the program) and Unicode code
/// points (files, JSON). Linear to build, then logarithmic in the number of characters outside the
/// Basic Multilingual Plane.
class CodePointMap {
public:
    explicit CodePointMap(QStringView text);

    [[nodiscard]] qsizetype toCodePoint(qsizetype utf16) const;
    [[nodiscard]] qsizetype toUtf16(qsizetype codePoint) const;

private:
    std::vector<qsizetype>
        m_pairs; ///< UTF-16 offsets of the high surrogates of valid pairs, ascending
};

} // namespace nutgraf::text
