// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/publish/publish_draft.h"

#include <QWidget>

class QVBoxLayout;

namespace nutgraf::look {
class SecondaryLabel;
} // namespace nutgraf::look

namespace nutgraf::publish {

/// One step of the dialog: title, a sentence about it, content; and what stands at the left of the
/// dialog's buttons while it is shown. Pages edit the draft, which the dialog owns, in place.
class StepPage : public QWidget {
    Q_OBJECT
public:
    StepPage(PublishDraft &draft, const QString &title, QWidget *parent);

    /// Shows the draft as it is now; called each time the page comes in front.
    virtual void refresh() = 0;
    /// Gives the keyboard to what the step is about.
    virtual void focusContent() = 0;
    /// At the left of the dialog's buttons; may be nullptr.
    [[nodiscard]] virtual QWidget *footer();
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    /// The draft was changed here.
    void edited();

protected:
    [[nodiscard]] PublishDraft &draft() const;
    [[nodiscard]] QVBoxLayout &content() const;
    void setExplanation(const QString &sentence);
    [[nodiscard]] int u(double times) const;

private:
    PublishDraft &m_draft;
    QString m_title;
    QVBoxLayout *m_content = nullptr;
    look::SecondaryLabel *m_explanation = nullptr;
};

} // namespace nutgraf::publish
