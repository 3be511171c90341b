// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace nutgraf::format {

/// The start of a draft that ends with its header's closing `---` (the whole file if that does not
/// end, nothing if there is no header). Only this much of a story is read to list it. Errors:
/// FileNotFound, FileUnreadable (also of what is no regular file: a pipe would never end).
[[nodiscard]] Result<QByteArray> readHead(const QString &path);

} // namespace nutgraf::format
