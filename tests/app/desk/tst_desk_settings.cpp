// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/settings.h"

#include <QTest>

using namespace nutgraf;
using namespace nutgraf::desk;

namespace {

const QByteArray Example =
    readFile(QStringLiteral(NUTGRAF_TEST_DATA "/desk/desk.json")).value_or(QByteArray());

QByteArray with(const QByteArray &before, const QByteArray &after)
{
    QByteArray json = Example;
    return json.replace(before, after);
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey() const;
    void writesBackByteForByte() const;
    void writesItsOwnOrder() const;
    void keepsUnknownKeysOnChange() const;
    void fillsInWhatIsMissing() const;
    void refuses_data() const;
    void refuses() const;
    void namesTheLineOfASyntaxError() const;
    void believesAnyDomain() const;
    void keepsValuesOfEveryKind() const;
    void signsWhenPossible() const;
};

void TestSettings::readsEveryKey() const
{
    const Settings settings = readSettings(Example, QStringLiteral("desk.json")).value();
    QCOMPARE(settings.name, QStringLiteral("Coast desk"));
    QCOMPARE(settings.agency.name, QStringLiteral("Meridian Wire"));
    QCOMPARE(settings.agency.domain, QStringLiteral("meridian.example"));
    QCOMPARE(settings.agency.wireSystem, QStringLiteral("Meridian Wire Service"));
    QCOMPARE(settings.agency.usageTerms, QStringLiteral("For subscribers."));
    QCOMPARE(settings.agency.siteUrl, QStringLiteral("https://www.meridian.example"));
    QCOMPARE(settings.agency.webTargetWords, 90);
}

void TestSettings::writesBackByteForByte() const
{
    const Settings settings = readSettings(Example, {}).value();
    QCOMPARE(writeSettings(settings, Example), Example);
}

void TestSettings::writesItsOwnOrder() const
{
    const QByteArray json = writeSettings(readSettings(Example, {}).value());
    QVERIFY(
        json.startsWith("{\n    \"version\": 1,\n    \"name\": \"Coast desk\",\n    \"agency\""));
    QCOMPARE(readSettings(json, {}).value(), readSettings(Example, {}).value());
}

void TestSettings::keepsUnknownKeysOnChange() const
{
    Settings settings = readSettings(Example, {}).value();
    settings.name = QStringLiteral("“Küste” \\ desk");
    const QByteArray json = writeSettings(settings, Example);
    QVERIFY(json.contains("\"ourDepartment\": \"kept\""));
    QVERIFY(json.contains("of a later version"));
    QVERIFY(json.contains("\"zone\": null"));
    QCOMPARE(readSettings(json, {}).value(), settings);
}

void TestSettings::fillsInWhatIsMissing() const
{
    const Settings settings =
        readSettings("{\"version\": 1, \"name\": \"D\", \"agency\": {\"domain\": \"d.example\"}}",
                     {})
            .value();
    QCOMPARE(settings.agency.webTargetWords, 120);
    QVERIFY(settings.agency.webNotice.isEmpty());
}

void TestSettings::refuses_data() const
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    QTest::newRow("later version")
        << with("\"version\": 1", "\"version\": 2") << QStringLiteral("version");
    QTest::newRow("no version") << QByteArray("{}") << QStringLiteral("version");
    QTest::newRow("an array") << QByteArray("[]") << QStringLiteral("version");
    QTest::newRow("empty name") << with("\"Coast desk\"", "\" \"") << QStringLiteral("name");
    QTest::newRow("name of wrong type") << with("\"Coast desk\"", "7") << QStringLiteral("name");
    QTest::newRow("words of wrong type")
        << with("90", "\"many\"") << QStringLiteral("webTargetWords");
    QTest::newRow("no words") << with("90", "0") << QStringLiteral("webTargetWords");
    QTest::newRow("terms of wrong type")
        << with("\"For subscribers.\"", "true") << QStringLiteral("agency.usageTerms");
    QTest::newRow("domain with a space")
        << with("meridian.example", "meridian example") << QStringLiteral("agency.domain");
    for (const char *bad : {".meridian.example", "meridian.example.", "meridian..example",
                            "meridian_.example", "mérian.example"}) {
        QTest::newRow(bad) << with("meridian.example\",\n        \"wire",
                                   QByteArray(bad) + "\",\n        \"wire")
                           << QStringLiteral("agency.domain");
    }
    QTest::newRow("no agency") << with("\"agency\"", "\"agent\"") << QStringLiteral("agency");
    QTest::newRow("words below none") << with("90", "-1") << QStringLiteral("webTargetWords");
    QTest::newRow("empty domain") << with("\"meridian.example\"", "\"\"")
                                  << QStringLiteral("agency.domain");
}

