// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/story_clip.h"

#include "text/markup.h"
#include "ui/body/body_editor.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::body;
using namespace Qt::StringLiterals;

namespace {

void copyElsewhere(const QString &words)
{
    auto *clip = new QMimeData;
    clip->setText(words);
    clip->setHtml(u"<b>%1</b>"_s.arg(words));
    QApplication::clipboard()->setMimeData(clip);
}

/// What is printed of a body.
QString printed(const QString &body)
{
    QStringList lines;
    for (const text::Block &block : text::readMarkup(body))
        lines.append(text::wordsOf(block));
    return lines.join(u'\n');
}

void moveTo(BodyEditor &editor, qsizetype from, qsizetype to)
{
    QTextCursor caret = editor.textCursor();
    caret.setPosition(static_cast<int>(from));
    caret.setPosition(static_cast<int>(to), QTextCursor::KeepAnchor);
    editor.setTextCursor(caret);
}

} // namespace

class TestStoryClip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsFromElsewhereArePrintedAsTheyStand_data();
    void wordsFromElsewhereArePrintedAsTheyStand();
    void whatStandsBesideThemCounts_data();
    void whatStandsBesideThemCounts();
    void ownMarkdownStaysMarkdown();
    void markdownFromElsewhereOnRequest();
    void anEmptyClipboardPastesNothing();
    void pastingIsOneStep_data();
    void pastingIsOneStep();
    void readOnlyTextTakesNothing();
};

void TestStoryClip::wordsFromElsewhereArePrintedAsTheyStand_data()
{
    QTest::addColumn<QString>("words");
    for (const QString &words :
         {u"plain words"_s, u"c**p and **bold**"_s, u"## No crosshead"_s, u"- a\n- b"_s,
          u"1. a\n2. b"_s, u"1986. That was the year"_s, u"[a](https://b.example)"_s,
          u"R&amp;D \\* 4*"_s, u"> a\n> b"_s, u"@_calder_lock_"_s}) {
        QTest::newRow(qPrintable(words)) << words;
    }
}

void TestStoryClip::wordsFromElsewhereArePrintedAsTheyStand()
{
    QFETCH(const QString, words);
    BodyEditor editor;
    copyElsewhere(words);
    editor.paste();
    QCOMPARE(printed(editor.text()), words);
    editor.loadText(u"Before after.\n"_s);
    moveTo(editor, 7, 7);
    QTest::keySequence(&editor, QKeySequence::Paste);
    QCOMPARE(printed(editor.text()), u"Before "_s + words + u"after."_s);
}

void TestStoryClip::whatStandsBesideThemCounts_data()
{
    QTest::addColumn<QString>("body"); // the words come in place of |
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a pair half typed") << u"a *b| c"_s << u"d*"_s << u"a *bd* c"_s;
    QTest::newRow("a list above") << u"1. a\n|"_s << u"2. b"_s << u"1. a\n2. b"_s;
    QTest::newRow("a list below") << u"|\n- b"_s << u"- a"_s << u"- a\n- b"_s;
    QTest::newRow("bold around stays") << u"**a | b**"_s << u"1. x"_s << u"a 1. x b"_s;
}

void TestStoryClip::whatStandsBesideThemCounts()
{
    QFETCH(QString, body);
    QFETCH(const QString, words);
    QFETCH(const QString, expected);
    const qsizetype at = body.indexOf(u'|');
    BodyEditor editor;
    editor.loadText(body.remove(at, 1));
    moveTo(editor, at, at);
    copyElsewhere(words);
    editor.paste();
    QCOMPARE(printed(editor.text()), expected);
}

void TestStoryClip::ownMarkdownStaysMarkdown()
{
    const QString body = u"## Tides\n\n**High** water at 40\u00a0cm. 4\\* \n\n- a\n- b\n"_s;
    BodyEditor from;
    from.loadText(body);
    from.selectAll();
    from.copy();
    QCOMPARE(QApplication::clipboard()->text(), body); // for other programs
    BodyEditor to;
    to.paste();
    QCOMPARE(to.text(), body);
    moveTo(to, 0, 8);
    to.cut();
    to.paste();
    QCOMPARE(to.text(), body);
}

void TestStoryClip::markdownFromElsewhereOnRequest()
{
    BodyEditor editor;
    copyElsewhere(u"**High** water\r\nat six"_s);
    QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor.text(), u"**High** water\nat six"_s);
}

void TestStoryClip::anEmptyClipboardPastesNothing()
{
    BodyEditor editor;
    editor.insertPlainText(u"at six"_s);
    QApplication::clipboard()->setMimeData(nullptr);
    QVERIFY(QApplication::clipboard()->mimeData() == nullptr);
    QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keySequence(&editor, QKeySequence::Paste);
    QCOMPARE(editor.text(), u"at six"_s);
}

void TestStoryClip::pastingIsOneStep_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("a word") << u"at six"_s;
    QTest::newRow("lines with markup") << u"- a\n- b\n*c*"_s;
}

void TestStoryClip::pastingIsOneStep()
{
    QFETCH(const QString, words);
    BodyEditor editor;
    editor.loadText(u"old "_s);
    moveTo(editor, 4, 4);
    const QSignalSpy steps(editor.document(), &QTextDocument::undoCommandAdded);
    QTest::keyClicks(&editor, u"typed "_s);
    const auto before = steps.size();
    copyElsewhere(words);
    moveTo(editor, 0, 4); // in place of what is selected
    editor.paste();
    QCOMPARE(steps.size(), before + 1);
    QTest::keyClicks(&editor, u"xy"_s);
    editor.undo();
    QCOMPARE(editor.text(), text::escapedMarkup(words, {}, u"typed "_s) + u"typed "_s);
    editor.undo();
    QCOMPARE(editor.text(), u"old typed "_s);
    editor.undo();
    QCOMPARE(editor.text(), u"old "_s);
}

void TestStoryClip::readOnlyTextTakesNothing()
{
    BodyEditor editor;
    editor.loadText(u"old"_s);
    editor.setReadOnly(true);
    copyElsewhere(u"new"_s);
    editor.paste();
    QTest::keyClick(&editor, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor.text(), u"old"_s);
}

QTEST_MAIN(TestStoryClip)
#include "tst_story_clip.moc"
