// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor.h"
#include "ui/body/body_layout.h"
#include "ui/body/body_marks.h"
#include "ui/body/ribbon.h"
#include "ui/look/shapes.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace nutgraf;
using namespace nutgraf::body;

namespace {

QString story()
{
    return QStringLiteral("The ferry “will sail at noon,” Ada Brook said.\n\n"
                          "The quay was empty, and nobody had told the crew.\n");
}

// Many short paragraphs, more than one slice of loading.
QString longText()
{
    QString text;
    for (int i = 0; text.size() < 400'000; ++i)
        text += QStringLiteral("Paragraph %1 is here to be scrolled past.\n\n").arg(i);
    return text;
}

void show(BodyEditor &editor)
{
    editor.resize(900, 600);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
}

RibbonUnit ribbonUnit(int unit, int speaker, TextRange range)
{
    return {.unit = unit,
            .speaker = speaker,
            .initials = QStringLiteral("AB"),
            .stripe = RibbonStripe::Solid,
            .shape = static_cast<int>(look::Shape::Confirmed),
            .ranges = {range}};
}

bool looksAlike(const QImage &a, const QImage &b, const QRect &area)
{
    return a.copy(area) == b.copy(area);
}

} // namespace

class TestBodyEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rawTextSurvives();
    void copyingKeepsNoBreakSpaces();
    void pastingIsPlainAndRaw();
    void typingRaisesTheRevision();
    void lateMarksAreCarriedOver();
    void undoKeysGoOutside();
    void leavesCommandsToTheWindow();
    void largeTextComesInSlices();
    void typingWhileLoadingCanBeUndone();
    void endOfTextWaitsForLoading();
    void longParagraphDoesNotHang();
    void linesStandAtOneAndAHalf();
    void emptyLineIsTheGap();
    void columnIsCentredAndBounded();
    void clickInTheMarginFindsTheLine();
    void clickBetweenLinesFindsALine();
    void zoomChangesTheBodyOnly();
    void marksDoNotMoveText();
    void ribbonStandsBesideItsLine();
    void gutterAnswersClicks();
    void everyMouseButtonAnywhere_data();
    void everyMouseButtonAnywhere();
    void wheelAtBothEnds();
    void caretNamesItsUnit();
    void readOnlyKeepsTheCaret();
    void otherScriptsArePainted();
};

void TestBodyEditor::rawTextSurvives()
{
    BodyEditor editor;
    const QString raw = QStringLiteral("a\u00a0b\u2028c 😀\n\n\td\u200b e\u0301");
    editor.loadText(raw);
    QCOMPARE(editor.text(), raw);
    QCOMPARE(editor.document()->characterCount(), raw.size() + 1);
}

void TestBodyEditor::copyingKeepsNoBreakSpaces()
{
    BodyEditor editor;
    editor.loadText(QStringLiteral("40\u00a0cents\na\u2028b"));
    editor.selectAll();
    editor.copy();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("40\u00a0cents\na\u2028b"));
}

void TestBodyEditor::pastingIsPlainAndRaw()
{
    BodyEditor editor;
    auto *rich = new QMimeData;
    rich->setHtml(QStringLiteral("<b>bold</b>"));
    rich->setText(QStringLiteral("5\u00a0km\r\nnext"));
    QApplication::clipboard()->setMimeData(rich);
    editor.paste();
    QCOMPARE(editor.text(), QStringLiteral("5\u00a0km\nnext"));
}

void TestBodyEditor::typingRaisesTheRevision()
{
    BodyEditor editor;
    editor.loadText(story());
    QSignalSpy edits(&editor, &BodyEditor::edited);
    const quint64 before = editor.revision();
    QTest::keyClicks(&editor, QStringLiteral("ab"));
    QCOMPARE(editor.revision(), before + 2);
    QCOMPARE(edits.last(), (QVariantList{qsizetype(1), qsizetype(0), qsizetype(1), before + 2}));
    editor.undo();
    QVERIFY(editor.revision() > before + 2);
    QCOMPARE(editor.text(), story());
}

