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
    void everyFieldTakesItsOwnType() const;
    void anotherTypeChangesNothing() const;
    void valuesAreKeptInOneForm() const;
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

void TestFields::everyFieldTakesItsOwnType() const
{
    Story full;
    full.slug = full.headline = full.deck = full.byline = full.language = u"a"_s;
    full.editorsNote = full.notice = full.body = full.dateline.place = u"b"_s;
    full.dateline.date = QDate(2026, 5, 12);
    full.urgency = 2;
    full.subjects = full.keywords = {u"c"_s, u"d"_s};
    full.status = Status::Approved;
    full.embargo = QDateTime(QDate(2026, 5, 13), QTime(6, 0), QTimeZone::UTC);
    Story copy;
    for (const Field field : fields()) {
        QVERIFY(fieldValue(copy, field) != fieldValue(full, field));
        QVERIFY(setField(copy, field, fieldValue(full, field)));
        QVERIFY(fieldValue(copy, field) == fieldValue(full, field));
    }
    QCOMPARE(copy, full);
}

void TestFields::anotherTypeChangesNothing() const
{
    Story story;
    story.headline = u"Levy"_s;
    story.keywords = {u"ferry"_s};
    const Story before = story;
    const std::vector<FieldValue> values{
        u"words"_s,       QStringList{u"list"_s}, 3,
        Status::Approved, QDate(2026, 1, 1),      std::optional<QDateTime>()};
    for (const Field field : fields()) {
        for (const FieldValue &value : values) {
            if (value.index() != fieldValue(story, field).index()) {
                QVERIFY(!setField(story, field, value));
            }
        }
    }
    QCOMPARE(story, before);
}

void TestFields::valuesAreKeptInOneForm() const
{
    Story story;
    QVERIFY(setField(story, Field::Urgency, 0));
    QCOMPARE(story.urgency, 1);
    QVERIFY(setField(story, Field::Urgency, 10));
    QCOMPARE(story.urgency, 9);
    const QDateTime there(QDate(2026, 5, 13), QTime(8, 0), QTimeZone(7200));
    QVERIFY(setField(story, Field::Embargo, std::optional(there)));
    QCOMPARE(value(story, Field::Embargo), u"2026-05-13T06:00:00Z"_s);
    QCOMPARE(story.embargo->timeSpec(), Qt::UTC);
    QVERIFY(setField(story, Field::Embargo, std::optional(QDateTime())));
    QVERIFY(!story.embargo);
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
