// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf::settings;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void defaultsAreSafe();
    void schemeIsKeptAndAnnounced();
    void zoomStaysInItsBounds();
    void openStoriesComeBack();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(u"a.ini"_s), QSettings::IniFormat);
}

void TestSettings::defaultsAreSafe()
{
    const Settings settings(*m_store);
    QCOMPARE(settings.scheme(), Scheme::System);
    QCOMPARE(settings.zoom(), 1.0);
    QVERIFY(settings.isShown(Settings::Pane::DeskList));
    QVERIFY(settings.openStories().empty());
    QVERIFY(!settings.initials().isEmpty());
}

void TestSettings::schemeIsKeptAndAnnounced()
{
    Settings settings(*m_store);
    const QSignalSpy announced(&settings, &Settings::changed);
    settings.setScheme(Scheme::Dark);
    QCOMPARE(announced.size(), 1);
    QCOMPARE(Settings(*m_store).scheme(), Scheme::Dark);
}

void TestSettings::zoomStaysInItsBounds()
{
    Settings settings(*m_store);
    settings.setZoom(9.0);
    QCOMPARE(settings.zoom(), 3.0);
}

void TestSettings::openStoriesComeBack()
{
    Settings settings(*m_store);
    const std::vector<OpenStory> stories{{u"/desk/a/story.md"_s, 12, true},
                                         {u"/desk/b/story.md"_s, 0, false}};
    settings.setOpenStories(stories, 1);
    QVERIFY(Settings(*m_store).openStories() == stories);
    QCOMPARE(settings.currentStory(), 1);
    settings.setOpenStories({}, 0);
    QVERIFY(settings.openStories().empty());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
