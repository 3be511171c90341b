// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

namespace {

QString wordsOf(const Proposal &proposal, int unit)
{
    return proposal.units.at(static_cast<size_t>(unit)).words;
}

QStringList wordsOf(const Picks &picks)
{
    QStringList words;
    for (const review::TextQuoteSelector &pick : picks) {
        words.append(pick.exact.left(20));
    }
    return words;
}

} // namespace

class TestProposal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhichKindsArePossible();
    void keepsAStoryOffTheWeb();
    void holdsTheWebBackUnderEmbargo();
    void keepsThePromiseOfAnEmbargo();
    void beginsWithASuggestion();
    void beginsWithThePicksOfLastTime();
    void marksSentencesThatChanged();
    void saysWhichSentencesAreGone();
    void keepsPicksThroughAHeldBackEdition();
    void saysAllThatIsMissing();
    void aWebEditionIsAPortion();
    void ofOneSentenceThePublicSeesTheHeadline();
    void whatBarsTheWayIsSaidBefore();
    void theRecordHasNoControlCharacters();
    void aKillNeedsOnlyNoteAndWord();
    void previewShowsWhatIsWritten();
    void aPortionIsLessThanFourFifths();
    void suggestsNoMoreThanTheDeskWants();
    void anUnreadStoryHasNoGuidYet();
    void ordersWhatChanged();

