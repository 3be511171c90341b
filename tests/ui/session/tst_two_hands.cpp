// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "ui/session/disk_guard.h"
#include "ui/session/reading.h"
#include "ui/session/story_session.h"
#include "ui/session/unit_decisions.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::session;
using namespace Qt::StringLiterals;
using review::UnitState;
using review::Verdict;

namespace {

constexpr auto Draft = "---\nslug: pier-fire\nheadline: Pier fire\n---\n\n"
                       "“It is out,” fire chief Ada Brandt said on Monday.\n\n"
                       "“Nobody was hurt,” Mayor Bo Varga said.\n";

/// One window's session of a story.
struct Hand {
    Hand(const QString &path, const QString &initials, const QString &journals)
        : session(SessionServices{systemClock(), randomIds(), initials, journals})
    {
        session.setDebounce(0);
        QVERIFY(session.disk().open(path));
        QTRY_VERIFY(session.isIdle() && session.reading().snapshot);
        QVERIFY(session.reading().bound.units.size() >= 2);
    }
    void decide(int unit, Verdict verdict)
    {
        session.decisions().decide(*session.decisions().unit(unit), verdict);
    }
    [[nodiscard]] UnitState state(int unit) const
    {
        return session.reading().bound.units.at(static_cast<std::size_t>(unit)).state;
    }
    StorySession session;
};

} // namespace

/// A story reviewed in two windows at once.
class TestTwoHands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void init();
    void cleanup();
    void eachSeesWhatTheOtherDecides();
    void bothDecisionsReachTheFile();
    void theFirstOfTwoStands();
    void undoTakesBackOnesOwnAlone();
    void redoMakesWhatUndoUnmade();
    void aFileThatIsGoneWithdrawsNothing();
    void aStoryThatMovesKeepsItsDecisions();
    void whatCannotBeReadIsNotOverwritten();

private:
    [[nodiscard]] std::vector<review::Decision> inFile() const
    {
        const Result<review::Review> read =
            review::readDecisions(m_folder->filePath(u"story/review.json"_s));
        return read ? read->decisions : std::vector<review::Decision>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Hand> m_one;
    std::unique_ptr<Hand> m_other;
};

void TestTwoHands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"story"_s));
    const QString path = m_folder->filePath(u"story/story.md"_s);
    QVERIFY(writeFile(path, Draft));
    m_one = std::make_unique<Hand>(path, u"kl"_s, m_folder->filePath(u"j1"_s));
    m_other = std::make_unique<Hand>(path, u"bo"_s, m_folder->filePath(u"j2"_s));
}

void TestTwoHands::cleanup()
{
    m_one.reset();
    m_other.reset();
}

void TestTwoHands::eachSeesWhatTheOtherDecides()
{
    m_one->decide(0, Verdict::Confirmed);
    QTRY_COMPARE(m_other->state(0), UnitState::Confirmed);
    m_other->decide(1, Verdict::Rejected);
    QTRY_COMPARE(m_one->state(1), UnitState::Rejected);
    QCOMPARE(m_one->state(0), UnitState::Confirmed);
    m_other->session.undo();
    QTRY_VERIFY(m_one->state(1) != UnitState::Rejected);
}

/// Neither has seen the other's when it decides.
void TestTwoHands::bothDecisionsReachTheFile()
{
    m_one->decide(0, Verdict::Confirmed);
    m_other->decide(1, Verdict::Confirmed);
    QTRY_COMPARE(inFile().size(), 2U);
    QTRY_COMPARE(m_one->state(1), UnitState::Confirmed);
    QTRY_COMPARE(m_other->state(0), UnitState::Confirmed);
}

