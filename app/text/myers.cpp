// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/myers.h"

#include <algorithm>

namespace nutgraf::text {

namespace {

/// Edits after which a search takes the furthest path instead of the shortest.
constexpr qsizetype MaxEffort = 512;

struct Box {
    qsizetype left = 0;
    qsizetype top = 0;
    qsizetype right = 0;
    qsizetype bottom = 0;

    [[nodiscard]] qsizetype width() const
    {
        return right - left;
    }
    [[nodiscard]] qsizetype height() const
    {
        return bottom - top;
    }
};

struct Point {
    qsizetype x = 0;
    qsizetype y = 0;
};

/// Finds where to cut a box in two: a point on a shortest (or good) path, reached by searching from
/// both corners.
class Splitter {
public:
    Splitter(std::span<const int> before, std::span<const int> after)
        : m_before(before), m_after(after)
    {
    }

    [[nodiscard]] Point split(const Box &box);

private:
    struct Step {
        Point at;
        bool isMeeting = false;
    };
    [[nodiscard]] Step stepForward(const Box &box, qsizetype d);
    [[nodiscard]] Step stepBackward(const Box &box, qsizetype d);
    [[nodiscard]] qsizetype &forward(qsizetype k)
    {
        return m_forward[static_cast<size_t>(k + m_offset)];
    }
    [[nodiscard]] qsizetype &backward(qsizetype k)
    {
        return m_backward[static_cast<size_t>(k + m_offset)];
    }
    [[nodiscard]] bool isSame(qsizetype x, qsizetype y) const
    {
        return m_before[static_cast<size_t>(x)] == m_after[static_cast<size_t>(y)];
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    std::vector<qsizetype> m_forward; ///< diagonal → furthest x
    std::vector<qsizetype> m_backward; ///< diagonal (from the end) → furthest x
    qsizetype m_offset = 0;
};

/// One more edit from the top left corner. Diagonals k = (x - left) - (y - top).
Splitter::Step Splitter::stepForward(const Box &box, qsizetype d)
{
    const qsizetype delta = box.width() - box.height();
    Step best{{box.left, box.top}};
    for (qsizetype k = -d; k <= d; k += 2) {
        const bool isDown = k == -d || (k != d && forward(k - 1) < forward(k + 1));
        qsizetype x = isDown ? forward(k + 1) : forward(k - 1) + 1;
        qsizetype y = box.top + (x - box.left) - k;
        while (x < box.right && y < box.bottom && x >= box.left && y >= box.top && isSame(x, y)) {
            ++x;
            ++y;
        }
        forward(k) = x;
        const bool isInside = x <= box.right && y <= box.bottom;
        if (delta % 2 != 0 && isInside && k - delta >= -(d - 1) && k - delta <= d - 1
            && x >= backward(k - delta))
            return {{x, y}, true};
        if (isInside && x + y > best.at.x + best.at.y)
            best.at = {x, y};
    }
    return best;
}

/// One more edit from the bottom right corner. Diagonals k = (x - right) - (y - bottom).
Splitter::Step Splitter::stepBackward(const Box &box, qsizetype d)
{
    const qsizetype delta = box.width() - box.height();
    Step best{{box.right, box.bottom}};
    for (qsizetype k = -d; k <= d; k += 2) {
        const bool isUp = k == d || (k != -d && backward(k - 1) < backward(k + 1));
        qsizetype x = isUp ? backward(k - 1) : backward(k + 1) - 1;
        qsizetype y = box.bottom + (x - box.right) - k;
        while (x > box.left && y > box.top && x <= box.right && y <= box.bottom
               && isSame(x - 1, y - 1)) {
            --x;
            --y;
        }
        backward(k) = x;
        const bool isInside = x >= box.left && y >= box.top;
        if (delta % 2 == 0 && isInside && k + delta >= -d && k + delta <= d
            && x <= forward(k + delta))
            return {{x, y}, true};
        if (isInside && x + y < best.at.x + best.at.y)
            best.at = {x, y};
    }
    return best;
}

Point Splitter::split(const Box &box)
{
    const qsizetype limit = std::min((box.width() + box.height() + 1) / 2, MaxEffort);
    m_offset = limit + 1;
    m_forward.assign(static_cast<size_t>(2 * m_offset + 1), box.left);
    m_backward.assign(static_cast<size_t>(2 * m_offset + 1), box.right);
    Step ahead;
    Step back;
    for (qsizetype d = 0; d <= limit; ++d) {
        ahead = stepForward(box, d);
        if (ahead.isMeeting)
            return ahead.at;
        back = stepBackward(box, d);
        if (back.isMeeting)
            return back.at;
    }
    const qsizetype gone = ahead.at.x - box.left + ahead.at.y - box.top;
    const qsizetype come = box.right - back.at.x + box.bottom - back.at.y;
    return gone >= come ? ahead.at : back.at;
}

} // namespace

std::vector<Match> align(std::span<const int> before, std::span<const int> after)
{
    std::vector<Match> matches;
    Splitter splitter(before, after);
    std::vector<Box> todo{{0, 0, std::ssize(before), std::ssize(after)}};
    const auto isSame = [&](qsizetype x, qsizetype y) {
        return before[static_cast<size_t>(x)] == after[static_cast<size_t>(y)];
    };
    while (!todo.empty()) {
        Box box = todo.back();
        todo.pop_back();
        while (box.width() > 0 && box.height() > 0 && isSame(box.left, box.top))
            matches.push_back({box.left++, box.top++});
        while (box.width() > 0 && box.height() > 0 && isSame(box.right - 1, box.bottom - 1))
            matches.push_back({--box.right, --box.bottom});
        if (box.width() == 0 || box.height() == 0)
            continue;
        const Point cut = splitter.split(box);
        const Box first{box.left, box.top, cut.x, cut.y};
        const Box second{cut.x, cut.y, box.right, box.bottom};
        const bool isStuck =
            (first.width() + first.height() == 0) || (second.width() + second.height() == 0);
        if (isStuck)
            continue; // nothing in common worth the search
        todo.push_back(first);
        todo.push_back(second);
    }
    std::ranges::sort(matches, {}, &Match::before);
    return matches;
}

} // namespace nutgraf::text
