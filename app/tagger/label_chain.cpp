// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tagger/label_chain.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace nutgraf::tagger {

namespace {

bool append(std::vector<float> &target, const QJsonValue &value, size_t count)
{
    const QJsonArray numbers = value.toArray();
    for (const auto &number : numbers) {
        target.push_back(static_cast<float>(number.toDouble()));
    }
    return static_cast<size_t>(numbers.size()) == count;
}

/// Makes the values sum to one; what is nothing at all becomes all alike.
void normalise(std::span<float> values)
{
    float sum = 0;
    for (const float value : values) {
        sum += value;
    }
    for (float &value : values) {
        value = sum > 0 ? value / sum : 1.0F / static_cast<float>(values.size());
    }
}

} // namespace

std::optional<LabelChain> LabelChain::fromJson(const QJsonObject &object, size_t labels)
{
    LabelChain chain(labels);
    const QJsonArray rows = object.value(QStringLiteral("scores")).toArray();
    bool fits = static_cast<size_t>(rows.size()) == labels;
    for (const auto &row : rows) {
        fits = append(chain.m_follow, row, labels) && fits;
    }
    fits = append(chain.m_start, object.value(QStringLiteral("start")), labels) && fits;
    fits = append(chain.m_end, object.value(QStringLiteral("end")), labels) && fits;
    return fits ? std::optional(std::move(chain)) : std::nullopt;
}

/// The label from which `label` is reached best.
size_t LabelChain::bestBefore(std::span<const float> state, size_t label) const
{
    size_t best = 0;
    float most = state[0] + m_follow[label];
    for (size_t a = 1; a < m_labels; ++a) {
        const float value = state[a] + m_follow[a * m_labels + label];
        if (value > most) {
            most = value;
            best = a;
        }
    }
    return best;
}

std::vector<int> LabelChain::viterbi(std::span<const float> scores, size_t stride,
                                     size_t words) const
{
    std::vector<float> state(m_labels);
    std::vector<float> next(m_labels);
    std::vector<quint8> origins(words * m_labels);
    for (size_t b = 0; b < m_labels; ++b) {
        state[b] = m_start[b] + scores[b];
    }
    for (size_t w = 1; w < words; ++w) {
        for (size_t b = 0; b < m_labels; ++b) {
            const size_t best = bestBefore(state, b);
            next[b] = state[best] + m_follow[best * m_labels + b] + scores[w * stride + b];
            origins[w * m_labels + b] = static_cast<quint8>(best);
        }
        state.swap(next);
    }
    for (size_t b = 0; b < m_labels; ++b) {
        state[b] += m_end[b];
    }
    std::vector<int> labels(words);
    auto at = static_cast<size_t>(std::ranges::max_element(state) - state.begin());
    for (size_t w = words; w-- > 0;) {
        labels[w] = static_cast<int>(at);
        at = origins[w * m_labels + at];
    }
    return labels;
}

/// Forward and backward in probabilities, each word's made to sum to one.
std::vector<float> LabelChain::marginals(std::span<const float> scores, size_t stride,
                                         const std::vector<int> &labels) const
{
    const size_t words = labels.size();
    std::vector<float> follow(m_follow.size());
    std::ranges::transform(m_follow, follow.begin(), [](float f) { return std::exp(f); });
    std::vector<float> own(words * m_labels);
    for (size_t w = 0; w < words; ++w) {
        const std::span<const float> row = scores.subspan(w * stride, m_labels);
        const float most = std::ranges::max(row);
        for (size_t b = 0; b < m_labels; ++b) {
            own[w * m_labels + b] = std::exp(row[b] - most);
        }
    }
    std::vector<float> ahead(own);
    for (size_t b = 0; b < m_labels; ++b) {
        ahead[b] *= std::exp(m_start[b]);
    }
    normalise(std::span(ahead).first(m_labels));
    for (size_t w = 1; w < words; ++w) {
        const std::span<float> before = std::span(ahead).subspan((w - 1) * m_labels, m_labels);
        const std::span<float> here = std::span(ahead).subspan(w * m_labels, m_labels);
        for (size_t b = 0; b < m_labels; ++b) {
            float sum = 0;
            for (size_t a = 0; a < m_labels; ++a) {
                sum += before[a] * follow[a * m_labels + b];
            }
            here[b] *= sum;
        }
        normalise(here);
    }
    std::vector<float> back(m_labels);
    std::vector<float> next(m_labels);
    std::ranges::transform(m_end, back.begin(), [](float f) { return std::exp(f); });
    std::vector<float> found(words);
    for (size_t w = words; w-- > 0;) {
        const std::span<const float> before = std::span(ahead).subspan(w * m_labels, m_labels);
        float all = 0;
        for (size_t b = 0; b < m_labels; ++b) {
            all += before[b] * back[b];
        }
        const auto label = static_cast<size_t>(labels[w]);
        found[w] = all > 0 ? before[label] * back[label] / all : 0;
        for (size_t a = 0; a < m_labels; ++a) {
            next[a] = 0;
            for (size_t b = 0; b < m_labels; ++b) {
                next[a] += follow[a * m_labels + b] * own[w * m_labels + b] * back[b];
            }
        }
        normalise(next);
        back.swap(next);
    }
    return found;
}

Labelling LabelChain::best(std::span<const float> scores, size_t stride, size_t words) const
{
    if (words == 0) {
        return {};
    }
    Labelling found;
    found.labels = viterbi(scores, stride, words);
    found.sureness = marginals(scores, stride, found.labels);
    return found;
}

} // namespace nutgraf::tagger
