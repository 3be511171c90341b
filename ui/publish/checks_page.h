// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row_view.h"
#include "ui/publish/step_page.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace nutgraf::publish {

/// Step 1: what stands in the way, what should be confirmed, what is worth knowing.
class ChecksPage final : public StepPage {
    Q_OBJECT
public:
    ChecksPage(PublishDraft &draft, QWidget *parent);

    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QWidget *footer() override;

Q_SIGNALS:
    void revealRequested(nutgraf::TextRange snapshotRange);
    void fieldRequested(nutgraf::story::Field field);
    void reviewRequested();
    /// The story is to be withdrawn instead: that needs no check.
    void killRequested();

private:
    void buildOverride();
    void buildFooter();
    void showOpenUnits();
    [[nodiscard]] QString explanation() const;
    void goTo(const panels::Row &row);

    panels::RowView *m_list = nullptr;
    QWidget *m_override = nullptr;
    QCheckBox *m_publishAnyway = nullptr;
    QLineEdit *m_reason = nullptr;
    QWidget *m_footer = nullptr;
    QPushButton *m_reviewThese = nullptr;
    QPushButton *m_kill = nullptr;
};

} // namespace nutgraf::publish
