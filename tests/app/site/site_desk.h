// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/publish/sample.h"
#include "site/site.h"

#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

namespace nutgraf::site_test {

using namespace Qt::StringLiterals;
using namespace nutgraf::site;
using format::PublicationKind;
using publish::sample::at;

/// A desk in a folder of its own, with a site.
struct Desk {
    QTemporaryDir dir;
    Site site{dir.path(), publish::sample::Request().agency, {}};

    [[nodiscard]] QString story(const QString &name) const
    {
        return story::DeskFolder(dir.path()).stories() + u'/' + name;
    }
    [[nodiscard]] QString path(const QString &file) const
    {
        return story::DeskFolder(dir.path()).site() + u'/' + file;
    }
    [[nodiscard]] QByteArray read(const QString &file) const
    {
        const Result<QByteArray> bytes = readFile(path(file));
        return bytes ? *bytes : QByteArray();
    }
    [[nodiscard]] bool has(const QString &file) const
    {
        return QFileInfo::exists(path(file));
    }
    void write(const QString &file, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(file)).path()));
        QVERIFY(writeFile(path(file), bytes).has_value());
    }
    [[nodiscard]] Built build(Extent extent = Extent::Changed) const
    {
        const Result<Built> built = site::build(site, extent);
        if (built)
            return *built;
        Built failed;
        failed.faults.push_back(built.error());
        return failed;
    }
};

/// A story of the desk, before it is saved.
inline publish::sample::Request request(const Desk &desk, const QString &name)
{
    publish::sample::Request request;
    request.storyFolder = desk.story(name);
    request.storyId = story::storyIdFrom(QDate(2026, 5, 12), name.toUtf8());
    request.story.slug = name;
    request.story.headline = u"Headline of "_s + name;
    const bool isMade = makeFolder(request.storyFolder).has_value();
    Q_ASSERT(isMade);
    return request;
}

/// The page that the story has.
inline QString pageOf(const publish::sample::Request &request)
{
    return u"2026-05-12-"_s + request.storyId.section(u'-', 1) + u".html"_s;
}

/// Publishes it as the next version, at `hour` o'clock.
inline void sendOut(publish::sample::Request &request, int hour,
                    PublicationKind kind = PublicationKind::First, const QString &note = {})
{
    request.kind = kind;
    request.note = note;
    const Result<publish::Published> published = publish::publish(request, fixedClock(at(hour)));
    QVERIFY2(published.has_value(),
             published ? ""
                       : qPrintable(QString::number(static_cast<int>(published.error().code)) + u' '
                                    + published.error().detail));
}

/// All files of the site, by name.
inline QMap<QString, QByteArray> filesOf(const Desk &desk)
{
    QMap<QString, QByteArray> files;
    const QString folder = story::DeskFolder(desk.dir.path()).site();
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        const Result<QByteArray> bytes = readFile(path);
        files.insert(path.sliced(folder.size() + 1), bytes ? *bytes : "unreadable");
    }
    return files;
}

} // namespace nutgraf::site_test
