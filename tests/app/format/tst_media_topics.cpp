// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"

#include <QRegularExpression>
#include <QTest>

using namespace nutgraf::format;
using namespace Qt::StringLiterals;

class TestMediaTopics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsNameAndCode() const;
    void givesTheSubjectCodeOfTheNearestWiderTopic() const;
    void everyTopicInUseCanBeGiven() const;
    void knowsNothingElse() const;
};

void TestMediaTopics::knowsNameAndCode() const
{
    QCOMPARE(topicName(u"medtop:11000000"_s), u"politics and government"_s);
    QCOMPARE(topicCode(u" Politics and Government"_s), u"medtop:11000000"_s);
    QCOMPARE(topicCode(u"medtop:20000344"_s), u"medtop:20000344"_s);
    QCOMPARE(topicCode(topicName(u"medtop:20000344"_s)), u"medtop:20000344"_s);
}

void TestMediaTopics::givesTheSubjectCodeOfTheNearestWiderTopic() const
{
    QCOMPARE(subjectCode(u"medtop:04000000"_s), u"04000000"_s);
    QCOMPARE(subjectCode(u"medtop:20000056"_s), u"16002000"_s); // armed conflict: its own
    QCOMPARE(subjectCode(u"medtop:20001361"_s), u"16000000"_s); // cyber warfare: conflict's
}

void TestMediaTopics::everyTopicInUseCanBeGiven() const
{
    static const QRegularExpression digits(u"^[0-9]{8}$"_s);
    QCOMPARE(topicNames().size(), 1085); // release of 2025-03-31
    for (const QString &name : topicNames()) {
        const QString code = topicCode(name);
        QCOMPARE(topicName(code), name);
        QVERIFY2(digits.match(subjectCode(code)).hasMatch(), qPrintable(name));
    }
}

void TestMediaTopics::knowsNothingElse() const
{
    for (const QString &other : {u""_s, u"ferries of Lorne"_s, u"medtop:1"_s, u"subj:11000000"_s}) {
        QCOMPARE(topicCode(other), QString());
        QCOMPARE(topicName(other), QString());
        QCOMPARE(subjectCode(other), QString());
    }
    QCOMPARE(subjectCode(u"medtop:99999999"_s), QString());
}

QTEST_GUILESS_MAIN(TestMediaTopics)

#include "tst_media_topics.moc"
