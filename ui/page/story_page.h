// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story/story.h"
#include "ui/session/story_session.h"

#include <QWidget>

namespace nutgraf::body {
class BodyEditor;
} // namespace nutgraf::body

namespace nutgraf::page {

class SecondPane;

/// What a tab shows: strip for errors, fields, body, second pane beside or below it. Owns its
/// session.
class StoryPage final : public QWidget {
    Q_OBJECT
public:
    explicit StoryPage(std::unique_ptr<session::StorySession> session, QWidget *parent = nullptr);
    ~StoryPage() override;

    [[nodiscard]] session::StorySession &session();
    [[nodiscard]] body::BodyEditor &body();
    /// What stands beside the draft (ui/page/second_pane.h).
    [[nodiscard]] SecondPane &secondPane();

    /// Shows `range` of the reading's snapshot text (a field or the body) and selects it.
    void revealInStory(TextRange snapshotRange);
    /// The attribution with the accent outline; nothing: none. Brought into sight, so that it can
    /// be read in full; the caret and the keyboard stay where they are.
    void setFocusUnit(const std::optional<review::UnitRef> &unit);

    /// Mentions to be shown as chosen; empty: none.
    void setChosen(const std::vector<TextRange> &snapshotRanges);
    /// Words that somebody is about to take for an attribution; empty: none. Brought into sight.
    void showProposed(TextRange snapshotRange);
    /// What is selected in the body, as a range of the reading's snapshot; empty: nothing, or the
    /// reading is of an older text.
    [[nodiscard]] TextRange selectedInStory() const;
    /// Leaves the caret where the selection ends.
    void clearSelection();
    /// Gives a field, or the body, the keyboard.
    void focusField(story::Field field);

    /// Find and replace over fields and body, with preview; `withReplace` shows the second row.
    enum class FindMode { Find, Replace };
    void openFind(FindMode mode);
    void findNext();
    void findPrevious();

    /// The family of the story's text, in fields, body and notes; empty: the usual one.
    void setBodyFont(const QString &family);
    void setZoom(double factor);
    [[nodiscard]] double zoom() const;
    /// Fields folded to headline and one line (narrow windows).
    void setFieldsFolded(bool folded);
    /// Hides everything but the text column.
    void setFocusMode(bool on);

Q_SIGNALS:
    void unitUnderCaret(const std::optional<nutgraf::review::UnitRef> &unit);
    void unitClicked(const std::optional<nutgraf::review::UnitRef> &unit);
    void zoomChanged(double factor);
    /// The file changed on disk, and the user wants the text of here kept in another.
    void copyRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::page
