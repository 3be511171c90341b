// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/book.h"

#include "base/aside.h"
#include "base/files.h"
#include "base/folders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::ledger {

namespace {

Result<void> writePending(const story::DeskFolder &desk, const std::vector<Pending> &all)
{
    if (all.empty()) {
        return removeFile(desk.ledgerPending());
    }
    QJsonArray list;
    for (const Pending &pending : all) {
        list.append(QJsonObject{{u"manifest"_s, pending.manifestSha256},
                                {u"version"_s, pending.version},
                                {u"story"_s, pending.story}});
    }
    return writeFile(desk.ledgerPending(), QJsonDocument(list).toJson());
}

Result<void> writeSeen(const story::DeskFolder &desk, const QByteArray &line)
{
    const QJsonObject note{{u"line"_s, QString::fromUtf8(line)}};
    return writeFile(desk.ledgerSeen(), QJsonDocument(note).toJson());
}

/// The last files hold all ends but those of branches that grew over a thousand lines apart.
constexpr size_t PartsWithEnds = 2;

/// The lines of the last files.
Result<Ledger> readEnd(const story::DeskFolder &desk, const std::vector<int> &numbers)
{
    Ledger ledger;
    for (size_t at = numbers.size() - std::min(numbers.size(), PartsWithEnds); at < numbers.size();
         ++at) {
        const QString path = partPath(desk, numbers[at]);
        const Result<QByteArray> bytes = readPart(desk, numbers[at]);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        qsizetype number = 0;
        for (const QByteArray &line : bytes->split('\n')) {
            ++number;
            if (line.isEmpty()) {
                continue;
            }
            Result<Entry> entry = readLine(line, path, number);
            if (!entry) {
                return std::unexpected(entry.error());
            }
            ledger.lines.push_back({std::move(*entry), sha256Hex(line), path, number});
        }
    }
    return ledger;
}

/// The file that the next line belongs into, and what it has.
struct LastPart {
    QString path;
    QByteArray bytes;
    bool isThere = false;
};

Result<LastPart> lastPart(const story::DeskFolder &desk)
{
    const Result<std::optional<std::vector<int>>> numbers = parts(desk);
    if (!numbers) {
        return std::unexpected(numbers.error());
    }
    if (!*numbers || (*numbers)->empty()) {
        return makeFolder(desk.ledger()).transform([&] {
            return LastPart{partPath(desk, 1), {}, false};
        });
    }
    const int last = (*numbers)->back();
    return readPart(desk, last).transform([&](const QByteArray &bytes) {
        return bytes.count('\n') < LinesAPart ? LastPart{partPath(desk, last), bytes, true}
                                              : LastPart{partPath(desk, last + 1), {}, false};
    });
}

/// Tried again where somebody else wrote meanwhile, on a drive without locks.
Result<void> append(const story::DeskFolder &desk, const QByteArray &line)
{
    constexpr int Tries = 20;
    Result<void> written = fail(ErrorCode::FileLocked, desk.ledger());
    for (int i = 0; i < Tries; ++i) {
        const Result<bool> isThere = contains(desk, line);
        if (!isThere || *isThere) {
            return isThere.transform([](bool) { });
        }
        const Result<LastPart> part = lastPart(desk);
        if (!part) {
            return std::unexpected(part.error());
        }
        const QByteArray gap = part->bytes.isEmpty() || part->bytes.endsWith('\n') ? "" : "\n";
        written = replaceFile(part->path, part->bytes + gap + line + '\n',
                              part->isThere ? sha256Hex(part->bytes) : QString());
        if (!written && written.error().code != ErrorCode::FileChangedOnDisk) {
            return written;
        }
    }
    return written;
}

/// Numbers and chains entries from the first line on.
void chain(std::vector<Entry> &entries)
{
    QStringList previous;
    int number = 0;
    for (Entry &entry : entries) {
        entry.sequence = ++number;
        entry.previous = previous;
        previous = {sha256Hex(lineOf(entry))};
    }
}

/// All files of a new ledger. An empty one has an empty file: Git keeps no empty folder.
Result<void> writeParts(const story::DeskFolder &aside, const std::vector<Entry> &entries)
{
    int number = 0;
    size_t at = 0;
    do {
        QByteArray lines;
        for (int i = 0; i < LinesAPart && at < entries.size(); ++i, ++at) {
            lines += lineOf(entries[at]) + '\n';
        }
        if (Result<void> made = createFile(partPath(aside, ++number), lines); !made) {
            return made;
        }
    } while (at < entries.size());
    return syncFolder(aside.ledger());
}

} // namespace

