// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/outlet.h"
#include "delivery/secrets.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace Qt::StringLiterals;

namespace {

Result<std::vector<Outlet>> read(const QByteArray &outlets)
{
    const QByteArray json = "{\n  'version': 1,\n  'outlets': [\n" + outlets + "\n  ]\n}\n";
    return readOutlets(QByteArray(json).replace('\'', '"'), u"desk.json"_s, u"/desk"_s);
}

const QByteArray Newshub =
    "    {'id': 'newshub', 'kind': 'newshub', 'since': '2026-05-12T08:00:00Z',\n"
    "     'url': 'https://newshub.example/base/', 'secretVariable': 'NUTGRAF_KEY',\n"
    "     'subjects': ['medtop:11000000'], 'urgency': 3, 'embargoed': 'sent'}";

/// One outlet with a member of it said otherwise.
QByteArray folder(const QByteArray &more, const QByteArray &target = "'folder': 'drop'")
{
    return "{'id': 'drop', 'kind': 'folder', 'edition': 'wire', 'since': '2026-05-12T08:00:00Z', "
        + target + more + "}";
}

} // namespace

class TestOutlet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatADeskNames() const;
    void aDeskNeedsNoOutlets() const;
    void saysWhereAFaultIs() const;
    void refusesWhatCannotBe_data() const;
    void refusesWhatCannotBe() const;
    void secretsBelongToAServer() const;
};

void TestOutlet::readsWhatADeskNames() const
{
    const auto outlets = read(Newshub + ",\n" + folder(", 'formats': ['ninjs.json']"));
    QVERIFY2(outlets, outlets ? "" : qPrintable(outlets.error().detail));
    QCOMPARE(outlets->size(), 2U);
    const Outlet &newshub = outlets->front();
    QCOMPARE(newshub.kind, OutletKind::Newshub);
    QCOMPARE(newshub.target, u"https://newshub.example/base"_s);
    QCOMPARE(newshub.edition, format::EditionKind::Wire);
    QCOMPARE(newshub.filter, (Filter{{u"medtop:11000000"_s}, {}, 3}));
    QCOMPARE(newshub.embargoes, Embargoes::Sent);
    QVERIFY(needsSecret(newshub));
    const Outlet &drop = outlets->back();
    QCOMPARE(drop.target, u"/desk/drop"_s);
    QCOMPARE(drop.formats, QStringList{u"ninjs.json"_s});
    QCOMPARE(drop.embargoes, Embargoes::Wait);
    QVERIFY(!needsSecret(drop));
}

void TestOutlet::aDeskNeedsNoOutlets() const
{
    const auto outlets = readOutlets("{\"version\": 1}", u"desk.json"_s, u"/desk"_s);
    QVERIFY(outlets && outlets->empty());
}

void TestOutlet::saysWhereAFaultIs() const
{
    const auto outlets = read(Newshub + ",\n    {'id': 'é,}\\\"', 'kind':'földer'}");
    QVERIFY(!outlets);
    QCOMPARE(outlets.error().code, ErrorCode::DeskSettingsInvalid);
    QCOMPARE(outlets.error().detail, u"outlets[1].id"_s);
    QCOMPARE(outlets.error().line, 7);
    QCOMPARE(outlets.error().column, 12);
    const auto broken = readOutlets("{\n \"outlets\": [}", u"desk.json"_s, u"/desk"_s);
    QVERIFY(!broken);
    QCOMPARE(broken.error().line, 2);
}

void TestOutlet::refusesWhatCannotBe_data() const
{
    QTest::addColumn<QByteArray>("outlets");
    QTest::addColumn<QString>("detail");
    const auto put = [](const QByteArray &url) {
        return "{'id': 'p', 'kind': 'put', 'edition': 'web', 'since': '2026-05-12T08:00:00Z', "
               "'url': '"
            + url + "'}";
    };
    const auto row = [](const char *name, const QByteArray &outlets, const QString &key) {
        QTest::newRow(name) << outlets << u"outlets[0]."_s + key;
    };
    row("a filter spelt wrong", folder(", 'subjcets': ['medtop:11000000']"), u"subjcets"_s);
    row("a password in the desk", folder(", 'password': 'x'"), u"password"_s);
    row("no subject", folder(", 'subjects': ['politics']"), u"subjects"_s);
    row("an empty filter", folder(", 'subjects': []"), u"subjects"_s);
    row("urgency", folder(", 'urgency': 12"), u"urgency"_s);
    row("a format for the wire alone", folder(", 'formats': ['docx']"), u"formats"_s);
    row("somebody's variable", put("https://x.example', 'secretVariable': 'AWS_KEY"),
        u"secretVariable"_s);
    row("no encryption", put("http://subscriber.example"), u"url"_s);
    row("a password in an address", put("https://me:word@subscriber.example"), u"url"_s);
    row("a question", put("https://subscriber.example/?a=b"), u"url"_s);
    row("no folder", folder({}, "'folder': ''"), u"folder"_s);
    row("no zone",
        "{'id': 'a', 'kind': 'folder', 'edition': 'web', 'folder': '/x', "
        "'since': '2026-05-12T08:00:00'}",
        u"since"_s);
    row("an option for ssh",
        "{'id': 'a', 'kind': 'sftp', 'edition': 'web', 'since': '2026-05-12T08:00:00Z', "
        "'url': 'sftp://-oProxyCommand=x/drop'}",
        u"url"_s);
    row("an option for rsync",
        "{'id': 'a', 'kind': 'rsync', 'since': '2026-05-12T08:00:00Z', 'to': '-e sh x:y'}",
        u"to"_s);
    row("web edition to a Newshub",
        "{'id': 'a', 'kind': 'newshub', 'edition': 'web', 'since': '2026-05-12T08:00:00Z', "
        "'url': 'https://x.example'}",
        u"edition"_s);
    QTest::newRow("two of one name") << folder({}) + "," + folder({}) << u"outlets[1].id"_s;
    QTest::newRow("two for one server")
        << Newshub + "," + QByteArray(Newshub).replace("'newshub', 'kind", "'b', 'kind")
        << u"outlets[1].url"_s;
}

void TestOutlet::refusesWhatCannotBe() const
{
    QFETCH(const QByteArray, outlets);
    QFETCH(const QString, detail);
    const auto found = read(outlets);
    QVERIFY(!found);
    QCOMPARE(found.error().detail, detail);
}

void TestOutlet::secretsBelongToAServer() const
{
    auto outlets = read(Newshub);
    QVERIFY(outlets);
    const QString name = secretName(outlets->front());
    QCOMPARE(name, u"newshub https://newshub.example"_s);
    outlets->front().target = u"https://elsewhere.example/base"_s;
    QVERIFY(secretName(outlets->front()) != name);
}

QTEST_GUILESS_MAIN(TestOutlet)
#include "tst_outlet.moc"
