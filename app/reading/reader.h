// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/analyser.h"
#include "reading/reading.h"

#include <functional>
#include <memory>

namespace nutgraf::reading {

/// One state of a story, to be read.
struct Source {
    story::Story story; ///< with its body
    review::Review review;
    QDateTime now;
    quint64 revision = 1;
    Layout layout = Layout::Story; ///< Story or PlainText
};

/// Polled once a paragraph; true: nobody wants the answer any more.
using Cancelled = std::function<bool()>;

/// What a reader analyses with; it may throw.
using Analyse =
    std::function<analysis::Analysis(const analysis::Snapshot &snapshot, const Cancelled &)>;

/// Reads stories. Keeps what it knows of single paragraphs, so that a keystroke costs one of them.
/// One instance a thread; equal sources give equal readings whatever came before.
class Reader {
public:
    /// With the trained model that is installed; it is loaded with the first text.
    Reader();
    explicit Reader(analysis::Analyser analyser);
    explicit Reader(Analyse analyse);
    ~Reader();
    Reader(Reader &&) noexcept;
    Reader &operator=(Reader &&) noexcept;

    /// Compose, analyse, correct, bind, check. A model that fails is no error but a reading with a
    /// fault. Error: Cancelled.
    [[nodiscard]] Result<ReadingPtr> read(Source source, const Cancelled &cancelled = {});
    /// As read(), for a file as a whole: `laidOut` is its text, with the parts of `source.story`
    /// at their places. Such a reading answers in offsets of the file, is not checked, and cannot
    /// be published.
    [[nodiscard]] Result<ReadingPtr> readFile(analysis::Snapshot laidOut, Source source,
                                              const Cancelled &cancelled = {});

    [[nodiscard]] static ReadingPtr unread();
    /// The same text under other decisions, or at another time. Analyses nothing.
    [[nodiscard]] static ReadingPtr withReview(const Reading &reading, review::Review review,
                                               const QDateTime &now);

private:
    [[nodiscard]] Result<ReadingPtr> readLaidOut(analysis::Snapshot snapshot, Source source,
                                                 const Cancelled &cancelled);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::reading
