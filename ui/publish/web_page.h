// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/compare/typeset.h"
#include "ui/publish/step_page.h"

class QCheckBox;
class QLabel;
class QListView;
class QTextEdit;
class QToolButton;

namespace nutgraf::publish {

class LengthBar;
class UnitModel;

/// Step 2: which units the website shows, and what that looks like.
class WebPage final : public StepPage {
    Q_OBJECT
public:
    WebPage(PublishDraft &draft, QWidget *parent);

    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QWidget *footer() override;

Q_SIGNALS:
    void revealRequested(nutgraf::TextRange snapshotRange);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildUnits();
    [[nodiscard]] QWidget *buildShown();
    void buildFooter();
    void suggestAgain();
    void showSelection();
    void showCurrent();
    void chooseAt(const QPoint &place);
    [[nodiscard]] QString remark() const;

    QListView *m_list = nullptr;
    UnitModel *m_units = nullptr;
    QLabel *m_picked = nullptr;
    QTextEdit *m_shown = nullptr;
    LengthBar *m_bar = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_remark = nullptr;
    QWidget *m_footer = nullptr;
    QCheckBox *m_hasWeb = nullptr;
    QToolButton *m_suggest = nullptr;
    QWidget *m_panes = nullptr;
    summary::Summary m_summary;
    std::vector<compare::TypesetParagraph> m_map;
};

} // namespace nutgraf::publish
