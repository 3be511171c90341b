// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/folder_transport.h"

#include "base/files.h"
#include "jobs/off_thread.h"

#include <QFileInfo>

namespace nutgraf::delivery {

namespace {

Result<void> writeAll(const Parcel &parcel)
{
    const QString folder = parcel.outlet.target + u'/';
    for (const publish::NamedBytes &file : parcel.files) {
        const QString path = folder + remoteName(parcel, file.name);
        if (const Result<void> written = writeFile(path, file.bytes); !written)
            return written;
    }
    for (const QString &file : parcel.obsolete) {
        if (const Result<void> gone = removeFile(folder + remoteName(parcel, file)); !gone)
            return gone;
    }
    return {};
}

Answer write(const Parcel &parcel)
{
    const bool isThere = QFileInfo(parcel.outlet.target).isDir();
    if (isThere && writeAll(parcel))
        return {.verdict = Verdict::Arrived};
    return {.verdict = Verdict::Again,
            .reason = Reason::TargetUnwritable,
            .mayHaveArrived = isThere}; // of several files some may be there
}

} // namespace

QString remoteName(const Parcel &parcel, const QString &file)
{
    return parcel.storyId + u'.' + file;
}

void FolderTransport::send(const Parcel &parcel, Done done)
{
    jobs::offThread(&m_context, [parcel] { return write(parcel); }, std::move(done));
}

} // namespace nutgraf::delivery
