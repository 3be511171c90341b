// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/frame.h"
#include "site/web_story.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace nutgraf::site {

// Each makes one whole file of the site, as a pure function of what it is given.

/// A story, or that it was withdrawn, with the public record beside it.
[[nodiscard]] QByteArray storyPage(const Frame &frame, const WebStory &story);
/// What changed from each web edition to the next, word by word. The story has at least two.
[[nodiscard]] QByteArray changesPage(const Frame &frame, const WebStory &story);
/// `changes/2026-05-12-k3v9q2mtxz.html`.
[[nodiscard]] QString changesFile(const QString &page);

/// `stories`: those that are listed, newest first.
[[nodiscard]] QByteArray frontPage(const Frame &frame, std::span<const Card *const> stories,
                                   std::span<const Card *const> corrected);
[[nodiscard]] QByteArray topicPage(const Frame &frame, const QString &topic,
                                   std::span<const Card *const> stories);
/// `month`: `2026-05`.
[[nodiscard]] QByteArray monthPage(const Frame &frame, const QString &month,
                                   std::span<const Card *const> stories);
/// A line of an index: what it leads to, and how many stories there are.
struct IndexLine {
    QString file;
    QString words;
    qsizetype stories = 0;
};
[[nodiscard]] QByteArray topicIndex(const Frame &frame, std::span<const IndexLine> topics);
[[nodiscard]] QByteArray monthIndex(const Frame &frame, std::span<const IndexLine> months);
/// All corrections, newest first, and what was withdrawn.
[[nodiscard]] QByteArray correctionsPage(const Frame &frame, std::span<const Card *const> corrected,
                                         std::span<const Card *const> withdrawn);
/// What the site is and is not, what the record says, and how the house uses generative tools.
[[nodiscard]] QByteArray makingPage(const Frame &frame);

/// `May 2026` of `2026-05`.
[[nodiscard]] QString monthName(const QString &month);

} // namespace nutgraf::site
