// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "messages/shortened.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::messages;
using namespace Qt::StringLiterals;

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void longWordsKeepTheirEnds() const
    {
        QCOMPARE(shortened(u"Nobody came."_s, 12), u"Nobody came."_s);
        QCOMPARE(shortened(u"We can raise the money now, or we can raise it later"_s, 24),
                 u"We can raise … it later"_s);
        QCOMPARE(shortened(u"abcdefghijklmnop"_s, 8), u"abcd … mnop"_s);
    }
    void wordsEveryError() const;
    void wordsEveryCheck() const;
    void wordsEveryReason() const;
    void wordsEveryUnitNote() const;
    void wordsEveryName() const;
    void wordsACorrection() const;
    void saysWhereInAFile() const;
    void fitsOneLine() const;
    void saysTheDetail() const;
};

namespace {

/// All values of an enum up to and including `last`.
template <class Enum>
std::vector<Enum> upTo(Enum last)
{
    std::vector<Enum> values;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        values.push_back(static_cast<Enum>(i));
    }
    return values;
}

/// Plain words: not empty, no name out of the code, nothing left to fill in.
bool isPlain(const QString &words)
{
    static const QRegularExpression code(QStringLiteral("[a-z][A-Z]|::|%\\d|_"));
    return !words.trimmed().isEmpty() && !code.match(words).hasMatch();
}

template <class Enum>
void checkNames(Enum last)
{
    QSet<QString> seen;
    for (const Enum value : upTo(last)) {
        const QString words = name(value);
        QVERIFY2(isPlain(words) && !seen.contains(words), qPrintable(words));
        seen.insert(words);
    }
}

} // namespace

void TestMessages::wordsEveryError() const
{
    QSet<QString> seen;
    for (const ErrorCode code : upTo(ErrorCode::Internal)) {
        const Message message = describe(Error{.code = code, .subject = {}, .detail = {}});
        QVERIFY2(isPlain(message.what) && message.what.endsWith(u'.'), qPrintable(message.what));
        QVERIFY2(isPlain(message.remedy) && message.remedy.endsWith(u'.'),
                 qPrintable(message.remedy));
        QVERIFY2(!seen.contains(message.what), qPrintable(message.what));
        seen.insert(message.what);
    }
}

void TestMessages::wordsEveryCheck() const
{
    QSet<QString> seen;
    for (const review::CheckId id : upTo(review::CheckId::HeaderCut)) {
        review::Finding finding;
        finding.id = id;
        const Message bare = describe(finding, {});
        finding.detail = id == review::CheckId::RelativeDay ? QStringLiteral("2026-05-14")
                                                            : QStringLiteral("71");
        const Message detailed = describe(finding, {});
        for (const Message &message : {bare, detailed}) {
            QVERIFY2(isPlain(message.what), qPrintable(message.what));
            QVERIFY2(isPlain(message.remedy) && message.remedy.endsWith(u'.'),
                     qPrintable(message.remedy));
        }
        QVERIFY2(!seen.contains(bare.what), qPrintable(bare.what));
        seen.insert(bare.what);
    }
}

void TestMessages::wordsEveryReason() const
{
    QSet<QString> seen;
    for (const analysis::ReasonCode code : upTo(analysis::ReasonCode::Model)) {
        const QString words = describe(analysis::Reason{code, {}});
        QVERIFY2(isPlain(words) && !seen.contains(words), qPrintable(words));
        QVERIFY(describe(analysis::Reason{code, QStringLiteral("Roos")})
                    .contains(QStringLiteral("Roos")));
        seen.insert(words);
    }
}

void TestMessages::wordsEveryUnitNote() const
{
    QSet<QString> seen;
    for (const summary::UnitNote note : upTo(summary::UnitNote::DateMadeAbsolute)) {
        const QString words = describe(note);
        QVERIFY2(isPlain(words) && !seen.contains(words), qPrintable(words));
        QVERIFY(isPlain(describe(note, QStringLiteral("8"))));
        seen.insert(words);
    }
    QCOMPARE(describe(summary::UnitNote::Clarification, QStringLiteral("8")),
             QStringLiteral("clarification: goes wherever ¶ 8 goes"));
}

void TestMessages::wordsEveryName() const
{
    checkNames(analysis::EntityType::Date);
    checkNames(analysis::AttributionKind::Indirect);
    checkNames(review::UnitState::NoSource);
    checkNames(review::Verdict::Rejected);
    checkNames(review::FindingLevel::Note);
    checkNames(format::PublicationKind::Kill);
}

void TestMessages::wordsACorrection() const
{
    review::Correction correction;
    correction.at = QDateTime(QDate(2026, 5, 12), QTime(9, 30), QTimeZone::UTC);
    QCOMPARE(describe(correction), QStringLiteral("corrected, 12 May 09:30"));
    correction.by = QStringLiteral("kl");
    QCOMPARE(describe(correction), QStringLiteral("corrected by KL, 12 May 09:30"));
    QCOMPARE(changesOf(correction), QString());
    correction.speaker = QString();
    correction.kind = analysis::AttributionKind::Indirect;
    correction.content = review::TextQuoteSelector{QStringLiteral("late"), {}, {}};
    QCOMPARE(changesOf(correction), QStringLiteral("nobody is named, indirect, the words “late”"));
    correction.speaker = QStringLiteral("Olga Baran");
    correction.kind.reset();
    correction.content->exact = QStringLiteral("“Nobody on this coast will be left standing on a "
                                               "quay, whatever anybody says,”");
    QCOMPARE(changesOf(correction),
             QStringLiteral("said by Olga Baran, the words “Nobody on this coast will be … quay, "
                            "whatever anybody says,”"));
}

void TestMessages::saysWhereInAFile() const
{
    Error error{
        .code = ErrorCode::StoryHeaderInvalid, .subject = QStringLiteral("story.md"), .detail = {}};
    QCOMPARE(describe(error).where, QStringLiteral("story.md"));
    error.line = 7;
    QCOMPARE(describe(error).where, QStringLiteral("story.md, line 7"));
    error.column = 12;
    QCOMPARE(describe(error).where, QStringLiteral("story.md, line 7, column 12"));
}

void TestMessages::fitsOneLine() const
{
    const Error error{.code = ErrorCode::StoryHeaderInvalid,
                      .subject = QStringLiteral("story.md"),
                      .line = 7,
                      .column = 12,
                      .detail = QStringLiteral("bad\nindentation")};
    const QString line = oneLine(error);
    QVERIFY(
        line.startsWith(QStringLiteral("story.md:7:12: The story's header cannot be understood")));
    QVERIFY(line.contains(QStringLiteral("(bad indentation). Correct")));
    QVERIFY(!line.contains(u'\n'));
}

void TestMessages::saysTheDetail() const
{
    review::Finding finding;
    finding.id = review::CheckId::RelativeDay;
    finding.detail = QStringLiteral("2026-05-14");
    QCOMPARE(describe(finding, {}).what,
             QStringLiteral("A relative day: the web edition will carry 14 May 2026."));
    finding.id = review::CheckId::HeadlineLong;
    finding.field = story::Field::Headline;
    finding.detail = QStringLiteral("84");
    QCOMPARE(describe(finding, {}).what, QStringLiteral("The headline is long: 84 characters."));
    QCOMPARE(describe(finding, {}).where, QStringLiteral("Headline"));
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
