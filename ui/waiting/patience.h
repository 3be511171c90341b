// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace nutgraf::waiting {

/// How waiting may end.
enum class Ending {
    Stoppable, ///< the user may give up: the work goes on unseen and its result is dropped
    Certain, ///< something is written: it is waited for
};

/// Runs `work` on another thread and waits for it. What takes longer than a moment shows `words`
/// ("Saving “pier-fire”…") in a modal notice, while the window goes on painting. False: the user
/// gave up. `work` must touch no QObject and nothing that its caller may destroy, if Stoppable.
[[nodiscard]] bool waitFor(const QString &words, Ending ending, std::function<void()> work);

/// The same for work with a Result. Error: Cancelled, or the work's own.
template <class Work>
[[nodiscard]] auto patiently(const QString &words, Ending ending, Work work)
    -> std::invoke_result_t<Work>
{
    using Value = std::invoke_result_t<Work>;
    auto value = std::make_shared<std::optional<Value>>();
    const bool isDone = waitFor(
        words, ending, [value, work = std::move(work)]() mutable { value->emplace(work()); });
    if (!isDone) {
        return fail(ErrorCode::Cancelled, {});
    }
    return std::move(**value);
}

} // namespace nutgraf::waiting
