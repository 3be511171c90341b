// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/marks.h"

#include <deque>
#include <optional>
#include <vector>

namespace nutgraf::body {

/// One change of the text: `removed` units at `position` gave way to `added`.
struct Edit {
    qsizetype position = 0;
    qsizetype removed = 0;
    qsizetype added = 0;

    friend bool operator==(const Edit &, const Edit &) = default;
};

/// Where a range stands after an edit. What is typed at either end stays outside, what is typed
/// within goes in; a range whose words are all gone comes back empty.
[[nodiscard]] TextRange moved(TextRange range, const Edit &edit);

/// Numbers every change of a text, so that answers computed for an older revision can be carried
/// over to the newest.
class EditLog {
public:
    [[nodiscard]] quint64 revision() const;
    void record(const Edit &edit);

    /// Whether answers for `revision` can still be carried over. Only the latest few thousand edits
    /// are kept.
    [[nodiscard]] bool reaches(quint64 revision) const;
    /// `range` at `revision` as a range now; only for revisions that are reached.
    [[nodiscard]] TextRange carried(TextRange range, quint64 revision) const;

private:
    std::deque<Edit> m_edits; ///< the last one made the present revision
    quint64 m_revision = 0;
};

/// The marks of a text, sorted by where they begin, moved with every edit.
class MarkList {
public:
    MarkList() = default;
    explicit MarkList(std::vector<Mark> marks);

    void move(const Edit &edit);
    /// The marks that touch `range`, in order.
    [[nodiscard]] std::vector<Mark> within(TextRange range) const;
    [[nodiscard]] const std::vector<Mark> &all() const;

private:
    void measure();

    std::vector<Mark> m_marks;
    std::vector<qsizetype> m_reach; ///< the greatest end of all marks up to each
};

} // namespace nutgraf::body
