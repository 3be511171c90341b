// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/publish/publish_draft.h"
#include "ui/publish/steps.h"

#include <QWidget>

#include <array>

class QPushButton;
class QStackedWidget;

namespace nutgraf::panels {
class RowView;
} // namespace nutgraf::panels

namespace nutgraf::publish {

class ChecksPage;
class FinishPage;
class StepPage;
class WebPage;

/// The five steps of one publication, of a story as it was read: steps at the left, a page, the
/// buttons. Another reading makes another sheet.
class PublishSheet final : public QWidget {
    Q_OBJECT
public:
    PublishSheet(PublishDraft draft, QWidget *parent);

    void setStep(Step step);
    [[nodiscard]] Step step() const;
    [[nodiscard]] const PublishDraft &draft() const;
    /// Files are being written.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isDone() const;

Q_SIGNALS:
    void published(const nutgraf::publish::Manifest &manifest);
    /// The gate found another story than the one that was read.
    void outdated(const nutgraf::Error &error);
    void revealRequested(nutgraf::TextRange snapshotRange);
    void fieldRequested(nutgraf::story::Field field);
    void reviewRequested();
    void cancelRequested();
    void closeRequested(); ///< it is published

private:
    void addPage(StepPage *page);
    void build();
    [[nodiscard]] QLayout *buildBottom();
    void connectPages();
    void follow() const;
    void advance();
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] bool mayAdvance() const;
    [[nodiscard]] int u(double times) const;

    PublishDraft m_draft;
    Step m_step = Step::Checks;
    panels::RowView *m_steps;
    QStackedWidget *m_pages;
    QStackedWidget *m_footers;
    ChecksPage *m_checks;
    WebPage *m_web;
    FinishPage *m_finish;
    std::array<StepPage *, 5> m_all;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
};

} // namespace nutgraf::publish
