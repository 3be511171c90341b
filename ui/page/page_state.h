// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/look/fonts.h"
#include "ui/page/fields_view.h"
#include "ui/page/find_bar.h"
#include "ui/page/notice_strip.h"
#include "ui/page/pane_head.h"
#include "ui/page/second_pane.h"
#include "ui/page/story_page.h"

#include <QPointer>
#include <QSplitter>

namespace nutgraf::page {

/// A StoryPage's inside; story_page.cpp shows the draft, page_panes.cpp panes and strips.
struct StoryPage::Private {
    Private(StoryPage *owner, std::unique_ptr<session::StorySession> given);

    void build();
    void connectSession();
    void connectPanes();
    void showReading();
    [[nodiscard]] bool isInSight(TextRange range) const;
    void showFound() const;
    void showFocus() const;
    [[nodiscard]] std::optional<int> unitInFocus() const; ///< of the reading of now
    void bringIntoSight(TextRange range) const;
    [[nodiscard]] QFont zoomedFont() const;
    void applyFont() const;
    void revealField(story::Field field, TextRange range) const;

    // page_panes.cpp
    void showHead() const;
    void showFields() const;
    void arrangePanes() const;
    NoticeStrip *addStrip(const NoticeStrip::Content &content) const;
    void clearStrips();
    void showOpenError();
    void showError(const Error &error);
    void showChangedOnDisk();
    void showDiskText();

    StoryPage *page;
    std::unique_ptr<session::StorySession> session;
    QVBoxLayout *strips = nullptr;
    QSplitter *splitter = nullptr;
    QWidget *draft = nullptr;
    PaneHead *head = nullptr;
    fields::StoryFields *fields = nullptr;
    FieldsView *fieldsView = nullptr;
    body::BodyEditor *body = nullptr;
    FindBar *find = nullptr;
    SecondPane *second = nullptr;
    QPointer<NoticeStrip> diskStrip;
    QPointer<NoticeStrip> errorStrip;
    std::vector<TextRange> chosen; ///< units of the reading's snapshot
    TextRange proposed; ///< likewise
    std::optional<review::UnitRef> focus;
    bool isRevealing = false; ///< the caret moves, but nobody moves it
    bool isPointedAt = false; ///< what is chosen lies under the mouse: nothing may move
    int placedAt = -1; ///< where the caret was put by revealing, -1: nowhere
    QFont bodyFont = look::bodyFont(); ///< at 100 %
    double zoom = 1.0;
    bool isFocusMode = false;
};

} // namespace nutgraf::page
