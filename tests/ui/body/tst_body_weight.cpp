// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor.h"
#include "ui/body/body_marks.h"
#include "ui/look/tokens.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace nutgraf;
using namespace nutgraf::body;

namespace {

QList<QTextLayout::FormatRange> formats(const BodyEditor &editor, int line)
{
    return editor.document()->findBlockByNumber(line).layout()->formats();
}

void show(BodyEditor &editor)
{
    editor.resize(900, 400);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
}

/// How many pixels of a picture have a colour.
int count(const QImage &picture, const QColor &colour)
{
    int pixels = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            pixels += picture.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return pixels;
}

} // namespace

class TestBodyWeight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void crossheadsAndStrongWordsAreBold();
    void weightFollowsTyping();
    void weightIsNoChangeOfTheText();
    void findStoodAtIsTheStrongest();
    void nothingIsLeftOfTheLineAbove();
};

void TestBodyWeight::crossheadsAndStrongWordsAreBold()
{
    BodyEditor editor;
    editor.loadText(
        QStringLiteral("## Harbour\nA **firm** word, ** not, 2**3 and **this too**\n#no"));
    show(editor);
    QCOMPARE(formats(editor, 0).size(), 1);
    QCOMPARE(formats(editor, 0).front().length, 10);
    QCOMPARE(formats(editor, 0).front().format.fontWeight(), int(QFont::Bold));
    QCOMPARE(formats(editor, 1).front().start, 4);
    QCOMPARE(formats(editor, 1).front().length, 4);
    QVERIFY(formats(editor, 2).isEmpty());
    // The caret stands where the wider letters put it.
    const QTextLine line = editor.document()->firstBlock().layout()->lineAt(0);
    const qreal plain =
        QFontMetricsF(editor.font()).horizontalAdvance(QStringLiteral("## Harbour"));
    QVERIFY(line.cursorToX(10) - line.cursorToX(0) > plain + 1);
}

void TestBodyWeight::weightFollowsTyping()
{
    BodyEditor editor;
    editor.loadText(QStringLiteral("Harbour\n\nQuay"));
    show(editor);
    QVERIFY(formats(editor, 0).isEmpty());
    editor.moveCursor(QTextCursor::Start);
    QTest::keyClicks(&editor, QStringLiteral("# "));
    QCOMPARE(formats(editor, 0).size(), 1);
    QTest::keyClick(&editor, Qt::Key_Delete, Qt::ControlModifier);
    QTest::keyClick(&editor, Qt::Key_Backspace);
    QTest::keyClick(&editor, Qt::Key_Backspace);
    QVERIFY(formats(editor, 0).isEmpty());
    editor.document()->undo();
    editor.document()->undo();
    editor.document()->undo();
    QCOMPARE(editor.text(), QStringLiteral("Harbour\n\nQuay"));
    QVERIFY(formats(editor, 0).isEmpty());
}

void TestBodyWeight::weightIsNoChangeOfTheText()
{
    BodyEditor editor;
    editor.loadText(QStringLiteral("A **firm** word\n\nQuay"));
    show(editor);
    const QSignalSpy edited(&editor, &BodyEditor::edited);
    editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&editor, Qt::Key_S);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().at(0).toInt(), 21); // the key alone, not the bold words above it
    QCOMPARE(edited.front().at(1).toInt(), 0);
    QCOMPARE(edited.front().at(2).toInt(), 1);
}

void TestBodyWeight::findStoodAtIsTheStrongest()
{
    BodyEditor editor;
    editor.loadText(QStringLiteral("quay and quay and quay"));
    show(editor);
    std::vector<Mark> marks;
    for (const qsizetype at : {0, 9, 18}) {
        marks.push_back({{at, at + 4}, -1, MarkFill::Found, MarkLine::None, -1});
    }
    editor.marks().set(editor.revision(), marks);
    editor.reveal({9, 13}, BodyEditor::Reveal::Select);
    const look::Colours &colours = look::colours(editor.palette());
    QCOMPARE(count(editor.viewport()->grab().toImage(), colours.accent), 0);
    editor.marks().setFound({9, 13});
    const QImage picture = editor.viewport()->grab().toImage();
    QVERIFY(count(picture, colours.accent) > 200);
    QVERIFY(count(picture, colours.select) > 200);
    editor.marks().setFound({});
    QCOMPARE(count(editor.viewport()->grab().toImage(), colours.accent), 0);
}

void TestBodyWeight::nothingIsLeftOfTheLineAbove()
{
    BodyEditor editor;
    editor.loadText(QStringLiteral("one\n").repeated(60));
    show(editor);
    std::vector<Mark> marks;
    for (qsizetype line = 0; line < 60; ++line) {
        marks.push_back({{line * 4, line * 4 + 3}, 0, MarkFill::None, MarkLine::SpeakerSolid, -1});
    }
    editor.marks().set(editor.revision(), marks);
    editor.verticalScrollBar()->setValue(10);
    const QImage picture = editor.viewport()->grab().toImage();
    const QColor speaker = look::speakerColour(look::colours(editor.palette()), 0);
    QCOMPARE(count(picture.copy(0, 0, picture.width(), 6), speaker), 0);
    QVERIFY(count(picture, speaker) > 100);
}

QTEST_MAIN(TestBodyWeight)
#include "tst_body_weight.moc"