void TestBodyEditor::lateMarksAreCarriedOver()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    const qsizetype begin = story().indexOf(u'“');
    const quint64 revision = editor.revision();
    QTest::keyClicks(&editor, QStringLiteral("Yes. "));
    editor.marks().setRibbon(revision, {ribbonUnit(4, 0, {begin, begin + 5})});
    const auto *ribbon = editor.findChild<Ribbon *>();
    QCOMPARE(ribbon->units().at(0).ranges.at(0), (TextRange{begin + 5, begin + 10}));
    editor.marks().setRibbon(revision + 99, {}); // of a text that never was
    QCOMPARE(ribbon->units().size(), 1U);
}

void TestBodyEditor::undoKeysGoOutside()
{
    BodyEditor editor;
    editor.loadText(story());
    QSignalSpy undo(&editor, &BodyEditor::undoRequested);
    QSignalSpy redo(&editor, &BodyEditor::redoRequested);
    QTest::keyClicks(&editor, QStringLiteral("x"));
    QTest::keySequence(&editor, QKeySequence::Undo);
    QTest::keySequence(&editor, QKeySequence::Redo);
    QCOMPARE(undo.count(), 1);
    QCOMPARE(redo.count(), 1);
    QVERIFY(editor.text().startsWith(u'x'));
    QVERIFY(editor.document()->isUndoAvailable());
}

void TestBodyEditor::largeTextComesInSlices()
{
    BodyEditor editor;
    QSignalSpy finished(&editor, &BodyEditor::loadingFinished);
    editor.loadText(longText());
    QVERIFY(editor.isLoading());
    QVERIFY(editor.document()->characterCount() < 20'000);
    show(editor);
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(!editor.isLoading());
    QCOMPARE(editor.text(), longText());
    QVERIFY(!editor.document()->isUndoAvailable());
}

void TestBodyEditor::typingWhileLoadingCanBeUndone()
{
    BodyEditor editor;
    editor.loadText(longText());
    QSignalSpy undoable(editor.document(), &QTextDocument::undoCommandAdded);
    QTest::keyClicks(&editor, QStringLiteral("early"));
    QVERIFY(editor.isLoading());
    editor.finishLoading();
    QCOMPARE(editor.text(), QStringLiteral("early") + longText());
    QCOMPARE(undoable.count(), 1);
    QCOMPARE(editor.textCursor().position(), 5);
    editor.undo();
    QCOMPARE(editor.text(), longText());
}

void TestBodyEditor::endOfTextWaitsForLoading()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(longText());
    QTest::keySequence(&editor, QKeySequence::MoveToEndOfDocument);
    QVERIFY(!editor.isLoading());
    QCOMPARE(editor.textCursor().position(), longText().size());
}

void TestBodyEditor::longParagraphDoesNotHang()
{
    BodyEditor editor;
    show(editor);
    const QString paragraph = QStringLiteral("word ").repeated(60'000);
    editor.loadText(paragraph);
    QTest::keyClicks(&editor, QStringLiteral("x"));
    QCOMPARE(editor.text().size(), paragraph.size() + 1);
    QVERIFY(!editor.grab().isNull());
}

void TestBodyEditor::linesStandAtOneAndAHalf()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(QStringLiteral("long words that wrap ").repeated(20));
    const int em = QFontInfo(editor.font()).pixelSize();
    const QTextBlock block = editor.document()->firstBlock();
    auto *layout = qobject_cast<BodyLayout *>(editor.document()->documentLayout());
    QVERIFY(layout != nullptr);
    const qreal height = layout->blockBoundingRect(block).height();
    QVERIFY(block.layout()->lineCount() > 2);
    const qreal pitch = block.layout()->lineAt(2).y() - block.layout()->lineAt(1).y();
    QCOMPARE(pitch, std::round(em * 1.5));
    QVERIFY(height >= pitch * block.layout()->lineCount());
    QTest::keyClicks(&editor, QStringLiteral("x")); // laid out anew, and placed again
    QVERIFY(layout->blockBoundingRect(block).isValid());
    QCOMPARE(block.layout()->lineAt(2).y() - block.layout()->lineAt(1).y(), pitch);
}

