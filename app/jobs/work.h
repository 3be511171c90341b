// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace nutgraf::jobs {

/// Polled by work; true: nobody wants the answer any more.
using Cancelled = std::function<bool()>;

/// What is to be done afterwards in the thread of whoever asked; may be empty.
using Reply = std::function<void()>;

} // namespace nutgraf::jobs
