// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/publish/step_page.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace nutgraf::publish {

/// Step 3: first publication, update, correction or kill, and what is said about it.
class KindPage final : public StepPage {
    Q_OBJECT
public:
    KindPage(PublishDraft &draft, QWidget *parent);

    void refresh() override;
    void focusContent() override;

private:
    void buildKinds();
    void buildNote();
    void buildKillGuard();
    void showKind();

    QButtonGroup *m_kinds = nullptr;
    QLabel *m_noteLabel = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_readers = nullptr;
    QWidget *m_guard = nullptr;
    QLineEdit *m_killWord = nullptr;
};

} // namespace nutgraf::publish
