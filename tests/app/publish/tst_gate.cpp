// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

namespace {

const QString Unsourced = u"\n\n“Nobody has told us who would pay for the boats.”"_s;

/// The proposal and choice that an editor has before them.
struct Sheet {
    Proposal proposal;
    Choice choice;
};

Sheet opened(const Request &request)
{
    save(request);
    Proposal proposal = publish::proposal(subject(request, at(8)), at(8)).value();
    const Choice choice = sample::choice(request, proposal);
    return {std::move(proposal), choice};
}

Result<Manifest> goOut(const Sheet &sheet)
{
    return publish::publish(sheet.proposal.subject, sheet.choice, fixedClock(at(8)));
}

ErrorCode codeOf(const Result<Manifest> &manifest)
{
    return manifest ? ErrorCode::Internal : manifest.error().code;
}

reading::ReadingPtr failedReading(const Request &request)
{
    reading::Reader reader([](const auto &, const auto &) -> analysis::Analysis {
        throw std::runtime_error("the model is broken");
    });
    return reader.read({.story = request.story, .review = {}, .now = at(8)}).value();
}

} // namespace

class TestGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesAReadingOfAnotherText();
    void refusesAReadingOfOtherDecisions();
    void refusesAStoryThatNobodyRead();
    void refusesWhileTheReadingLags();
    void storesTheBytesThatWereRead();
    void refusesPicksOfAnotherText();
    void wantsAPickForTheWeb();
    void aFailingModelBlocks();
    void aKillPassesWithoutChecks_data();
    void aKillPassesWithoutChecks();
    void aKillIsOfTheStoryThatIsThere();
    void aKillWantsItsWord();

private:
    [[nodiscard]] Request request() const
    {
        return sample::request(m_dir->path());
    }
    [[nodiscard]] bool hasVersion(int number) const
    {
        return QDir(versionFolder(m_dir->path(), number)).exists();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestGate::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

/// Typed and saved after the story was read.
void TestGate::refusesAReadingOfAnotherText()
{
    const Sheet sheet = opened(request());
    Request typed = request();
    typed.story.body += Unsourced;
    save(typed);
    const Result<Manifest> manifest = goOut(sheet);
    QCOMPARE(codeOf(manifest), ErrorCode::ReadingStale);
    QCOMPARE(manifest.error().subject, m_dir->filePath(u"story.md"_s));
    QVERIFY(!hasVersion(1));
    // Read again it is another story, and its finding blocks.
    QCOMPARE(codeOf(goOut(opened(typed))), ErrorCode::GateClosed);
    QVERIFY(!hasVersion(1));
}

void TestGate::refusesAReadingOfOtherDecisions()
{
    const Sheet sheet = opened(request());
    const analysis::Analysis &analysis = *sheet.proposal.subject.reading->analysis;
    QVERIFY(!analysis.attributions.empty());
    Request decided = request();
    decided.review = review::decide(
        {}, analysis, sheet.proposal.subject.reading->snapshot->text, 0,
        {.verdict = review::Verdict::NeedsSource, .by = u"kl"_s, .at = at(8), .id = u"1"_s});
    save(decided);
    const Result<Manifest> manifest = goOut(sheet);
    QCOMPARE(codeOf(manifest), ErrorCode::ReadingStale);
    QCOMPARE(manifest.error().subject, m_dir->filePath(u"review.json"_s));
    QCOMPARE(codeOf(goOut(opened(decided))), ErrorCode::GateClosed);
}

void TestGate::refusesAStoryThatNobodyRead()
{
    save(request());
    const Subject unread{
        .storyFolder = m_dir->path(), .reading = nullptr, .agency = {}, .created = at(7)};
    QCOMPARE(codeOf(publish::publish(unread, {}, fixedClock(at(8)))), ErrorCode::ReadingStale);
    Subject other = subject(request(), at(8));
    other.reading = reading::Reading::unread();
    QCOMPARE(codeOf(publish::publish(other, {}, fixedClock(at(8)))), ErrorCode::ReadingStale);
}

/// The analyser still reads the text of before when the new one is saved and published.
void TestGate::refusesWhileTheReadingLags()
{
    save(request());
    Request typed = request();
    typed.story.body += Unsourced;
    reading::Reader slow([&](const analysis::Snapshot &snapshot, const auto &cancelled) {
        save(typed); // it takes its time: meanwhile the writer goes on
        return analysis::Analyser().analyse(snapshot, cancelled);
    });
    Subject lagging = subject(request(), at(8));
    lagging.reading = slow.read({.story = request().story, .review = {}, .now = at(8)}).value();
    const Proposal proposal = publish::proposal(lagging, at(8)).value();
    QCOMPARE(proposal.blocking, 0);
    QVERIFY(needs(proposal, proposal.start).empty());
    QCOMPARE(codeOf(publish::publish(lagging, proposal.start, fixedClock(at(8)))),
             ErrorCode::ReadingStale);
    QVERIFY(!hasVersion(1));
}

void TestGate::storesTheBytesThatWereRead()
{
    // A comment of the header decides nothing, and is stored as it is.
    const Sheet sheet = opened(request());
    const QString draft = m_dir->filePath(u"story.md"_s);
    QByteArray bytes = readFile(draft).value();
    bytes.replace("slug:", "# a remark\nslug:");
    QVERIFY(writeFile(draft, bytes));
    QVERIFY(goOut(sheet));
    QCOMPARE(readFile(versionFolder(m_dir->path(), 1) + u"/story.md"_s).value(), bytes);
}

void TestGate::refusesPicksOfAnotherText()
{
    Sheet sheet = opened(request());
    sheet.choice.picks.push_back({u"The mayor took the money."_s, {}, {}});
    const Result<Manifest> manifest = goOut(sheet);
    QCOMPARE(codeOf(manifest), ErrorCode::ReadingStale);
    QCOMPARE(manifest.error().detail, u"web"_s);
    sheet.choice.isOnWeb = false; // then nobody asks
    QVERIFY(goOut(sheet));
}

void TestGate::wantsAPickForTheWeb()
{
    Sheet sheet = opened(request());
    sheet.choice.picks.clear();
    const Result<Manifest> manifest = goOut(sheet);
    QCOMPARE(codeOf(manifest), ErrorCode::EditionEmpty);
    QCOMPARE(manifest.error().detail, u"web"_s);
}

void TestGate::aFailingModelBlocks()
{
    Sheet sheet = opened(request());
    sheet.proposal.subject.reading = failedReading(request());
    sheet.choice.isOnWeb = false;
    QCOMPARE(codeOf(goOut(sheet)), ErrorCode::GateClosed);
    sheet.choice.overrideReason = u"Read by two editors"_s;
    const Result<Manifest> manifest = goOut(sheet);
    QVERIFY(manifest);
    QCOMPARE(manifest->overridden, (std::vector<Overridden>{{u"text-not-analysed"_s, 1}}));
}

void TestGate::aKillPassesWithoutChecks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a finding blocks") << QString() << QByteArray();
    QTest::newRow("broken decisions") << u"review.json"_s << QByteArray("{");
    QTest::newRow("a newer program's decisions")
        << u"review.json"_s << QByteArray("{\"version\": 99}");
    QTest::newRow("broken header") << u"story.md"_s << QByteArray("---\n: [\n---\n");
    QTest::newRow("no text") << u"story.md"_s << QByteArray("\xff\xfe\xff");
    QTest::newRow("no story") << u"story.md"_s << QByteArray();
}

