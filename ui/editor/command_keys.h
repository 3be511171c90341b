// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QKeyEvent;

namespace nutgraf::editor {

/// Whether a text field has to leave a key to the window. With X11's keys Qt's text fields take
/// Ctrl+E, Ctrl+K, Ctrl+D and Ctrl+U for moving and deleting as Emacs does, before any shortcut.
[[nodiscard]] bool isCommandKey(const QKeyEvent &key);

} // namespace nutgraf::editor
