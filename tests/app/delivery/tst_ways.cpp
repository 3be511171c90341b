// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http_server.h"
#include "sample.h"

#include "delivery/posts.h"
#include "delivery/ways.h"

#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;
using namespace std::chrono_literals;

namespace {

constexpr char SftpServer[] = "/usr/lib/openssh/sftp-server";

HttpLimits quickLimits()
{
    return {.silence = 200ms, .whole = 5000ms, .answerBytes = 10000};
}

Parcel parcelFor(const Outlet &outlet, std::vector<publish::NamedBytes> files)
{
    return {.outlet = outlet,
            .key = {guidOf(u"levy"_s), 1, outlet.id},
            .storyId = u"20260512-k3v9q2mtxz"_s,
            .files = std::move(files),
            .secret = u"word"_s};
}

/// Sends, and waits for the answer.
Answer sent(const Parcel &parcel, const Programs &programs = {})
{
    Ways ways(fixedClock(at(10)), quickLimits(), programs);
    std::optional<Answer> answer;
    ways.send(parcel, [&](const Answer &said) { answer = said; });
    if (answer) // too early
        return {.verdict = Verdict::Refused, .reason = Reason::Misunderstood};
    const bool isAnswered = QTest::qWaitFor([&] { return answer.has_value(); }, 20000);
    return isAnswered ? *answer : Answer{.reason = Reason::Misunderstood};
}

QString said(const Answer &answer)
{
    const QString verdict = answer.verdict == Verdict::Arrived ? u"arrived"_s
        : answer.verdict == Verdict::Again                     ? u"again"_s
                                                               : u"refused"_s;
    return u"%1 %2 %3%4"_s.arg(verdict, key(answer.reason))
        .arg(answer.code)
        .arg(answer.mayHaveArrived ? u" in doubt"_s : u""_s);
}

} // namespace

class TestWays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newshubGetsTheBytesSigned() const;
    void answersAreUnderstood_data() const;
    void answersAreUnderstood() const;
    void nobodyThereIsNoDoubt() const;
    void secretsDoNotFollowRedirections() const;
    void putsFilesUnderLastingNames() const;
    void foldersGetWholeFiles() const;
    void wordPressCreatesChangesAndWithdraws() const;
    void ghostIsSpokenToWithItsKey() const;
    void aBlogThatSpeaksOtherwise() const;
    void sftpPutsAndRenames() const;
    void rsyncCopiesTheSite() const;
    void missingProgramsAreNamed() const;
};

void TestWays::newshubGetsTheBytesSigned() const
{
    HttpServer server([](const Request &) { return Reply{}; });
    const QByteArray body = "{\"guid\": \"x\",\n\"headline\": \"Größe\"}\n";
    Outlet newshub = outlet(u"newshub"_s, OutletKind::Newshub, server.url() + u"/base"_s);
    newshub.signing = Signing::Signed;
    QCOMPARE(said(sent(parcelFor(newshub, {{u"wire.newshub.ninjs.json"_s, body}}))),
             u"arrived  0"_s);
    QCOMPARE(server.requests().size(), 1);
    const Request &request = server.requests().first();
    QCOMPARE(request.verb, "POST");
    QCOMPARE(request.path, "/base/push");
    QCOMPARE(request.body, body);
    QCOMPARE(request.headers.value("content-type"), "application/json");
    QCOMPARE(request.headers.value("accept"), "application/json");
    QCOMPARE(
        request.headers.value("x-superdesk-signature"),
        "sha1=" + QMessageAuthenticationCode::hash(body, "word", QCryptographicHash::Sha1).toHex());
    // RFC 2202, test case 2
    QCOMPARE(superdeskSignature("what do ya want for nothing?", u"Jefe"_s),
             "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

void TestWays::answersAreUnderstood_data() const
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("manner");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, int status, Manner manner, const QString &answer) {
        QTest::newRow(name) << status << static_cast<int>(manner) << answer;
    };
    row("200", 200, Manner::Answer, u"arrived  0"_s);
    row("201", 201, Manner::Answer, u"arrived  0"_s);
    row("400", 400, Manner::Answer, u"refused answered 400"_s);
    row("401", 401, Manner::Answer, u"refused answered 401"_s);
    row("403", 403, Manner::Answer, u"refused answered 403"_s);
    row("404", 404, Manner::Answer, u"refused answered 404"_s);
    row("408", 408, Manner::Answer, u"again answered 408"_s);
    row("409", 409, Manner::Answer, u"refused answered 409"_s);
    row("429", 429, Manner::Answer, u"again answered 429"_s);
    row("500", 500, Manner::Answer, u"again answered 500 in doubt"_s);
    row("503", 503, Manner::Answer, u"again answered 503 in doubt"_s);
    row("301", 301, Manner::Answer, u"refused redirected 301"_s);
    row("silence", 200, Manner::Silence, u"again timed-out 0 in doubt"_s);
    row("cut", 200, Manner::Cut, u"again cut-off 0 in doubt"_s);
    row("half an answer", 200, Manner::HalfAnswer, u"again cut-off 0 in doubt"_s);
}

