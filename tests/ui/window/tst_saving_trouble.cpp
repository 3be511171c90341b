// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "support/failing_disk.h"
#include "ui/body/body_editor.h"
#include "ui/desk/desk_list.h"
#include "ui/page/story_page.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::window;
using namespace Qt::StringLiterals;

// What the window says where a save ends otherwise than hoped.

namespace {

const QDateTime Now = QDateTime::fromString(u"2026-05-12T12:00:00Z"_s, Qt::ISODate);

/// A window on a desk with one story, open and changed.
struct Scene {
    Scene()
    {
        story::Story levy;
        levy.slug = u"ferry-levy"_s;
        levy.body = u"She gave no date.\n"_s;
        story = *desk::Desk::create(folder.filePath(u"desk"_s),
                                    {u"Coast desk"_s, {.domain = u"test.example"_s}})
                     ->add(levy, fixedClock(Now));
        const QSignalSpy ready(&window, &MainWindow::ready);
        window.start({folder.filePath(u"desk"_s), story});
        window.show();
        QTRY_VERIFY(!ready.isEmpty());
        page().session().setField(story::Field::Deck, u"Ours."_s);
    }
    [[nodiscard]] page::StoryPage &page() const
    {
        return *window.currentStory();
    }
    void save()
    {
        window.commands().action(Command::Save)->trigger();
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const QList<QWidget *> all = window.findChildren<QWidget *>();
        return std::ranges::any_of(all, [&](const QWidget *widget) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            return widget->isVisible()
                && ((label != nullptr && label->text().contains(words))
                    || widget->accessibleName().contains(words));
        });
    }

    QTemporaryDir folder;
    QSettings store{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    settings::Settings settings{store};
    QString story;
    MainWindow window{Services{.clock = fixedClock(Now),
                               .ids = randomIds(),
                               .settings = &settings,
                               .dataFolder = folder.filePath(u"data"_s),
                               .stateFolder = folder.filePath(u"state"_s),
                               .questions = Services::Questions::Never}};
};

} // namespace

class TestSavingTrouble : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() const
    {
        QTest::setThrowOnFail(true);
    }
    void aSaveThatIsNotConfirmedIsSaid() const;
    void whereTheOverwrittenTextLiesIsSaid() const;
};

void TestSavingTrouble::aSaveThatIsNotConfirmedIsSaid() const
{
    Scene scene;
    for (int operation = 1; !scene.says(u"did not confirm"_s); ++operation) {
        test::FailingDisk disk(scene.story, test::Calls::Writing);
        disk.failAt(operation, EIO);
        scene.page().session().setField(story::Field::Deck, u"Ours %1."_s.arg(operation));
        scene.save();
        disk.heal();
        QVERIFY(operation < 100);
    }
    QVERIFY(scene.says(u"Saved, not confirmed"_s));
    QVERIFY(scene.page().session().isModified());
    scene.save();
    QVERIFY(!scene.page().session().isModified());
    QVERIFY(!scene.says(u"Saved, not confirmed"_s));
}

void TestSavingTrouble::whereTheOverwrittenTextLiesIsSaid() const
{
    Scene scene;
    QVERIFY(writeFile(scene.story + u"/story.md"_s, "Theirs.\n").has_value());
    scene.save();
    const auto overwrite = [&]() -> QPushButton * {
        for (auto *button : scene.window.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Overwrite"_s) {
                return button;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY(overwrite() != nullptr);
    overwrite()->click();
    QTRY_VERIFY(scene.says(u"is kept as “story.overwritten-20260512-120000.md”"_s));
    QCOMPARE(
        readFile(scene.story + u"/story.overwritten-20260512-120000.md"_s).value_or(QByteArray()),
        QByteArray("Theirs.\n"));
    QVERIFY(!scene.page().session().isModified());
}

QTEST_MAIN(TestSavingTrouble)
#include "tst_saving_trouble.moc"
