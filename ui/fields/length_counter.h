// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/field_row.h"

namespace nutgraf::fields {

/// How many characters a field has beside how many it should have at most; it warns of more.
class LengthCounter final : public QLabel {
    Q_OBJECT
public:
    LengthCounter(const WordsEdit &edit, int most, QWidget *parent);

    /// Again, in the colours of now; what is typed is counted without asking.
    void count();
    /// In the right margin, on the last line of the field, which stands at the placer's; hidden
    /// where the margin is too narrow.
    void place(const FieldPlacer &placer, int paneWidth);

private:
    const WordsEdit &m_edit;
    int m_most;
};

} // namespace nutgraf::fields