void TestBodyEditor::emptyLineIsTheGap()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(QStringLiteral("one\n\ntwo\nthree"));
    auto *layout = qobject_cast<BodyLayout *>(editor.document()->documentLayout());
    const qreal line = layout->metrics().lineHeight;
    QTextBlock block = editor.document()->firstBlock().next();
    QCOMPARE(layout->blockBoundingRect(block).height(), line);
    block = block.next();
    QCOMPARE(layout->blockBoundingRect(block).height(), line);
    block = block.next(); // no empty line parts it from the paragraph before
    QVERIFY(layout->blockBoundingRect(block).height() > line * 1.4);
}

void TestBodyEditor::columnIsCentredAndBounded()
{
    const QFontMetricsF font(QApplication::font());
    const BodyColumn wide = bodyColumn(1400, 16, font);
    QCOMPARE(wide.textWidth, 556);
    const int right = 1400 - wide.textLeft - wide.textWidth;
    QVERIFY(std::abs(right - look::units(font, 16) - wide.gutterLeft) <= 1);
    const BodyColumn narrow = bodyColumn(500, 16, font);
    QVERIFY(narrow.textWidth < 556);
    QVERIFY(narrow.gutterLeft > 0);
    QVERIFY(bodyColumn(leastPaneWidth(16, font), 16, font).textWidth >= 45 * 7);

    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    QCOMPARE(editor.column(), bodyColumn(900, 16, font));
    const int left = editor.cursorRect().left() + editor.viewport()->x();
    QVERIFY(std::abs(left - editor.column().textLeft) <= 1);
}

void TestBodyEditor::clickInTheMarginFindsTheLine()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    QTextCursor second(editor.document());
    second.setPosition(static_cast<int>(story().indexOf(u'\n')));
    const int y = editor.cursorRect(second).center().y();
    QTest::mouseClick(&editor, Qt::LeftButton, {}, QPoint(editor.width() - 30, y));
    QCOMPARE(editor.textCursor().position(), second.position());
    QTest::mouseClick(editor.findChild<Ribbon *>(), Qt::LeftButton, {}, QPoint(3, y));
    QCOMPARE(editor.textCursor().position(), 0);
}

void TestBodyEditor::clickBetweenLinesFindsALine()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(QStringLiteral("one two three\nfour five six"));
    QTextCursor second(editor.document());
    second.setPosition(14);
    const QRect line = editor.cursorRect(second);
    // In the gap above the second paragraph.
    QTest::mouseClick(editor.viewport(), Qt::LeftButton, {},
                      QPoint(line.left() + 1, line.top() - 4));
    QCOMPARE(editor.textCursor().position(), 14);
}

void TestBodyEditor::zoomChangesTheBodyOnly()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    const int before = editor.cursorRect().height();
    const int gutter = editor.column().textLeft - editor.column().gutterLeft;
    editor.setZoom(2.0);
    QVERIFY(editor.cursorRect().height() > before * 18 / 10);
    QCOMPARE(editor.column().textLeft - editor.column().gutterLeft, gutter);
    editor.setZoom(9.0);
    QCOMPARE(editor.zoom(), 3.0);
    editor.setZoom(0.1);
    QCOMPARE(editor.zoom(), 1.0);
}

