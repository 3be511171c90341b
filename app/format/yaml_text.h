// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/text_range.h"

#include <QString>
#include <QStringView>

namespace nutgraf::format {

/// Where a YAML value is written: on lines of its own or inside `[…]`, `{…}`.
enum class YamlContext { Block, Flow };

/// How a scalar is written (YAML 1.2.2 §7.3).
enum class YamlStyle { Plain, SingleQuoted, DoubleQuoted };

/// Offset after the quoted scalar that begins at `at`, -1: it never ends.
[[nodiscard]] qsizetype quotedEnd(QStringView yaml, qsizetype at);

/// Offset after the `[…]` or `{…}` that begins at `at`, -1: it never ends.
[[nodiscard]] qsizetype flowEnd(QStringView yaml, qsizetype at);

/// The value as written that begins at `at` and ends before `limit`; a comment behind it and
/// white space are left out.
[[nodiscard]] TextRange valueRange(QStringView yaml, qsizetype at, qsizetype limit,
                                   YamlContext context);

/// `value` as a scalar in `style`, or double-quoted if `style` cannot hold it. One line.
[[nodiscard]] QString yamlScalar(const QString &value, YamlStyle style, YamlContext context);

/// Whether `value` can be a literal block scalar (`|-`), which shows its lines as they are.
[[nodiscard]] bool isLiteralBlock(QStringView value);
/// `|-` and the lines of `value`, each indented by `indent`; no final line end.
[[nodiscard]] QString literalBlock(const QString &value, qsizetype indent);

} // namespace nutgraf::format
