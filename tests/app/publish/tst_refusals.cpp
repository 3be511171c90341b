// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::publish;
using namespace nutgraf::publish::sample;
using enum nutgraf::format::PublicationKind;

// What publishing refuses, with all that the error says.

class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nameTheKind();
    void nameWhatIsMissing();
    void nameWhatHoldsTheStoryBack();
    void nameTheEmbargo();
    void nameTheWebEdition();
    void nameAFileThatCannotBeRead();
    void comeAlsoWithTheFileItself();
    void aKillNeedsAStoryThatIsOut();
    void aKillIsOfWhateverIsLeft();

private:
    [[nodiscard]] Request request() const
    {
        return sample::request(m_dir->path());
    }
    [[nodiscard]] Error error(ErrorCode code, const QString &detail = {}) const
    {
        return {code, m_dir->path(), 0, 0, detail};
    }
    /// What bars `choice` of a saved story.
    [[nodiscard]] Error refused(const Request &request, const Choice &choice, int hour = 9) const
    {
        save(request);
        const auto out = publish::publish(subject(request, at(hour)), choice, fixedClock(at(hour)));
        return out ? Error{} : out.error();
    }
    /// The choice that the request's story is opened with.
    [[nodiscard]] Choice opened(const Request &request, int hour = 9) const
    {
        save(request);
        return sample::choice(request, proposal(subject(request, at(hour)), at(hour)).value());
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestRefusals::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestRefusals::nameTheKind()
{
    Choice choice = opened(request());
    choice.kind = Update;
    choice.note = u"more"_s;
    QCOMPARE(refused(request(), choice), error(ErrorCode::NothingToCorrect));
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    choice.kind = First;
    const Error exists{ErrorCode::VersionExists, versionFolder(m_dir->path(), 1), 0, 0, {}};
    QCOMPARE(refused(request(), choice), exists);
    choice.kind = Kill;
    choice.killWord = u"harbour"_s;
    QCOMPARE(refused(request(), choice),
             (Error{ErrorCode::ArgumentInvalid, u"harbour"_s, 0, 0, u"harbour-levy"_s}));
    choice.killWord = u"harbour-levy"_s;
    choice.note = u" "_s;
    QCOMPARE(refused(request(), choice), error(ErrorCode::NoteMissing, u"kill"_s));
    choice.note = u"wrong"_s;
    QCOMPARE(refused(request(), choice), Error{});
    QCOMPARE(refused(request(), choice, 10), error(ErrorCode::AlreadyKilled));
}

void TestRefusals::nameWhatIsMissing()
{
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    Choice choice = opened(request());
    for (const auto &[kind, word] :
         {std::pair(Update, u"update"_s), {Correction, u"correction"_s}}) {
        choice.kind = kind;
        QCOMPARE(refused(request(), choice), error(ErrorCode::NoteMissing, word));
    }
    choice.note = u"more"_s;
    Request bare = request();
    bare.story.headline = u" "_s;
    QCOMPARE(refused(bare, choice), error(ErrorCode::GateClosed, u"1"_s));
    choice.overrideReason = u"in a hurry"_s;
    QCOMPARE(refused(bare, choice), error(ErrorCode::EditionEmpty, u"wire"_s));
    choice.overrideReason = u" "_s;
    QCOMPARE(refused(bare, choice), error(ErrorCode::GateClosed, u"1"_s));
}

void TestRefusals::nameWhatHoldsTheStoryBack()
{
    const Choice choice = opened(request());
    Request torn = request();
    torn.story.body += u"\n\n>>>>>>> laptop"_s;
    Choice hurried = choice;
    hurried.overrideReason = u"in a hurry"_s;
    QCOMPARE(refused(torn, hurried), error(ErrorCode::TextConflicted));
    Request held = request();
    held.story.remarks.list = {{story::HeaderRemark::Kind::NotHeeded, u"not-for-web"_s, {}}};
    QCOMPARE(refused(held, hurried), error(ErrorCode::HeaderNotHeeded, u"not-for-web"_s));
    Subject unread = subject(request(), at(9));
    unread.reading = nullptr;
    QCOMPARE(publish::publish(unread, choice, fixedClock(at(9))).error(),
             error(ErrorCode::ReadingStale));
}

void TestRefusals::nameTheEmbargo()
{
    Request held = request();
    held.story.embargo = at(12);
    QVERIFY(publish::publish(held, fixedClock(at(8))));
    Choice choice = opened(request());
    choice.kind = Update;
    choice.note = u"now public"_s;
    QCOMPARE(refused(request(), choice),
             error(ErrorCode::EmbargoRunning, u"2026-05-12T12:00:00Z"_s));
    QCOMPARE(refused(request(), choice, 12), Error{});
}

void TestRefusals::nameTheWebEdition()
{
    Choice choice = opened(request());
    const Picks picked = choice.picks;
    choice.picks.clear();
    QCOMPARE(refused(request(), choice), error(ErrorCode::EditionEmpty, u"web"_s));
    choice.picks = {picked.front(), {u"The mayor took the money."_s, {}, {}}};
    QCOMPARE(refused(request(), choice), error(ErrorCode::ReadingStale, u"web"_s));
    choice.picks = picked;
    choice.picks.front().exact.replace(u"price islanders"_s, u"drive islanders"_s);
    QCOMPARE(refused(request(), choice), error(ErrorCode::ReadingStale, u"web"_s));
    Request brief = request();
    brief.story.body = u"The bridge at Marn is shut, the road office said."_s;
    QCOMPARE(refused(brief, opened(brief)), error(ErrorCode::WebTooLong));
}

void TestRefusals::nameAFileThatCannotBeRead()
{
    const Choice choice = opened(request());
    const Subject read = subject(request(), at(9));
    const auto refusedNow = [&] {
        return publish::publish(read, choice, fixedClock(at(9))).error();
    };
    const story::StoryFolder folder(m_dir->path());
    QVERIFY(writeFile(folder.review(), "{"));
    QCOMPARE(refusedNow().code, ErrorCode::ReviewInvalid);
    QCOMPARE(refusedNow().subject, folder.review());
    QVERIFY(QFile::remove(folder.review()));
    QVERIFY(writeFile(folder.draft(), "---\n: [\n---\n"));
    QCOMPARE(refusedNow().code, ErrorCode::StoryHeaderInvalid);
    QVERIFY(QFile::remove(folder.draft()));
    QCOMPARE(refusedNow().code, ErrorCode::FileNotFound);
    QVERIFY(!QDir(folder.versions()).exists());
}

/// A key that no field says may have come into the header after the story was read.
void TestRefusals::comeAlsoWithTheFileItself()
{
    const Choice choice = opened(request());
    const Subject read = subject(request(), at(9));
    const QString draft = story::StoryFolder(m_dir->path()).draft();
    QByteArray bytes = readFile(draft).value();
    QVERIFY(writeFile(draft, bytes.replace("slug:", "not-for-publication: true\nslug:")));
    QCOMPARE(publish::publish(read, choice, fixedClock(at(9))).error(),
             error(ErrorCode::HeaderNotHeeded, u"not-for-publication"_s));
}

void TestRefusals::aKillNeedsAStoryThatIsOut()
{
    const story::Agency agency = request().agency;
    const auto proposed = [&] {
        return killProposal(m_dir->path(), agency, at(10));
    };
    QCOMPARE(proposed().error(), error(ErrorCode::NothingToCorrect));
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    Request moved = request();
    moved.story.dateline.place = u"EAST LORNE"_s;
    save(moved);
    const Proposal proposal = proposed().value();
    QCOMPARE(proposal.kinds, std::vector{Kill});
    QCOMPARE(proposal.start.kind, Kill);
    QCOMPARE(proposal.killWord, u"harbour-levy"_s);
    QCOMPARE(proposal.toWithdraw.value().dateline.place, u"EAST LORNE"_s);
    QCOMPARE(preview(proposal, proposal.start).wire.story.dateline.place, u"EAST LORNE"_s);
    QVERIFY(proposal.webEdition({}).body.isEmpty());
    QVERIFY(publish::publish(sample::request(m_dir->path(), Kill, u"wrong"_s), fixedClock(at(9))));
    QCOMPARE(proposed().error(), error(ErrorCode::AlreadyKilled));
}

void TestRefusals::aKillIsOfWhateverIsLeft()
{
    QVERIFY(publish::publish(request(), fixedClock(at(8))));
    const story::StoryFolder folder(m_dir->path());
    QVERIFY(QFile::remove(folder.draft()));
    const auto toWithdraw = [this] {
        return killProposal(m_dir->path(), {}, at(10)).value().toWithdraw.value();
    };
    QCOMPARE(toWithdraw().dateline.place, u"PORT LORNE"_s); // what went out last
    QVERIFY(QFile::remove(folder.versionDraft(1)));
    story::Story named;
    named.slug = u"harbour-levy"_s;
    QCOMPARE(toWithdraw(), named);
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
