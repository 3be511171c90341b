// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delivery/sample.h"
#include "ui/outbox/outbox_dialog.h"
#include "ui/outbox/outbox_work.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;
using namespace nutgraf::outbox;

/// A desk that sends to a folder, which may be there or not.
class TestOutboxDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void init();
    void cleanup();
    void sendsWhatWasPublished();
    void openingADeskSendsNothing();
    void sendsWhatIsPublishedLater();
    void whatWaitsCanBeGivenUp();
    void anotherDeskHasItsOwn();
    void aDeskWithoutOutletsSaysSo();

private:
    [[nodiscard]] QString target() const
    {
        return m_desk->folder + u"/out"_s;
    }
    void publish(int version) const
    {
        m_desk->publish({.number = version, .published = at(8 + version)});
    }
    [[nodiscard]] static QPushButton &button(const OutboxDialog &dialog, const QString &words)
    {
        for (QPushButton *one : dialog.findChildren<QPushButton *>()) {
            if (one->text().remove(u'&') == words) {
                return *one;
            }
        }
        qFatal("no such button");
    }

    std::unique_ptr<SampleDesk> m_desk;
    std::unique_ptr<OutboxWork> m_work;
};

void TestOutboxDialog::init()
{
    m_desk = std::make_unique<SampleDesk>();
    QVERIFY(writeFile(m_desk->folder + u"/desk.json"_s,
                      "{\"outlets\": [{\"id\": \"a\", \"kind\": \"folder\", \"folder\": \""
                          + target().toUtf8()
                          + "\", \"edition\": \"wire\", \"since\": \"2026-05-12T00:00:00Z\"}]}"));
    m_work = std::make_unique<OutboxWork>(fixedClock(at(12)));
}

void TestOutboxDialog::cleanup()
{
    m_work.reset();
    m_desk.reset();
}

void TestOutboxDialog::sendsWhatWasPublished()
{
    QVERIFY(QDir().mkpath(target()));
    publish(1);
    m_work->setDesk(m_desk->folder);
    m_work->allow();
    QTRY_COMPARE(m_work->counts(), (Counts{0, 1, 0}));
    QVERIFY(!QDir(target()).entryList(QDir::Files).isEmpty());
    const OutboxDialog dialog(*m_work);
    const auto *list = dialog.findChild<QTreeWidget *>();
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"harbour-levy"_s);
    QCOMPARE(list->topLevelItem(0)->text(2), u"a"_s);
    list->topLevelItem(0)->setSelected(true);
    QVERIFY(!button(dialog, u"Try again"_s).isEnabled());
    QVERIFY(!button(dialog, u"Give up"_s).isEnabled());
}

/// A desk comes from elsewhere: nothing of it is written anywhere before somebody says so.
void TestOutboxDialog::openingADeskSendsNothing()
{
    QVERIFY(QDir().mkpath(target()));
    publish(1);
    QSignalSpy looked(m_work.get(), &OutboxWork::looked);
    m_work->setDesk(m_desk->folder);
    m_work->deliver(); // something was published
    const OutboxDialog dialog(*m_work);
    QVERIFY(!QTest::qWaitFor([&] { return !looked.isEmpty(); }, 300));
    QVERIFY(QDir(target()).isEmpty());
    button(dialog, u"Send now"_s).click();
    QTRY_COMPARE(m_work->counts(), (Counts{0, 1, 0}));
    QVERIFY(!QDir(target()).isEmpty());
}

void TestOutboxDialog::sendsWhatIsPublishedLater()
{
    QVERIFY(QDir().mkpath(target()));
    publish(1);
    m_work->setDesk(m_desk->folder);
    m_work->allow();
    QTRY_COMPARE(m_work->counts(), (Counts{0, 1, 0}));
    const OutboxDialog dialog(*m_work);
    publish(2);
    m_work->deliver();
    QTRY_COMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    QTRY_COMPARE(m_work->counts(), (Counts{0, 2, 0}));
}

void TestOutboxDialog::whatWaitsCanBeGivenUp()
{
    publish(1); // its folder is not there
    QSignalSpy looked(m_work.get(), &OutboxWork::looked);
    m_work->setDesk(m_desk->folder);
    m_work->allow();
    const OutboxDialog dialog(*m_work);
    auto *list = dialog.findChild<QTreeWidget *>();
    QTRY_VERIFY(list->topLevelItemCount() == 1 && list->topLevelItem(0)->text(3) == u"1"_s);
    list->setCurrentItem(list->topLevelItem(0));
    QPushButton &giveUp = button(dialog, u"Give up"_s);
    QVERIFY(giveUp.isEnabled());
    QTRY_VERIFY(!looked.isEmpty()); // nothing is on its way
    giveUp.click();
    QTRY_COMPARE(m_work->counts(), (Counts{0, 0, 0}));
    QTRY_VERIFY(!giveUp.isEnabled());
    QVERIFY(QDir().mkpath(target()));
    looked.clear();
    m_work->deliver();
    QTRY_VERIFY(!looked.isEmpty());
    QVERIFY(QDir(target()).isEmpty());
}

void TestOutboxDialog::anotherDeskHasItsOwn()
{
    QVERIFY(QDir().mkpath(target()));
    publish(1);
    m_work->setDesk(m_desk->folder);
    m_work->allow();
    QTRY_COMPARE(m_work->counts(), (Counts{0, 1, 0}));
    QSignalSpy told(m_work.get(), &OutboxWork::countsChanged);
    m_work->setDesk({});
    QCOMPARE(m_work->counts(), Counts());
    QCOMPARE(told.size(), 1);
}

void TestOutboxDialog::aDeskWithoutOutletsSaysSo()
{
    QVERIFY(writeFile(m_desk->folder + u"/desk.json"_s, "{}"));
    publish(1);
    m_work->setDesk(m_desk->folder);
    m_work->allow();
    const OutboxDialog dialog(*m_work);
    QCOMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 0);
    const auto labels = dialog.findChildren<QLabel *>();
    QTRY_VERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().contains(u"outlets"_s); }));
}

QTEST_MAIN(TestOutboxDialog)
#include "tst_outbox_dialog.moc"
