// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli_runner.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

/// The sample desk in a folder of its own.
struct Fixture {
    QTemporaryDir folder;
    QString desk = run({u"sample"_s, folder.filePath(u"desk"_s)}).line();

    [[nodiscard]] Outcome publish(const QString &story, const QStringList &more = {}) const
    {
        return run(QStringList{u"publish"_s, desk + u"/stories/"_s + story, u"--now"_s,
                               u"2026-05-12T11:00:00Z"_s}
                   + more);
    }
    [[nodiscard]] QString site(const QString &file) const
    {
        return desk + u"/site/"_s + file;
    }
    [[nodiscard]] QByteArray front() const
    {
        return readFile(site(u"index.html"_s)).value_or(QByteArray());
    }
    void set(const QByteArray &website) const
    {
        const QString path = desk + u"/desk.json"_s;
        QByteArray json = readFile(path).value();
        json.insert(json.lastIndexOf('}') - 1, ",\n    \"site\": " + website);
        QVERIFY(writeFile(path, json).has_value());
    }
};

} // namespace

class TestCliSite : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesASite() const;
    void isMadeAnewByPublishing() const;
    void isNotMadeUnasked() const;
    void isMadeWhereSettingsNameOne() const;
    void saysWhatIsWrong() const;
    void refusesBadSettings() const;
};

void TestCliSite::makesASite() const
{
    const Fixture at;
    QCOMPARE(at.publish(u"2026-05-12-harbour-levy"_s).code, 0);
    const Outcome made = run({u"site"_s, at.desk});
    QVERIFY2(made.code == 0, made.error.constData());
    QVERIFY(made.line().startsWith(at.desk + u"/site\n1 stories, "_s));
    QVERIFY(at.front().contains("Harbour levy to stay until 2030"));
    const Outcome again = run({u"site"_s, at.desk, u"--full"_s});
    QVERIFY(again.out.endsWith(": 0 written, 0 removed.\n"));
    QCOMPARE(run({u"site"_s}).code, 2);
    QCOMPARE(run({u"site"_s, at.folder.path()}).code, 1);
}

void TestCliSite::isMadeAnewByPublishing() const
{
    const Fixture at;
    QCOMPARE(run({u"site"_s, at.desk}).code, 0);
    QVERIFY(at.front().contains("Nothing has been published yet."));
    const Outcome out = at.publish(u"2026-05-12-harbour-levy"_s);
    QCOMPARE(out.code, 0);
    QVERIFY(out.line().endsWith(u"/versions/v0001"_s)); // and nothing else
    QVERIFY(at.front().contains("Harbour levy to stay until 2030"));
    QCOMPARE(at.publish(u"2026-05-12-harbour-levy"_s,
                        {u"--kind"_s, u"kill"_s, u"--note"_s, u"All wrong."_s})
                 .code,
             0);
    QVERIFY(!at.front().contains("Harbour levy"));
}

void TestCliSite::isNotMadeUnasked() const
{
    const Fixture at;
    QCOMPARE(at.publish(u"2026-05-12-harbour-levy"_s).code, 0);
    QVERIFY(!QFileInfo::exists(at.site({})));
}

void TestCliSite::isMadeWhereSettingsNameOne() const
{
    const Fixture at;
    at.set(R"({"textMining": "reserved", "aiStatement": "By people."})");
    const Outcome out = at.publish(u"2026-05-12-harbour-levy"_s);
    QVERIFY2(out.code == 0, out.error.constData());
    QVERIFY(at.front().contains("By people."));
    QVERIFY(QFileInfo::exists(at.site(u".well-known/tdmrep.json"_s)));
}

void TestCliSite::saysWhatIsWrong() const
{
    const Fixture at;
    QCOMPARE(at.publish(u"2026-05-12-harbour-levy"_s).code, 0);
    const QString file =
        at.desk + u"/stories/2026-05-12-harbour-levy/versions/v0001/web.newsml.xml"_s;
    QVERIFY(QFile::remove(file));
    QVERIFY(QDir().mkpath(at.site({})));
    QVERIFY(writeFile(at.site(u"robots.txt"_s), "mine").has_value());
    const Outcome made = run({u"site"_s, at.desk});
    QCOMPARE(made.code, 1);
    QVERIFY(made.error.contains("web.newsml.xml: "));
    QVERIFY(made.error.contains("robots.txt: "));
    // A publication goes out all the same.
    const Outcome out = at.publish(u"2026-05-08-reef-survey"_s);
    QCOMPARE(out.code, 0);
    QVERIFY(out.error.contains("web.newsml.xml: "));
    QVERIFY(at.front().contains("Divers find young coral"));
}

void TestCliSite::refusesBadSettings() const
{
    const Fixture at;
    at.set(R"({"textMining": "maybe"})");
    const Outcome made = run({u"site"_s, at.desk});
    QCOMPARE(made.code, 1);
    QVERIFY2(made.error.contains("site.textMining"), made.error.constData());
    QVERIFY(!QFileInfo::exists(at.site({})));
}

QTEST_GUILESS_MAIN(TestCliSite)
#include "tst_cli_site.moc"