void TestBodyEditor::marksDoNotMoveText()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    const QImage bare = editor.grab().toImage();
    const QRect caret = editor.cursorRect();
    const qsizetype begin = story().indexOf(u'“');
    const qsizetype end = story().indexOf(u'”') + 1;
    QTextCursor quote(editor.document());
    quote.setPosition(static_cast<int>(begin));
    const QRect at = editor.cursorRect(quote).translated(editor.viewport()->pos());
    editor.marks().set(editor.revision(),
                       {{{begin, end}, 0, MarkFill::Tint, MarkLine::SpeakerSolid, 0}});
    QCOMPARE(editor.cursorRect(), caret);
    const QImage marked = editor.grab().toImage();
    QVERIFY(!looksAlike(bare, marked, at.adjusted(4, 0, 40, 0)));
    QVERIFY(looksAlike(bare, marked, at.translated(0, 48).adjusted(0, 4, 300, 0)));
    editor.marks().setFocusUnit(0);
    QVERIFY(editor.grab().toImage() != marked);
    editor.marks().setFocusUnit(-1);
    QCOMPARE(editor.grab().toImage(), marked);
}

void TestBodyEditor::ribbonStandsBesideItsLine()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    const qsizetype second = story().indexOf(QStringLiteral("The quay"));
    editor.marks().setRibbon(editor.revision(), {ribbonUnit(2, 1, {second, second + 8})});
    const auto *ribbon = editor.findChild<Ribbon *>();
    QCOMPARE(ribbon->rows().size(), 1U);
    QTextCursor cursor(editor.document());
    cursor.setPosition(static_cast<int>(second));
    const RibbonRow row = ribbon->rows().front();
    const QRect caret = editor.cursorRect(cursor);
    QVERIFY(row.top <= caret.top() && caret.bottom() <= row.top + row.height + 1);
    // 1.5 units of stripe, 3.5 units from the text.
    const int gap = editor.column().textLeft - ribbon->stripeBox(row).right() - 1;
    QCOMPARE(gap, look::units(QFontMetricsF(QApplication::font()), look::size::RibbonGap));
    QTest::keyClick(&editor, Qt::Key_Return); // everything moves one line down
    QCOMPARE(ribbon->rows().front().top, row.top + row.height);
}

void TestBodyEditor::gutterAnswersClicks()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    editor.marks().setRibbon(editor.revision(), {ribbonUnit(5, 0, {4, 12})});
    QSignalSpy clicked(&editor, &BodyEditor::unitClicked);
    auto *ribbon = editor.findChild<Ribbon *>();
    const RibbonRow row = ribbon->rows().front();
    for (const QPoint at :
         {ribbon->chipBox(row).center().toPoint(), ribbon->stripeBox(row).center(),
          ribbon->shapeBox(row).center().toPoint()})
        QTest::mouseClick(ribbon, Qt::LeftButton, {}, at);
    QCOMPARE(clicked.count(), 3);
    QCOMPARE(clicked.last().at(0).toInt(), 5);
    QVERIFY(!ribbon->accessibleName().isEmpty());
}

void TestBodyEditor::everyMouseButtonAnywhere_data()
{
    QTest::addColumn<Qt::MouseButton>("button");
    for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton, Qt::MiddleButton,
                                         Qt::BackButton, Qt::ForwardButton, Qt::TaskButton})
        QTest::addRow("button %d", int(button)) << button;
}

/// In the text, its margins and the gutter, also what nobody answers; without the text's menu.
void TestBodyEditor::everyMouseButtonAnywhere()
{
    QFETCH(const Qt::MouseButton, button);
    QWidget window;
    auto *editor = new BodyEditor(&window);
    editor->resize(900, 600);
    editor->loadText(story());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QList<QWidget *> parts = editor->findChildren<QWidget *>() + QList<QWidget *>{editor};
    for (QWidget *part : parts) {
        const QRect area = part->rect();
        for (const QPoint at : {area.topLeft(), area.center(), area.bottomRight(),
                                QPoint(area.width() / 2, 1), QPoint(2, area.height() - 2)}) {
            QTest::mouseClick(part, button, {}, at);
            QTest::mouseDClick(part, button, {}, at);
            QTest::mousePress(part, button, {}, at);
            QTest::mouseMove(part, area.center());
            QTest::mouseRelease(part, button, {}, area.center());
        }
    }
    QCOMPARE(editor->text(), story());
}

