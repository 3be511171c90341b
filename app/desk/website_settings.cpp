// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/website_settings.h"

#include "format/media_topics.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::desk {

namespace {

const QString Sections = u"sections"_s;
const QString TextMiningKey = u"textMining"_s;
const QString Reserved = u"reserved"_s;

using Check = bool (*)(const QString &);

bool isAnything(const QString & /*text*/)
{
    return true;
}

struct TextKey {
    QLatin1StringView key;
    QString story::Website::*member;
    Check isGood; ///< of a text that is not empty
};

constexpr std::array<TextKey, 4> TextKeys = {{
    {"subscribeUrl"_L1, &story::Website::subscribeUrl, &story::isWebAddress},
    {"textMiningPolicy"_L1, &story::Website::textMiningPolicy, &story::isWebAddress},
    {"aiStatement"_L1, &story::Website::aiStatement, &isAnything},
    {"digitalSourceType"_L1, &story::Website::digitalSourceType, &story::isDigitalSourceType},
}};

bool isText(const QJsonValue &value)
{
    return value.isUndefined() || value.isString();
}

/// The key that cannot be understood; empty: none.
QString readTexts(const QJsonObject &object, story::Website &website)
{
    for (const auto &[key, member, isGood] : TextKeys) {
        const QJsonValue value = object.value(key);
        const QString text = value.toString().trimmed();
        if (!isText(value) || (!text.isEmpty() && !isGood(text)))
            return key;
        website.*member = text;
    }
    return {};
}

bool readSections(const QJsonValue &value, story::Website &website)
{
    const QJsonArray sections = value.toArray();
    for (const auto &section : sections) {
        // Names are for people who write the file; what is kept is what they wrote.
        if (format::topicName(format::topicCode(section.toString())).isEmpty())
            return false;
        website.sections.append(section.toString());
    }
    return value.isUndefined() || value.isArray();
}

bool readTextMining(const QJsonValue &value, story::Website &website)
{
    website.textMining =
        value.toString() == Reserved ? story::TextMining::Reserved : story::TextMining::Unsaid;
    return isText(value) && (value.toString().isEmpty() || value.toString() == Reserved);
}

} // namespace

Result<std::optional<story::Website>> readWebsite(const QJsonValue &value, const QString &file)
{
    if (value.isUndefined())
        return std::nullopt;
    story::Website website;
    QString wrong = readTexts(value.toObject(), website);
    if (wrong.isEmpty() && !readSections(value.toObject().value(Sections), website))
        wrong = Sections;
    if (wrong.isEmpty() && !readTextMining(value.toObject().value(TextMiningKey), website))
        wrong = TextMiningKey;
    if (!value.isObject())
        return fail(ErrorCode::DeskSettingsInvalid, file, u"site"_s);
    if (!wrong.isEmpty())
        return fail(ErrorCode::DeskSettingsInvalid, file, u"site."_s + wrong);
    return website;
}

QJsonObject toJson(const story::Website &website, QJsonObject before)
{
    const auto set = [&before](const QString &key, const QJsonValue &value, bool isSaid) {
        if (isSaid)
            before.insert(key, value);
        else
            before.remove(key);
    };
    set(Sections, QJsonArray::fromStringList(website.sections), !website.sections.isEmpty());
    set(TextMiningKey, Reserved, website.textMining == story::TextMining::Reserved);
    for (const auto &[key, member, isGood] : TextKeys)
        set(key, website.*member, !(website.*member).isEmpty());
    return before;
}

QStringList websiteOrder()
{
    QStringList order{Sections, TextMiningKey};
    for (const TextKey &text : TextKeys)
        order.append(text.key);
    return order;
}

} // namespace nutgraf::desk
