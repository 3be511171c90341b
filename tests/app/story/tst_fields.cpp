// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/fields.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf::story;
using namespace Qt::StringLiterals;

class TestFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasAKeyOfItsOwn() const;
    void statusIsSpeltAsInFiles() const;
    void valuesAreOneText() const;
};

void TestFields::everyFieldHasAKeyOfItsOwn() const
{
    QStringList keys;
    for (const Field field : fields()) {
        QCOMPARE(fieldFromKey(key(field)), field);
        keys.append(key(field));
    }
    QCOMPARE(keys.size(), 15);
    QCOMPARE(keys.removeDuplicates(), 0);
    QVERIFY(!fieldFromKey(u"colour"));
}

void TestFields::statusIsSpeltAsInFiles() const
{
    for (const Status status : {Status::Draft, Status::InReview, Status::Approved})
        QCOMPARE(statusFromKey(key(status)), status);
    QCOMPARE(statusFromKey(u"In-Review"), Status::InReview);
    QVERIFY(!statusFromKey(u"done"));
    QVERIFY(!statusFromKey(u""));
}

void TestFields::valuesAreOneText() const
{
    Story story;
    story.keywords = {u"ferry"_s, u"levy"_s};
    story.dateline.date = QDate(2026, 5, 12);
    story.embargo = QDateTime(QDate(2026, 5, 13), QTime(6, 0), QTimeZone::UTC);
    QCOMPARE(value(story, Field::Keywords), u"ferry, levy"_s);
    QCOMPARE(value(story, Field::DatelineDate), u"2026-05-12"_s);
    QCOMPARE(value(story, Field::Embargo), u"2026-05-13T06:00:00Z"_s);
    QCOMPARE(value(story, Field::Urgency), u"4"_s);
    QCOMPARE(value(story, Field::Deck), QString());
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
