// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace nutgraf::look {

/// Words in the secondary ink and the small font, following palette and font.
class SecondaryLabel final : public QLabel {
    Q_OBJECT
public:
    explicit SecondaryLabel(QWidget *parent, const QString &words = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyLook();
};

/// Words in bold.
[[nodiscard]] QLabel *boldLabel(const QString &words, QWidget *parent);

} // namespace nutgraf::look
