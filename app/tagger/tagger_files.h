// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "tagger/label_chain.h"

#include <QStringList>

#include <array>

namespace nutgraf::tagger {

/// tagger.json; resources/models/README.md says what each means.
struct Settings {
    QStringList entityLabels; ///< "O", "B-PER", …
    size_t longestPiece = 0; ///< in words
    size_t linkValues = 0;
    int linkReach = 0; ///< in words
    std::array<std::vector<float>, 2> distance; ///< of source and content, −reach … reach
    std::vector<LabelChain> chains; ///< of entities, source, cue, content
};

/// Fails with FileNotFound, FileUnreadable or ModelInvalid.
[[nodiscard]] Result<Settings> loadSettings(const QString &file);

/// The folder of the model that is installed with the program (share/nutgraf/models beside its bin
/// folder, else where the system keeps data); empty: there is none.
[[nodiscard]] QString installedModel();

} // namespace nutgraf::tagger