void TestWays::answersAreUnderstood() const
{
    QFETCH(const int, status);
    QFETCH(const int, manner);
    QFETCH(const QString, answer);
    HttpServer server([&](const Request &) {
        return Reply{.status = status, .manner = static_cast<Manner>(manner)};
    });
    const Outlet newshub = outlet(u"newshub"_s, OutletKind::Newshub, server.url());
    QCOMPARE(said(sent(parcelFor(newshub, {{u"wire.newshub.ninjs.json"_s, "{}"}}))), answer);
    QCOMPARE(server.requests().size(), 1); // nothing is sent twice behind our back
}

void TestWays::nobodyThereIsNoDoubt() const
{
    QString gone;
    {
        const HttpServer server([](const Request &) { return Reply{}; });
        gone = server.url();
    }
    const Outlet newshub = outlet(u"newshub"_s, OutletKind::Newshub, gone);
    QCOMPARE(said(sent(parcelFor(newshub, {{u"wire.newshub.ninjs.json"_s, "{}"}}))),
             u"again unreachable 0"_s);
}

void TestWays::secretsDoNotFollowRedirections() const
{
    HttpServer other([](const Request &) { return Reply{}; });
    HttpServer server([&](const Request &) {
        return Reply{.status = 307, .headers = "Location: " + other.url().toLatin1() + "/x\r\n"};
    });
    Outlet put = outlet(u"put"_s, OutletKind::Put, server.url());
    QCOMPARE(said(sent(parcelFor(put, {{u"web.html"_s, "x"}}))), u"refused redirected 307"_s);
    QVERIFY(other.requests().isEmpty());
}

void TestWays::putsFilesUnderLastingNames() const
{
    HttpServer server(
        [](const Request &request) { return Reply{.status = request.verb == "PUT" ? 201 : 404}; });
    Outlet put = outlet(u"put"_s, OutletKind::Put, server.url() + u"/in"_s);
    put.user = u"me"_s;
    Parcel parcel = parcelFor(put, {{u"web.html"_s, "<p>"}, {u"web.atom.xml"_s, "<entry/>"}});
    parcel.obsolete = {u"web.md"_s};
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s);
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(server.requests().at(0).path, "/in/20260512-k3v9q2mtxz.web.html");
    QCOMPARE(server.requests().at(0).headers.value("content-type"), "text/html; charset=utf-8");
    QCOMPARE(server.requests().at(0).headers.value("authorization"), "Basic bWU6d29yZA==");
    QCOMPARE(server.requests().at(1).body, "<entry/>");
    QCOMPARE(server.requests().at(2).verb, "DELETE"); // and 404 is as good as done
    parcel.outlet.user.clear();
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s);
    QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer word");
}

void TestWays::foldersGetWholeFiles() const
{
    const QTemporaryDir dir;
    const Outlet drop = outlet(u"drop"_s, OutletKind::Folder, dir.path());
    Parcel parcel = parcelFor(drop, {{u"wire.html"_s, "one"}});
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s);
    parcel.files = {{u"wire.ninjs.json"_s, "{}"}};
    parcel.obsolete = {u"wire.html"_s};
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"20260512-k3v9q2mtxz.wire.ninjs.json"_s});
    parcel.outlet.target = dir.filePath(u"not-mounted"_s);
    QCOMPARE(said(sent(parcel)), u"again target-unwritable 0"_s);
    QVERIFY(!QFileInfo::exists(parcel.outlet.target));
}