void TestBodyEditor::wheelAtBothEnds()
{
    QWidget window;
    auto *editor = new BodyEditor(&window);
    editor->resize(900, 300);
    editor->loadText(longText().first(6000));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto turn = [](QWidget *part, QPoint angle) {
        const QPointF at = part->rect().center();
        QWheelEvent event(at, part->mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // others are not handed to parents
        qApp->notify(part, &event);
    };
    QScrollBar *bar = editor->verticalScrollBar();
    const QList<QWidget *> parts{editor, editor->viewport(), editor->findChild<Ribbon *>()};
    for (QWidget *part : parts) {
        for (const QPoint angle : {QPoint(0, -120), QPoint(0, 120), QPoint(120, 0)}) {
            bar->setValue(angle.y() < 0 ? bar->maximum() : 0);
            const int before = bar->value();
            turn(part, angle);
            QCOMPARE(bar->value(), before); // it is there already
        }
        bar->setValue(0);
        turn(part, {0, -120});
        QVERIFY2(bar->value() > 0, part->metaObject()->className());
    }
}

void TestBodyEditor::caretNamesItsUnit()
{
    BodyEditor editor;
    editor.loadText(story());
    editor.marks().setRibbon(editor.revision(), {ribbonUnit(3, 0, {10, 30})});
    QSignalSpy units(&editor, &BodyEditor::unitUnderCaret);
    editor.reveal({12, 20}, BodyEditor::Reveal::Select);
    QCOMPARE(units.takeFirst().at(0).toInt(), 3);
    QCOMPARE(editor.textCursor().selectedText(), story().sliced(12, 8));
    editor.reveal({0, 0}, BodyEditor::Reveal::Caret);
    QCOMPARE(units.takeFirst().at(0).toInt(), -1);
}

void TestBodyEditor::readOnlyKeepsTheCaret()
{
    BodyEditor editor;
    show(editor);
    editor.loadText(story());
    editor.setReadOnly(true);
    QTest::keyClick(&editor, Qt::Key_Right);
    QCOMPARE(editor.textCursor().position(), 1);
    QTest::keyClicks(&editor, QStringLiteral("x"));
    QCOMPARE(editor.text(), story());
}

void TestBodyEditor::otherScriptsArePainted()
{
    BodyEditor editor;
    show(editor);
    const QString mixed =
        QStringLiteral("He said “שלום עולם, hello 😀😀” today.\nמילה “ציטוט” כאן");
    editor.loadText(mixed);
    const QImage bare = editor.grab().toImage();
    editor.marks().set(editor.revision(),
                       {{{8, 31}, 0, MarkFill::TintUnsure, MarkLine::SpeakerDotted, 0},
                        {{46, 53}, -1, MarkFill::None, MarkLine::DangerWavy, 1}});
    QVERIFY(editor.grab().toImage() != bare);
    QCOMPARE(editor.text(), mixed);
}

void TestBodyEditor::leavesCommandsToTheWindow()
{
    BodyEditor editor;
    show(editor);
    for (const Qt::Key key : {Qt::Key_E, Qt::Key_K, Qt::Key_D, Qt::Key_U}) {
        QKeyEvent asked(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        asked.accept();
        QCoreApplication::sendEvent(&editor, &asked);
        QVERIFY2(!asked.isAccepted(), qPrintable(QKeySequence(key).toString()));
    }
    QKeyEvent letter(QEvent::ShortcutOverride, Qt::Key_E, Qt::NoModifier, QStringLiteral("e"));
    letter.ignore();
    QCoreApplication::sendEvent(&editor, &letter);
    QVERIFY(letter.isAccepted());
}

QTEST_MAIN(TestBodyEditor)
#include "tst_body_editor.moc"
