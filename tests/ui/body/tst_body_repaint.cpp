// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor.h"
#include "ui/body/body_marks.h"
#include "ui/look/shapes.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QScreen>
#include <QScrollBar>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::body;
using namespace Qt::StringLiterals;

namespace {

/// The editor repaints what changed and nothing more: does the screen show what it would paint now?
class Screen {
public:
    Screen()
    {
        QApplication::setCursorFlashTime(0); // a caret that blinks would be a difference
        m_editor.resize(700, 420);
        m_editor.show();
        m_editor.activateWindow();
        m_editor.setFocus();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&m_editor);
    }
    [[nodiscard]] BodyEditor &editor()
    {
        return m_editor;
    }
    [[nodiscard]] bool isTrue()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const QImage shown = m_editor.screen()->grabWindow(m_editor.winId()).toImage();
        return shown.convertToFormat(QImage::Format_RGB32)
            == m_editor.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&m_editor, key, modifiers);
    }

private:
    BodyEditor m_editor;
};

QString paragraphs(int count, const QString &place = u"that its"_s)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"Paragraph %1 says “it will rain,” and then it says a little more, so %2 words "
                "“take two lines.”\n\n"_s.arg(i)
                    .arg(place);
    return text;
}

/// A unit on the quotation of a paragraph.
RibbonUnit unitOn(const QString &text, int paragraph, look::Shape shape)
{
    qsizetype at = -1;
    for (int i = 0; i <= paragraph; ++i)
        at = text.indexOf(u'“', at + 1);
    return {.unit = paragraph,
            .speaker = paragraph % 3,
            .initials = u"A%1"_s.arg(paragraph % 3),
            .stripe = RibbonStripe::Solid,
            .shape = static_cast<int>(shape),
            .ranges = {{at, at + 15}}};
}

void show(BodyEditor &editor, const std::vector<RibbonUnit> &units)
{
    std::vector<Mark> marks;
    for (const RibbonUnit &unit : units)
        marks.push_back({unit.ranges.front(), unit.speaker, MarkFill::Tint,
                         unit.shape == static_cast<int>(look::Shape::Confirmed)
                             ? MarkLine::SpeakerSolid
                             : MarkLine::SpeakerDotted,
                         unit.unit});
    editor.marks().set(editor.revision(), marks);
    editor.marks().setRibbon(editor.revision(), units);
}

} // namespace

class TestBodyRepaint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapesAndChipsFollowAtOnce();
    void outlineFollowsItsUnit();
    void returnAndTypingLeaveNoHalfLines_data();
    void returnAndTypingLeaveNoHalfLines();
    void whateverIsDone_data();
    void whateverIsDone();
};

void TestBodyRepaint::shapesAndChipsFollowAtOnce()
{
    Screen screen;
    const QString text = paragraphs(4);
    screen.editor().loadText(text);
    show(screen.editor(), {unitOn(text, 1, look::Shape::Open)});
    QVERIFY(screen.isTrue());
    const QImage open = screen.editor().grab().toImage();
    RibbonUnit unit = unitOn(text, 1, look::Shape::Rejected);
    screen.editor().marks().setRibbon(screen.editor().revision(), {unit}); // in the very same rows
    QVERIFY(screen.isTrue());
    QVERIFY(screen.editor().grab().toImage() != open);
    unit.speaker = 2;
    unit.initials = u"XY"_s;
    screen.editor().marks().setRibbon(screen.editor().revision(), {unit});
    QVERIFY(screen.isTrue());
}

void TestBodyRepaint::outlineFollowsItsUnit()
{
    Screen screen;
    const QString text = paragraphs(4);
    screen.editor().loadText(text);
    std::vector<RibbonUnit> units{unitOn(text, 1, look::Shape::Open),
                                  unitOn(text, 2, look::Shape::Open)};
    show(screen.editor(), units);
    for (const int unit : {1, 2, -1, 2}) {
        screen.editor().marks().setFocusUnit(unit);
        QVERIFY(screen.isTrue());
    }
    units.erase(units.begin()); // a reading in which the units have other numbers
    units.front().unit = 1;
    show(screen.editor(), units);
    QVERIFY(screen.isTrue());
    screen.editor().marks().setFocusUnit(1);
    QVERIFY(screen.isTrue());
    show(screen.editor(), {});
    QVERIFY(screen.isTrue());
}

