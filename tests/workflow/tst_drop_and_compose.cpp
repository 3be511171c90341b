// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "base/files.h"
#include "ui/window/story_tabs.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QUrl>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using window::Command;

namespace {

/// What a file manager drags.
std::unique_ptr<QMimeData> filesOf(const QStringList &paths)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls.append(QUrl::fromLocalFile(path));
    }
    data->setUrls(urls);
    return data;
}

/// Drops onto a widget as Qt does: it and its parents are asked in turn. True: somebody took it.
bool drop(QWidget &target, const QMimeData &data)
{
    const QPoint middle = target.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    enter.ignore();
    for (QWidget *widget = &target; widget != nullptr; widget = widget->parentWidget()) {
        if (widget->acceptDrops()) {
            enter.setAccepted(false);
            QApplication::sendEvent(widget, &enter);
        }
        if (enter.isAccepted()) {
            QDropEvent fall(target.mapTo(widget, middle), Qt::CopyAction | Qt::MoveAction, &data,
                            Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(widget, &fall);
            return fall.isAccepted();
        }
    }
    return false;
}

void compose(QWidget &widget, const QString &preedit, const QString &commit = {})
{
    const QList<QInputMethodEvent::Attribute> attributes{
        {QInputMethodEvent::Cursor, int(preedit.size()), 1, {}}};
    QInputMethodEvent event(preedit, attributes);
    event.setCommitString(commit);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class TestDropAndCompose : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void droppedFilesOpen_data();
    void droppedFilesOpen();
    void filesDroppedOnTheDeskAreImported();
    void droppedWordsAreInserted();
    void composedWordsAreOneStep();
    void composingThroughAReadingLeavesTheText();
    void abandonedCompositionLeavesNothing();
};

void TestDropAndCompose::droppedFilesOpen_data()
{
    QTest::addColumn<QString>("on");
    QTest::newRow("the text") << u"Body"_s;
    QTest::newRow("a field") << u"Headline"_s;
    QTest::newRow("the desk's search") << u"Search stories"_s;
    QTest::newRow("an empty window") << QString();
}

void TestDropAndCompose::droppedFilesOpen()
{
    QFETCH(const QString, on);
    Scene scene;
    int tabs = 2;
    if (on.isEmpty()) {
        QCOMPARE(scene.window().tabs().count(), 0);
    } else {
        scene.newStory(u"Tide table"_s);
        ++tabs;
    }
    const QString words = scene.file(u"quay.txt"_s);
    const QString story = scene.file(u"pump.md"_s);
    QVERIFY(writeFile(words, "The quay is closed.\n").has_value());
    QVERIFY(writeFile(story, "---\nslug: pump\n---\nThe pump failed.\n").has_value());
    QWidget *target = on.isEmpty() ? &scene.window().tabs() : named<QWidget>(scene.window(), on);
    QVERIFY(target != nullptr);
    const QString before = on.isEmpty() ? QString() : scene.body().text();
    auto *first = scene.window().currentStory();
    QVERIFY(drop(*target, *filesOf({words, story})));
    QCOMPARE(scene.window().tabs().count(), tabs);
    QCOMPARE(scene.page().session().title(), u"pump"_s);
    if (first != nullptr) {
        QCOMPARE(first->body().text(), before); // no address was typed into it
        QVERIFY(!first->session().story().headline.contains(u"file:"_s));
    }
}

void TestDropAndCompose::filesDroppedOnTheDeskAreImported()
{
    const Scene scene;
    const QString wire = scene.file(u"ferry.txt"_s);
    QVERIFY(writeFile(wire,
                      "Ferry levy will end\n\nPORT LORNE\n\nThe levy will end, Ada Holt said."
                      "\n")
                .has_value());
    auto *rows = scene.list().findChild<QWidget *>(u"storyRows"_s);
    QVERIFY(drop(*rows, *filesOf({wire})));
    QTRY_COMPARE(scene.list().entries().size(), 1U);
    QCOMPARE(scene.page().session().story().headline, u"Ferry levy will end"_s);
    QVERIFY(!scene.page().session().storyFolder().isEmpty());
}

void TestDropAndCompose::droppedWordsAreInserted()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    QMimeData words;
    words.setText(u"High water at six."_s);
    QVERIFY(drop(*scene.body().viewport(), words));
    QVERIFY(scene.body().text().contains(u"High water at six."_s));
    scene.action(Command::Undo)->trigger();
    QVERIFY(!scene.body().text().contains(u"High water at six."_s));
}

void TestDropAndCompose::composedWordsAreOneStep()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(&scene.body(), u"At "_s);
    const QString before = scene.body().text();
    compose(scene.body(), u"に"_s);
    compose(scene.body(), u"にほ"_s);
    compose(scene.body(), u"にほん"_s);
    QCOMPARE(scene.body().text(), before); // what is being composed is not the story's yet
    QCOMPARE(scene.body().textCursor().block().layout()->preeditAreaText(), u"にほん"_s);
    compose(scene.body(), {}, u"日本"_s);
    QCOMPARE(scene.page().session().story().body, before + u"日本"_s);
    QVERIFY(scene.body().textCursor().block().layout()->preeditAreaText().isEmpty());
    scene.page().session().undo();
    QCOMPARE(scene.page().session().story().body, before);
    scene.page().session().redo();
    QCOMPARE(scene.page().session().story().body, before + u"日本"_s);
}

void TestDropAndCompose::composingThroughAReadingLeavesTheText()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    type(&scene.body(), u"“High water at six,” Ada Holt said. "_s);
    const QString before = scene.body().text();
    compose(scene.body(), u"e"_s);
    scene.waitForReading(); // marks arrive while the word is being composed
    QTRY_VERIFY(!scene.page().session().reading().analysis->attributions.empty());
    compose(scene.body(), u"é"_s);
    QCOMPARE(scene.body().textCursor().block().layout()->preeditAreaText(), u"é"_s);
    compose(scene.body(), {}, u"été"_s);
    QCOMPARE(scene.body().text(), before + u"été"_s);
}

void TestDropAndCompose::abandonedCompositionLeavesNothing()
{
    Scene scene;
    scene.newStory(u"Tide table"_s);
    const QString before = scene.body().text();
    const int steps = scene.page().session().undoStack().count();
    compose(scene.body(), u"ab"_s);
    compose(scene.body(), {});
    QCOMPARE(scene.body().text(), before);
    QCOMPARE(scene.page().session().undoStack().count(), steps);
    QVERIFY(!scene.page().session().isModified());
}

QTEST_MAIN(TestDropAndCompose)
#include "tst_drop_and_compose.moc"
