// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/field_row.h"

#include <QToolButton>

namespace nutgraf::fields {

/// What stands below the headline where the other fields are folded away: an arrow, and one line
/// that says what they hold. Either asks for all of them.
class FieldsFold final : public QObject {
    Q_OBJECT
public:
    /// `pane` gets its buttons as children.
    FieldsFold(session::StorySession &session, QWidget *pane);

    void setFolded(bool folded);
    /// In the pane's font and colours of now.
    void setFonts();
    /// At the placer's; gives the height taken.
    [[nodiscard]] int lay(const FieldPlacer &placer);
    /// In the order of the tab key.
    [[nodiscard]] QList<QWidget *> buttons() const;

Q_SIGNALS:
    void requested(bool folded);

private:
    void showSummary();

    session::StorySession &m_session;
    QToolButton *m_arrow;
    QToolButton *m_summary;
    bool m_isFolded = false;
};

} // namespace nutgraf::fields