Book::Book(story::DeskFolder desk, FileLock lock) : m_desk(std::move(desk)), m_lock(std::move(lock))
{
}

Result<Book> Book::open(const story::DeskFolder &desk)
{
    using namespace std::chrono_literals;
    if (const Result<void> made = makeFolder(desk.own()); !made) {
        return std::unexpected(made.error());
    }
    Result<FileLock> lock = FileLock::take(desk.ledgerLock(), 30s);
    if (!lock) {
        return fail(lock.error().code, desk.path(), lock.error().detail);
    }
    return Book(desk, std::move(*lock));
}

Result<void> Book::begin(std::vector<Entry> entries) const
{
    chain(entries);
    const QString stem = u"ledger"_s;
    removeAbandoned(m_desk.own(), stem);
    const story::DeskFolder aside(m_desk.own() + u'/' + asideName(stem));
    Result<void> made =
        makeFolder(aside.ledger())
            .and_then([&] { return writeParts(aside, entries); })
            .and_then([&] {
                return moveFolderOnce(aside.ledger(), m_desk.ledger(), IfNotDurable::Leave);
            });
    const Result<void> tidied = removeFolder(aside.path());
    const bool isOthers = !made && made.error().code == ErrorCode::FolderExists;
    return isOthers || made ? tidied : made;
}

Result<Entry> Book::next(const QString &guid, int version) const
{
    const Result<QByteArray> seen = readSeen(m_desk);
    if (!seen) {
        return std::unexpected(seen.error());
    }
    const Result<bool> isWhole = seen->isEmpty() ? true : contains(m_desk, *seen);
    if (!isWhole) {
        return std::unexpected(isWhole.error());
    }
    if (!*isWhole) {
        return fail(ErrorCode::LedgerCut, m_desk.ledger());
    }
    return parts(m_desk)
        .and_then([&](const std::optional<std::vector<int>> &files) {
            const std::vector<int> numbers = files.value_or(std::vector<int>());
            return readEnd(m_desk, numbers);
        })
        .transform([&](const Ledger &end) {
            Entry entry{.guid = guid, .version = version, .manifestSha256 = {}, .previous = {}};
            for (const Listed &listed : end.lines) {
                entry.sequence = std::max(entry.sequence, listed.entry.sequence);
            }
            ++entry.sequence;
            entry.previous = end.ends();
            return entry;
        });
}

Result<void> Book::announce(const Pending &pending) const
{
    return readPending(m_desk).and_then([&](std::vector<Pending> all) {
        all.push_back(pending);
        return writePending(m_desk, all);
    });
}

Result<void> Book::add(const Entry &entry) const
{
    const QByteArray line = lineOf(entry);
    return append(m_desk, line).and_then([&] { return writeSeen(m_desk, line); }).and_then([&] {
        return forget(entry.manifestSha256);
    });
}

Result<void> Book::forget(const QString &manifestSha256) const
{
    return readPending(m_desk).and_then([&](std::vector<Pending> all) {
        std::erase_if(all,
                      [&](const Pending &one) { return one.manifestSha256 == manifestSha256; });
        return writePending(m_desk, all);
    });
}

} // namespace nutgraf::ledger
