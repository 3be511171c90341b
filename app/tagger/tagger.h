// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "tagger/tagger_word.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace nutgraf::tagger {

/// Words that belong together, by their numbers; both ends are inside.
struct Span {
    int first = 0;
    int last = 0;
    float sureness = 0; ///< 0 … 1, of its least sure label

    friend bool operator==(const Span &, const Span &) = default;
};

enum class NameType { Person, Organisation, Location, Misc };

struct NameSpan : Span {
    NameType type = NameType::Misc;
};

/// What the network says of one paragraph.
class Tags {
public:
    std::vector<NameSpan> names;
    std::vector<Span> sources;
    std::vector<Span> cues;
    std::vector<Span> contents;

    /// How well a source belongs to a cue; above 0: more likely than not.
    [[nodiscard]] float sourceLink(const Span &cue, const Span &source) const;
    /// How well a content belongs to a cue.
    [[nodiscard]] float contentLink(const Span &cue, const Span &content) const;

private:
    friend class Tagger;
    [[nodiscard]] float link(size_t kind, const Span &cue, const Span &other) const;

    std::vector<float> m_links; ///< four vectors a word
    size_t m_values = 0; ///< of one of them
    std::shared_ptr<const std::array<std::vector<float>, 2>> m_distance;
};

/// Marks names and who says what, one paragraph at a time. Never changes; several threads may use
/// one.
class Tagger {
public:
    /// Reads the four files of `folder`. Fails with FileNotFound, FileUnreadable or ModelInvalid.
    [[nodiscard]] static Result<std::shared_ptr<const Tagger>> load(const QString &folder);
    /// The tagger installed with the program, loaded when it is first asked for; nullptr: there is
    /// none. Errors as load().
    [[nodiscard]] static Result<std::shared_ptr<const Tagger>> installed();
    ~Tagger();

    /// The tags of a paragraph's words, whose ranges count in `text`.
    [[nodiscard]] Tags tag(QStringView text, std::span<const Word> words) const;

private:
    struct Private;
    explicit Tagger(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::tagger
