// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sample_reading.h"
#include "base/files.h"
#include "ui/compare/compare_rows.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/transcript_pane.h"
#include "ui/look/plurals.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using compare::CompareRows;
using compare::CompareView;

namespace {

story::Story corrected()
{
    story::Story story = sample::story();
    story.body.replace(u"left standing on a quay"_s, u"left waiting on a quay"_s);
    story.body += u"\n\n(Corrects a word in the Santoro quote.)"_s;
    return story;
}

CompareView::Side side(const QString &title, const story::Story &story)
{
    return {title, u"published 12 May, 12:31"_s, story, 1};
}

} // namespace

class TestCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() const
    {
        look::installPlurals(*qApp);
    }
    void findsChangedWordsAndQuotes() const;
    void foldsWhatIsFarFromAChange() const;
    void quotesKeepTheirSpeakerInBothVersions() const;
    void correctedQuotesHaveTheEditorsSpeaker() const;
    void anotherVersionIsChosenAtTheHead() const;
    void saysWhenNothingChanged() const;
    void walksThroughChangesByKey() const;
    void showsAllParagraphsWhenAsked() const;
    void setsAVersionForReading() const;
    void matchesSpeakersOfATranscript() const;
    void tellsWhyATranscriptCannotBeShown() const;
    void linesOfATranscriptLieBelowEachOther() const;
    void aVersionOpensAtItsBeginning() const;
    void pictures() const;
};

void TestCompare::findsChangedWordsAndQuotes() const
{
    const CompareRows rows(compare::comparePairs(sample::story(), corrected()));
    QCOMPARE(rows.changedParagraphs(), 2);
    QCOMPARE(rows.changedQuotes(), 1);
    const compare::ComparePair &changed = *rows.pair(rows.nextChange(-1, 1));
    QCOMPARE(changed.removed.front().in(changed.before), u"standing");
    QCOMPARE(changed.inserted.front().in(changed.after), u"waiting");
    const compare::ComparePair &added = *rows.pair(rows.nextChange(rows.rowCount(), -1));
    QVERIFY(!added.hasBefore);
}

void TestCompare::quotesKeepTheirSpeakerInBothVersions() const
{
    story::Story after = corrected();
    after.body.prepend(u"“We are ready,” Captain Nils Abara said.\n\n"_s); // a new first speaker
    CompareRows rows(compare::comparePairs(sample::story(), after));
    rows.setQuotes(compare::quotesOf(sample::story(), after, {}));
    rows.setOnlyChanges(false);
    int compared = 0;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto *pair = rows.pair(row);
        if (pair->isSame() && !pair->saidBefore.empty()) {
            QCOMPARE(pair->saidBefore.front().speaker, pair->saidAfter.front().speaker);
            QCOMPARE(pair->saidBefore.front().range, pair->saidAfter.front().range);
            QVERIFY(u"“‘"_s.contains(pair->before.at(pair->saidBefore.front().range.begin)));
            ++compared;
        }
    }
    QVERIFY(compared >= 2);
}

void TestCompare::correctedQuotesHaveTheEditorsSpeaker() const
{
    const QString words = u"“a number in search of an argument.”"_s;
    const auto speakersOf = [&words](const review::Review &review) {
        const story::Story story = sample::story();
        QList<int> speakers;
        for (const auto &side : {compare::quotesOf(story, story, review).older,
                                 compare::quotesOf(story, story, review).newer}) {
            for (const compare::SpokenRange &said : side.body) {
                if (said.range.in(story.body) == words) {
                    speakers.append(said.speaker);
                }
            }
        }
        return speakers;
    };
    review::Correction correction;
    correction.speaker = u"Leila Santoro"_s;
    review::Decision decision;
    decision.target.exact = words;
    decision.speaker = *correction.speaker;
    decision.correction = correction;
    QCOMPARE(speakersOf({}).size(), 2);
    QCOMPARE(speakersOf({{decision}, {}}).size(), 2);
    QVERIFY(speakersOf({{decision}, {}}) != speakersOf({}));
}

