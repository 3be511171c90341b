// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/folders.h"
#include "publish/manifest.h"
#include "publish/record.h"
#include "publish/strangers.h"
#include "story/folders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::publish {

namespace {

QByteArray withLineEnds(QByteArray bytes, const QByteArray &lineEnd)
{
    return bytes.replace("\r\n", "\n").replace("\n", lineEnd);
}

/// Whether `isRight` holds for the bytes with other line ends, as Git makes them
/// (core.autocrlf).
template <class IsRight>
bool isRightButForLineEnds(const QByteArray &bytes, IsRight isRight)
{
    return isRight(withLineEnds(bytes, "\n")) || isRight(withLineEnds(bytes, "\r\n"));
}

/// One look at a story; what it finds gathers here.
class Inspection {
public:
    explicit Inspection(QString storyFolder) : m_folder(std::move(storyFolder)) { }

    Verification run()
    {
        inspectStoryFolder();
        inspectVersionsFolder();
        inspectChain();
        inspectRecord();
        noteSeen();
        return std::move(m_found);
    }

private:
    void fault(ErrorCode code, const QString &path, const QString &detail = {})
    {
        m_found.faults.push_back({code, path, 0, 0, detail});
    }
    void fault(Error error)
    {
        m_found.faults.push_back(std::move(error));
    }
    /// False: nothing more can be said of an entry whose name tells why it is there.
    bool isUnexplained(const QString &folder, const QString &name);
    /// Notes what the name explains; a fault else.
    void stranger(const QString &folder, const QString &name)
    {
        if (isUnexplained(folder, name)) {
            fault(ErrorCode::FileUnexpected, folder + u'/' + name);
        }
    }
    [[nodiscard]] std::vector<FolderEntry> listed(const QString &folder);

    void inspectStoryFolder();
    void inspectVersionsFolder();
    void inspectChain();
    void inspectVersion(int version);
    void inspectFile(const QString &folder, const ManifestFile &file);
    void inspectSignature(const QString &folder, const Manifest &manifest);
    void inspectStrangers(const QString &folder, const Manifest *manifest);
    void inspectRecord();
    void noteSeen();
    void compareWith(const Record &record);
    [[nodiscard]] std::optional<StoredManifest> manifestOf(int version);

