// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "tagger/word_features.h"

#include <memory>
#include <span>
#include <vector>

namespace nutgraf::tagger {

/// tagger.onnx, run on the calling thread. Several threads may use one.
class Network {
public:
    /// Fails with FileNotFound or ModelInvalid (the detail is ONNX Runtime's).
    [[nodiscard]] static Result<Network> load(const QString &file);
    ~Network();
    Network(Network &&) noexcept;
    Network &operator=(Network &&) noexcept;

    /// The scores of `columns.size()` words, outputs() a word; `vectors` has the words' vectors one
    /// after the other. Empty if the network cannot read them.
    [[nodiscard]] std::vector<float> scores(std::span<float> vectors,
                                            std::span<Columns> columns) const;
    [[nodiscard]] size_t outputs() const;

private:
    struct Private;
    explicit Network(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::tagger
