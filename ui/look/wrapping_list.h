// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace nutgraf::look {

/// A list whose rows are as high as their words are at its width. QListView lays rows out anew only
/// where its height changes (QListView::resizeEvent: "the size has changed in the flow direction"):
/// when a scroll bar came or the pane became narrower, rows lay over each other.
class WrappingList final : public QListView {
    Q_OBJECT
public:
    explicit WrappingList(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace nutgraf::look
