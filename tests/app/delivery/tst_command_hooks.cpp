// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/command_hooks.h"
#include "sample.h"

#include <QDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::delivery;
using namespace nutgraf::delivery::test;

class TestCommandHooks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_settings.path().toUtf8());
    }
    void allowsWhatWasLookedAt() const;
    void aDeskBringsNoPermissionAlong() const;

private:
    QTemporaryDir m_settings; ///< the user's

    [[nodiscard]] static Outlet outlet(const QStringList &command)
    {
        Outlet with;
        with.id = u"a"_s;
        with.before = command;
        return with;
    }
};

void TestCommandHooks::allowsWhatWasLookedAt() const
{
    const SampleDesk desk;
    const SampleDesk other;
    const QStringList command{u"notify"_s, u"the desk"_s};
    QVERIFY(!isAllowed(desk.folder, command));
    QVERIFY(allowCommands(desk.folder, {outlet(command)}));
    QVERIFY(isAllowed(desk.folder, command));
    QVERIFY(isAllowed(desk.folder + u"/."_s, command)); // the same desk
    QVERIFY(!isAllowed(desk.folder, {u"notify the desk"_s})); // other words
    QVERIFY(!isAllowed(other.folder, command)); // another desk
    QVERIFY(allowCommands(desk.folder, {})); // none any more
    QVERIFY(!isAllowed(desk.folder, command));
}

/// All that lies in a desk may come from who made it, hidden folders too.
void TestCommandHooks::aDeskBringsNoPermissionAlong() const
{
    const SampleDesk own;
    const QStringList command{u"notify"_s};
    QVERIFY(allowCommands(own.folder, {outlet(command)}));
    for (const QFileInfo &file :
         QDir(own.folder)
             .entryInfoList(QDir::Files | QDir::Hidden | QDir::Dirs | QDir::NoDotAndDotDot)) {
        QVERIFY2(false, qPrintable(file.filePath())); // nothing of it lies in the desk
    }
    QVERIFY(isAllowed(own.folder, command));
}

QTEST_GUILESS_MAIN(TestCommandHooks)
#include "tst_command_hooks.moc"
