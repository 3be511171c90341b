// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

namespace nutgraf::text {

/// A slug from words: lower-case ASCII letters and digits joined by `-`, at most `maxWords` words
/// (twice as many of a script that writes no spaces, where a syllable counts as one) and 60
/// characters. Other scripts are written in Latin letters by ICU's transforms (Unicode CLDR): as
/// `language` (BCP 47; may be empty) does it where that matters, `ä` as `ae` in German, `å` as `aa`
/// in Danish and Norwegian, and as BGN/PCGN does it for Cyrillic. Kanji are read as Chinese. Empty:
/// nothing of it can be read aloud (signs, emoji).
[[nodiscard]] QString slugFrom(QStringView words, QStringView language = {}, int maxWords = 4);

/// What a name has in common with all that some file system takes for the same: its case folded,
/// in Unicode's composed form (NFC). `Fire` and `fire`, `straße` and `STRASSE`, `café` in either
/// form are one.
[[nodiscard]] QString foldedName(QStringView name);

} // namespace nutgraf::text
