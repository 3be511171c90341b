// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "story/folders.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace nutgraf::publish {

/// The guid under which a story that was never published goes out: of its draft's story id. A draft
/// without one (made by hand, or by an older version) gets one of its folder's name, its bytes and
/// `day`, the day it was begun. Error: what reading the draft gives.
[[nodiscard]] Result<QString> guidFor(const story::StoryFolder &folder, const QByteArray &draft,
                                      const QString &domain, const QDate &day);

/// The desk that a story's folder lies in, in its stories or its bin.
[[nodiscard]] std::optional<story::DeskFolder> deskOf(const story::StoryFolder &folder);

/// Nothing, if publishing the story in `folder` under `guid` cannot replace another one of its desk
/// at its subscribers'. Another folder of the same story (a conflict copy, `cp -r`, a version store
/// copied in) is a twin: none of two goes out while both are published or neither is; of one that
/// is and one that is not, the published one does. A twin in the bin bars the way only if it is out
/// and this story is not. Error: StoryTwin; the subject is `folder`, the detail the other's folder.
[[nodiscard]] Result<void> refuseTwin(const story::StoryFolder &folder, const QString &guid);

/// Runs a piece of work for each number below `count`, in any order, also at the same time.
using ForEach = std::function<void(qsizetype count, const std::function<void(qsizetype)> &work)>;
/// One after the other.
void oneByOne(qsizetype count, const std::function<void(qsizetype)> &work);

/// Every folder of a desk, the bin included, that another one has the same story as: StoryTwin, as
/// refuseTwin() gives it.
[[nodiscard]] std::vector<Error> twins(const story::DeskFolder &desk,
                                       const ForEach &forEach = oneByOne);

} // namespace nutgraf::publish