void TestBodyRepaint::returnAndTypingLeaveNoHalfLines_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("a line below") << u"three"_s;
    QTest::newRow("an empty line below") << u"\nthree\nfour"_s;
    QTest::newRow("nothing below") << QString();
}

void TestBodyRepaint::returnAndTypingLeaveNoHalfLines()
{
    QFETCH(const QString, below);
    Screen screen;
    screen.editor().loadText(u"one\ntwo"_s + (below.isEmpty() ? below : u'\n' + below));
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_End);
    QVERIFY(screen.isTrue());
    screen.press(Qt::Key_Return);
    QVERIFY(screen.isTrue());
    screen.press(Qt::Key_X);
    QVERIFY(screen.isTrue());
    screen.press(Qt::Key_Backspace); // the paragraph is empty again
    QVERIFY(screen.isTrue());
    screen.press(Qt::Key_Y);
    screen.press(Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(screen.isTrue());
}

namespace {

/// One thing a person, or a reading that arrives, may do.
void act(Screen &screen, QRandomGenerator &random)
{
    BodyEditor &editor = screen.editor();
    constexpr std::array Keys{
        Qt::Key_Return, Qt::Key_X,        Qt::Key_Space, Qt::Key_Backspace, Qt::Key_Delete,
        Qt::Key_Up,     Qt::Key_Down,     Qt::Key_End,   Qt::Key_Home,      Qt::Key_PageDown,
        Qt::Key_PageUp, Qt::Key_Asterisk, Qt::Key_Left,  Qt::Key_Right,     Qt::Key_NumberSign};
    switch (random.bounded(8)) {
    case 0: {
        std::vector<RibbonUnit> units;
        const QString text = editor.text();
        const int quotes = static_cast<int>(text.count(u'“'));
        for (int i = 0; i < quotes; ++i) {
            const bool isLong = text.size() > unitOn(text, i, {}).ranges.front().end;
            if (isLong && random.bounded(3) > 0)
                units.push_back(unitOn(text, i, static_cast<look::Shape>(random.bounded(6))));
        }
        show(editor, units);
        break;
    }
    case 1:
        editor.marks().setFocusUnit(random.bounded(-1, 8));
        break;
    case 2:
        editor.verticalScrollBar()->setValue(random.bounded(20));
        break;
    case 3:
        random.bounded(2) == 0 ? editor.undo() : editor.redo();
        break;
    case 4:
        editor.reveal({random.bounded(200), 200 + random.bounded(100)}, BodyEditor::Reveal::Look);
        break;
    default:
        screen.press(Keys.at(random.bounded(quint32(Keys.size()))),
                     random.bounded(4) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
        break;
    }
}

} // namespace

void TestBodyRepaint::whateverIsDone_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<double>("zoom");
    QTest::newRow("one script") << u"that its"_s << 1.0;
    QTest::newRow("glyphs that are higher than a line") << u"下雨了 ที่นี่ its"_s << 1.0;
    QTest::newRow("lines of no whole pixels") << u"下雨了 ที่นี่ its"_s << 1.1;
}

void TestBodyRepaint::whateverIsDone()
{
    QFETCH(const QString, place);
    QFETCH(const double, zoom);
    QRandomGenerator random(16);
    Screen screen;
    screen.editor().setZoom(zoom);
    screen.editor().loadText(paragraphs(7, place));
    QVERIFY(screen.isTrue());
    for (int step = 0; step < 600; ++step) {
        act(screen, random);
        QVERIFY2(screen.isTrue(), qPrintable(u"step %1"_s.arg(step)));
    }
}

QTEST_MAIN(TestBodyRepaint)
#include "tst_body_repaint.moc"
