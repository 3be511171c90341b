// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/story_session.h"

#include <QLabel>
#include <QSpinBox>

namespace nutgraf::fields {

/// The story's urgency, 1 (most) to 9 (least), with its label.
struct UrgencyField {
    QLabel *label;
    QSpinBox *box;
};

/// One that writes into the session.
[[nodiscard]] UrgencyField makeUrgencyField(session::StorySession &session, QWidget *parent);

} // namespace nutgraf::fields