void TestCompare::anotherVersionIsChosenAtTheHead() const
{
    CompareView view(side(u"Version 1"_s, sample::story()), side(u"Version 2"_s, corrected()));
    view.setChoices({{0, u"Draft"_s}, {1, u"Version 1"_s}, {2, u"Version 2"_s}});
    QSignalSpy chosen(&view, &CompareView::versionsChosen);
    view.findChild<QMenu *>()->actions().front()->trigger(); // the left head's
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 0);
    QCOMPARE(chosen.at(0).at(1).toInt(), 1);
    view.setSides(side(u"Draft"_s, corrected()), side(u"Version 2"_s, corrected()));
    QCOMPARE(view.findChild<CompareRows *>()->changedParagraphs(), 0);
}

void TestCompare::foldsWhatIsFarFromAChange() const
{
    CompareRows rows(compare::comparePairs(sample::story(), corrected()));
    QCOMPARE(rows.pair(0), nullptr);
    QCOMPARE(rows.foldWords(0), u"Headline, deck and 1 paragraph unchanged"_s);
    const int folded = rows.rowCount();
    rows.unfold(0);
    QCOMPARE(rows.rowCount(), folded + 2);
    QVERIFY(rows.pair(0) != nullptr);
}

void TestCompare::saysWhenNothingChanged() const
{
    const CompareRows rows(compare::comparePairs(sample::story(), sample::story()));
    QCOMPARE(rows.changedParagraphs(), 0);
    QCOMPARE(rows.rowCount(), 1);
    QCOMPARE(rows.nextChange(-1, 1), -1);
}

void TestCompare::walksThroughChangesByKey() const
{
    CompareView view(side(u"Version 1"_s, sample::story()), side(u"Version 2"_s, corrected()));
    view.resize(820, 500);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view)); // shortcuts count only in the active window
    auto *list = view.findChild<QListView *>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F8);
    const int first = list->currentIndex().row();
    QVERIFY(first > 0);
    QTest::keyClick(list, Qt::Key_F8);
    QVERIFY(list->currentIndex().row() > first);
    QTest::keyClick(list, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(list->currentIndex().row(), first);
}

void TestCompare::showsAllParagraphsWhenAsked() const
{
    CompareView view(side(u"Version 1"_s, sample::story()), side(u"Version 2"_s, corrected()));
    const auto *list = view.findChild<QListView *>();
    view.findChild<QCheckBox *>()->click();
    QCOMPARE(list->model()->rowCount(), 9); // headline, deck, six paragraphs and the new one
}

void TestCompare::setsAVersionForReading() const
{
    const std::unique_ptr<QWidget> pane(
        compare::makeVersionPane(side(u"Version 1"_s, sample::story()), nullptr));
    auto *page = qobject_cast<QTextEdit *>(pane.get());
    QVERIFY(page->isReadOnly());
    QVERIFY(page->toPlainText().contains(sample::story().headline));
    QVERIFY(page->toPlainText().contains(u"“a number in search of an argument.”"_s));
}

void TestCompare::matchesSpeakersOfATranscript() const
{
    const compare::TranscriptRows rows(
        {{{std::chrono::milliseconds(1'307'000), u"Barrow"_s, u"That forecast is a number."_s},
          {std::nullopt, u"Chair"_s, u"Order."_s}}},
        sample::reading().analysis->speakers);
    QCOMPARE(rows.initials(0), u"OB"_s);
    QCOMPARE(rows.speaker(1), -1);
    QCOMPARE(rows.find(u"order"_s, 0), 1);
    QCOMPARE(rows.data(rows.index(0), Qt::AccessibleTextRole).toString(),
             u"00:21:47 Barrow: That forecast is a number."_s);
}

