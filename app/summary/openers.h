// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "summary/sentences.h"

namespace nutgraf::summary {

/// How a block's first words hang on what stands before it.
enum class Opening {
    Free, ///< it can open a text
    Pronoun, ///< "She …", "Their …", "It …"
    LooksBack, ///< "But …", "The remark …", "In response …"
};

struct Opener {
    Opening kind = Opening::Free;
    TextRange pronoun; ///< if `kind` is Pronoun
};

/// English only. Words inside quotations are the speaker's own and never count.
[[nodiscard]] Opener openerOf(QStringView text, const Block &block, const Body &body);

/// "he", "she", "they", "it", "him", "her", "them".
[[nodiscard]] bool isPersonalPronoun(QStringView word);

} // namespace nutgraf::summary
