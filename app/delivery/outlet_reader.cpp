// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/outlet_reader.h"

#include "delivery/addresses.h"
#include "delivery/json_place.h"
#include "format/writers.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

/// Keys of one kind beyond those that every outlet may have.
struct KindKeys {
    OutletKind kind;
    QLatin1StringView target; ///< the key that says where
    std::array<QLatin1StringView, 2> more;
};
constexpr std::array<KindKeys, 7> OwnKeys = {{
    {OutletKind::Folder, "folder"_L1, {"formats"_L1, {}}},
    {OutletKind::Newshub, "url"_L1, {"secretVariable"_L1, "unsigned"_L1}},
    {OutletKind::WordPress, "url"_L1, {"secretVariable"_L1, "user"_L1}},
    {OutletKind::Ghost, "url"_L1, {"secretVariable"_L1, {}}},
    {OutletKind::Put, "url"_L1, {"secretVariable"_L1, "user"_L1}},
    {OutletKind::Sftp, "url"_L1, {"formats"_L1, {}}},
    {OutletKind::Rsync, "to"_L1, {}},
}};
constexpr std::array CommonKeys = {
    "id"_L1,       "name"_L1,    "kind"_L1,      "edition"_L1, "since"_L1, "subjects"_L1,
    "services"_L1, "urgency"_L1, "embargoed"_L1, "before"_L1,  "after"_L1,
};

const KindKeys &ownKeys(OutletKind kind)
{
    const auto found = std::ranges::find(OwnKeys, kind, &KindKeys::kind);
    Q_ASSERT(found != OwnKeys.end());
    return *found;
}

bool isKnown(const QString &key, OutletKind kind)
{
    const KindKeys &own = ownKeys(kind);
    return std::ranges::contains(CommonKeys, key) || key == own.target
        || std::ranges::contains(own.more, key) || (kind == OutletKind::Put && key == "formats"_L1);
}

enum class Needed { No, Yes };

/// Reads members of one object and keeps the first key that cannot be.
class Members {
public:
    explicit Members(QJsonObject object) : m_object(std::move(object)) { }

    QString text(const QString &key, Needed needed = Needed::No)
    {
        const QJsonValue value = m_object.value(key);
        const bool isMissing = value.isUndefined() && needed == Needed::Yes;
        expect(!isMissing && (value.isUndefined() || !value.toString().isEmpty()), key);
        return value.toString();
    }
    QStringList list(const QString &key)
    {
        QStringList all;
        const QJsonValue value = m_object.value(key);
        const QJsonArray array = value.toArray();
        for (const auto &one : array)
            all.append(one.toString());
        expect(value.isUndefined() || (!all.isEmpty() && !all.contains(QString())), key);
        return all;
    }
    int number(const QString &key, int most)
    {
        const QJsonValue value = m_object.value(key);
        const int number = value.isUndefined() ? most : value.toInt();
        expect(number >= 1 && number <= most, key);
        return number;
    }
    /// One word that switches something on; absent: off.
    bool isSet(const QString &key, const QJsonValue &to)
    {
        const QJsonValue value = m_object.value(key);
        expect(value.isUndefined() || value == to, key);
        return value == to;
    }
    void expect(bool isFine, const QString &key)
    {
        if (!isFine && m_fault.isEmpty())
            m_fault = key;
    }
    /// Empty: all was as it should be.
    [[nodiscard]] const QString &fault() const
    {
        return m_fault;
    }
    [[nodiscard]] QStringList keys() const
    {
        return m_object.keys();
    }

private:
    QJsonObject m_object;
    QString m_fault;
};

bool isMatch(const QString &text, const QString &form)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text).hasMatch();
}

void readIdentity(Members &members, Outlet &outlet)
{
    outlet.id = members.text(u"id"_s, Needed::Yes);
    members.expect(isMatch(outlet.id, u"[a-z0-9][a-z0-9-]{0,39}"_s), u"id"_s);
    outlet.name = members.text(u"name"_s);
    if (outlet.name.isEmpty())
        outlet.name = outlet.id;
    const QString kind = members.text(u"kind"_s, Needed::Yes);
    const std::optional<OutletKind> known = outletKindFromKey(kind);
    members.expect(known.has_value(), u"kind"_s);
    outlet.kind = known.value_or(OutletKind::Folder);
    for (const QString &key : members.keys())
        members.expect(isKnown(key, outlet.kind), key);
}