void TestCompare::tellsWhyATranscriptCannotBeShown() const
{
    const std::unique_ptr<QWidget> pane(
        compare::makeTranscriptPane(u"/nowhere/at-all.vtt"_s, nullptr));
    pane->show();
    const auto *label = pane->findChild<QLabel *>();
    QVERIFY(label != nullptr);
    QTRY_VERIFY2(label->text().contains(u"no such file"_s, Qt::CaseInsensitive),
                 qPrintable(label->text()));
    QVERIFY(!pane->findChild<QListView *>()->isVisible());
}

/// Each row below the one before, and as high as its words, whatever width the pane gets.
void TestCompare::linesOfATranscriptLieBelowEachOther() const
{
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"assembly.vtt"_s);
    QByteArray text("WEBVTT\n");
    for (int minute = 10; minute < 40; ++minute) {
        text += "\n" + QByteArray::number(minute) + ":00.000 --> " + QByteArray::number(minute)
            + ":30.000\n<v Barrow>I thank the chair. My party has asked for the figures since "
              "March, by letter and in committee, and again last night.\n";
    }
    QVERIFY(writeFile(path, text));
    const std::unique_ptr<QWidget> pane(compare::makeTranscriptPane(path, nullptr));
    pane->resize(900, 400);
    pane->show();
    const auto *list = pane->findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 30);
    for (const int width : {900, 420, 300, 700}) {
        pane->resize(width, 400);
        const auto lies = [list](int row) {
            const QModelIndex index = list->model()->index(row, 0);
            QStyleOptionViewItem option;
            option.initFrom(list);
            option.widget = list;
            const int needed = list->itemDelegate()->sizeHint(option, index).height();
            const QRect place = list->visualRect(index);
            return place.height() == needed
                && list->visualRect(index.siblingAtRow(row + 1)).top() == place.bottom() + 1;
        };
        for (int row = 0; row < 29; ++row) {
            QTRY_VERIFY2(lies(row), qPrintable(u"row %1 at %2"_s.arg(row).arg(width)));
        }
    }
}

void TestCompare::aVersionOpensAtItsBeginning() const
{
    story::Story story = sample::story();
    story.body = story.body.repeated(20);
    const std::unique_ptr<QWidget> pane(
        compare::makeVersionPane(side(u"Version 1"_s, story), nullptr));
    pane->resize(400, 300);
    pane->show();
    const auto *page = qobject_cast<QTextEdit *>(pane.get());
    QTRY_VERIFY(page->verticalScrollBar()->maximum() > 0);
    QCOMPARE(page->verticalScrollBar()->value(), 0);
    QCOMPARE(page->textCursor().position(), 0);
}

void TestCompare::pictures() const
{
    const QString folder = qEnvironmentVariable("NUTGRAF_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("NUTGRAF_PICTURES names no folder for pictures");
    }
    const bool isDark = qEnvironmentVariableIsSet("NUTGRAF_DARK");
    QApplication::setPalette(look::paletteFor(isDark ? look::darkColours() : look::lightColours()));
    const QString tail = isDark ? u"-dark.png"_s : u"-light.png"_s;
    CompareView view(side(u"Version 1"_s, sample::story()), side(u"Version 2"_s, corrected()));
    view.resize(857, 600);
    view.show();
    view.nextChange();
    view.grab().save(QDir(folder).filePath(u"compare"_s + tail));
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"assembly.vtt"_s);
    QVERIFY(writeFile(path,
                      "WEBVTT\n\n20:58.000 --> 21:05.000\n<v Chair>Four minutes remain.\n\n"
                      "21:06.000 --> 21:30.000\n<v Barrow>I thank the chair. My party has "
                      "asked for the figures since March, by letter and in committee.\n\n"
                      "22:09.000 --> 22:14.000\n<v Santoro>The member has had the annex."));
    const std::unique_ptr<QWidget> pane(
        compare::makeTranscriptPane(path, sample::reading().analysis->speakers, nullptr));
    pane->resize(480, 400);
    pane->show();
    QTRY_VERIFY(pane->findChild<QListView *>()->isVisible());
    QVERIFY(pane->grab().save(QDir(folder).filePath(u"transcript"_s + tail)));
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
