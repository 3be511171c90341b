// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/window/parts.h"
#include "ui/window/publish_work.h"
#include "ui/window/services.h"

#include <QObject>

namespace nutgraf::outbox {
class OutboxWork;
} // namespace nutgraf::outbox

namespace nutgraf::window {

enum class Command;
class DeskWork;
class PaneWork;
class SessionWork;
class StoryWork;
class UnitWork;

/// Who does what is asked for.
struct Works {
    StoryWork *stories = nullptr;
    DeskWork *desk = nullptr;
    UnitWork *units = nullptr;
    PublishWork *publish = nullptr;
    PaneWork *panes = nullptr;
    SessionWork *session = nullptr;
    outbox::OutboxWork *outbox = nullptr;
};

/// Hands every command to the one who does it.
class CommandWork final : public QObject {
    Q_OBJECT
public:
    CommandWork(const Parts &parts, const Works &works, settings::Settings &settings,
                QObject *parent);

private:
    void connectFiles();
    void connectView();
    void connectStory();
    void connectReview();
    [[nodiscard]] House house() const;
    void connectPublishing();
    void connectScheme();

    [[nodiscard]] page::StoryPage &front() const;
    [[nodiscard]] bool isChecked(Command command) const;
    /// The row chosen in the desk list while it has the keyboard, else the story in front.
    [[nodiscard]] QString storyInQuestion() const;
    void zoomTo(double factor);
    void openPalette();
    void openGoTo();
    void showAbout();

    Parts m_parts;
    Works m_works;
    settings::Settings &m_settings;
};

} // namespace nutgraf::window