void TestTwoHands::theFirstOfTwoStands()
{
    QSignalSpy told(&m_other->session, &StorySession::failed);
    m_one->decide(0, Verdict::Rejected);
    m_one->session.disk().finishWrites();
    m_other->decide(0, Verdict::Confirmed); // it has not seen the other's yet
    QTRY_COMPARE(m_other->state(0), UnitState::Rejected);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<Error>().code, ErrorCode::UnitChanged);
    QCOMPARE(inFile().size(), 1U);
    QCOMPARE(inFile().front().by, u"kl"_s);
    m_other->session.undo(); // of what was refused
    m_other->session.disk().finishWrites();
    QTRY_COMPARE(m_other->state(0), UnitState::Rejected);
    QCOMPARE(inFile().size(), 1U);
}

void TestTwoHands::undoTakesBackOnesOwnAlone()
{
    m_one->decide(0, Verdict::Confirmed);
    QTRY_COMPARE(m_other->state(0), UnitState::Confirmed);
    m_other->decide(1, Verdict::Confirmed);
    QTRY_COMPARE(m_one->state(1), UnitState::Confirmed);
    m_one->session.undo();
    QTRY_COMPARE(inFile().size(), 1U);
    QCOMPARE(inFile().front().by, u"bo"_s);
    m_one->session.redo();
    QTRY_COMPARE(inFile().size(), 2U);
}

/// And no more: there was nothing to undo where the other had done it already.
void TestTwoHands::redoMakesWhatUndoUnmade()
{
    m_one->decide(0, Verdict::Confirmed);
    QTRY_COMPARE(m_other->state(0), UnitState::Confirmed);
    m_other->session.decisions().withdraw(*m_other->session.decisions().unit(0));
    QTRY_VERIFY(m_one->state(0) != UnitState::Confirmed);
    m_one->session.undo();
    m_one->session.redo();
    m_one->session.disk().finishWrites();
    QVERIFY(inFile().empty());
    m_other->session.undo();
    QTRY_COMPARE(m_one->state(0), UnitState::Confirmed);
    m_other->session.redo();
    QTRY_VERIFY(m_one->state(0) != UnitState::Confirmed);
    QTRY_VERIFY(inFile().empty());
}

void TestTwoHands::aFileThatIsGoneWithdrawsNothing()
{
    m_one->decide(0, Verdict::Confirmed);
    QTRY_COMPARE(m_other->state(0), UnitState::Confirmed);
    QVERIFY(QFile::remove(m_folder->filePath(u"story/review.json"_s)));
    m_other->decide(1, Verdict::Confirmed);
    QTRY_COMPARE(inFile().size(), 2U);
    QCOMPARE(m_one->state(0), UnitState::Confirmed);
}

void TestTwoHands::aStoryThatMovesKeepsItsDecisions()
{
    m_other.reset();
    m_one->decide(0, Verdict::Confirmed);
    m_one->session.disk().finishWrites();
    QVERIFY(QDir(m_folder->path()).rename(u"story"_s, u"renamed"_s));
    m_one->session.disk().relocate(m_folder->filePath(u"renamed/story.md"_s));
    m_one->decide(1, Verdict::Confirmed);
    m_one->session.disk().finishWrites();
    const auto moved = review::readDecisions(m_folder->filePath(u"renamed/review.json"_s));
    QVERIFY(moved);
    QCOMPARE(moved->decisions.size(), 2U);
    QCOMPARE(m_one->state(0), UnitState::Confirmed);
}

void TestTwoHands::whatCannotBeReadIsNotOverwritten()
{
    const QString file = m_folder->filePath(u"story/review.json"_s);
    QSignalSpy told(&m_one->session, &StorySession::failed);
    QVERIFY(writeFile(file, "{ half of it"));
    m_one->decide(0, Verdict::Confirmed);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<Error>().code, ErrorCode::ReviewInvalid);
    QCOMPARE(readFile(file).value_or(QByteArray()), QByteArray("{ half of it"));
    QVERIFY(writeFile(file, review::writeReview({})));
    m_one->decide(1, Verdict::Confirmed); // what was owed is written with it
    QTRY_COMPARE(inFile().size(), 2U);
}

QTEST_MAIN(TestTwoHands)
#include "tst_two_hands.moc"