void TestGate::aKillPassesWithoutChecks()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, bytes);
    QVERIFY(goOut(opened(request())));
    Request blocked = request();
    blocked.story.body += Unsourced;
    save(blocked);
    if (!file.isEmpty()) {
        QVERIFY(bytes.isEmpty() ? QFile::remove(m_dir->filePath(file))
                                : writeFile(m_dir->filePath(file), bytes).has_value());
    }
    const Choice kill{.kind = Kill, .note = u"the sums are wrong"_s, .killWord = u"harbour-levy"_s};
    const Subject unread{
        .storyFolder = m_dir->path(), .reading = nullptr, .agency = {}, .created = {}};
    const Result<Manifest> manifest = publish::publish(unread, kill, fixedClock(at(9)));
    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error().subject));
    QCOMPARE(manifest->editions, (QStringList{u"wire"_s, u"web"_s}));
    QCOMPARE(manifest->guid, story::guidFrom(u"meridian.example"_s, Request().storyId));
    const std::vector<Error> faults = verify(m_dir->path()); // what was lost before is still lost
    QCOMPARE(faults.empty(), QFile::exists(m_dir->filePath(u"story.md"_s)));
    const QByteArray draft = readFile(versionFolder(m_dir->path(), 2) + u"/story.md"_s).value();
    QVERIFY(draft.contains("PORT LORNE"));
    QVERIFY(!draft.contains("islanders") && !draft.contains("boats"));
}

void TestGate::aKillIsOfTheStoryThatIsThere()
{
    QVERIFY(goOut(opened(request())));
    Request moved = request();
    moved.story.dateline.place = u"EAST LORNE"_s;
    Sheet sheet = opened(moved);
    sheet.choice.kind = Kill;
    sheet.choice.note = u"the sums are wrong"_s;
    moved.story.dateline.place = u"WEST LORNE"_s;
    save(moved); // after it was read: that stops no kill
    QVERIFY(goOut(sheet));
    const QByteArray draft = readFile(versionFolder(m_dir->path(), 2) + u"/story.md"_s).value();
    QVERIFY(draft.contains("WEST LORNE"));
}

void TestGate::aKillWantsItsWord()
{
    QVERIFY(goOut(opened(request())));
    Sheet sheet = opened(request());
    sheet.choice.kind = Kill;
    sheet.choice.note = u"the sums are wrong"_s;
    sheet.choice.killWord.clear();
    QCOMPARE(codeOf(goOut(sheet)), ErrorCode::ArgumentInvalid);
    QVERIFY(!hasVersion(2));
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
