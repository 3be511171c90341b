// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/settings.h"

#include "desk/website_settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::desk {

namespace {

constexpr int SettingsVersion = 1;

struct AgencyKey {
    QLatin1StringView key;
    QString story::Agency::*member;
};

/// The agency's texts in the order in which desk.json has them.
constexpr std::array<AgencyKey, 6> AgencyKeys = {{
    {QLatin1StringView("name"), &story::Agency::name},
    {QLatin1StringView("domain"), &story::Agency::domain},
    {QLatin1StringView("wireSystem"), &story::Agency::wireSystem},
    {QLatin1StringView("webNotice"), &story::Agency::webNotice},
    {QLatin1StringView("usageTerms"), &story::Agency::usageTerms},
    {QLatin1StringView("siteUrl"), &story::Agency::siteUrl},
}};

struct PolicyKey {
    publish::SigningPolicy policy;
    QLatin1StringView key;
};
constexpr std::array<PolicyKey, 3> PolicyKeys = {{
    {publish::SigningPolicy::Required, QLatin1StringView("required")},
    {publish::SigningPolicy::WhenPossible, QLatin1StringView("when possible")},
    {publish::SigningPolicy::Off, QLatin1StringView("off")},
}};

const QString VersionKey = QStringLiteral("version");
const QString NameKey = QStringLiteral("name");
const QString AgencyObjectKey = QStringLiteral("agency");
const QString WebWordsKey = QStringLiteral("webTargetWords");
const QString WebsiteKey = QStringLiteral("site");
const QString SigningKey = QStringLiteral("signing");

std::unexpected<Error> invalid(const QString &name, const QString &detail)
{
    return fail(ErrorCode::DeskSettingsInvalid, name, detail);
}

/// Line and column of a byte offset, columns in code points.
std::unexpected<Error> syntaxError(const QByteArray &json, const QString &name,
                                   const QJsonParseError &error)
{
    const QByteArray before = json.left(error.offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.sliced(lineStart)).toUcs4().size() + 1;
    return fail(ErrorCode::DeskSettingsInvalid, name, error.errorString(), before.count('\n') + 1,
                column);
}

/// Guids carry the domain, so it must be one: letters, digits, `-` and `.`.
bool isDomain(const QString &domain)
{
    return !domain.isEmpty() && !domain.startsWith(u'.') && !domain.endsWith(u'.')
        && !domain.contains(QStringLiteral("..")) && std::ranges::all_of(domain, [](QChar c) {
               return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u'.';
           });
}

Result<story::Agency> readAgency(const QJsonObject &object, const QString &name)
{
    story::Agency agency;
    for (const auto &[key, member] : AgencyKeys) {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isString()) {
            return invalid(name, AgencyObjectKey + u'.' + key);
        }
        agency.*member = value.toString();
    }
    if (!isDomain(agency.domain)) {
        return invalid(name, QStringLiteral("agency.domain"));
    }
    return agency;
}

Result<publish::SigningPolicy> readPolicy(const QJsonValue &value, const QString &name)
{
    if (value.isUndefined()) {
        return Settings().signing;
    }
    const auto found = std::ranges::find(PolicyKeys, value.toString(), &PolicyKey::key);
    return found == PolicyKeys.end() ? invalid(name, SigningKey)
                                     : Result<publish::SigningPolicy>(found->policy);
}

/// Written only where it is another than the usual one, so that older desks stay as they are.
void insertPolicy(publish::SigningPolicy policy, QJsonObject &root)
{
    if (policy == Settings().signing && !root.contains(SigningKey)) {
        return;
    }
    root.insert(SigningKey, policyKey(policy));
}

