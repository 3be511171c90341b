// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/ledger_check.h"

#include "ledger/ledger.h"
#include "publish/manifest.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

using ledger::Listed;

/// A version by what the ledger calls it.
using Name = std::pair<QString, int>;

struct Found {
    const StoryCheck *story = nullptr;
    const SeenVersion *seen = nullptr;
};

bool isNamedAlready(const StoryCheck &story, int version)
{
    const QString folder = versionFolder(story.folder, version);
    return std::ranges::any_of(story.found.faults, [&](const Error &fault) {
        return fault.subject == folder || fault.subject.startsWith(folder + u'/');
    });
}

/// One comparison of a ledger with a desk; what it finds goes into the check.
class Comparison {
public:
    Comparison(const ledger::Ledger &ledger, DeskCheck &check) : m_ledger(ledger), m_check(check)
    {
        for (const StoryCheck &story : check.stories) {
            m_stories.insert(story.found.recordedGuid, &story);
            for (const VersionCheck &version : story.versions) {
                // Of twins, which are named anyway, any may be the one that is listed.
                m_found.insert({version.seen.guid, version.seen.version}, {&story, &version.seen});
                m_stories.insert(version.seen.guid, &story);
            }
        }
    }

    void run()
    {
        for (const Listed &listed : m_ledger.lines) {
            compare(listed);
        }
    }
    /// Versions that no line names; `pending`: what a publication announced and did not end.
    void findUnlisted(const QStringList &pending);

private:
    void compare(const Listed &listed);
    void compareWith(const Listed &listed, const SeenVersion &seen);
    void nameMissing(const Listed &listed);
    void fault(ErrorCode code, const QString &subject, qsizetype line, const Listed &listed)
    {
        const QString name = u"%1 v%2"_s.arg(listed.entry.guid).arg(listed.entry.version);
        m_check.found.faults.push_back({code, subject, line, 0, name});
    }

    const ledger::Ledger &m_ledger;
    DeskCheck &m_check;
    QMultiHash<Name, Found> m_found;
    QHash<QString, const StoryCheck *> m_stories; ///< by guid
    QSet<QString> m_missing; ///< guids that were named: a story that is gone is one fault
};

void Comparison::compare(const Listed &listed)
{
    const QList<Found> found = m_found.values({listed.entry.guid, listed.entry.version});
    const auto right = std::ranges::find_if(found, [&](const Found &one) {
        return one.seen->manifestSha256 == listed.entry.manifestSha256;
    });
    if (right != found.end()) {
        compareWith(listed, *right->seen);
    } else if (found.isEmpty()) {
        nameMissing(listed);
    } else if (!isNamedAlready(*found.front().story, listed.entry.version)) {
        fault(ErrorCode::VersionForeign,
              manifestPath(found.front().story->folder, listed.entry.version), 0, listed);
    }
}

/// A version that was numbered when it went out must stand where it says.
void Comparison::compareWith(const Listed &listed, const SeenVersion &seen)
{
    const bool isElsewhere = seen.sequence > 0
        && (seen.sequence != listed.entry.sequence || seen.ledgerPrevious != listed.entry.previous);
    if (isElsewhere) {
        fault(ErrorCode::LedgerBroken, listed.file, listed.line, listed);
    }
}

void Comparison::nameMissing(const Listed &listed)
{
    const StoryCheck *story = m_stories.value(listed.entry.guid);
    const bool isNamed = story != nullptr ? isNamedAlready(*story, listed.entry.version)
                                          : m_missing.contains(listed.entry.guid);
    if (!isNamed) {
        fault(ErrorCode::VersionGone, listed.file, listed.line, listed);
    }
    m_missing.insert(listed.entry.guid);
}

void Comparison::findUnlisted(const QStringList &pending)
{
    QSet<QString> listed;
    for (const Listed &one : m_ledger.lines) {
        listed.insert(one.entry.manifestSha256);
    }
    for (const StoryCheck &story : m_check.stories) {
        for (const VersionCheck &version : story.versions) {
            const SeenVersion &seen = version.seen;
            const QString path = manifestPath(story.folder, seen.version);
            if (listed.contains(seen.manifestSha256)) {
                continue;
            }
            if (pending.contains(seen.manifestSha256)) {
                m_check.found.notes.push_back({ErrorCode::LedgerBehind, path, 0, 0, {}});
            } else if (!isNamedAlready(story, seen.version)) {
                m_check.found.faults.push_back({ErrorCode::VersionUnlisted, path, 0, 0, {}});
            }
        }
    }
}

/// What lies in `.nutgraf/` of this computer.
template <class Value>
Value noted(Result<Value> note, DeskCheck &check)
{
    if (!note) {
        check.found.faults.push_back(note.error());
        return {};
    }
    return std::move(*note);
}

QStringList pendingHashes(const story::DeskFolder &desk, DeskCheck &check)
{
    QStringList hashes;
    for (const ledger::Pending &pending : noted(ledger::readPending(desk), check)) {
        hashes.append(pending.manifestSha256);
    }
    return hashes;
}

/// What this computer wrote last, and what the caller remembers, must be there.
void compareWithMemory(const story::DeskFolder &desk, const QString &head,
                       const ledger::Ledger &ledger, DeskCheck &check)
{
    const QByteArray seen = noted(ledger::readSeen(desk), check);
    const auto isThere = [&](const QString &hash) {
        return std::ranges::contains(ledger.lines, hash, &Listed::sha256);
    };
    if (!head.isEmpty() && !isThere(head)) {
        check.found.faults.push_back({ErrorCode::LedgerCut, desk.ledger(), 0, 0, head});
    }
    const Result<ledger::Entry> last = ledger::readLine(seen, desk.ledgerSeen(), 1);
    if (last && ledger.isThere && !std::ranges::contains(ledger.lines, *last, &Listed::entry)) {
        const QString name = u"%1 v%2"_s.arg(last->guid).arg(last->version);
        check.found.faults.push_back({ErrorCode::LedgerCut, desk.ledger(), 0, 0, name});
    }
}

bool wasKept(const story::DeskFolder &desk, DeskCheck &check)
{
    const auto isNumbered = [](const StoryCheck &story) {
        return std::ranges::any_of(story.found.seen,
                                   [](const SeenVersion &seen) { return seen.sequence > 0; });
    };
    return std::ranges::any_of(check.stories, isNumbered)
        || !noted(ledger::readSeen(desk), check).isEmpty();
}

} // namespace

void checkLedger(const story::DeskFolder &desk, const CheckOptions &options, DeskCheck &check)
{
    const ledger::Ledger ledger = ledger::read(desk);
    check.publications = static_cast<qsizetype>(ledger.lines.size());
    check.heads = ledger.ends();
    std::ranges::copy(ledger.faults, std::back_inserter(check.found.faults));
    compareWithMemory(desk, options.head, ledger, check);
    if (!ledger.isThere) {
        if (ledger.faults.empty() && wasKept(desk, check)) {
            check.found.faults.push_back({ErrorCode::LedgerMissing, desk.ledger(), 0, 0, {}});
        }
        return;
    }
    Comparison comparison(ledger, check);
    comparison.run();
    // Lines that cannot be read may name what else looks unlisted.
    if (ledger.faults.empty()) {
        comparison.findUnlisted(pendingHashes(desk, check));
    }
    if (check.heads.size() > 1) {
        check.found.notes.push_back({ErrorCode::LedgerForked, desk.ledger(), 0, 0, {}});
    }
}

} // namespace nutgraf::publish