void readTarget(Members &members, const QString &folder, Outlet &outlet)
{
    const QString key(ownKeys(outlet.kind).target);
    const QString given = members.text(key, Needed::Yes);
    std::optional<QString> target;
    if (outlet.kind == OutletKind::Folder)
        target = QDir::cleanPath(QDir(folder).absoluteFilePath(given));
    else if (outlet.kind == OutletKind::Sftp)
        target = sftpAddress(given);
    else if (outlet.kind == OutletKind::Rsync)
        target = rsyncTarget(given);
    else
        target = webAddress(given);
    members.expect(target.has_value(), key);
    outlet.target = target.value_or(QString());
    outlet.user =
        members.text(u"user"_s, outlet.kind == OutletKind::WordPress ? Needed::Yes : Needed::No);
    // RFC 7617: a name with a colon could not be told from the password.
    members.expect(!outlet.user.contains(u':'), u"user"_s);
}

/// A Newshub takes the wire edition alone, and the site is made of web editions.
void readEdition(Members &members, Outlet &outlet)
{
    const bool isChosen = outlet.kind != OutletKind::Newshub && outlet.kind != OutletKind::Rsync;
    const QString edition = members.text(u"edition"_s, isChosen ? Needed::Yes : Needed::No);
    const bool isWeb = isChosen ? edition == "web"_L1 : outlet.kind == OutletKind::Rsync;
    members.expect(edition == (isWeb ? "web"_L1 : "wire"_L1) || (!isChosen && edition.isEmpty()),
                   u"edition"_s);
    outlet.edition = isWeb ? format::EditionKind::Web : format::EditionKind::Wire;
    outlet.formats = members.list(u"formats"_s);
    members.expect(std::ranges::all_of(outlet.formats,
                                       [&](const QString &suffix) {
                                           const auto writer = std::ranges::find(
                                               format::writers(), suffix, &format::Writer::suffix);
                                           return writer != format::writers().end()
                                               && format::isFor(*writer, outlet.edition);
                                       }),
                   u"formats"_s);
}

void readFilter(Members &members, Outlet &outlet)
{
    outlet.since = QDateTime::fromString(members.text(u"since"_s, Needed::Yes), Qt::ISODate);
    members.expect(outlet.since.isValid() && outlet.since.timeSpec() != Qt::LocalTime, u"since"_s);
    outlet.since = outlet.since.toUTC();
    outlet.filter.subjects = members.list(u"subjects"_s);
    members.expect(std::ranges::all_of(outlet.filter.subjects,
                                       [](const QString &subject) {
                                           return isMatch(subject, u"medtop:[0-9]{8}"_s);
                                       }),
                   u"subjects"_s);
    outlet.filter.services = members.list(u"services"_s);
    outlet.filter.leastUrgent = members.number(u"urgency"_s, 9);
}

void readManners(Members &members, Outlet &outlet)
{
    outlet.embargoes = members.isSet(u"embargoed"_s, u"sent"_s) ? Embargoes::Sent : Embargoes::Wait;
    outlet.signing = members.isSet(u"unsigned"_s, true) ? Signing::Unsigned : Signing::Signed;
    outlet.secretVariable = members.text(u"secretVariable"_s);
    members.expect(outlet.secretVariable.isEmpty()
                       || isMatch(outlet.secretVariable, u"NUTGRAF_[A-Z0-9_]+"_s),
                   u"secretVariable"_s);
    outlet.before = members.list(u"before"_s);
    outlet.after = members.list(u"after"_s);
}

/// `outlets[1].url`
QString spelt(const QStringList &path)
{
    QString text;
    for (const QString &part : path) {
        const bool isIndex = !part.isEmpty() && part.front().isDigit();
        text += isIndex ? u'[' + part + u']' : (text.isEmpty() ? part : u'.' + part);
    }
    return text;
}

} // namespace

std::unexpected<Error> JsonText::invalid(const QStringList &path) const
{
    const Place place = jsonPlace(bytes, path);
    return fail(ErrorCode::DeskSettingsInvalid, name, spelt(path), place.line, place.column);
}

std::unexpected<Error> JsonText::malformed(const QJsonParseError &fault) const
{
    const QByteArray before = bytes.first(std::min<qsizetype>(fault.offset, bytes.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return fail(ErrorCode::DeskSettingsInvalid, name, fault.errorString(), before.count('\n') + 1,
                QString::fromUtf8(before.sliced(lineStart)).toUcs4().size() + 1);
}

Result<Outlet> readOutlet(const QJsonValue &value, const OutletPlace &place)
{
    if (!value.isObject())
        return place.text.invalid(place.path);
    Members members(value.toObject());
    Outlet outlet;
    readIdentity(members, outlet);
    readTarget(members, place.folder, outlet);
    readEdition(members, outlet);
    readFilter(members, outlet);
    readManners(members, outlet);
    if (!members.fault().isEmpty())
        return place.text.invalid(place.path + QStringList{members.fault()});
    return outlet;
}

} // namespace nutgraf::delivery
