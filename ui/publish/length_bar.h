// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProgressBar>

namespace nutgraf::publish {

/// Words so far against the most there should be; past that it turns to the warning colour.
class LengthBar final : public QProgressBar {
    Q_OBJECT
public:
    explicit LengthBar(QWidget *parent = nullptr);

    void setWords(qsizetype words, int target);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isOver = false;
};

} // namespace nutgraf::publish
