// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "cli_runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::cli_test;
using namespace Qt::StringLiterals;

namespace {

/// What JSON ranges say, cut out of the file's characters by code points.
class Text {
public:
    explicit Text(const QByteArray &bytes)
    {
        // A byte order mark is a character of the file like any other.
        const bool hasMark = bytes.startsWith("\xEF\xBB\xBF");
        m_text = QString::fromUtf8(bytes);
        if (hasMark && !m_text.startsWith(QChar(0xFEFF))) {
            m_text.prepend(QChar(0xFEFF));
        }
        m_characters = m_text.toUcs4();
    }
    [[nodiscard]] QString in(const QJsonArray &range) const
    {
        QString words;
        for (qsizetype i = range.at(0).toInteger(); i < range.at(1).toInteger(); ++i) {
            words += QChar::fromUcs4(m_characters.at(i));
        }
        return words;
    }
    [[nodiscard]] QStringList all(const QJsonValue &ranges) const
    {
        QStringList words;
        for (const QJsonValue &range : ranges.toArray()) {
            words.append(in(range.toArray()));
        }
        return words;
    }

private:
    QString m_text;
    QList<uint> m_characters;
};

QJsonObject analyse(const QString &file)
{
    const Outcome outcome = run({u"analyze"_s, u"--format"_s, u"json"_s, file});
    return outcome.code == 0 ? QJsonDocument::fromJson(outcome.out).object() : QJsonObject();
}

const QByteArray Body = "Ferries \xF0\x9F\x9A\xA2 sail again, minister Helena Voss said.\n"
                        "“We waited 🕰 long enough,” she told reporters in Port Amery.\n";

} // namespace

class TestCliAnalyze : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsCodePoints_data() const;
    void countsCodePoints() const;
    void hasTheAgreedShape() const;
    void leavesFrontMatterOut() const;
    void printsOneLineAFile() const;
    void goesOnAfterABadFile() const;
    void readsAnEmptyFile() const;
    void isTheSameEveryTime() const;
    void printsTables() const;
};

void TestCliAnalyze::countsCodePoints_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray header = "---\nslug: a 🚢\nheadline: Boats “sail” 🚢 again\n---\n\n";
    const auto crlf = [](QByteArray bytes) {
        return bytes.replace('\n', "\r\n");
    };
    const QByteArray mark = "\xEF\xBB\xBF";
    QTest::newRow("text") << u"a.txt"_s << Body;
    QTest::newRow("text, CRLF") << u"a.txt"_s << crlf(Body);
    QTest::newRow("text, mark, CRLF") << u"a.txt"_s << mark + crlf(Body);
    QTest::newRow("Markdown") << u"a.md"_s << header + Body;
    QTest::newRow("Markdown, CRLF") << u"a.md"_s << crlf(header + Body);
    QTest::newRow("Markdown, mark, CRLF") << u"a.md"_s << mark + crlf(header + Body);
    QTest::newRow("Markdown without header") << u"a.md"_s << Body;
}

void TestCliAnalyze::countsCodePoints() const
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString file = folder.filePath(name);
    QVERIFY(writeFile(file, bytes).has_value());
    const Text text(bytes);
    const QJsonObject object = analyse(file);
    QStringList contents;
    for (const QJsonValue &attribution : object.value(u"attributions"_s).toArray()) {
        contents += text.all(attribution.toObject().value(u"content"_s));
    }
    QVERIFY2(contents.contains(u"“We waited 🕰 long enough,”"_s), qPrintable(contents.join(u'|')));
    for (const QJsonValue &value : object.value(u"entities"_s).toArray()) {
        const QJsonObject entity = value.toObject();
        QCOMPARE(text.in({entity.value(u"start"_s), entity.value(u"end"_s)}),
                 entity.value(u"text"_s).toString());
    }
}