    QString m_folder;
    Verification m_found;
    std::vector<int> m_numbers; ///< of the version folders, ascending
    std::vector<StoredManifest> m_read; ///< those whose manifest is sound
};

bool Inspection::isUnexplained(const QString &folder, const QString &name)
{
    const std::optional<ErrorCode> known = knownStranger(name);
    if (!known) {
        return true;
    }
    std::vector<Error> &list = *known == ErrorCode::ConflictCopy ? m_found.faults : m_found.notes;
    list.push_back({*known, folder + u'/' + name, 0, 0, {}});
    return false;
}

std::vector<FolderEntry> Inspection::listed(const QString &folder)
{
    Result<std::vector<FolderEntry>> entries = listFolder(folder);
    if (!entries) {
        fault(entries.error());
        return {};
    }
    return std::move(*entries);
}

void Inspection::inspectStoryFolder()
{
    const QString draft = story::draftName();
    bool hasDraft = false;
    for (const FolderEntry &entry : listed(m_folder)) {
        const QString path = m_folder + u'/' + entry.name;
        hasDraft = hasDraft || entry.name == draft;
        if (entry.name == draft && entry.kind == EntryKind::Link) {
            fault(ErrorCode::LinkUnexpected, path);
        } else if (entry.name == draft && entry.kind != EntryKind::File) {
            fault(ErrorCode::FileUnreadable, path, u"is no regular file"_s);
        } else {
            static_cast<void>(isUnexplained(m_folder, entry.name));
        }
    }
    if (!hasDraft) {
        fault(ErrorCode::DraftMissing, m_folder + u'/' + draft);
    }
}

void Inspection::inspectVersionsFolder()
{
    const QString folder = story::StoryFolder(m_folder).versions();
    const Result<std::optional<EntryKind>> kind = entryAt(folder);
    if (!kind) {
        fault(kind.error());
        return;
    }
    if (!*kind) {
        return;
    }
    if (*kind != EntryKind::Folder) {
        fault(*kind == EntryKind::Link ? ErrorCode::LinkUnexpected : ErrorCode::FileUnexpected,
              folder);
        return;
    }
    for (const FolderEntry &entry : listed(folder)) {
        const std::optional<int> number = versionNamed(entry.name);
        if (number && entry.kind == EntryKind::Folder) {
            m_numbers.push_back(*number);
        } else if (number && entry.kind == EntryKind::Link) {
            fault(ErrorCode::LinkUnexpected, folder + u'/' + entry.name);
        } else if (entry.name != ".publishing"_L1) {
            stranger(folder, entry.name);
        }
    }
    std::ranges::sort(m_numbers);
}

void Inspection::inspectChain()
{
    int expected = 1;
    for (const int version : m_numbers) {
        if (version > expected) {
            const QString last = story::versionName(version - 1);
            fault(ErrorCode::VersionNotFound, versionFolder(m_folder, expected),
                  version - 1 > expected ? u"– "_s + last : QString());
        }
        expected = version + 1;
        inspectVersion(version);
    }
    m_found.versions = static_cast<qsizetype>(m_numbers.size());
}

/// A manifest whose line ends alone were changed is read as it was.
std::optional<StoredManifest> Inspection::manifestOf(int version)
{
    Result<StoredManifest> stored = readStored(m_folder, version);
    if (stored) {
        return std::move(*stored);
    }
    const QString path = manifestPath(m_folder, version);
    const Result<QByteArray> bytes = readOwnFile(path, MaxManifestBytes);
    const QByteArray plain = bytes ? withLineEnds(*bytes, "\n") : QByteArray();
    Result<Manifest> manifest = readManifest(plain, path);
    if (!bytes || !manifest || manifest->version != version || plain == *bytes) {
        fault(stored.error());
        return std::nullopt;
    }
    fault(ErrorCode::LineEndsChanged, path);
    return StoredManifest{std::move(*manifest), sha256Hex(plain)};
}

void Inspection::inspectVersion(int version)
{
    const QString folder = versionFolder(m_folder, version);
    const std::optional<StoredManifest> stored = manifestOf(version);
    inspectStrangers(folder, stored ? &stored->manifest : nullptr);
    if (!stored) {
        return;
    }
    for (const ManifestFile &file : stored->manifest.files) {
        inspectFile(folder, file);
    }
    inspectSignature(folder, stored->manifest);
    // Where the version before cannot be read, or is not there, that is said already.
    const bool isFirst = version == 1;
    const bool followsOne = !m_read.empty() && m_read.back().manifest.version == version - 1;
    const QString previous = followsOne ? m_read.back().sha256 : QString();
    if ((isFirst || followsOne) && stored->manifest.previousManifestSha256 != previous) {
        fault(ErrorCode::ChainBroken, manifestPath(m_folder, version));
    }
    if (!m_read.empty() && m_read.front().manifest.guid != stored->manifest.guid) {
        fault(ErrorCode::VersionForeign, manifestPath(m_folder, version), stored->manifest.guid);
    }
    m_read.push_back(*stored);
}

void Inspection::inspectFile(const QString &folder, const ManifestFile &file)
{
    const QString path = folder + u'/' + file.name;
    const auto isRight = [&](const QByteArray &bytes) {
        return bytes.size() == file.size && sha256Hex(bytes) == file.sha256;
    };
    // Twice the size: every line end may have become two bytes.
    const qint64 limit = std::clamp<qint64>(file.size, 0, MaxTextBytes / 2) * 2;
    const Result<QByteArray> bytes = readOwnFile(path, limit);
    if (!bytes && bytes.error().code == ErrorCode::FileNotFound) {
        fault(ErrorCode::FileMissing, path);
    } else if (!bytes && bytes.error().code == ErrorCode::FileTooLarge) {
        fault(ErrorCode::HashMismatch, path);
    } else if (!bytes) {
        fault(bytes.error());
    } else if (!isRight(*bytes)) {
        const bool isLineEnds = isRightButForLineEnds(*bytes, isRight);
        fault(isLineEnds ? ErrorCode::LineEndsChanged : ErrorCode::HashMismatch, path);
    }
}

/// That it is there; whose it is, only ssh-keygen can say.
void Inspection::inspectSignature(const QString &folder, const Manifest &manifest)
{
    const QString path = folder + u'/' + signatureName();
    const Result<std::optional<EntryKind>> kind = entryAt(path);
    if (manifest.signer.isEmpty()) {
        return;
    }
    if (!kind || *kind == EntryKind::Link) {
        fault(kind ? Error{ErrorCode::LinkUnexpected, path, 0, 0, {}} : kind.error());
    } else if (*kind != EntryKind::File) {
        fault(ErrorCode::SignatureMissing, path);
    }
}

/// Without a manifest nobody knows what belongs here; then only what a name explains is named.
void Inspection::inspectStrangers(const QString &folder, const Manifest *manifest)
{
    for (const FolderEntry &entry : listed(folder)) {
        const bool isListed = entry.name == QLatin1StringView(ManifestName)
            || (manifest && !manifest->signer.isEmpty() && entry.name == signatureName())
            || (manifest
                && std::ranges::contains(manifest->files, entry.name, &ManifestFile::name));
        if (isListed) {
            continue;
        }
        if (manifest) {
            stranger(folder, entry.name);
        } else {
            static_cast<void>(isUnexplained(folder, entry.name));
        }
    }
}

void Inspection::inspectRecord()
{
    const Result<std::optional<Record>> record = readRecord(m_folder);
    if (!record) {
        fault(record.error());
    } else if (*record) {
        compareWith(**record);
    } else if (!m_read.empty()) {
        m_found.notes.push_back({ErrorCode::RecordMissing, recordPath(m_folder), 0, 0, {}});
    }
}

void Inspection::noteSeen()
{
    for (const StoredManifest &stored : m_read) {
        const Manifest &manifest = stored.manifest;
        m_found.seen.push_back({manifest.version, manifest.guid, stored.sha256, manifest.sequence,
                                manifest.ledgerPrevious, manifest.signer, manifest.published});
    }
}

void Inspection::compareWith(const Record &record)
{
    m_found.recordedGuid = record.guid;
    for (Error &error : faultsAgainst(record, m_read, m_folder)) {
        // A version that is there, but whose manifest is no good, was named already.
        const bool isThere = std::ranges::any_of(m_numbers, [&](int number) {
            return versionFolder(m_folder, number) == error.subject;
        });
        if (!isThere) {
            fault(std::move(error));
        }
    }
    for (const StoredManifest &stored : m_read) {
        const int version = stored.manifest.version;
        if (!std::ranges::contains(record.versions, version, &RecordedVersion::version)) {
            m_found.notes.push_back(
                {ErrorCode::RecordBehind, versionFolder(m_folder, version), 0, 0, {}});
        }
    }
}

} // namespace

Verification inspect(const QString &storyFolder)
{
    return Inspection(storyFolder).run();
}

std::vector<Error> verify(const QString &storyFolder)
{
    return inspect(storyFolder).faults;
}

} // namespace nutgraf::publish
