// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/row.h"
#include "ui/publish/publish_draft.h"

namespace nutgraf::publish {

enum class Step { Checks, WebEdition, KindAndNote, Preview, Publish };

/// How far the publication is.
enum class Progress { Preparing, Busy, Done };

/// The five steps with their shapes and second lines; ids are Step.
[[nodiscard]] std::vector<panels::RowTree> stepRows(const PublishDraft &draft, Step current,
                                                    Progress progress);

/// "Next: web edition"
[[nodiscard]] QString nextWords(Step current);
/// "Publish version 2", "Kill the story"
[[nodiscard]] QString publishWords(const PublishDraft &draft);

} // namespace nutgraf::publish
