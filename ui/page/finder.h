// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"
#include "story/story.h"

#include <QRegularExpression>

#include <expected>
#include <vector>

namespace nutgraf::page {

struct FindOptions {
    bool matchesCase = false;
    bool matchesWholeWords = false;
    bool isPattern = false; ///< a Perl-compatible regular expression
    bool equatesQuotes = true; ///< straight and curly marks are one; not in patterns

    friend bool operator==(const FindOptions &, const FindOptions &) = default;
};

/// A find: its place and what would stand there instead.
struct Found {
    story::Field field = story::Field::Body;
    TextRange range;
    QString with;

    friend bool operator==(const Found &, const Found &) = default;
};

/// Finds words in the fields and the body of a story.
class Finder {
public:
    /// The error says what is wrong with a pattern.
    [[nodiscard]] static std::expected<Finder, QString> make(const QString &words,
                                                             const FindOptions &options);

    /// All finds that are not empty, fields first in their order on the page. In a pattern's
    /// `replacement`, `\1` … `\9` are its groups and `\0` is the whole find.
    [[nodiscard]] std::vector<Found> find(const story::Story &story,
                                          const QString &replacement = {}) const;

private:
    void findIn(std::vector<Found> &found, story::Field field, const QString &text,
                const QString &replacement) const;

    QRegularExpression m_pattern;
    bool m_hasGroups = false;
};

} // namespace nutgraf::page
