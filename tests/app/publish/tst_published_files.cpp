// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "sample.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

namespace {

bool isRefresh = false; ///< `--refresh`: write the stored samples instead of comparing with them

/// Every kind of publication, as a desk would make them, in folders below `desk`.
bool publishAll(const QString &desk)
{
    const auto folder = [&desk](const QString &name) {
        const QString path = desk + u"/stories/"_s + name;
        QDir().mkpath(path);
        return path;
    };
    const auto goesOut = [](const Request &request, const QDateTime &time) {
        return publish::publish(request, fixedClock(time)).has_value();
    };
    const QString levy = folder(u"2026-05-12-harbour-levy"_s);
    bool isOut = goesOut(request(levy), at(8));
    Request update = request(levy, Update, u"The assembly votes in June."_s);
    update.story.editorsNote = u"Pictures follow."_s;
    isOut = goesOut(update, at(9)) && isOut;
    Request corrected = request(levy, Correction, u"The charge for adults is 2 crowns, not 3."_s);
    corrected.story.slug = u"island-toll"_s;
    corrected.story.byline.clear();
    isOut = goesOut(corrected, at(10)) && isOut;
    Request kill = request(levy, Kill, u"the sums in it are wrong"_s);
    isOut = goesOut(kill, at(11)) && isOut;
    const QString rate = folder(u"2026-05-12-rate"_s);
    Request held = request(rate);
    held.storyId = story::storyIdFrom(QDate(2026, 5, 12), "rate");
    held.story.slug = u"rate"_s;
    held.story.headline = u"Central bank keeps its rate at 3 per cent"_s;
    held.story.deck.clear();
    held.story.body = u"The central bank left its rate at 3 per cent on Tuesday.\n\nIts governor, "
                      "Lena Holt, said that prices were rising more slowly than in spring."_s;
    held.story.embargo = at(12);
    isOut = goesOut(held, at(8)) && isOut;
    Request lifted = held;
    lifted.kind = Update;
    lifted.note = u"The embargo is over."_s;
    lifted.story.embargo = {};
    return goesOut(lifted, at(12)) && isOut;
}

} // namespace

class TestPublishedFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksLikeTheStoredSample() const;
    void keepsTheWireTextOffTheWeb() const;
    void namesWhomTheEditionNames() const;
    void showsMarkupAsText() const;
    void isValid() const;
};

void TestPublishedFiles::looksLikeTheStoredSample() const
{
    const QTemporaryDir desk;
    QVERIFY(publishAll(desk.path()));
    const QDir stored(QStringLiteral(NUTGRAF_TEST_DATA "/published/v0003"));
    const QDir made(versionFolder(desk.path() + u"/stories/2026-05-12-harbour-levy"_s, 3));
    QVERIFY(isRefresh ? stored.mkpath(u"."_s) : stored.exists());
    for (const QString &name : made.entryList(QDir::Files)) {
        const QByteArray bytes = readFile(made.filePath(name)).value();
        if (isRefresh)
            QVERIFY(writeFile(stored.filePath(name), bytes));
        QCOMPARE(QString::fromUtf8(bytes),
                 QString::fromUtf8(readFile(stored.filePath(name)).value_or(QByteArray())));
    }
    QCOMPARE(made.entryList(QDir::Files), stored.entryList(QDir::Files));
}

void TestPublishedFiles::keepsTheWireTextOffTheWeb() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    const QDir folder(versionFolder(dir.path(), 1));
    for (const QString &name : folder.entryList({u"web.*"_s}, QDir::Files)) {
        const QByteArray bytes = readFile(folder.filePath(name)).value();
        QVERIFY2(!bytes.contains("toll on going home"), qPrintable(name));
        QVERIFY2(bytes.contains("in summarized form"), qPrintable(name));
    }
}

/// The web edition is of the first sentence; Anna Barrow speaks in the second.
void TestPublishedFiles::namesWhomTheEditionNames() const
{
    const QTemporaryDir dir;
    QVERIFY(publish::publish(request(dir.path()), fixedClock(at(8))));
    const QDir folder(versionFolder(dir.path(), 1));
    QVERIFY(readFile(folder.filePath(u"wire.ninjs.json"_s))->contains("\"name\": \"Anna Barrow\""));
    QVERIFY(readFile(folder.filePath(u"wire.newsml.xml"_s))->contains("literal=\"Anna Barrow\""));
    for (const QString &name : folder.entryList({u"web.*"_s}, QDir::Files))
        QVERIFY2(!readFile(folder.filePath(name))->contains("Barrow"), qPrintable(name));
}

void TestPublishedFiles::showsMarkupAsText() const
{
    format::Edition edition;
    edition.guid = edition.wireGuid = u"urn:newsml:a.example:20260512:x"_s;
    edition.story.headline = u"</script><b>\"Levy\" & toll"_s;
    edition.story.body = u"<script>alert(1)</script> [a](javascript:x) ![b](https://c.example/d) "
                         "`code` &amp; &copy; &#8364; <https://e.example>\n\n## Head"_s;
    const QByteArray page = format::writeHtml(edition);
    QCOMPARE(page.count("<script"), 1);
    QCOMPARE(page.count("</script"), 1);
    QVERIFY(!page.contains("javascript:") && !page.contains("<img"));
    QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; a ![b](https://c.example/d) "
                          "`code` &amp; &amp;copy; € &lt;https://e.example&gt;"));
    QCOMPARE(page.count("<h1>"), 1);
    QVERIFY(page.contains("<h2>Head</h2>"));
}

void TestPublishedFiles::isValid() const
{
    const QString validator =
        QStringLiteral(NUTGRAF_SOURCE_DIR "/../shared/eval/validate_published.py");
    if (!QFile::exists(validator))
        QSKIP("The validator is not beside this checkout.");
    const QTemporaryDir desk;
    QVERIFY(publishAll(desk.path()));
    QProcess python;
    python.start(
        u"python3"_s,
        {validator, desk.path(), u"--formats"_s, u"ninjs,newshub,newsml,nitf,html,atom,md"_s});
    if (!python.waitForStarted())
        QSKIP("There is no python3 to run the validator.");
    QVERIFY(python.waitForFinished(120000));
    const QByteArray output = python.readAllStandardOutput() + python.readAllStandardError();
    if (output.contains("needs the Python module"))
        QSKIP("Python's jsonschema is not installed.");
    QVERIFY2(python.exitCode() == 0, output.constData());
    QVERIFY2(output.contains(" 0 failed"), output.constData());
}

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    isRefresh = arguments.removeAll(u"--refresh"_s) > 0;
    const QCoreApplication application(argc, argv);
    TestPublishedFiles test;
    return QTest::qExec(&test, arguments);
}

#include "tst_published_files.moc"
