// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a website takes: makes a desk of COUNT published stories in FOLDER (the same bytes every
// time, without syncing each), then the site of it, then again after one publication.
//
//   site_bench FOLDER COUNT

#include "base/files.h"
#include "base/folders.h"
#include "format/writers.h"
#include "publish/manifest.h"
#include "site/site.h"
#include "story/folders.h"
#include "story/identity.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTimeZone>

#include <array>
#include <cstdio>
#include <ctime>

using namespace nutgraf;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array Topics = {"medtop:11000000"_L1, "medtop:15000000"_L1, "medtop:04000000"_L1,
                               "medtop:20000158"_L1, "medtop:20000121"_L1, "medtop:13000000"_L1};

const QDateTime Begin(QDate(2024, 1, 1), QTime(6, 0), QTimeZone::UTC);
const story::Agency Agency{
    u"Meridian Wire"_s, u"meridian.example"_s, u"Meridian Wire Service"_s, {}, {}, {}, 120};

/// Forty stories a day.
format::Edition edition(int number, int version)
{
    const QDateTime time = Begin.addSecs(number * 2160LL + (version - 1) * 600LL);
    format::Edition web;
    web.kind = format::EditionKind::Web;
    web.publication =
        version > 1 ? format::PublicationKind::Correction : format::PublicationKind::First;
    web.wireGuid =
        story::guidFrom(Agency.domain, story::storyIdFrom(time.date(), QByteArray::number(number)));
    web.guid = web.wireGuid + u".web"_s;
    web.version = version;
    web.previousVersion = version - 1;
    web.agency = Agency;
    web.changeNote = version > 1 ? u"An earlier version had another figure."_s : QString();
    web.firstCreated = Begin.addSecs(number * 2160LL);
    web.versionCreated = web.published = time;
    web.story.slug = u"levy-"_s + QString::number(number);
    web.story.headline =
        u"Harbour levy number %1 to stay until the boats are paid for"_s.arg(number);
    web.story.deck = u"Opposition calls the charge a toll on staying home and asks for figures"_s;
    web.story.byline = u"Irena Castell"_s;
    web.story.dateline = {u"PORT AMERY"_s, time.date()};
    web.story.urgency = 3 + number % 3;
    web.story.subjects = {Topics.at(static_cast<size_t>(number) % Topics.size())};
    for (int i = 0; i < 6; ++i)
        web.story.body +=
            u"The minister said that charge %1 would end once boat %2 is paid for, and "
            "that no fare would rise before the end of the year.\n\n"_s.arg(number)
                .arg(i + version);
    web.notice = u"The Meridian Wire website carries only a portion of the stories."_s;
    return web;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

publish::Manifest manifestOf(const format::Edition &web, const QByteArray &bytes)
{
    publish::Manifest manifest;
    manifest.version = web.version;
    manifest.kind = web.publication;
    manifest.guid = web.wireGuid;
    manifest.slug = web.story.slug;
    manifest.headline = web.story.headline;
    manifest.note = web.changeNote;
    manifest.signedBy = u"ic"_s;
    manifest.firstCreated = web.firstCreated;
    manifest.published = web.versionCreated;
    manifest.editions = {u"wire"_s, u"web"_s};
    manifest.files = {{u"web.newsml.xml"_s, sha256Hex(bytes), bytes.size()}};
    return manifest;
}

/// Stands for a publication: what the site reads of one.
bool publishStory(const QString &desk, int number, int version)
{
    const story::StoryFolder folder(story::DeskFolder(desk).stories() + u"/story-"_s
                                    + QString::number(number));
    const format::Edition web = edition(number, version);
    const QByteArray bytes = format::writeNewsml(web);
    const QString place = folder.version(version);
    return QDir().mkpath(place) && write(place + u"/web.newsml.xml"_s, bytes)
        && write(place + u"/manifest.json"_s, publish::writeManifest(manifestOf(web, bytes)));
}

bool report(const char *what, const site::Site &site, site::Extent extent = site::Extent::Changed)
{
    const std::clock_t begin = std::clock();
    QElapsedTimer timer;
    timer.start();
    const Result<site::Built> built = site::build(site, extent);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const double processor = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (!built)
        return false;
    std::printf("%-28s %8.2f s, processor %8.2f s,  %6lld files, %6lld written, %lld faults\n",
                what, seconds, processor, static_cast<long long>(built->files),
                static_cast<long long>(built->written),
                static_cast<long long>(built->faults.size()));
    return std::fflush(stdout) == 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.size() == 3 ? arguments.at(2).toInt() : 0;
    if (count < 1) {
        std::fputs("site_bench FOLDER COUNT\n", stderr);
        return 2;
    }
    const site::Site site{QDir(arguments.at(1)).absolutePath(), Agency, {}};
    for (int number = 0; number < count; ++number) {
        if (!publishStory(site.deskFolder, number, 1))
            return 1;
    }
    const bool isDone = report("everything, from nothing", site) && report("nothing changed", site)
        && publishStory(site.deskFolder, count, 1) && report("one new story", site)
        && publishStory(site.deskFolder, count / 2, 2) && report("one old story corrected", site)
        && report("everything compared", site, site::Extent::All);
    return isDone ? 0 : 1;
}
