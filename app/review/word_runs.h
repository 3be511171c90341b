// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QStringView>

#include <algorithm>

namespace nutgraf::review {

/// Calls `see` with the range of every run of letters and digits, ascending.
template <class See>
void eachWord(QStringView text, See see)
{
    const auto isInWord = [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate();
    };
    auto end = text.begin();
    while (true) {
        const auto begin = std::find_if(end, text.end(), isInWord);
        if (begin == text.end()) {
            return;
        }
        end = std::find_if_not(begin, text.end(), isInWord);
        see(TextRange{begin - text.begin(), end - text.begin()});
    }
}

} // namespace nutgraf::review
