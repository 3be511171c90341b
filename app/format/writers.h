// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "format/edition.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace nutgraf::format {

enum class WrittenFor { BothEditions, WireAlone };

/// Text: UTF-8, which can be shown as it is.
enum class FileNature { Text, Binary };

/// A format that editions are written in: whoever wants all of them goes through writers().
struct Writer {
    QLatin1StringView name; ///< what the trade calls it: `ninjs 3.1`
    QLatin1StringView suffix; ///< of its files, without the first dot: `ninjs.json`
    WrittenFor editions = WrittenFor::BothEditions;
    FileNature nature = FileNature::Text;
    QByteArray (*write)(const Edition &) =
        nullptr; ///< a pure function: equal editions, equal bytes
};

/// All of them, in the order in which a person is shown them.
[[nodiscard]] std::span<const Writer> writers();
/// Whether an edition of that kind has a file in this format.
[[nodiscard]] bool isFor(const Writer &writer, EditionKind kind);
/// `wire.ninjs.json`, `web.html`.
[[nodiscard]] QString fileName(const Writer &writer, EditionKind kind);

} // namespace nutgraf::format
