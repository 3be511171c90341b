// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/publish/step_page.h"

#include <memory>

class QPlainTextEdit;
class QTabBar;

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
} // namespace KSyntaxHighlighting

namespace nutgraf::look {
class SecondaryLabel;
} // namespace nutgraf::look

namespace nutgraf::publish {

/// Step 4: the files as they will be written, from the real writers.
class PreviewPage final : public StepPage {
    Q_OBJECT
public:
    PreviewPage(PublishDraft &draft, QWidget *parent);
    ~PreviewPage() override;

    void refresh() override;
    void focusContent() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QTabBar *addBar(const QString &name, const QStringList &tabs);
    void offerFormatsOf(format::EditionKind kind);
    void showFile();
    void showColoured(const QString &words, const QString &fileName);

    QTabBar *m_editions = nullptr;
    QTabBar *m_formats = nullptr;
    look::SecondaryLabel *m_fileName = nullptr;
    QPlainTextEdit *m_text = nullptr;
    Editions m_shown;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository; ///< made when first shown
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter; ///< of what is shown
};

} // namespace nutgraf::publish
