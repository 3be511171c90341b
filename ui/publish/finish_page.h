// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/publish/step_page.h"

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace nutgraf::panels {
class ReasonCard;
}

namespace nutgraf::publish {

/// Step 5: what will be written where; afterwards what was written, verified.
class FinishPage final : public StepPage {
    Q_OBJECT
public:
    FinishPage(PublishDraft &draft, QWidget *parent);

    void refresh() override;
    void focusContent() override;

    /// Publishes on a worker thread.
    void publishNow();
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isDone() const;

Q_SIGNALS:
    void published(const nutgraf::publish::Manifest &manifest);
    /// The story is no longer the one that was read.
    void outdated(const nutgraf::Error &error);
    /// Began, ended, failed.
    void stateChanged();

private:
    struct Outcome {
        Result<publish::Published> manifest = fail(ErrorCode::Internal, {});
        std::vector<Error> faults;
    };
    void showPlan();
    void showOutcome(const Outcome &outcome);
    void showPublished(const Published &published, const std::vector<Error> &faults);
    void addLine(const QString &label, const QString &words);
    void addStoryLines();
    [[nodiscard]] QString whatIsMissing() const;
    [[nodiscard]] QString webWords() const;
    [[nodiscard]] QString webOutcome(const Manifest &manifest) const;
    [[nodiscard]] static QString signatureOutcome(const Published &published);

    QFormLayout *m_plan = nullptr;
    panels::ReasonCard *m_card = nullptr;
    QPushButton *m_openFolder = nullptr;
    QProgressBar *m_progress = nullptr;
    int m_publishedVersion = 0;
    bool m_isBusy = false;
    bool m_isDone = false;
};

} // namespace nutgraf::publish
