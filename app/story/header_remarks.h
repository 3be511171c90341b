// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace nutgraf::story {

/// Something in the header of a story's file that means more than the story's fields hold.
struct HeaderRemark {
    enum class Kind {
        NotHeeded, ///< a key that should hold the story back, and does nothing here
        CutByComment, ///< a text whose end YAML takes for a comment: `Rovers are # 1 again`
    };
    Kind kind = Kind::NotHeeded;
    QString key; ///< as it stands in the header
    QString detail; ///< CutByComment: what is cut off

    friend bool operator==(const HeaderRemark &, const HeaderRemark &) = default;
};

/// Remarks on the file that a story was read from. They are no part of what the story says: two
/// stories with the same fields are the same.
struct HeaderRemarks {
    std::vector<HeaderRemark> list;

    friend bool operator==(const HeaderRemarks & /*a*/, const HeaderRemarks & /*b*/)
    {
        return true;
    }
};

} // namespace nutgraf::story
