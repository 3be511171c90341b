// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace nutgraf::format {

using namespace Qt::StringLiterals;

/// Marks of every Markdown dialect and of HTML, parted by a blank here.
inline QStringList marks()
{
    return u"* ** *** _ __ ` ``` ~~ [ ] ( ) ]( https://a.example/b?c=1&d mailto:a@b.example \\ & "
           u"&amp; &#42; "
           "&copy; < > <b> </p> <!-- <script> ]]> ! === --- |a|b| |---|---| *word* c**p 4* @_a_b_ "
           "[link](https://a.example/b) javascript:x"_s.split(u' ');
}

/// Words of many scripts, and what stands beside them.
inline QStringList words()
{
    return u"word Lind said 12.5 “So,” \"q\" ' ’s . , Ørsted 字幕 हिन्दी "
           u"می‌خواهم "
           u"العربية "
           u"עברית "
           u"ไทย 😀 🏳️‍🌈 e\u0301 "
           "\u0301 𝒜 1986. 1. 2. 3) # ## - + >"_s.split(u' ');
}

/// What other programs leave in texts, and nobody sees.
inline QStringList unseen()
{
    QStringList list;
    for (const char16_t c :
         u"\u00A0\u00AD\u200B\u200F\u202E\u202B\u202C\u2067\u2069\u2028\u0085\v\f\t\x1B\x01"
         u"\x1F\u007F\uFEFF\uFFFE\uFDD0\uFFFD")
        list.append(QChar(c)); // the last is the end of the literal: a NUL
    return list;
}

inline QStringList textPieces()
{
    QStringList list = marks() + words() + unseen();
    for (const QString &word : words())
        list.append(word + u' ');
    for (int i = 0; i < 12; ++i)
        list += {u" "_s, u" "_s, u"word"_s, u"\n"_s, u"\n\n"_s, u"\n- "_s, u"\n1. "_s};
    return list;
}

inline QString randomText(QRandomGenerator &random, int mostPieces)
{
    static const QStringList pieces = textPieces();
    QString text;
    const int count = random.bounded(1, mostPieces);
    for (int i = 0; i < count; ++i)
        text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    return text;
}

} // namespace nutgraf::format
