// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/settings.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::desk;
using namespace Qt::StringLiterals;

namespace {

/// JSON with single quotation marks.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// A desk.json with this `site`.
QByteArray with(const QByteArray &site)
{
    return "{\n    \"version\": 1,\n    \"name\": \"D\",\n    \"agency\": {\n        \"domain\": "
           "\"d.example\"\n    },\n    \"site\": "
        + site + "\n}\n";
}

const QByteArray Whole = json("{\n"
                              "        'sections': [\n"
                              "            'medtop:15000000',\n"
                              "            'politics and government'\n"
                              "        ],\n"
                              "        'textMining': 'reserved',\n"
                              "        'subscribeUrl': 'mailto:desk@d.example',\n"
                              "        'textMiningPolicy': 'https://d.example/mining',\n"
                              "        'aiStatement': 'By people.',\n"
                              "        'digitalSourceType': 'digitalCreation',\n"
                              "        'ourFavicon': 'kept'\n"
                              "    }");

} // namespace

class TestWebsiteSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey() const;
    void tellsNoneFromAnEmptyOne() const;
    void writesWhatItRead() const;
    void refuses_data() const;
    void refuses() const;
};

void TestWebsiteSettings::readsEveryKey() const
{
    const Settings settings = readSettings(with(Whole), u"desk.json"_s).value();
    QVERIFY(settings.website.has_value());
    const story::Website &website = *settings.website;
    QCOMPARE(website.sections, (QStringList{u"medtop:15000000"_s, u"politics and government"_s}));
    QCOMPARE(website.textMining, story::TextMining::Reserved);
    QCOMPARE(website.subscribeUrl, u"mailto:desk@d.example"_s);
    QCOMPARE(website.textMiningPolicy, u"https://d.example/mining"_s);
    QCOMPARE(website.aiStatement, u"By people."_s);
    QCOMPARE(website.digitalSourceType, u"digitalCreation"_s);
}

/// An empty one says that there is to be a website.
void TestWebsiteSettings::tellsNoneFromAnEmptyOne() const
{
    QCOMPARE(readSettings(with("{}"), {}).value().website, std::optional(story::Website()));
    const QByteArray none = with("{}").replace(",\n    \"site\": {}", "");
    QCOMPARE(readSettings(none, {}).value().website, std::optional<story::Website>());
    QVERIFY(!writeSettings(readSettings(none, {}).value(), none).contains("\"site\""));
    Settings settings = readSettings(with(Whole), {}).value();
    settings.website.reset();
    QVERIFY(!writeSettings(settings, with(Whole)).contains("\"site\""));
}

void TestWebsiteSettings::writesWhatItRead() const
{
    const Settings settings = readSettings(with(Whole), {}).value();
    const QByteArray written = writeSettings(settings, with(Whole));
    QVERIFY2(written.contains("\"site\": " + Whole), written.constData());
    QCOMPARE(readSettings(written, {}).value(), settings);
    QCOMPARE(readSettings(writeSettings(settings), {}).value(), settings);
    const Settings empty = readSettings(with("{}"), {}).value();
    QCOMPARE(readSettings(writeSettings(empty), {}).value(), empty);
}

void TestWebsiteSettings::refuses_data() const
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no object") << QByteArray("[]") << u"site"_s;
    QTest::newRow("nothing") << QByteArray("null") << u"site"_s;
    QTest::newRow("sections as text") << json("{'sections': 'sport'}") << u"site.sections"_s;
    QTest::newRow("no such topic")
        << json("{'sections': ['sport', 'sprot']}") << u"site.sections"_s;
    QTest::newRow("no such code") << json("{'sections': ['medtop:99999999']}")
                                  << u"site.sections"_s;
    QTest::newRow("a number among them") << json("{'sections': [7]}") << u"site.sections"_s;
    QTest::newRow("another word") << json("{'textMining': 'allowed'}") << u"site.textMining"_s;
    QTest::newRow("mining as truth") << json("{'textMining': true}") << u"site.textMining"_s;
    QTest::newRow("a script") << QByteArray("{\"subscribeUrl\": \"javascript:alert(1)\"}")
                              << u"site.subscribeUrl"_s;
    QTest::newRow("no scheme") << json("{'textMiningPolicy': 'd.example/mining'}")
                               << u"site.textMiningPolicy"_s;
    QTest::newRow("a space") << json("{'textMiningPolicy': 'https://d.example/a b'}")
                             << u"site.textMiningPolicy"_s;
    QTest::newRow("statement as number") << json("{'aiStatement': 7}") << u"site.aiStatement"_s;
    QTest::newRow("no such source type")
        << json("{'digitalSourceType': 'byHand'}") << u"site.digitalSourceType"_s;
}

void TestWebsiteSettings::refuses() const
{
    QFETCH(const QByteArray, site);
    QFETCH(const QString, detail);
    const Result<Settings> settings = readSettings(with(site), u"desk.json"_s);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::DeskSettingsInvalid);
    QCOMPARE(settings.error().subject, u"desk.json"_s);
    QCOMPARE(settings.error().detail, detail);
}

QTEST_GUILESS_MAIN(TestWebsiteSettings)
#include "tst_website_settings.moc"