void TestCliAnalyze::hasTheAgreedShape() const
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.txt"_s);
    QVERIFY(writeFile(file, Body).has_value());
    const QJsonObject object = analyse(file);
    QCOMPARE(object.keys(),
             (QStringList{u"attributions"_s, u"entities"_s, u"file"_s, u"language"_s, u"summary"_s,
                          u"unspoken_quotes"_s}));
    QCOMPARE(object.value(u"file"_s).toString(), file);
    QCOMPARE(object.value(u"language"_s).toString(), u"en"_s);
    const QJsonArray attributions = object.value(u"attributions"_s).toArray();
    QVERIFY(!attributions.isEmpty());
    for (const QJsonValue &value : attributions) {
        const QJsonObject attribution = value.toObject();
        QCOMPARE(
            attribution.keys(),
            (QStringList{u"confidence"_s, u"content"_s, u"cue"_s, u"id"_s, u"kind"_s, u"polarity"_s,
                         u"reasons"_s, u"source"_s, u"speaker"_s, u"speaker_name"_s}));
        const QString kind = attribution.value(u"kind"_s).toString();
        QVERIFY(kind == u"direct"_s || kind == u"mixed"_s || kind == u"indirect"_s);
        const double confidence = attribution.value(u"confidence"_s).toDouble(-1);
        QVERIFY(confidence >= 0 && confidence <= 1);
    }
    for (const QJsonValue &value : object.value(u"entities"_s).toArray()) {
        static const QStringList types{u"PER"_s, u"ORG"_s, u"LOC"_s, u"MISC"_s, u"DATE"_s};
        QVERIFY(types.contains(value.toObject().value(u"type"_s).toString()));
    }
}

void TestCliAnalyze::leavesFrontMatterOut() const
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.md"_s);
    QVERIFY(writeFile(file,
                      "---\nslug: a\neditors-note: \"“Nobody quotes this,” said Ada Berg.\"\n---\n"
                      "\nNo quotation here.\n")
                .has_value());
    QVERIFY(analyse(file).value(u"attributions"_s).toArray().isEmpty());
    QVERIFY(analyse(file).value(u"entities"_s).toArray().isEmpty());
}

void TestCliAnalyze::printsOneLineAFile() const
{
    const QTemporaryDir folder;
    QStringList call{u"analyze"_s};
    for (const QString &name : {u"a.txt"_s, u"b.md"_s, u"c.txt"_s}) {
        QVERIFY(writeFile(folder.filePath(name), Body).has_value());
        call.append(folder.filePath(name));
    }
    const Outcome outcome = run(call);
    const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(QJsonDocument::fromJson(lines.at(i)).object().value(u"file"_s).toString(),
                 call.at(i + 1));
    }
}

void TestCliAnalyze::goesOnAfterABadFile() const
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"bad.txt"_s), "good line\nbad \xFF line\n").has_value());
    QVERIFY(writeFile(folder.filePath(u"good.txt"_s), Body).has_value());
    const Outcome outcome =
        run({u"analyze"_s, folder.filePath(u"bad.txt"_s), folder.filePath(u"good.txt"_s)});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out.count('\n'), 1);
    QVERIFY2(outcome.error.contains("bad.txt:2"), outcome.error.constData());
}

void TestCliAnalyze::readsAnEmptyFile() const
{
    const QTemporaryDir folder;
    for (const QString &name : {u"a.txt"_s, u"a.md"_s}) {
        QVERIFY(writeFile(folder.filePath(name), "").has_value());
        QVERIFY(analyse(folder.filePath(name)).value(u"attributions"_s).toArray().isEmpty());
    }
}

void TestCliAnalyze::isTheSameEveryTime() const
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"a.txt"_s), Body).has_value());
    const QStringList call{u"analyze"_s, folder.filePath(u"a.txt"_s)};
    QCOMPARE(run(call).out, run(call).out);
}

void TestCliAnalyze::printsTables() const
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"a.txt"_s), Body).has_value());
    const Outcome outcome =
        run({u"analyze"_s, u"--format=table"_s, folder.filePath(u"a.txt"_s)}, {u"COLUMNS=80"_s});
    QCOMPARE(outcome.code, 0);
    const QString text = QString::fromUtf8(outcome.out);
    QVERIFY(text.contains(u"SPEAKER"_s));
    QVERIFY(text.contains(u"“We waited"_s));
    for (const QString &line : text.split(u'\n').sliced(1)) {
        QVERIFY2(line.size() <= 80, qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TestCliAnalyze)
#include "tst_cli_analyze.moc"
