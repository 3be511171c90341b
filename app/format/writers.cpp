// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/writers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

using enum WrittenFor;
using enum FileNature;

constexpr std::array Writers{
    Writer{"HTML"_L1, "html"_L1, BothEditions, Text, &writeHtml},
    Writer{"ninjs 3.1"_L1, "ninjs.json"_L1, BothEditions, Text, &writeNinjs},
    Writer{"Newshub"_L1, "newshub.ninjs.json"_L1, WireAlone, Text, &writeNewshub},
    Writer{"NewsML-G2"_L1, "newsml.xml"_L1, BothEditions, Text, &writeNewsml},
    Writer{"NITF"_L1, "nitf.xml"_L1, BothEditions, Text, &writeNitf},
    Writer{"Atom"_L1, "atom.xml"_L1, BothEditions, Text, &writeAtom},
    Writer{"Markdown"_L1, "md"_L1, BothEditions, Text, &writeMarkdown},
    Writer{"Plain text"_L1, "txt"_L1, BothEditions, Text, &writePlainText},
};

} // namespace

std::span<const Writer> writers()
{
    return Writers;
}

bool isFor(const Writer &writer, EditionKind kind)
{
    return writer.editions == BothEditions || kind == EditionKind::Wire;
}

QString fileName(const Writer &writer, EditionKind kind)
{
    return (kind == EditionKind::Web ? "web."_L1 : "wire."_L1) + writer.suffix;
}

} // namespace nutgraf::format