/// A WordPress of one post.
void TestWays::wordPressCreatesChangesAndWithdraws() const
{
    QJsonObject post;
    HttpServer server([&](const Request &request) {
        if (request.verb == "GET")
            return Reply{.body = post.isEmpty() ? "[]" : "[{\"id\":17}]"};
        const QJsonObject change = QJsonDocument::fromJson(request.body).object();
        for (auto it = change.begin(); it != change.end(); ++it)
            post[it.key()] = it.value();
        return Reply{.status = 201, .body = "{\"id\":17}"};
    });
    Outlet blog = outlet(u"blog"_s, OutletKind::WordPress, server.url());
    blog.user = u"desk"_s;
    Parcel parcel = parcelFor(blog, {{u"web.atom.xml"_s, atomOf({})}});
    QCOMPARE(sent(parcel).remote, u"17"_s);
    QCOMPARE(server.requests().at(0).path,
             "/wp-json/wp/v2/posts?slug=20260512-k3v9q2mtxz&status=any&context=edit&_fields=id");
    QCOMPARE(server.requests().at(1).path, "/wp-json/wp/v2/posts");
    QCOMPARE(post[u"slug"_s].toString(), u"20260512-k3v9q2mtxz"_s);
    QCOMPARE(post[u"title"_s].toString(), u"Levy 1 & more"_s);
    QCOMPARE(post[u"content"_s].toString(), u"<p><em>Was 3.</em></p><p>Words.</p>"_s);
    QCOMPARE(post[u"status"_s].toString(), u"publish"_s);
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s); // the receipt was lost: no second post
    QCOMPARE(server.requests().at(3).path, "/wp-json/wp/v2/posts/17");
    parcel.isWithdrawal = true;
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s);
    QCOMPARE(post[u"title"_s].toString(), u"This story has been withdrawn."_s);
    QVERIFY(!QJsonDocument(post).toJson().contains("Levy"));
    QVERIFY(!QJsonDocument(post).toJson().contains("Deck"));
}

void TestWays::ghostIsSpokenToWithItsKey() const
{
    HttpServer server([&](const Request &request) {
        if (request.verb == "GET")
            return Reply{.body = "{\"posts\":[{\"id\":\"5f\",\"updated_at\":\"2026\"}]}"};
        return Reply{.status = request.body.contains("\"updated_at\":\"2026\"") ? 200 : 409,
                     .body = "{\"posts\":[{\"id\":\"5f\"}]}"};
    });
    const Outlet blog = outlet(u"ghost"_s, OutletKind::Ghost, server.url());
    Parcel parcel = parcelFor(blog, {{u"web.atom.xml"_s, atomOf({})}});
    QCOMPARE(said(sent(parcel)), u"again secret-missing 0"_s); // no Admin API key
    QVERIFY(server.requests().isEmpty());
    parcel.secret = u"abc:00ff"_s;
    QCOMPARE(sent(parcel).remote, u"5f"_s);
    QCOMPARE(server.requests().at(0).path,
             "/ghost/api/admin/posts/slug/20260512-k3v9q2mtxz/?fields=id,updated_at");
    QCOMPARE(server.requests().at(1).verb, "PUT");
    QCOMPARE(server.requests().at(1).path, "/ghost/api/admin/posts/5f/?source=html");
    const QByteArray token = server.requests().at(1).headers.value("authorization").sliced(6);
    const QList<QByteArray> parts = token.split('.');
    QCOMPARE(parts.size(), 3);
    const auto flags = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QCOMPARE(parts.at(2),
             QMessageAuthenticationCode::hash(parts.at(0) + '.' + parts.at(1),
                                              QByteArray::fromHex("00ff"),
                                              QCryptographicHash::Sha256)
                 .toBase64(flags));
    const QJsonObject claims =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), flags)).object();
    QCOMPARE(claims[u"aud"_s].toString(), u"/admin/"_s);
    QCOMPARE(claims[u"exp"_s].toInteger() - claims[u"iat"_s].toInteger(), 300);
}

