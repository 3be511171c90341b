// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/fields/story_fields.h"

#include <QScrollArea>

namespace nutgraf::page {

/// Where the fields stand above the body: as high as they are where there is room, else a part of
/// them that scrolls, so that they and the body never lie over one another.
class FieldsView final : public QScrollArea {
    Q_OBJECT
public:
    /// Takes `fields` as its own.
    FieldsView(fields::StoryFields *fields, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFocused(const QWidget *now);
};

} // namespace nutgraf::page
