// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/transcript.h"

#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using format::Transcript;
using format::TranscriptLine;
using std::chrono::milliseconds;

class TestTranscript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsVoicesAndTimesOfWebVtt() const;
    void splitsACueWithTwoVoices() const;
    void readsSubRip() const;
    void readsPlainText() const;
    void keepsWhatItCannotRead() const;
    void refusesOtherEncodings() const;
    void writesTimeCodes() const;
};

void TestTranscript::readsVoicesAndTimesOfWebVtt() const
{
    const auto read =
        format::readTranscript("\xEF\xBB\xBFWEBVTT - council\r\n\r\nNOTE made by hand\r\n\r\n"
                               "intro\r\n20:58.500 --> 21:06.000 align:start\r\n"
                               "<v Chair>Order &amp; <i>silence</i>,\r\nplease.</v>\r\n\r\n"
                               "01:00:00.000 --> 01:00:01.000\r\nMayor Reyes: Thank you.\r\n",
                               u"a.vtt"_s);
    const Transcript expected{
        {TranscriptLine{milliseconds(1'258'500), u"Chair"_s, u"Order & silence, please."_s},
         TranscriptLine{milliseconds(3'600'000), u"Mayor Reyes"_s, u"Thank you."_s}}};
    QCOMPARE(read.value().lines.size(), 2U);
    QVERIFY(read.value() == expected);
}

void TestTranscript::splitsACueWithTwoVoices() const
{
    const auto read = format::readTranscript(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ann Poe>Yes. <v Bo>No.", u"a.vtt"_s);
    QCOMPARE(read.value().lines.size(), 2U);
    QCOMPARE(read.value().lines.at(0).speaker, u"Ann Poe"_s);
    QCOMPARE(read.value().lines.at(1).text, u"No."_s);
}

void TestTranscript::readsSubRip() const
{
    const auto read =
        format::readTranscript("1\n00:00:01,250 --> 00:00:04,000\nChair: Sit\ndown.\n\n"
                               "2\n00:00:05,000 --> 00:00:06,000\n<b>Applause</b>\n",
                               u"a.srt"_s);
    QCOMPARE(read.value().lines.size(), 2U);
    QCOMPARE(read.value().lines.at(0).begin, milliseconds(1250));
    QCOMPARE(read.value().lines.at(0).speaker, u"Chair"_s);
    QCOMPARE(read.value().lines.at(0).text, u"Sit down."_s);
    QCOMPARE(read.value().lines.at(1).text, u"Applause"_s);
}

void TestTranscript::readsPlainText() const
{
    const auto read = format::readTranscript("[00:21:47] Barrow: The forecast is a number.\n\n"
                                             "Santoro: We knew at 12:30: it was late.\n"
                                             "no name here: still text\n",
                                             u"a.txt"_s);
    QCOMPARE(read.value().lines.size(), 3U);
    QCOMPARE(read.value().lines.at(0).begin, milliseconds(1'307'000));
    QCOMPARE(read.value().lines.at(0).speaker, u"Barrow"_s);
    QCOMPARE(read.value().lines.at(1).text, u"We knew at 12:30: it was late."_s);
    QVERIFY(!read.value().lines.at(1).begin);
    QCOMPARE(read.value().lines.at(2).speaker, QString());
}

void TestTranscript::keepsWhatItCannotRead() const
{
    const auto read =
        format::readTranscript("WEBVTT\n\nbroken --> time\nThese words stay.\n", u"a.vtt"_s);
    QCOMPARE(read.value().lines.size(), 1U);
    QVERIFY(read.value().lines.front().text.contains(u"These words stay."));
    QVERIFY(format::readTranscript({}, u"empty.txt"_s).value().lines.empty());
}

void TestTranscript::refusesOtherEncodings() const
{
    QCOMPARE(format::readTranscript("caf\xE9", u"a.txt"_s).error().code, ErrorCode::FileNotUtf8);
}

void TestTranscript::writesTimeCodes() const
{
    QCOMPARE(format::timeCode(milliseconds(1'307'999)), u"00:21:47"_s);
}

QTEST_GUILESS_MAIN(TestTranscript)
#include "tst_transcript.moc"
