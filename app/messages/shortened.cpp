// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/shortened.h"

namespace nutgraf::messages {

QString shortened(const QString &words, qsizetype most)
{
    if (words.size() <= most) {
        return words;
    }
    const qsizetype half = most / 2;
    const qsizetype head = words.lastIndexOf(u' ', half);
    const qsizetype tail = words.indexOf(u' ', words.size() - half);
    return words.first(head <= 0 ? half : head) + QStringLiteral(" … ")
        + (tail < 0 ? words.last(half) : words.sliced(tail + 1));
}

} // namespace nutgraf::messages
