// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <random>

namespace nutgraf::workflow {

/// Chance that comes out the same for one seed on every machine (a std distribution may not).
class Dice {
public:
    explicit Dice(quint64 seed) : m_source(seed) { }

    /// 0 … count - 1.
    [[nodiscard]] int below(int count)
    {
        return static_cast<int>(m_source() % static_cast<quint64>(count));
    }
    [[nodiscard]] bool oneIn(int count)
    {
        return below(count) == 0;
    }
    template <class Value>
    [[nodiscard]] const Value &of(const QList<Value> &values)
    {
        return values.at(below(static_cast<int>(values.size())));
    }

private:
    std::mt19937_64 m_source;
};

} // namespace nutgraf::workflow
