// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/words_edit.h"
#include "ui/session/story_session.h"

namespace nutgraf::fields {

/// The dateline's day: typed as people write it, taken when it is left, and shown with its weekday
/// where the pane is wide enough.
class DatelineDate final : public QObject {
    Q_OBJECT
public:
    /// `pane` is the width to go by, and gets the edit as its child.
    DatelineDate(session::StorySession &session, QWidget *pane);

    [[nodiscard]] WordsEdit *edit() const;
    /// The story's day, unless somebody is typing another.
    void show();
    /// What was typed becomes the story's; what is not understood gives way to the day that holds.
    void take();

Q_SIGNALS:
    void taken();

private:
    session::StorySession &m_session;
    WordsEdit *m_edit;
};

} // namespace nutgraf::fields
