// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

#include <optional>
#include <span>
#include <vector>

namespace nutgraf::tagger {

/// The labels of a sequence of words.
struct Labelling {
    std::vector<int> labels;
    std::vector<float> sureness; ///< of each label, 0 … 1: its marginal probability
};

/// A linear chain over labels (a conditional random field, Lafferty et al. 2001): what each label
/// adds after another one, at the begin and at the end.
class LabelChain {
public:
    /// From `scores`, `start` and `end` for `labels` labels; nullopt: they do not fit.
    [[nodiscard]] static std::optional<LabelChain> fromJson(const QJsonObject &object,
                                                            size_t labels);

    /// The best sequence (Viterbi) and its marginals (forward-backward). `scores`: of word w and
    /// label l at w * stride + l.
    [[nodiscard]] Labelling best(std::span<const float> scores, size_t stride, size_t words) const;

private:
    explicit LabelChain(size_t labels) : m_labels(labels) { }
    [[nodiscard]] size_t bestBefore(std::span<const float> state, size_t label) const;
    [[nodiscard]] std::vector<int> viterbi(std::span<const float> scores, size_t stride,
                                           size_t words) const;
    [[nodiscard]] std::vector<float> marginals(std::span<const float> scores, size_t stride,
                                               const std::vector<int> &labels) const;

    size_t m_labels;
    std::vector<float> m_follow; ///< of b after a: a * labels + b
    std::vector<float> m_start;
    std::vector<float> m_end;
};

} // namespace nutgraf::tagger
