// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "format/media_topics.h"
#include "ui/fields/date_words.h"
#include "ui/fields/language_words.h"
#include "ui/session/list_words.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::fields;
using namespace nutgraf::session;
using namespace Qt::StringLiterals;
using story::Field;

class TestListWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void subjectsStandByName_data();
    void subjectsStandByName();
    void sampleDeskHasNoNamelessTopic();
    void findsThePartAroundTheCaret();
    void languagesByNameAndCode_data();
    void languagesByNameAndCode();
    void timesAsTyped_data();
    void timesAsTyped();
};

void TestListWords::subjectsStandByName_data()
{
    QTest::addColumn<QStringList>("list");
    QTest::addColumn<QString>("words");
    QTest::newRow("topic") << QStringList{u"medtop:11000000"_s} << u"politics and government"_s;
    QTest::newRow("commas in a name") << QStringList{u"medtop:02000000"_s, u"medtop:20000344"_s}
                                      << u"crime, law and justice, economy"_s;
    QTest::newRow("unknown code") << QStringList{u"medtop:20009999"_s} << u"medtop:20009999"_s;
    QTest::newRow("plain") << QStringList{u"ports"_s, u"medtop:15000000"_s} << u"ports, sport"_s;
    QTest::newRow("looks like a name")
        << QStringList{u"medtop:20000082"_s, u"law and justice"_s} << u"crime; law and justice"_s;
    QTest::newRow("none") << QStringList() << QString();
}

void TestListWords::subjectsStandByName()
{
    QFETCH(QStringList, list);
    QFETCH(QString, words);
    QCOMPARE(listWords(Field::Subjects, list), words);
    QCOMPARE(listFrom(Field::Subjects, words), list);
}

void TestListWords::sampleDeskHasNoNamelessTopic()
{
    QDirIterator files(NUTGRAF_SOURCE_DIR "/resources"_L1, {u"*.md"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        const QByteArray bytes = readFile(files.next()).value_or(QByteArray());
        static const QRegularExpression code(u"medtop:\\d{8}"_s);
        auto found = code.globalMatch(QString::fromUtf8(bytes));
        while (found.hasNext()) {
            const QString topic = found.next().captured();
            QVERIFY2(!format::topicName(topic).isEmpty(), qPrintable(topic));
            ++seen;
        }
    }
    QVERIFY(seen > 5);
}

void TestListWords::findsThePartAroundTheCaret()
{
    const QString words = u"sport, econ ; law"_s;
    QCOMPARE(listPart(words, 3).in(words), u"sport");
    QCOMPARE(listPart(words, 11).in(words), u"econ");
    QCOMPARE(listPart(words, words.size()).in(words), u"law");
    QVERIFY(listPart(u"sport, "_s, 7).isEmpty());
}

void TestListWords::languagesByNameAndCode_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("tag");
    QTest::newRow("name") << u"Turkish"_s << u"tr"_s;
    QTest::newRow("with country") << u"english (gb)"_s << u"en-GB"_s;
    QTest::newRow("code") << u"EN-gb"_s << u"en-GB"_s;
    QTest::newRow("seldom") << u"Welsh"_s << u"cy"_s;
    QTest::newRow("neither") << u"Frenhc?"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestListWords::languagesByNameAndCode()
{
    QFETCH(QString, words);
    QFETCH(QString, tag);
    QCOMPARE(languageFrom(words).value_or(QString()), tag);
    if (!tag.isEmpty()) {
        QCOMPARE(languageFrom(languageName(tag)), tag);
    }
}

void TestListWords::timesAsTyped_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("utc"); // empty: not understood
    QTest::newRow("as shown") << u"14 May 2026, 18:00"_s << u"2026-05-14T18:00:00Z"_s;
    QTest::newRow("hour first") << u"18:00 14 May"_s << u"2026-05-14T18:00:00Z"_s;
    QTest::newRow("still today") << u"18:00"_s << u"2026-05-12T18:00:00Z"_s;
    QTest::newRow("past today") << u"9:30"_s << u"2026-05-13T09:30:00Z"_s;
    QTest::newRow("tomorrow") << u"tomorrow 9.30"_s << u"2026-05-13T09:30:00Z"_s;
    QTest::newRow("iso") << u"2026-05-14 18:00"_s << u"2026-05-14T18:00:00Z"_s;
    QTest::newRow("iso with a zone") << u"2026-05-14T18:00+03:00"_s << u"2026-05-14T15:00:00Z"_s;
    QTest::newRow("no hour") << u"14 May 2026"_s << QString();
    QTest::newRow("no such hour") << u"14 May 25:00"_s << QString();
    QTest::newRow("no day") << u"someday 18:00"_s << QString();
}

void TestListWords::timesAsTyped()
{
    QFETCH(QString, words);
    QFETCH(QString, utc);
    const QDateTime now(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC);
    const auto time = timeFrom(words, now);
    QCOMPARE(time ? time->toString(Qt::ISODate) : QString(), utc);
    if (time) {
        QCOMPARE(timeFrom(timeWords(*time), now), time);
    }
}

QTEST_GUILESS_MAIN(TestListWords)
#include "tst_list_words.moc"