void TestSettings::refuses() const
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, detail);
    const Result<Settings> settings = readSettings(json, QStringLiteral("desk.json"));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::DeskSettingsInvalid);
    QCOMPARE(settings.error().subject, QStringLiteral("desk.json"));
    QCOMPARE(settings.error().detail, detail);
}

void TestSettings::namesTheLineOfASyntaxError() const
{
    const Result<Settings> settings = readSettings(with("90,", "90"), QStringLiteral("desk.json"));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::DeskSettingsInvalid);
    QVERIFY(settings.error().line >= 13);
    QVERIFY(settings.error().column >= 1);
    QVERIFY(!settings.error().detail.isEmpty());
    // In characters, not bytes.
    const Error error = readSettings("{\n  \"é\": oops\n}\n", {}).error();
    QCOMPARE(error.line, 2);
    QCOMPARE(error.column, 8);
    QCOMPARE(readSettings("oops", {}).error().line, 1);
}

void TestSettings::believesAnyDomain() const
{
    for (const char *good : {"m-1.example", "a", "XN--9.example"}) {
        const QByteArray json = with("\"meridian.example\"", '"' + QByteArray(good) + '"');
        QVERIFY2(readSettings(json, {}).has_value(), good);
    }
    const Settings least = readSettings(with("90", "1"), {}).value();
    QCOMPARE(least.agency.webTargetWords, 1);
}

/// Whatever else the file holds, in whatever shape.
void TestSettings::keepsValuesOfEveryKind() const
{
    const QByteArray json = with("\"zone\": null",
                                 "\"a\": [],\n    \"b\": [\n        1,\n        "
                                 "{\n            \"c\": true\n        }\n    ],\n"
                                 "    \"d\": 1.5,\n    \"e\": {\n    }");
    const QByteArray written = writeSettings(readSettings(json, {}).value(), json);
    for (const char *part :
         {"\"a\": [\n    ]", "\"b\": [\n        1,\n        {\n            \"c\": true",
          "\"d\": 1.5", "\"e\": {\n    }"}) {
        QVERIFY2(written.contains(part), written.constData());
    }
    QCOMPARE(writeSettings(readSettings(written, {}).value(), written), written);
}

/// The usual policy is not written down, so that older desks stay as they are.
void TestSettings::signsWhenPossible() const
{
    using publish::SigningPolicy;
    Settings settings = readSettings(Example, {}).value();
    QCOMPARE(settings.signing, SigningPolicy::WhenPossible);
    QVERIFY(!writeSettings(settings, Example).contains("signing"));
    for (const SigningPolicy policy :
         {SigningPolicy::Required, SigningPolicy::Off, SigningPolicy::WhenPossible}) {
        settings.signing = policy;
        const QByteArray json = writeSettings(settings, Example);
        QCOMPARE(readSettings(json, {})->signing, policy);
        QCOMPARE(policyNamed(policyKey(policy)), policy);
        QCOMPARE(writeSettings(readSettings(json, {}).value(), json), json);
    }
    for (const QByteArray &value :
         {QByteArray("true"), QByteArray("\"Required\""), QByteArray("\"\""), QByteArray("null")}) {
        const QByteArray json =
            with("\"webTargetWords\"", "\"signing\": " + value + ",\n    \"webTargetWords\"");
        QCOMPARE(readSettings(json, {}).error().detail, QStringLiteral("signing"));
    }
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_desk_settings.moc"