/// One JSON value as text, nested ones indented below `depth` levels of four spaces.
QByteArray valueText(const QJsonValue &value)
{
    if (value.isObject() || value.isArray()) {
        const QJsonDocument document =
            value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
        return document.toJson(QJsonDocument::Indented).trimmed().replace('\n', "\n    ");
    }
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

/// An object in a given order of keys; keys of `object` that `first` does not name follow by name.
QByteArray orderedText(const QJsonObject &object, const QStringList &first)
{
    QStringList keys = first;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!first.contains(it.key())) {
            keys.append(it.key());
        }
    }
    QByteArrayList lines;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined()) {
            lines.append("    " + valueText(key) + ": " + valueText(value));
        }
    }
    return "{\n" + lines.join(",\n") + "\n}";
}

} // namespace

QString policyKey(publish::SigningPolicy policy)
{
    const auto found = std::ranges::find(PolicyKeys, policy, &PolicyKey::policy);
    Q_ASSERT(found != PolicyKeys.end());
    return QString(found->key);
}

std::optional<publish::SigningPolicy> policyNamed(const QString &key)
{
    const auto found = std::ranges::find(PolicyKeys, key, &PolicyKey::key);
    return found == PolicyKeys.end() ? std::nullopt : std::optional(found->policy);
}

Result<Settings> readSettings(const QByteArray &json, const QString &name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return syntaxError(json, name, error);
    }
    const QJsonObject root = document.object();
    if (root.value(VersionKey).toInt() != SettingsVersion) {
        return invalid(name, VersionKey);
    }
    const QJsonValue deskName = root.value(NameKey);
    const QJsonValue words = root.value(WebWordsKey);
    if (!deskName.isString() || deskName.toString().trimmed().isEmpty()) {
        return invalid(name, NameKey);
    }
    if (!words.isUndefined() && words.toInt() < 1) {
        return invalid(name, WebWordsKey);
    }
    if (!root.value(AgencyObjectKey).isObject()) {
        return invalid(name, AgencyObjectKey);
    }
    Result<story::Agency> agency = readAgency(root.value(AgencyObjectKey).toObject(), name);
    if (!agency) {
        return std::unexpected(agency.error());
    }
    agency->webTargetWords = words.toInt(story::Agency().webTargetWords);
    const Result<publish::SigningPolicy> signing = readPolicy(root.value(SigningKey), name);
    if (!signing) {
        return std::unexpected(signing.error());
    }
    return readWebsite(root.value(WebsiteKey), name)
        .transform([&](std::optional<story::Website> website) {
            return Settings{deskName.toString(), *std::move(agency), std::move(website), *signing};
        });
}

QByteArray writeSettings(const Settings &settings, const QByteArray &original)
{
    const QJsonObject before = QJsonDocument::fromJson(original).object();
    QJsonObject root = before;
    QJsonObject agency = root.value(AgencyObjectKey).toObject();
    QStringList agencyOrder;
    for (const auto &[key, member] : AgencyKeys) {
        agency.insert(key, settings.agency.*member);
        agencyOrder.append(key);
    }
    root.insert(VersionKey, SettingsVersion);
    root.insert(NameKey, settings.name);
    root.insert(WebWordsKey, settings.agency.webTargetWords);
    root.remove(WebsiteKey);
    insertPolicy(settings.signing, root);
    // The order of keys is kept in what they hold too, which QJsonObject (by name) cannot.
    const QString agencyPlace = QStringLiteral("\u0001agency");
    const QString websitePlace = QStringLiteral("\u0001site");
    root.insert(AgencyObjectKey, agencyPlace);
    if (settings.website) {
        root.insert(WebsiteKey, websitePlace);
    }
    QByteArray text = orderedText(
        root, {VersionKey, NameKey, AgencyObjectKey, WebWordsKey, SigningKey, WebsiteKey});
    text.replace(valueText(agencyPlace), orderedText(agency, agencyOrder).replace('\n', "\n    "));
    if (settings.website) {
        const QJsonObject website = toJson(*settings.website, before.value(WebsiteKey).toObject());
        text.replace(valueText(websitePlace),
                     orderedText(website, websiteOrder()).replace('\n', "\n    "));
    }
    return text + '\n';
}

} // namespace nutgraf::desk
