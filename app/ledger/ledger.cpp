// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/ledger.h"

#include "base/files.h"
#include "base/folders.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nutgraf::ledger {

namespace {

constexpr int PartDigits = 5;
constexpr qint64 MaxNoteBytes = 64LL * 1024;

/// Reads line for line; what it must remember of the lines above.
class Follower {
public:
    explicit Follower(Ledger &ledger) : m_ledger(ledger) { }

    void add(const QByteArray &line, const QString &file, qsizetype number)
    {
        Result<Entry> entry = readLine(line, file, number);
        if (!entry) {
            m_ledger.faults.push_back(entry.error());
            return;
        }
        check(*entry, file, number);
        const QString hash = sha256Hex(line);
        m_numbers.insert(hash, entry->sequence);
        m_ledger.lines.push_back({std::move(*entry), hash, file, number});
    }

private:
    void check(const Entry &entry, const QString &file, qsizetype number)
    {
        int highest = 0;
        bool isKnown = !entry.previous.isEmpty() || m_ledger.lines.empty();
        for (const QString &hash : entry.previous) {
            isKnown = isKnown && m_numbers.contains(hash);
            highest = std::max(highest, m_numbers.value(hash));
        }
        const QString version = u"%1 v%2"_s.arg(entry.guid).arg(entry.version);
        const bool isTwice = std::exchange(m_versions[version], true);
        if (!isKnown || entry.sequence != highest + 1 || isTwice) {
            m_ledger.faults.push_back({ErrorCode::LedgerBroken, file, number, 0, version});
        }
    }

    Ledger &m_ledger;
    QHash<QString, int> m_numbers; ///< by the line's hash
    QHash<QString, bool> m_versions;
};

/// A note of this computer's; empty: none.
Result<QByteArray> readNote(const QString &path)
{
    const Result<QByteArray> bytes = readOwnFile(path, MaxNoteBytes);
    return !bytes && bytes.error().code == ErrorCode::FileNotFound ? QByteArray() : bytes;
}

} // namespace

QStringList Ledger::ends() const
{
    QSet<QString> followed;
    for (const Listed &listed : lines) {
        followed.unite(QSet<QString>(listed.entry.previous.begin(), listed.entry.previous.end()));
    }
    QStringList ends;
    for (const Listed &listed : lines) {
        if (!followed.contains(listed.sha256)) {
            ends.append(listed.sha256);
        }
    }
    ends.sort();
    return ends;
}

Ledger read(const story::DeskFolder &desk)
{
    Ledger ledger;
    const Result<std::optional<std::vector<int>>> numbers = parts(desk);
    if (!numbers) {
        ledger.faults.push_back(numbers.error());
        return ledger;
    }
    ledger.isThere = numbers->has_value();
    Follower follower(ledger);
    for (const int number : numbers->value_or(std::vector<int>())) {
        const Result<QByteArray> bytes = readPart(desk, number);
        if (!bytes) {
            ledger.faults.push_back(bytes.error());
            continue;
        }
        QByteArrayList lines = bytes->split('\n');
        if (lines.last().isEmpty()) {
            lines.removeLast();
        }
        for (qsizetype at = 0; at < lines.size(); ++at) {
            follower.add(lines.at(at), partPath(desk, number), at + 1);
        }
    }
    return ledger;
}

QString partPath(const story::DeskFolder &desk, int number)
{
    return desk.ledger() + u'/' + QString::number(number).rightJustified(PartDigits, u'0')
        + u".jsonl"_s;
}

Result<std::optional<std::vector<int>>> parts(const story::DeskFolder &desk)
{
    static const QRegularExpression form(u"^([0-9]{5,8})\\.jsonl$"_s);
    const Result<std::optional<EntryKind>> kind = entryAt(desk.ledger());
    if (!kind) {
        return std::unexpected(kind.error());
    }
    if (!*kind) {
        return std::nullopt;
    }
    if (*kind == EntryKind::Link) {
        return fail(ErrorCode::LinkUnexpected, desk.ledger());
    }
    return listFolder(desk.ledger()).transform([](const std::vector<FolderEntry> &entries) {
        std::vector<int> numbers;
        for (const FolderEntry &entry : entries) {
            const QRegularExpressionMatch match = form.match(entry.name);
            if (match.hasMatch()) {
                numbers.push_back(match.captured(1).toInt());
            }
        }
        std::ranges::sort(numbers);
        return std::optional(numbers);
    });
}

Result<QByteArray> readPart(const story::DeskFolder &desk, int number)
{
    return readOwnFile(partPath(desk, number));
}

Result<bool> contains(const story::DeskFolder &desk, const QByteArray &bytes)
{
    const Result<std::optional<std::vector<int>>> numbers = parts(desk);
    if (!numbers) {
        return std::unexpected(numbers.error());
    }
    for (const int number : numbers->value_or(std::vector<int>()) | std::views::reverse) {
        const Result<QByteArray> part = readPart(desk, number);
        if (!part) {
            return std::unexpected(part.error());
        }
        if (part->contains(bytes)) {
            return true;
        }
    }
    return false;
}

Result<std::vector<Pending>> readPending(const story::DeskFolder &desk)
{
    return readNote(desk.ledgerPending()).transform([](const QByteArray &json) {
        std::vector<Pending> all;
        const QJsonArray list = QJsonDocument::fromJson(json).array();
        for (const auto &value : list) {
            const QJsonObject one = value.toObject();
            const Pending pending{one[u"manifest"_s].toString(), one[u"version"_s].toInt(),
                                  one[u"story"_s].toString()};
            if (pending.version > 0 && !pending.manifestSha256.isEmpty()) {
                all.push_back(pending);
            }
        }
        return all;
    });
}

Result<QByteArray> readSeen(const story::DeskFolder &desk)
{
    return readNote(desk.ledgerSeen()).transform([](const QByteArray &json) {
        return QJsonDocument::fromJson(json).object().value(u"line"_s).toString().toUtf8();
    });
}

} // namespace nutgraf::ledger
