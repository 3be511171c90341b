// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analysis.h"
#include "review/review.h"
#include "story/story.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace nutgraf::compare {

/// Two versions side by side, paragraph by paragraph and word by word; unchanged stretches fold.
/// Read-only.
class CompareView final : public QWidget {
    Q_OBJECT
public:
    struct Side {
        QString title; ///< "Version 1", "Draft"
        QString note; ///< "published 12 May, 12:31"
        story::Story story;
        int version = 0; ///< 0: the draft
        review::Review review = {}; ///< the corrections in it say who speaks
    };

    CompareView(const Side &older, const Side &newer, QWidget *parent = nullptr);
    ~CompareView() override;

    /// What either side can show instead: version number and words. Heads the sides as menus.
    struct Choice {
        int version = 0;
        QString words;
    };
    void setChoices(const std::vector<Choice> &choices);
    /// Compares two others in the same view.
    void setSides(const Side &older, const Side &newer);

    void setOnlyChanges(bool only);
    void nextChange();
    void previousChange();

Q_SIGNALS:
    /// Another version was chosen at the head of a side; 0: the draft.
    void versionsChosen(int older, int newer);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A read-only pane with one version's or edition's text (fields and body).
[[nodiscard]] QWidget *makeVersionPane(const CompareView::Side &side, QWidget *parent);
/// A read-only pane with a transcript's lines and times (.txt, .srt, .vtt), read on a worker; for
/// the second pane.
[[nodiscard]] QWidget *makeTranscriptPane(const QString &path, QWidget *parent);
/// The same with the chips of the story's speakers beside the names that fit them.
[[nodiscard]] QWidget *makeTranscriptPane(const QString &path,
                                          const std::vector<analysis::Speaker> &speakers,
                                          QWidget *parent);

} // namespace nutgraf::compare
