// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QEvent;

namespace nutgraf::body {

/// Leaves a key to the window that is a command's, for a text field's event(): true, and the event
/// is not to be handled. With X11's keys Qt's text fields take Ctrl+E, Ctrl+K, Ctrl+D and Ctrl+U
/// for moving and deleting as Emacs does, before any shortcut.
[[nodiscard]] bool leaveToWindow(QEvent &event);

} // namespace nutgraf::body
