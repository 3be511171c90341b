// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"
#include "ui/session/story_session.h"

#include <QWidget>

#include <memory>

namespace nutgraf::panels {

/// The panel at the right: Attribution, Entities, Checks, Versions of the story in front, four
/// foldable sections. Follows the session's reading; keys C, E, S, R and U decide about the
/// selected attribution.
class SidePanel final : public QWidget {
    Q_OBJECT
public:
    enum class Section { Attribution, Entities, Checks, Versions };

    explicit SidePanel(QWidget *parent = nullptr);
    ~SidePanel() override;

    [[nodiscard]] QSize sizeHint() const override;

    /// nullptr: no story is open.
    void setSession(session::StorySession *session);
    /// Opens a section and gives it the keyboard.
    void show(Section section);
    /// Selects an attribution without giving the panel the keyboard; nothing: none.
    void selectUnit(const std::optional<review::UnitRef> &unit);
    /// Opens the form that puts an attribution right in its row; `words` (empty: those it has) are
    /// what was said. Without one it marks words that the analysis missed.
    void correct(const std::optional<review::UnitRef> &unit, TextRange words);
    [[nodiscard]] bool isCorrecting() const;
    /// Words for the open form.
    void takeWords(TextRange snapshotRange);
    /// Reads the versions anew (after a publication).
    void reloadVersions();

Q_SIGNALS:
    /// The user wants to see this range of the reading's snapshot text.
    void revealRequested(nutgraf::TextRange snapshotRange);
    void unitSelected(const std::optional<nutgraf::review::UnitRef> &unit);
    /// Mentions of the chosen entity, to be shown as chosen in the text; empty: none.
    void mentionsChosen(const std::vector<nutgraf::TextRange> &snapshotRanges);
    /// Words that are about to be taken for an attribution, to be shown in the text; empty: none.
    void wordsProposed(nutgraf::TextRange snapshotRange);
    /// What is selected in the text is wanted: takeWords().
    void selectionRequested();
    /// Version 0 is the draft.
    void compareRequested(int olderVersion, int newerVersion);
    void versionOpenRequested(int version);
    void restoreRequested(int version);
    void fieldRequested(nutgraf::story::Field field);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::panels
