// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/outlet.h"

#include "base/files.h"
#include "delivery/outlet_reader.h"
#include "story/folders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

struct KindKey {
    OutletKind kind;
    QLatin1StringView key;
};
constexpr std::array<KindKey, 7> KindKeys = {{
    {OutletKind::Folder, "folder"_L1},
    {OutletKind::Newshub, "newshub"_L1},
    {OutletKind::WordPress, "wordpress"_L1},
    {OutletKind::Ghost, "ghost"_L1},
    {OutletKind::Put, "put"_L1},
    {OutletKind::Sftp, "sftp"_L1},
    {OutletKind::Rsync, "rsync"_L1},
}};

/// Two of them would push one guid side by side, or undo each other's posts.
bool ownsItsServer(OutletKind kind)
{
    return kind == OutletKind::Newshub || kind == OutletKind::WordPress
        || kind == OutletKind::Ghost;
}

/// The key in which an outlet repeats one before it; empty: it does not.
QString repeatedKey(const std::vector<Outlet> &before, const Outlet &outlet)
{
    const auto has = [&](auto repeats) {
        return std::ranges::any_of(before, repeats);
    };
    if (has([&](const Outlet &other) { return other.id == outlet.id; }))
        return u"id"_s;
    const bool isSameServer = ownsItsServer(outlet.kind) && has([&](const Outlet &other) {
                                  return other.kind == outlet.kind && other.target == outlet.target;
                              });
    return isSameServer ? u"url"_s : QString();
}

Result<std::vector<Outlet>> readList(const QJsonArray &list, const JsonText &text,
                                     const QString &folder)
{
    std::vector<Outlet> outlets;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QStringList path{u"outlets"_s, QString::number(i)};
        Result<Outlet> outlet = readOutlet(list.at(i), {text, path, folder});
        if (!outlet)
            return std::unexpected(outlet.error());
        if (const QString repeated = repeatedKey(outlets, *outlet); !repeated.isEmpty())
            return text.invalid(path + QStringList{repeated});
        outlets.push_back(*std::move(outlet));
    }
    return outlets;
}

} // namespace

QString key(OutletKind kind)
{
    const auto found = std::ranges::find(KindKeys, kind, &KindKey::kind);
    Q_ASSERT(found != KindKeys.end());
    return QString(found->key);
}

std::optional<OutletKind> outletKindFromKey(QStringView key)
{
    const auto found =
        std::ranges::find_if(KindKeys, [&](const KindKey &one) { return key == one.key; });
    return found == KindKeys.end() ? std::nullopt : std::optional(found->kind);
}

bool needsSecret(const Outlet &outlet)
{
    switch (outlet.kind) {
    case OutletKind::Newshub:
        return outlet.signing == Signing::Signed;
    case OutletKind::WordPress:
    case OutletKind::Ghost:
    case OutletKind::Put:
        return true;
    case OutletKind::Folder:
    case OutletKind::Sftp:
    case OutletKind::Rsync:
        break;
    }
    return false;
}

Result<std::vector<Outlet>> readOutlets(const QByteArray &json, const QString &name,
                                        const QString &folder)
{
    const JsonText text{json, name};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return text.malformed(fault);
    const QJsonValue list = document.object().value(u"outlets"_s);
    if (!list.isUndefined() && !list.isArray())
        return text.invalid({u"outlets"_s});
    return readList(list.toArray(), text, folder);
}

Result<std::vector<Outlet>> outletsOf(const QString &deskFolder)
{
    const story::DeskFolder desk(deskFolder);
    const Result<QByteArray> json = readFile(desk.settings());
    if (!json && json.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::NotADesk, deskFolder);
    return json.and_then(
        [&](const QByteArray &bytes) { return readOutlets(bytes, desk.settings(), desk.path()); });
}

const Outlet *findOutlet(const std::vector<Outlet> &outlets, const QString &id)
{
    const auto found = std::ranges::find(outlets, id, &Outlet::id);
    return found == outlets.end() ? nullptr : &*found;
}

} // namespace nutgraf::delivery
