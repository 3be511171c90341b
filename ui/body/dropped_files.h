// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMimeData>
#include <QStringList>
#include <QUrl>

namespace nutgraf::body {

/// The files of this machine that are dragged or pasted. Text fields leave them to the window,
/// which opens them; an address from a browser is text.
[[nodiscard]] inline QStringList droppedFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

} // namespace nutgraf::body
