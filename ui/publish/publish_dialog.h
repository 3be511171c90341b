// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/publish.h"
#include "ui/publish/steps.h"
#include "ui/session/story_session.h"

#include <QDialog>

#include <memory>

namespace nutgraf::publish {

/// Checks → web edition → kind and note → preview → publish. The session must be saved before.
/// First the story is read as it lies on disk ("Reading…"); the steps are of that reading alone,
/// and when the story changes they give way to "Read again".
class PublishDialog final : public QDialog {
    Q_OBJECT
public:
    using Step = publish::Step;

    /// Opens at `start` once the story has been read.
    PublishDialog(session::StorySession &session, const story::Agency &agency, Step start,
                  QWidget *parent = nullptr);
    ~PublishDialog() override;

    void setStep(Step step);
    /// What the version is signed with, as the desk's policy and the user's key say. Before it is
    /// shown.
    void setSigning(const Signing &signing);
    /// Offers the story's withdrawal alone: it waits for no reading, and neither unsaved text nor a
    /// draft that cannot be read holds it up.
    void killInstead();
    [[nodiscard]] Step step() const;
    /// The steps are shown; until then nothing can be published.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] QSize sizeHint() const override;
    void reject() override; ///< not while files are being written

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void ready(); ///< the story has been read: the steps are shown
    void published(const nutgraf::publish::Manifest &manifest);
    /// "Go to": show this range of the reading's snapshot text and close.
    void revealRequested(nutgraf::TextRange snapshotRange);
    /// "Go to" for a finding about a field that the snapshot does not hold.
    void fieldRequested(nutgraf::story::Field field);
    /// "Review these": open the attribution panel.
    void reviewRequested();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::publish
