// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/manifest.h"
#include "publish/record.h"
#include "sample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;

// The two files that say what was published: what they carry, and what is believed of them.

namespace {

const QString Hash(64, u'a');

Manifest full()
{
    Manifest manifest;
    manifest.version = 2;
    manifest.kind = format::PublicationKind::Correction;
    manifest.guid = u"urn:newsml:meridian.example:20260512:abc"_s;
    manifest.slug = u"harbour-levy"_s;
    manifest.headline = u"Levy stays"_s;
    manifest.note = u"The charge is 2 crowns"_s;
    manifest.signedBy = u"IC"_s;
    manifest.overrideReason = u"Heard on live radio"_s;
    manifest.overridden = {{u"slug-missing"_s, 1}, {u"needs-source"_s, 3}};
    manifest.firstCreated = at(7);
    manifest.published = at(8);
    manifest.embargo = at(12);
    manifest.corrects = 1;
    manifest.previousManifestSha256 = Hash;
    manifest.editions = {u"wire"_s, u"web"_s};
    manifest.isWebHeldBack = true;
    manifest.picks = {{u"A levy"_s, u"before "_s, u" after"_s}, {u"Six boats"_s, {}, {}}};
    manifest.files = {{u"story.md"_s, Hash, 12}, {u"wire.txt"_s, Hash, 0}};
    return manifest;
}

QString refusedFor(const QByteArray &bytes)
{
    const Result<Manifest> manifest = readManifest(bytes, u"manifest.json"_s);
    return manifest ? u"nothing"_s : manifest.error().detail;
}

} // namespace

class TestManifest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesAllOfIt() const;
    void leavesOutWhatSaysNothing() const;
    void refusesWhatIsNoManifest() const;
    void refusesNamesThatLeadElsewhere_data() const;
    void refusesNamesThatLeadElsewhere() const;
    void aRecordIsReadAsWritten() const;
    void refusesARecord_data() const;
    void refusesARecord() const;
};

void TestManifest::carriesAllOfIt() const
{
    QCOMPARE(readManifest(writeManifest(full()), {}).value(), full());
    for (const auto kind : {format::PublicationKind::First, format::PublicationKind::Update,
                            format::PublicationKind::Kill}) {
        Manifest other = full();
        other.kind = kind;
        QCOMPARE(readManifest(writeManifest(other), {}).value(), other);
    }
}

void TestManifest::leavesOutWhatSaysNothing() const
{
    Manifest plain = full();
    plain.overridden.clear();
    plain.picks.clear();
    plain.isWebHeldBack = false;
    plain.embargo.reset();
    plain.corrects.reset();
    const QByteArray bytes = writeManifest(plain);
    for (const char *member : {"overridden", "picks", "heldBack", "embargo", "corrects"}) {
        QVERIFY2(!bytes.contains('"' + QByteArray(member) + '"'), member);
        QVERIFY2(writeManifest(full()).contains('"' + QByteArray(member) + '"'), member);
    }
    QCOMPARE(readManifest(bytes, {}).value(), plain);
}

void TestManifest::refusesWhatIsNoManifest() const
{
    const QByteArray good = writeManifest(full());
    QCOMPARE(refusedFor(good), u"nothing"_s);
    QVERIFY(refusedFor("{").contains(u"object"_s)); // what the parser says
    QCOMPARE(refusedFor("{}"), u"format"_s);
    QCOMPARE(refusedFor(QByteArray(good).replace("\"format\": 1", "\"format\": 2")), u"format"_s);
    QCOMPARE(refusedFor(QByteArray(good).replace("Levy", "Duty")), u"manifestSha256"_s);
    Manifest none = full();
    none.version = 0;
    QCOMPARE(refusedFor(writeManifest(none)), u"files"_s);
    none.version = 1;
    QCOMPARE(refusedFor(writeManifest(none)), u"nothing"_s);
}

void TestManifest::refusesNamesThatLeadElsewhere_data() const
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("above") << u"../x.md"_s;
    QTest::newRow("below") << u"a/x.md"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("hidden") << u".x.md"_s;
}

void TestManifest::refusesNamesThatLeadElsewhere() const
{
    QFETCH(const QString, name);
    Manifest manifest = full();
    manifest.files.back().name = name;
    QCOMPARE(refusedFor(writeManifest(manifest)), u"files"_s);
}

void TestManifest::aRecordIsReadAsWritten() const
{
    const QTemporaryDir dir;
    QVERIFY(!readRecord(dir.path()).value());
    const Record record{u"urn:a"_s, {{1, Hash}, {2, Hash}, {5, Hash}}};
    QVERIFY(writeRecord(dir.path(), record));
    const std::optional<Record> read = readRecord(dir.path()).value();
    QVERIFY(read);
    QCOMPARE(read->guid, record.guid);
    QCOMPARE(read->versions, record.versions);
    const StoredManifest stored{full(), u"abc"_s};
    QCOMPARE(recordOf({stored}).guid, full().guid);
    QCOMPARE(recordOf({stored}).versions, (std::vector<RecordedVersion>{{2, u"abc"_s}}));
}

void TestManifest::refusesARecord_data() const
{
    QTest::addColumn<Record>("record");
    QTest::newRow("nobody's") << Record{{}, {{1, Hash}}};
    QTest::newRow("version 0") << Record{u"urn:a"_s, {{0, Hash}}};
    QTest::newRow("hash too short") << Record{u"urn:a"_s, {{1, Hash.sliced(1)}}};
    QTest::newRow("hash too long") << Record{u"urn:a"_s, {{1, Hash + u'a'}}};
    QTest::newRow("the same twice") << Record{u"urn:a"_s, {{1, Hash}, {1, Hash}}};
    QTest::newRow("backwards") << Record{u"urn:a"_s, {{1, Hash}, {3, Hash}, {2, Hash}}};
}

void TestManifest::refusesARecord() const
{
    QFETCH(const Record, record);
    const QTemporaryDir dir;
    QVERIFY(writeRecord(dir.path(), record));
    const Error error = readRecord(dir.path()).error();
    QCOMPARE(error, (Error{ErrorCode::RecordInvalid, recordPath(dir.path()), 0, 0, u"versions"_s}));
    QVERIFY(writeFile(recordPath(dir.path()), "{\"format\": 2}"));
    QCOMPARE(readRecord(dir.path()).error().detail, u"format"_s);
    QVERIFY(writeFile(recordPath(dir.path()), "{"));
    QVERIFY(!readRecord(dir.path()).error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
