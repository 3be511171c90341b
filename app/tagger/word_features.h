// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tagger/tagger_word.h"

#include <QString>

#include <array>

namespace nutgraf::tagger {

/// What the network knows of a word besides its vector; columns 1 to 8 of
/// resources/models/train/features.py, which says how each is made.
using Columns = std::array<qint64, 8>;

enum class Place { Opening, Later };

/// The columns of a word; `Opening`: it is the paragraph's first.
[[nodiscard]] Columns columnsOf(QStringView spelled, const Word &word, Place place);

/// Lower case, code point by code point; a right quotation mark becomes an apostrophe.
[[nodiscard]] QString lowerCase(QStringView spelled);

} // namespace nutgraf::tagger