private:
    [[nodiscard]] Request request() const
    {
        return sample::request(m_dir->path());
    }
    [[nodiscard]] Request later(format::PublicationKind kind) const
    {
        return sample::request(m_dir->path(), kind, u"Vote date added"_s);
    }
    [[nodiscard]] static Proposal propose(const Request &request, const QDateTime &now = at(10))
    {
        return publish::proposal(subject(request, now), now).value();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestProposal::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestProposal::saysWhichKindsArePossible()
{
    QCOMPARE(propose(request()).kinds, std::vector{First});
    QCOMPARE(propose(request()).version, 1);
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    const Proposal second = propose(request());
    QCOMPARE(second.kinds, (std::vector{Update, Correction, Kill}));
    QCOMPARE(second.start.kind, Update);
    QCOMPARE(second.version, 2);
    QCOMPARE(second.killWord, u"harbour-levy"_s);
    QVERIFY(publish::publish(later(Kill), fixedClock(at(9))));
    QVERIFY(propose(request()).kinds.empty());
}

void TestProposal::keepsAStoryOffTheWeb()
{
    QVERIFY(propose(request()).start.isOnWeb);
    Request wireOnly = request();
    wireOnly.hasWebEdition = false;
    QVERIFY(publish::publish(wireOnly, fixedClock(at(8))));
    QVERIFY(!propose(request()).start.isOnWeb);
    QVERIFY(publish::publish(later(Update), fixedClock(at(9)))); // now somebody wants it there
    QVERIFY(propose(request()).start.isOnWeb);
    Request taken = later(Update);
    taken.hasWebEdition = false;
    QVERIFY(publish::publish(taken, fixedClock(at(10))));
    QVERIFY(!propose(request(), at(11)).start.isOnWeb);
}

void TestProposal::holdsTheWebBackUnderEmbargo()
{
    Request held = request();
    held.story.embargo = at(12);
    const Proposal before = propose(held, at(8));
    QCOMPARE(before.webHeldUntil, at(12));
    QVERIFY(before.start.isOnWeb);
    QVERIFY(!before.hasWeb(before.start));
    QVERIFY(needs(before, before.start).empty());
    const Result<Manifest> manifest = publish::publish(held, fixedClock(at(8)));
    QVERIFY(manifest);
    QVERIFY(manifest->isWebHeldBack);
    QCOMPARE(manifest->editions, QStringList{u"wire"_s});
    QCOMPARE(versions(m_dir->path()).value(), std::vector{*manifest});
    // The next version proposes it again; a story that nobody wants there is not held back.
    const Proposal after = propose(held, at(13));
    QVERIFY(!after.webHeldUntil);
    QVERIFY(after.start.isOnWeb && after.hasWeb(after.start));
    held.kind = Update;
    held.note = u"x"_s;
    held.hasWebEdition = false;
    QVERIFY(!publish::publish(held, fixedClock(at(9)))->isWebHeldBack);
    QVERIFY(!propose(held, at(13)).start.isOnWeb);
}

void TestProposal::keepsThePromiseOfAnEmbargo()
{
    Request held = request();
    held.story.embargo = at(12);
    QVERIFY(publish::publish(held, fixedClock(at(8))));
    const Proposal dropped = propose(later(Update), at(9));
    QCOMPARE(dropped.promised, at(12));
    Choice choice = sample::choice(later(Update), dropped);
    QCOMPARE(needs(dropped, choice), std::vector{Need::Embargo});
    QVERIFY(!propose(later(Update), at(12)).promised);
    QVERIFY(!propose(held, at(9)).promised);
}

void TestProposal::beginsWithASuggestion()
{
    const Proposal first = propose(request());
    QCOMPARE(first.picksFrom, 0);
    QCOMPARE(first.start.picks,
             picksOf(first.subject.reading->snapshot->text, first.units,
                     summary::suggest(first.units, static_cast<int>(first.mostWebWords))));
    QVERIFY(first.changed.empty() && first.gone.empty());
}

void TestProposal::beginsWithThePicksOfLastTime()
{
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    Request longer = request();
    longer.story.headline = u"Ferry levy would hurt"_s;
    longer.story.body.prepend(u"The assembly met for three hours behind closed doors.\n\n"_s);
    const Proposal second = propose(longer);
    QCOMPARE(second.picksFrom, 1);
    QCOMPARE(wordsOf(second.start.picks), QStringList{u"A levy on ferry tick"_s});
    QVERIFY(second.changed.empty() && second.gone.empty());
    QCOMPARE(second.webEdition(second.start.picks).body,
             propose(request()).webEdition(propose(request()).start.picks).body);
}

void TestProposal::marksSentencesThatChanged()
{
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    Request changed = request();
    changed.story.body.replace(u"price islanders out"_s, u"drive islanders out"_s);
    const Proposal second = propose(changed);
    QCOMPARE(second.start.picks.size(), 1U);
    QCOMPARE(second.changed.size(), 1U);
    QVERIFY(wordsOf(second, second.changed.front()).contains(u"drive islanders out"_s));
    QVERIFY(second.gone.empty());
}

void TestProposal::saysWhichSentencesAreGone()
{
    save(request());
    const Proposal first = propose(request(), at(8));
    Choice all = first.start;
    all.picks.clear();
    for (size_t i = 0; i < first.units.size(); ++i) {
        if (first.units[i].isPickable) {
            const Picks one =
                picksOf(first.subject.reading->snapshot->text, first.units, {static_cast<int>(i)});
            all.picks.push_back(one.front());
        }
    }
    all.picks.resize(all.picks.size() / 2); // all of them would be no portion
    QVERIFY(publish::publish(first.subject, all, fixedClock(at(8))));
    Request other = request();
    other.story.body = u"Snow closed the pass above Hollin, the road office said.\n\nTwo ploughs "
                       "work on its northern side, and a third one is on the way."_s;
    const Proposal second = propose(other);
    QVERIFY(!second.gone.empty());
    QCOMPARE(second.changed.size() + second.gone.size(), all.picks.size());
    QVERIFY(!second.start.picks.empty());
}

void TestProposal::keepsPicksThroughAHeldBackEdition()
{
    Request held = request();
    held.story.embargo = at(12);
    QVERIFY(publish::publish(held, fixedClock(at(8))));
    const Proposal after = propose(held, at(13));
    QCOMPARE(after.picksFrom, 1);
    QCOMPARE(wordsOf(after.start.picks), QStringList{u"A levy on ferry tick"_s});
}

void TestProposal::saysAllThatIsMissing()
{
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    Request poor = request();
    poor.story.headline.clear();
    const Proposal proposal = propose(poor);
    Choice choice = proposal.start;
    choice.kind = First;
    choice.picks.clear();
    QCOMPARE(needs(proposal, choice),
             (std::vector{Need::Kind, Need::Reason, Need::Text, Need::Pick}));
    choice.kind = Correction;
    choice.overrideReason = u"Heard on live radio"_s;
    choice.isOnWeb = false;
    QCOMPARE(needs(proposal, choice), (std::vector{Need::Note, Need::Text}));
    Subject unread = proposal.subject;
    unread.reading = reading::Reading::unread();
    QCOMPARE(needs(publish::proposal(unread, at(9)).value(), {}),
             (std::vector{Need::Kind, Need::Reading}));
}

/// Subscribers pay for the rest.
void TestProposal::aWebEditionIsAPortion()
{
    Request brief = request();
    brief.story.body = u"The bridge at Marn is shut. Divers found a crack in the second pier. The "
                       "road office said the bridge opens again on Friday."_s;
    save(brief);
    const Proposal proposal = propose(brief, at(8));
    QVERIFY(!proposal.start.picks.empty());
    QVERIFY(needs(proposal, proposal.start).empty());
    summary::Selection whole(proposal.units.size());
    std::iota(whole.begin(), whole.end(), 0);
    Choice all = proposal.start;
    all.picks = picksOf(proposal.subject.reading->snapshot->text, proposal.units, whole);
    QCOMPARE(needs(proposal, all), std::vector{Need::Portion});
    QCOMPARE(publish::publish(proposal.subject, all, fixedClock(at(8))).error().code,
             ErrorCode::WebTooLong);
    all.isOnWeb = false;
    QVERIFY(publish::publish(proposal.subject, all, fixedClock(at(8))));
}

/// One sentence would be all of it.
void TestProposal::ofOneSentenceThePublicSeesTheHeadline()
{
    Request brief = request();
    brief.story.body = u"The bridge at Marn is shut, the road office said."_s;
    save(brief);
    const Proposal first = propose(brief, at(8));
    QVERIFY(first.isHeadlineOnly && first.start.picks.empty());
    Choice whole = first.start;
    whole.picks = picksOf(first.subject.reading->snapshot->text, first.units, {0});
    QCOMPARE(needs(first, whole), std::vector{Need::Portion});
    QVERIFY(publish::publish(first.subject, first.start, fixedClock(at(8))));
    const QByteArray page = readFile(versionFolder(m_dir->path(), 1) + u"/web.txt"_s).value();
    QVERIFY(page.contains(brief.story.headline.toUtf8()));
    QVERIFY(!page.contains("road office"));
    const QByteArray markdown = readFile(versionFolder(m_dir->path(), 1) + u"/web.md"_s).value();
    QVERIFY(!markdown.contains("\n\n\n") && !markdown.contains("—")); // no dateline of nothing
    const Proposal longer = propose(request(), at(9));
    QVERIFY(!longer.isHeadlineOnly && !longer.start.picks.empty());
}

void TestProposal::whatBarsTheWayIsSaidBefore()
{
    Request torn = request();
    torn.story.body += u"\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> laptop"_s;
    torn.story.remarks.list = {
        {story::HeaderRemark::Kind::NotHeeded, u"not-for-publication"_s, {}}};
    const Proposal proposal = propose(torn);
    Choice choice = proposal.start;
    choice.overrideReason = u"in a hurry"_s;
    const std::vector<Need> missing = needs(proposal, choice);
    QVERIFY(std::ranges::contains(missing, Need::OneText));
    QVERIFY(std::ranges::contains(missing, Need::Header));
}

/// A power cut leaves zeros behind: they are no sentence, and the record repeats none.
void TestProposal::theRecordHasNoControlCharacters()
{
    Request damaged = request();
    damaged.story.body.insert(damaged.story.body.indexOf(u"\n\n"_s), QString(40, QChar(0)));
    damaged.story.body += u"\n\n"_s + QString(400, QChar(0));
    const Proposal proposal = propose(damaged);
    summary::Selection whole(proposal.units.size());
    std::iota(whole.begin(), whole.end(), 0);
    const QString &text = proposal.subject.reading->snapshot->text;
    const Picks picks = picksOf(text, proposal.units, whole);
    for (const review::TextQuoteSelector &pick : picks) {
        QVERIFY(!(pick.prefix + pick.exact + pick.suffix).contains(QChar(0)));
    }
    const FoundPicks found = find(picks, text, proposal.units);
    QVERIFY(found.changed.empty());
    QCOMPARE(found.gone.size(), 1U);
    QVERIFY(!proposal.units.back().isPickable);
}

void TestProposal::aKillNeedsOnlyNoteAndWord()
{
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    Subject unread = subject(request(), at(9));
    unread.reading = nullptr;
    const Proposal proposal = publish::proposal(unread, at(9)).value();
    Choice kill;
    kill.kind = Kill;
    QCOMPARE(needs(proposal, kill), (std::vector{Need::Note, Need::KillWord}));
    kill.note = u"wrong"_s;
    kill.killWord = u" harbour-levy "_s;
    QVERIFY(needs(proposal, kill).empty());
}

void TestProposal::previewShowsWhatIsWritten()
{
    const Request wanted = request();
    save(wanted);
    const Proposal proposal = propose(wanted, at(8));
    const Choice choice = sample::choice(wanted, proposal);
    const Editions editions = preview(proposal, choice);
    QVERIFY(!QDir(m_dir->filePath(u"versions"_s)).exists());
    QVERIFY(publish::publish(proposal.subject, choice, fixedClock(at(8))));
    const QDir folder(versionFolder(m_dir->path(), 1));
    QCOMPARE(readFile(folder.filePath(u"wire.html"_s)).value(), format::writeHtml(editions.wire));
    QVERIFY(editions.web);
    QCOMPARE(readFile(folder.filePath(u"web.md"_s)).value(), format::writeMarkdown(*editions.web));
}

void TestProposal::aPortionIsLessThanFourFifths()
{
    Request brief = request();
    brief.story.body = u"The bridge at Marn is shut today. He said so."_s; // ten words
    save(brief);
    const Proposal proposal = propose(brief, at(8));
    QCOMPARE(proposal.mostWebWords, 7);
    brief.story.body = u"The bridge at Marn is shut for today. He said so."_s;
    QCOMPARE(propose(brief, at(8)).mostWebWords, 8);
    brief.story.body.clear();
    QCOMPARE(propose(brief, at(8)).mostWebWords, 0);
    QVERIFY(!propose(brief, at(8)).isHeadlineOnly); // there is nothing to pick from
}

void TestProposal::suggestsNoMoreThanTheDeskWants()
{
    Request brief = request();
    brief.agency.webTargetWords = 20;
    const Proposal first = propose(brief);
    QVERIFY(first.mostWebWords > 20);
    QCOMPARE(first.start.picks,
             picksOf(first.subject.reading->snapshot->text, first.units,
                     summary::suggest(first.units, 20)));
    QVERIFY(first.start.picks != propose(request()).start.picks);
}

void TestProposal::anUnreadStoryHasNoGuidYet()
{
    Subject unread = subject(request(), at(8));
    unread.reading = nullptr;
    QVERIFY(publish::proposal(unread, at(8)).value().guid.isEmpty());
    QVERIFY(publish::proposal(unread, at(8)).value().webEdition({}).body.isEmpty());
    const QString guid = propose(request(), at(8)).guid;
    QVERIFY(!guid.isEmpty());
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    QCOMPARE(publish::proposal(unread, at(9)).value().guid, guid);
    QVERIFY(QFile::remove(m_dir->filePath(u"story.md"_s)));
    QCOMPARE(publish::proposal(unread, at(9)).value().guid, guid);
    const QTemporaryDir empty;
    unread.storyFolder = empty.path();
    unread.reading = subject(request(), at(8)).reading;
    QCOMPARE(publish::proposal(unread, at(9)).error().code, ErrorCode::FileNotFound);
}

void TestProposal::ordersWhatChanged()
{
    const Proposal first = propose(request());
    const QString &text = first.subject.reading->snapshot->text;
    Picks picks = picksOf(text, first.units, {0, 1});
    QCOMPARE(picks.size(), 2U);
    std::ranges::reverse(picks);
    picks[0].exact.replace(u"toll"_s, u"tax"_s);
    picks[1].exact.replace(u"price"_s, u"drive"_s);
    picks.insert(picks.begin(), {u"The mayor took the money."_s, {}, {}});
    const FoundPicks found = find(picks, text, first.units);
    QCOMPARE(found.changed, (std::vector{0, 1}));
    QCOMPARE(found.gone, (Picks{picks[0]}));
    QCOMPARE(found.selection, (summary::Selection{0, 1}));
}

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
