// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/desk.h"
#include "ui/window/dialogs.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace Qt::StringLiterals;

class TestBinDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHurriedHandTakesOutOneStory() const;
};

namespace {

QPushButton *restoreButton(const QWidget &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Restore"_s) {
            return button;
        }
    }
    return nullptr;
}

desk::Desk deskWithBin(const QString &folder, const QStringList &slugs)
{
    const Clock clock = fixedClock(QDateTime(QDate(2026, 5, 12), QTime(12, 0), QTimeZone::UTC));
    desk::Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency.name = u"Meridian Wire"_s;
    settings.agency.domain = u"meridian.example"_s;
    desk::Desk desk = desk::Desk::create(folder, settings).value();
    for (const QString &slug : slugs) {
        story::Story story;
        story.slug = slug;
        desk.spike(desk.add(story, clock).value(), clock).value();
    }
    return desk;
}

} // namespace

/// A second click in passing must take out no other story, and none of an emptied bin.
void TestBinDialog::aHurriedHandTakesOutOneStory() const
{
    const QTemporaryDir dir;
    const desk::Desk desk = deskWithBin(dir.filePath(u"desk"_s), {u"fire"_s, u"flood"_s});
    window::BinDialog dialog(desk, nullptr);
    dialog.show();
    QPushButton *restore = restoreButton(dialog);
    auto *list = dialog.findChild<QListWidget *>();
    QVERIFY(restore != nullptr && list != nullptr);
    const QSignalSpy restored(&dialog, &window::BinDialog::restored);
    const auto hasRead = [list](int stories) {
        const bool hasLine = list->count() == std::max(stories, 1);
        const bool isStory = hasLine && list->item(0)->flags() != Qt::NoItemFlags;
        return hasLine && isStory == (stories > 0);
    };
    QTRY_VERIFY(hasRead(2));
    const auto clickTwice = [restore] {
        QTest::mouseClick(restore, Qt::LeftButton);
        QTest::mouseClick(restore, Qt::LeftButton);
    };
    clickTwice();
    QCOMPARE(restored.size(), 1);
    QCOMPARE(desk.spiked().size(), 1U);
    QTRY_VERIFY(hasRead(1));
    list->setCurrentRow(0);
    clickTwice();
    QCOMPARE(restored.size(), 2);
    QVERIFY(desk.spiked().empty());
    QTRY_COMPARE(list->item(0)->text(), u"The bin is empty"_s);
    list->setCurrentRow(0); // the line that says so is no story
    clickTwice();
    QCOMPARE(restored.size(), 2);
}

QTEST_MAIN(TestBinDialog)
#include "tst_bin_dialog.moc"
