// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/dateline_date.h"
#include "ui/fields/field_row.h"
#include "ui/fields/urgency_field.h"

#include <array>

namespace nutgraf::fields {

/// The fields that every story shows, and the lines that they stand on.
struct StoryRows {
    StoryRows(session::StorySession &session, QWidget *pane);

    FieldRow slug, subjects, headline, deck, byline, place;
    UrgencyField urgency;
    DatelineDate *date;

    /// Those that hold words.
    [[nodiscard]] std::array<const FieldRow *, 6> ofWords() const;
    /// nullptr: none that holds words.
    [[nodiscard]] const FieldRow *of(story::Field field) const;
    /// Hides all but the headline's edit and label, or shows all.
    void setFolded(bool folded) const;
    /// Labels in a small font.
    void setFonts(const QFont &small) const;

    /// Slug, urgency and subjects on one line.
    void layFirstLine(FieldPlacer &placer) const;
    /// Byline and dateline on one line, which is the placer's after it; gives where the comma
    /// between place and date is written.
    [[nodiscard]] QPoint layLastLine(const FieldPlacer &placer) const;
};

} // namespace nutgraf::fields
