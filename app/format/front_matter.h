// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "format/yaml_text.h"
#include "story/story.h"

#include <QDateTime>
#include <QString>
#include <QStringDecoder>

#include <yaml-cpp/yaml.h>

#include <optional>
#include <vector>

namespace nutgraf::format {

/// A YAML node that is assigned like any other value: yaml-cpp's own assignment changes the
/// document behind the left side instead.
class YamlNode : public YAML::Node {
public:
    YamlNode() = default;
    YamlNode(const YAML::Node &node) : YAML::Node(node) { }
    YamlNode(const YamlNode &) = default;
    ~YamlNode() = default;
    YamlNode &operator=(const YamlNode &other)
    {
        reset(other);
        return *this;
    }
};

/// One `key: value` of the front matter. Ranges are UTF-16 units of Header::text.
// yaml-cpp's nodes have no move that cannot throw.
// NOLINTNEXTLINE(bugprone-exception-escape)
struct HeaderEntry {
    QString key; ///< empty: not a scalar, kept but not read
    TextRange lines; ///< key to value; comments and blank lines behind it left out
    TextRange value; ///< as written, quotes included; empty at its place if there is none
    YamlContext context = YamlContext::Block;
    qsizetype column = 0; ///< of the key in its line
    YamlNode node;
};

/// The front matter's text (the lines between the markers) and what YAML makes of it.
struct Header {
    QString text;
    YamlNode root;
    std::vector<HeaderEntry> entries;

    [[nodiscard]] const HeaderEntry *find(QAnyStringView key) const;
};

/// What the front matter says; fields it leaves out have their defaults.
struct HeaderValues {
    story::Story story;
    std::optional<QDateTime> created;
    QString storyId; ///< empty: none given
};

/// Longest front matter that is read, in UTF-16 units: far beyond any story's, short of what
/// would keep a YAML parser busy.
inline constexpr qsizetype MaxHeaderLength = qsizetype{256} * 1024;

/// Errors: StoryHeaderInvalid with line and column in the file (the header begins on line 2).
[[nodiscard]] Result<Header> parseHeader(const QString &text, const QString &name);
/// The pairs of a map inside `text`, by place. `limit`: where the map's lines end.
[[nodiscard]] std::vector<HeaderEntry> entriesOf(const YAML::Node &map, QStringView text,
                                                 qsizetype limit);
/// Errors: StoryFieldInvalid with line and column; detail is the field's key.
[[nodiscard]] Result<HeaderValues> readHeader(const Header &header, const QString &name);

/// The header's text with the fields that differ between `was` and `now` written anew, every other
/// line untouched.
[[nodiscard]] QString editHeader(const Header &header, const story::Story &was,
                                 const story::Story &now);
/// As editHeader, but all known fields are written anew; for headers whose form does not allow an
/// edit in place (anchors that others refer to). Unknown keys keep value and order.
[[nodiscard]] QString rewriteHeader(const Header &header, const story::Story &now);
/// The header's text with `key`, one that is no field of the story, saying `value` (a plain
/// scalar); every other line untouched.
[[nodiscard]] QString withKey(const Header &header, QLatin1StringView key, const QString &value);
/// A new story's header.
[[nodiscard]] QString newHeader(const story::Story &story);

/// How values of a field's own form read and print; shared by reader, editor and writers.
[[nodiscard]] std::optional<QDateTime> readMoment(const QString &text);
[[nodiscard]] std::optional<QDate> readDate(const QString &text);
/// `story` as a file can hold it: no "By" before the byline, whole seconds in UTC.
[[nodiscard]] story::Story canonical(story::Story story);

/// Offset in `text` of a yaml-cpp mark (its columns count UTF-8 bytes).
[[nodiscard]] qsizetype offsetOf(const YAML::Mark &mark, QStringView text);
[[nodiscard]] inline QString fromYaml(const YAML::Node &node)
{
    // QString's own reading leaves out a U+FEFF at the beginning.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(node.Scalar()));
}

} // namespace nutgraf::format
