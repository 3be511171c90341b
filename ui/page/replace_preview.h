// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/page/finder.h"

#include <QCheckBox>
#include <QDialog>
#include <QListWidget>
#include <QPushButton>

namespace nutgraf::page {

/// Every find in its context, old words struck through and new ones beside them, to be ticked
/// before anything is replaced.
class ReplacePreview final : public QDialog {
    Q_OBJECT
public:
    ReplacePreview(const story::Story &story, std::vector<Found> found, QWidget *parent);

    [[nodiscard]] std::vector<Found> chosen() const;

private:
    void fill(const story::Story &story);
    void updateButtons();

    std::vector<Found> m_found;
    QListWidget *m_list;
    QCheckBox *m_all;
    QPushButton *m_replace;
};

} // namespace nutgraf::page
