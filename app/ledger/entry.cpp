// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/entry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::ledger {

namespace {

bool isHash(const QString &text)
{
    return text.size() == 64; // SHA-256, hexadecimal
}

bool isSound(const Entry &entry)
{
    return entry.sequence > 0 && entry.version > 0 && !entry.guid.isEmpty()
        && isHash(entry.manifestSha256) && std::ranges::all_of(entry.previous, isHash);
}

} // namespace

QByteArray lineOf(const Entry &entry)
{
    const QJsonObject object{{u"guid"_s, entry.guid},
                             {u"manifest"_s, entry.manifestSha256},
                             {u"previous"_s, QJsonArray::fromStringList(entry.previous)},
                             {u"sequence"_s, entry.sequence},
                             {u"version"_s, entry.version}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Entry> readLine(const QByteArray &line, const QString &file, qsizetype number)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    Entry entry{.sequence = object[u"sequence"_s].toInt(),
                .guid = object[u"guid"_s].toString(),
                .version = object[u"version"_s].toInt(),
                .manifestSha256 = object[u"manifest"_s].toString(),
                .previous = object[u"previous"_s].toVariant().toStringList()};
    if (!isSound(entry) || lineOf(entry) != line) {
        return fail(ErrorCode::LedgerInvalid, file, {}, number);
    }
    return entry;
}

} // namespace nutgraf::ledger
