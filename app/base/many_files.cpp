// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/many_files.h"

#include "base/aside.h"
#include "base/descriptor.h"
#include "base/folders.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace nutgraf {

namespace {

const QString AsideStem = QStringLiteral("file");

/// Up to here one file after the other is synced; beyond, the whole drive at once.
constexpr qsizetype FewFiles = 64;

Result<void> writeAside(const QString &aside, const QString &path, QByteArrayView bytes)
{
    Descriptor file(::open(nativePath(aside).constData(),
                           O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.isOpen() || !writeAll(file, bytes) || !file.close()) {
        return failWithReason(ErrorCode::FileUnwritable, path);
    }
    return {};
}

Result<void> syncFile(const QString &path)
{
    const Descriptor file(::open(nativePath(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file.isOpen() || !syncHandle(file)) {
        return failWithReason(ErrorCode::NotDurable, path);
    }
    return {};
}

Result<void> syncDrive(const QString &folder)
{
    const Descriptor place(::open(nativePath(folder).constData(), O_RDONLY | O_CLOEXEC));
    if (!place.isOpen() || ::syncfs(place.handle()) != 0) {
        return failWithReason(ErrorCode::NotDurable, folder);
    }
    return {};
}

} // namespace

ManyFiles::ManyFiles(QString folder) : m_folder(std::move(folder)) { }

Result<QString> ManyFiles::folderFor(const QString &name)
{
    const qsizetype end = name.lastIndexOf(u'/');
    const QString folder = end < 0 ? m_folder : m_folder + u'/' + name.first(end);
    if (m_known.contains(folder)) {
        return folder;
    }
    const Result<std::optional<EntryKind>> there = entryAt(folder);
    if (there && *there == EntryKind::Link) {
        return fail(ErrorCode::LinkUnexpected, folder);
    }
    return makeFolder(folder).transform([&] {
        removeAbandoned(folder, AsideStem);
        m_known.insert(folder);
        return folder;
    });
}

Result<void> ManyFiles::write(const QString &name, QByteArrayView bytes)
{
    const Result<QString> folder = folderFor(name);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    const QString path = m_folder + u'/' + name;
    const QString aside = *folder + u'/' + asideName(AsideStem);
    Result<void> written = writeAside(aside, path, bytes);
    if (written && ::rename(nativePath(aside).constData(), nativePath(path).constData()) != 0) {
        written = failWithReason(ErrorCode::FileUnwritable, path);
    }
    if (!written) {
        ::unlink(nativePath(aside).constData());
        return written;
    }
    m_written.append(path);
    return {};
}

Result<void> ManyFiles::finish()
{
    if (m_written.size() > FewFiles) {
        m_written.clear();
        return syncDrive(m_folder);
    }
    for (const QString &path : m_written) {
        if (Result<void> synced = syncFile(path); !synced) {
            return synced;
        }
    }
    m_written.clear();
    for (const QString &folder : m_known) {
        if (const Result<void> synced = syncFolder(folder); !synced) {
            return fail(ErrorCode::NotDurable, folder, synced.error().detail);
        }
    }
    return {};
}

} // namespace nutgraf
