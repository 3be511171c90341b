// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <algorithm>
#include <compare>

namespace nutgraf {

/// A half-open range [begin, end) of UTF-16 code units in a text that the context names.
struct TextRange {
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] constexpr qsizetype length() const
    {
        return end - begin;
    }
    [[nodiscard]] constexpr bool isEmpty() const
    {
        return end <= begin;
    }
    [[nodiscard]] constexpr bool contains(qsizetype at) const
    {
        return begin <= at && at < end;
    }
    [[nodiscard]] constexpr bool contains(TextRange r) const
    {
        return begin <= r.begin && r.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(TextRange r) const
    {
        return begin < r.end && r.begin < end;
    }
    [[nodiscard]] constexpr TextRange shifted(qsizetype by) const
    {
        return {begin + by, end + by};
    }
    /// The words of the range; a range outside `text` yields what lies inside.
    [[nodiscard]] QStringView in(QStringView text) const
    {
        const qsizetype from = std::clamp<qsizetype>(begin, 0, text.size());
        return text.sliced(from, std::clamp<qsizetype>(end, from, text.size()) - from);
    }

    friend constexpr auto operator<=>(const TextRange &, const TextRange &) = default;
};

} // namespace nutgraf
