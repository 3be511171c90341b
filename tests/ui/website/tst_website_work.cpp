// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/site/site_desk.h"
#include "desk/settings.h"
#include "ui/website/website_work.h"

#include <QSignalSpy>

using namespace nutgraf;
using namespace nutgraf::site_test;
using namespace nutgraf::website;
using namespace Qt::StringLiterals;

/// A desk on which a story is out.
class TestWebsiteWork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void init();
    void cleanup();
    void aDeskWithoutAWebsiteGetsNone();
    void aPublicationIsFollowed();
    void makingTellsWhatWasMade();
    void whatStandsInTheWayIsTold();
    void aStoryOutsideADeskIsLeftAlone();

private:
    std::unique_ptr<site_test::Desk> m_desk;
    std::unique_ptr<WebsiteWork> m_work;
    QString m_story;
    QString m_page;
};

void TestWebsiteWork::init()
{
    m_desk = std::make_unique<site_test::Desk>();
    desk::Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency = m_desk->site.agency;
    QVERIFY(
        writeFile(story::DeskFolder(m_desk->dir.path()).settings(), desk::writeSettings(settings)));
    auto story = request(*m_desk, u"2026-05-12-levy"_s);
    sendOut(story, 9);
    m_story = story.storyFolder;
    m_page = pageOf(story);
    m_work = std::make_unique<WebsiteWork>();
}

void TestWebsiteWork::cleanup()
{
    m_work.reset();
    m_desk.reset();
}

void TestWebsiteWork::aDeskWithoutAWebsiteGetsNone()
{
    m_work->follow(m_story);
    m_work.reset(); // waits for what was asked
    QVERIFY(!m_desk->has(u"index.html"_s));
}

void TestWebsiteWork::aPublicationIsFollowed()
{
    QVERIFY(QDir().mkpath(story::DeskFolder(m_desk->dir.path()).site()));
    QSignalSpy failed(m_work.get(), &WebsiteWork::failed);
    m_work->follow(m_story);
    QTRY_VERIFY(m_desk->has(m_page));
    QVERIFY(failed.isEmpty());
}

void TestWebsiteWork::makingTellsWhatWasMade()
{
    QSignalSpy made(m_work.get(), &WebsiteWork::made);
    m_work->make(m_desk->dir.path());
    QTRY_COMPARE(made.size(), 1);
    QCOMPARE(made.first().first().toString(), story::DeskFolder(m_desk->dir.path()).site());
    QCOMPARE(made.first().last().value<Built>().stories, 1);
    QVERIFY(m_desk->has(m_page));
}

void TestWebsiteWork::whatStandsInTheWayIsTold()
{
    QSignalSpy made(m_work.get(), &WebsiteWork::made);
    QSignalSpy failed(m_work.get(), &WebsiteWork::failed);
    QVERIFY(writeFile(story::DeskFolder(m_desk->dir.path()).site(), "a file in its place"));
    m_work->make(m_desk->dir.path());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(made.isEmpty());
}

void TestWebsiteWork::aStoryOutsideADeskIsLeftAlone()
{
    const QTemporaryDir elsewhere;
    QSignalSpy failed(m_work.get(), &WebsiteWork::failed);
    m_work->follow(elsewhere.path());
    m_work.reset();
    QCoreApplication::processEvents();
    QVERIFY(failed.isEmpty());
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestWebsiteWork)
#include "tst_website_work.moc"
