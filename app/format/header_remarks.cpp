// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/header_remarks.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

/// Keys of other systems that hold a story back or give it a time.
constexpr std::array<QStringView, 6> Holding = {
    u"notforpublication", u"flags", u"schedule", u"scheduled", u"publishschedule", u"donotpublish"};
constexpr std::array<QStringView, 5> Texts = {u"headline", u"deck", u"byline", u"notice",
                                              u"editors-note"};
constexpr std::array<QStringView, 7> Nothing = {u"", u"false", u"no", u"off", u"0", u"~", u"null"};

template <size_t N>
bool isOneOf(QStringView word, const std::array<QStringView, N> &words)
{
    return std::ranges::find(words, word) != words.end();
}

/// `not-for-publication`, `not_for_publication` and `notForPublication` are one key.
bool isHolding(QString key)
{
    key.remove(u'-').remove(u'_').remove(u' ');
    return isOneOf(key.toLower(), Holding);
}

/// Whether a value says anything but no.
bool saysYes(const YAML::Node &node)
{
    if (node.IsScalar())
        return !isOneOf(fromYaml(node).trimmed().toLower(), Nothing);
    if (node.IsSequence())
        return std::any_of(node.begin(), node.end(),
                           [](const auto &item) { return saysYes(item); });
    return node.IsMap() && std::any_of(node.begin(), node.end(), [](const auto &pair) {
               return saysYes(pair.second);
           });
}

/// The comment that ends the line of a text without quotation marks.
QString commentAfter(const HeaderEntry &entry, QStringView text)
{
    const QStringView line = text.sliced(entry.value.begin).split(u'\n').front();
    const bool isPlain = !line.isEmpty() && !u"\"'|>[{&*!"_s.contains(line.front());
    const qsizetype space = isPlain ? line.indexOf(u" #") : -1;
    return space < 0 ? QString() : line.sliced(space).trimmed().toString();
}

} // namespace

std::vector<story::HeaderRemark> remarksOn(const Header &header)
{
    using enum story::HeaderRemark::Kind;
    std::vector<story::HeaderRemark> remarks;
    for (const HeaderEntry &entry : header.entries) {
        if (isHolding(entry.key) && saysYes(entry.node))
            remarks.push_back({NotHeeded, entry.key, {}});
        const bool isText = isOneOf(entry.key, Texts) && entry.context == YamlContext::Block;
        const QString comment = isText ? commentAfter(entry, header.text) : QString();
        if (!comment.isEmpty())
            remarks.push_back({CutByComment, entry.key, comment});
    }
    return remarks;
}

} // namespace nutgraf::format
