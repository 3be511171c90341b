// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "base/folders.h"
#include "delivery/courier.h"
#include "delivery/outbox.h"
#include "delivery/rules.h"
#include "publish/manifest.h"
#include "story/folders.h"
#include "story/identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimeZone>

#include <map>

namespace nutgraf::delivery::test {

using namespace Qt::StringLiterals;
using format::PublicationKind;

/// 12 May 2026 at `hour`:`minute` UTC.
inline QDateTime at(int hour, int minute = 0)
{
    return {QDate(2026, 5, 12), QTime(hour, minute), QTimeZone::UTC};
}

/// A version as publishing would leave it, as small as it can be.
struct Version {
    QString story = u"levy"_s;
    int number = 1;
    PublicationKind kind = PublicationKind::First;
    QStringList subjects{u"medtop:11000000"_s};
    int urgency = 4;
    bool hasWeb = true;
    QDateTime published = at(9);
    std::optional<QDateTime> embargo = {};
    QString status = u"usable"_s;
};

inline QString guidOf(const QString &story)
{
    return story::guidFrom(u"meridian.example"_s,
                           story::storyIdFrom(QDate(2026, 5, 12), story.toUtf8()));
}

inline QByteArray newshubOf(const Version &version)
{
    QJsonArray subjects;
    for (const QString &subject : version.subjects)
        subjects.append(QJsonObject{{u"code"_s, subject}});
    return QJsonDocument(QJsonObject{{u"guid"_s, guidOf(version.story)},
                                     {u"version"_s, QString::number(version.number)},
                                     {u"type"_s, u"text"_s},
                                     {u"urgency"_s, version.urgency},
                                     {u"subject"_s, subjects},
                                     {u"pubstatus"_s, version.status}})
        .toJson();
}

inline QByteArray atomOf(const Version &version)
{
    return "<entry xmlns=\"http://www.w3.org/2005/Atom\"><id>x</id><title type=\"text\">Levy "
        + QByteArray::number(version.number)
        + " &amp; more</title><category scheme=\"http://cv.iptc.org/newscodes/signal/\" "
          "term=\"correction\" label=\"Was 3.\"/><summary type=\"text\">Deck</summary>"
          "<content type=\"html\">&lt;p&gt;Words.&lt;/p&gt;</content></entry>";
}

/// A desk folder with versions, outlets and an outbox.
struct SampleDesk {
    QTemporaryDir dir;
    QString folder = dir.path();
    std::vector<Outlet> outlets;

    [[nodiscard]] QString storyFolder(const QString &story) const
    {
        return folder + u"/stories/2026-05-12-"_s + story;
    }
    void publish(const Version &version) const
    {
        const bool isKill = version.kind == PublicationKind::Kill;
        Version said = version;
        said.status = isKill ? u"canceled"_s : version.status;
        std::map<QString, QByteArray> files{{u"story.md"_s, "x"},
                                            {u"wire.newshub.ninjs.json"_s, newshubOf(said)},
                                            {u"wire.ninjs.json"_s, "{\"wire\":1}"},
                                            {u"wire.atom.xml"_s, atomOf(said)}};
        if (!isKill)
            files.emplace(u"wire.html"_s, "<p>wire</p>");
        if (version.hasWeb) {
            files.emplace(u"web.html"_s, "<p>web</p>");
            files.emplace(u"web.atom.xml"_s, atomOf(said));
        }
        publish::Manifest manifest;
        manifest.version = version.number;
        manifest.kind = version.kind;
        manifest.guid = guidOf(version.story);
        manifest.slug = u"harbour-"_s + version.story;
        manifest.firstCreated = at(8);
        manifest.published = version.published;
        manifest.embargo = version.embargo;
        const QString place =
            publish::versionFolder(storyFolder(version.story), version.number) + u'/';
        bool isWritten = makeFolder(place).has_value();
        for (const auto &[name, bytes] : files) {
            isWritten = isWritten && createFile(place + name, bytes).has_value();
            manifest.files.push_back({name, sha256Hex(bytes), bytes.size()});
        }
        isWritten = isWritten
            && createFile(place + u"manifest.json"_s, publish::writeManifest(manifest)).has_value();
        Q_ASSERT(isWritten);
    }
    /// The state of a delivery on the disk; none: there is no such delivery.
    [[nodiscard]] std::optional<Delivery> delivery(int version, const QString &outlet,
                                                   const QString &story = u"levy"_s) const
    {
        const Result<StoryBox> box = readBox(folder, guidOf(story));
        Q_ASSERT(box);
        const DeliveryKey key{guidOf(story), version, outlet};
        for (const Delivery &delivery : box->deliveries) {
            if (delivery.key == key)
                return delivery;
        }
        return std::nullopt;
    }
    [[nodiscard]] QString state(int version, const QString &outlet,
                                const QString &story = u"levy"_s) const
    {
        const std::optional<Delivery> found = delivery(version, outlet, story);
        return found ? key(found->state) + u' ' + key(found->reason) : u"none"_s;
    }
};

inline Outlet outlet(const QString &id, OutletKind kind = OutletKind::Newshub,
                     const QString &target = {})
{
    Outlet outlet;
    outlet.id = id;
    outlet.name = id;
    outlet.kind = kind;
    outlet.target = target;
    outlet.since = at(0);
    outlet.signing = Signing::Unsigned;
    return outlet;
}

/// A clock that the test moves.
struct TestClock {
    std::shared_ptr<QDateTime> now = std::make_shared<QDateTime>(at(10));

    [[nodiscard]] Clock clock() const
    {
        return [now = now] {
            return *now;
        };
    }
};

/// A secret that is there.
class KnownSecret final : public Secrets {
public:
    FoundSecret found{.value = u"key"_s};
    void find(const Outlet & /*outlet*/, Done done) override
    {
        QMetaObject::invokeMethod(
            &m_context, [this, done = std::move(done)] { done(found); }, Qt::QueuedConnection);
    }

private:
    QObject m_context;
};

/// An outlet's side without a network: what arrived, and what is answered.
class FakeTransport final : public Transport {
public:
    std::function<Answer(const Parcel &)> answer = [](const Parcel &) {
        return Answer{.verdict = Verdict::Arrived};
    };
    std::vector<Parcel> parcels;
    int underWay = 0;
    int mostUnderWay = 0;

    void send(const Parcel &parcel, Done done) override
    {
        mostUnderWay = std::max(mostUnderWay, ++underWay);
        parcels.push_back(parcel);
        QMetaObject::invokeMethod(
            &m_context,
            [this, done = std::move(done), said = answer(parcel)] {
                --underWay;
                done(said);
            },
            Qt::QueuedConnection);
    }
    void stop() override { }
    /// `newshub 1`, `drop 1`, `newshub 2`
    [[nodiscard]] QStringList log() const
    {
        QStringList lines;
        for (const Parcel &parcel : parcels)
            lines.append(parcel.outlet.id + u' ' + QString::number(parcel.key.version));
        return lines;
    }

private:
    QObject m_context;
};

class NoHooks final : public Hooks {
public:
    Answer before{.verdict = Verdict::Arrived};
    int calls = 0;
    void run(const QStringList & /*command*/, const Parcel & /*parcel*/, Done done) override
    {
        ++calls;
        QMetaObject::invokeMethod(
            &m_context, [this, done = std::move(done)] { done(before); }, Qt::QueuedConnection);
    }
    void stop() override { }

private:
    QObject m_context;
};

} // namespace nutgraf::delivery::test