void TestWays::aBlogThatSpeaksOtherwise() const
{
    HttpServer portal([](const Request &) { return Reply{.body = "<html>Sign in to the hotel"}; });
    Outlet blog = outlet(u"blog"_s, OutletKind::WordPress, portal.url());
    Parcel parcel = parcelFor(blog, {{u"web.atom.xml"_s, atomOf({})}});
    QCOMPARE(said(sent(parcel)), u"again misunderstood 0"_s);
    QCOMPARE(portal.requests().size(), 1); // nothing was written there
    HttpServer empty([](const Request &) { return Reply{.body = "[]"}; });
    parcel.outlet.target = empty.url();
    parcel.isWithdrawal = true;
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s); // nothing is there to be withdrawn
    QCOMPARE(empty.requests().size(), 1);
}

void TestWays::sftpPutsAndRenames() const
{
    if (!QFileInfo::exists(QString::fromLatin1(SftpServer))
        || QStandardPaths::findExecutable(u"sftp"_s).isEmpty())
        QSKIP("openssh's sftp and sftp-server are not installed");
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"a \"b\" c"_s);
    QVERIFY(makeFolder(folder));
    const QUrl url(u"sftp://desk@subscriber.example"_s
                   + QString(folder).replace(u'"', u"%22"_s).replace(u' ', u"%20"_s));
    const Outlet drop = outlet(u"sftp"_s, OutletKind::Sftp, url.toString(QUrl::FullyEncoded));
    const Programs programs{.sftp = {u"sftp"_s, u"-D"_s, QString::fromLatin1(SftpServer)}};
    Parcel parcel = parcelFor(drop, {{u"wire.html"_s, "one"}, {u"wire.md"_s, "two"}});
    QCOMPARE(said(sent(parcel, programs)), u"arrived  0"_s);
    parcel.files = {{u"wire.html"_s, "three"}};
    parcel.obsolete = {u"wire.md"_s, u"wire.txt"_s};
    QCOMPARE(said(sent(parcel, programs)), u"arrived  0"_s);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"20260512-k3v9q2mtxz.wire.html"_s});
    QCOMPARE(readFile(folder + u"/20260512-k3v9q2mtxz.wire.html"_s).value(), "three");
    QVERIFY(removeFolder(folder));
    QCOMPARE(said(sent(parcel, programs)), u"again command-failed 1 in doubt"_s);
}

void TestWays::rsyncCopiesTheSite() const
{
    if (QStandardPaths::findExecutable(u"rsync"_s).isEmpty())
        QSKIP("rsync is not installed");
    const QTemporaryDir dir;
    const Outlet mirror = outlet(u"site"_s, OutletKind::Rsync, dir.filePath(u"mirror"_s));
    Parcel parcel = parcelFor(mirror, {});
    parcel.siteFolder = dir.filePath(u"site"_s);
    QCOMPARE(said(sent(parcel)), u"again site-missing 0"_s);
    QVERIFY(makeFolder(parcel.siteFolder + u"/css"_s));
    QVERIFY(writeFile(parcel.siteFolder + u"/index.html"_s, "front"));
    QVERIFY(writeFile(parcel.siteFolder + u"/css/.half.part"_s, "x"));
    QCOMPARE(said(sent(parcel)), u"arrived  0"_s);
    QCOMPARE(readFile(dir.filePath(u"mirror/index.html"_s)).value(), "front");
    QVERIFY(!QFileInfo::exists(dir.filePath(u"mirror/css/.half.part"_s)));
}

void TestWays::missingProgramsAreNamed() const
{
    const Outlet drop = outlet(u"sftp"_s, OutletKind::Sftp, u"sftp://subscriber.example/in"_s);
    const Programs programs{.sftp = {u"/no/such/program"_s}};
    QCOMPARE(said(sent(parcelFor(drop, {{u"wire.md"_s, "x"}}), programs)),
             u"again command-missing 0"_s);
}

QTEST_GUILESS_MAIN(TestWays)
#include "tst_ways.moc"
