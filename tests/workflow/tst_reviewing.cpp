// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scene.h"

#include "review/anchors.h"
#include "review/corrections.h"
#include "ui/body/ribbon.h"
#include "ui/panels/attribution_rows.h"
#include "ui/panels/attribution_section.h"
#include "ui/panels/reason_card.h"
#include "ui/panels/side_panel.h"
#include "ui/session/disk_guard.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;
using review::UnitState;
using window::Command;

namespace {

/// As a key is sent: to the list of choices over the field, if one is open.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *popup = QApplication::activePopupWidget();
    QTest::keyClick(popup != nullptr ? popup : QApplication::focusWidget(), key, modifiers);
}

void typeOn(const QString &letters)
{
    for (const QChar letter : letters) {
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup != nullptr ? popup : QApplication::focusWidget(), letter.toLatin1());
    }
}

/// A story of many quotations, some long, some part quotes, opened in a window.
struct Review {
    Review()
    {
        scene.window().resize(1200, 700);
        scene.newStory(u"Tide table"_s);
        QString body;
        for (int i = 0; i < 12; ++i) {
            body += u"“High water at %1 is what the table says, and it has said so for years, "
                    "whatever the harbour office may tell you about the quay,” Ada Holt said.\n\n"
                    "Tomas Reyl called plan %1 “a disaster” and said that it would “end badly in "
                    "winter.”\n\nThe quay was empty at %1.\n\n"_s.arg(i);
        }
        scene.page().session().setField(story::Field::Body, body);
        scene.waitForReading();
    }

    [[nodiscard]] panels::AttributionSection &section() const
    {
        return *scene.window().findChild<panels::AttributionSection *>();
    }
    [[nodiscard]] panels::RowView &list() const
    {
        return section().list();
    }
    [[nodiscard]] panels::ReasonCard &card() const
    {
        return *section().findChild<panels::ReasonCard *>();
    }
    [[nodiscard]] const session::Reading &reading() const
    {
        return scene.page().session().reading();
    }
    /// The unit of the current row.
    [[nodiscard]] const analysis::Attribution &current() const
    {
        return reading().analysis->attributions.at(
            static_cast<std::size_t>(list().currentRow()->id));
    }
    [[nodiscard]] UnitState stateOf(int unit) const
    {
        return reading().bound.units.at(static_cast<std::size_t>(unit)).state;
    }
    /// All its words stand in the part of the body that is seen.
    [[nodiscard]] bool isRead(const analysis::Attribution &unit) const
    {
        const TextRange place = review::contentSpan(unit).shifted(-reading().bodyBegin);
        QTextCursor at(scene.body().document());
        at.setPosition(static_cast<int>(place.begin));
        const QRect begin = scene.body().cursorRect(at);
        at.setPosition(static_cast<int>(place.end));
        const QRect end = scene.body().cursorRect(at);
        return begin.top() >= 0 && end.bottom() <= scene.body().viewport()->height();
    }

    Scene scene;
};

/// The card is of the unit that the row is of.
bool agree(const Review &review)
{
    const panels::Row *row = review.list().currentRow();
    if (row == nullptr || row->kind != panels::RowKind::Unit) {
        return review.card().words().isEmpty();
    }
    const analysis::Attribution &unit = review.current();
    return review.card().words() == panels::allWords(*review.reading().snapshot, unit)
        && row->title == panels::shownWords(*review.reading().snapshot, unit)
        && review.card().title().contains(
            review::asIs(*review.reading().analysis, row->id).speaker);
}

} // namespace

class TestReviewing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::setThrowOnFail(true);
    }
    void theTextFollowsTheKeyboard();
    void theCardHoldsAllWords();
    void everyUndecidedUnitIsReached();
    void partQuotesKeepTheirRow();
    void rowsStayUnderTheMouse();
    void textStaysUnderTheMouse();
    void rowAndCardAreOfOneUnit();
    void enterTakesTheNameThatIsOffered();
    void enterKeepsANameThatNobodyHas();
    void undoRightAfterADecision();
    void undoAfterMovingOnIsAboutTheRow();
};

void TestReviewing::theTextFollowsTheKeyboard()
{
    const Review review;
    press(Qt::Key_F8);
    const int caret = review.scene.body().textCursor().position();
    QVERIFY(review.reading().bound.units.size() > 20);
    for (std::size_t i = 0; i < review.reading().bound.units.size(); ++i) {
        press(i % 2 == 0 ? Qt::Key_C : Qt::Key_Down);
        if (review.list().currentRow()->kind == panels::RowKind::Unit) {
            QVERIFY2(review.isRead(review.current()),
                     qPrintable(review.list().currentRow()->title));
        }
    }
    QCOMPARE(review.scene.body().textCursor().position(), caret);
    QVERIFY(!review.scene.body().textCursor().hasSelection());
}

void TestReviewing::theCardHoldsAllWords()
{
    const Review review;
    press(Qt::Key_F8);
    const QString words = review.card().words();
    QVERIFY(words.contains(u"tell you about the quay"_s));
    QLabel *label = nullptr;
    for (auto *one : review.card().findChildren<QLabel *>()) {
        label = one->text() == words ? one : label;
    }
    QVERIFY(label != nullptr);
    QVERIFY(label->height() >= label->heightForWidth(label->width())); // scrolled, not cut
    QVERIFY(label->width() <= review.card().width());
}

void TestReviewing::everyUndecidedUnitIsReached()
{
    const Review review;
    for (const Command command : {Command::NextOpenUnit, Command::PreviousOpenUnit}) {
        review.scene.body().setFocus();
        QSet<int> reached;
        for (std::size_t i = 0; i < review.reading().bound.units.size(); ++i) {
            review.scene.action(command)->trigger();
            QVERIFY(review.list().currentRow() != nullptr);
            reached.insert(review.list().currentRow()->id);
            QVERIFY(review.isRead(review.current()));
        }
        QCOMPARE(static_cast<std::size_t>(reached.size()), review.reading().bound.units.size());
    }
}

/// Their words begin before the mark, where the text has no unit.
void TestReviewing::partQuotesKeepTheirRow()
{
    const Review review;
    int partQuotes = 0;
    for (std::size_t i = 0; i < review.reading().bound.units.size(); ++i) {
        review.list().makeCurrent(
            review.list().rows().find(panels::RowKind::Unit, static_cast<int>(i)));
        partQuotes += review.current().kind == analysis::AttributionKind::Mixed ? 1 : 0;
        QTest::mouseClick(review.list().viewport(), Qt::LeftButton, {},
                          middleOf(review.list(), review.list().currentIndex()));
        QCOMPARE(review.list().currentRow()->id, static_cast<int>(i));
        review.scene.action(Command::ConfirmUnit)->trigger(); // a new reading comes
        QCOMPARE(review.list().currentRow()->id, static_cast<int>(i));
        QCOMPARE(review.stateOf(static_cast<int>(i)), UnitState::Confirmed);
    }
    QVERIFY(partQuotes > 5);
}

/// Whatever the card says of it: neither the row that is pressed nor any other moves.
void TestReviewing::rowsStayUnderTheMouse()
{
    const Review review;
    QRandomGenerator random(8);
    const auto &list = review.list();
    for (int i = 0; i < 40; ++i) {
        if (i % 5 == 4) {
            list.verticalScrollBar()->setValue(
                random.bounded(list.verticalScrollBar()->maximum() + 1));
        }
        const QPoint at(40, random.bounded(list.viewport()->height()));
        const QModelIndex row = list.indexAt(at);
        if (!row.isValid() || list.rows().rowAt(row).kind != panels::RowKind::Unit) {
            continue;
        }
        const QRect before = list.visualRect(row);
        const QRect place = list.geometry();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, at);
        QCoreApplication::processEvents(); // layouts
        QCOMPARE(list.visualRect(row), before);
        QCOMPARE(list.geometry(), place);
        QCOMPARE(list.currentIndex(), row);
        if (i % 3 == 0) {
            review.scene.action(Command::ConfirmUnit)->trigger();
            QCoreApplication::processEvents();
            QCOMPARE(list.visualRect(row), before);
        }
    }
}

/// A click in the gutter chooses, also what is only half in sight.
void TestReviewing::textStaysUnderTheMouse()
{
    const Review review;
    auto *ribbon = review.scene.body().findChild<body::Ribbon *>();
    QScrollBar &bar = *review.scene.body().verticalScrollBar();
    for (int place = 0; place <= bar.maximum(); ++place) {
        bar.setValue(place);
        QCoreApplication::processEvents();
        const auto &rows = ribbon->rows();
        const auto last =
            std::ranges::find_if(rows.rbegin(), rows.rend(), [&](const body::RibbonRow &row) {
                return row.shape >= 0 && row.top + row.height / 2 < ribbon->height();
            });
        QVERIFY(last != rows.rend());
        QTest::mouseClick(ribbon, Qt::LeftButton, {}, ribbon->shapeBox(*last).center().toPoint());
        QCOMPARE(bar.value(), place);
        QVERIFY(review.list().currentRow() != nullptr);
    }
}

void TestReviewing::rowAndCardAreOfOneUnit()
{
    const Review review;
    QRandomGenerator random(1);
    press(Qt::Key_F8);
    constexpr std::array Keys{Qt::Key_C,  Qt::Key_S,    Qt::Key_R,    Qt::Key_U,
                              Qt::Key_Up, Qt::Key_Down, Qt::Key_Down, Qt::Key_End};
    for (int i = 0; i < 80; ++i) {
        if (random.bounded(6) == 0) {
            QTextCursor caret(review.scene.body().document());
            caret.setPosition(random.bounded(review.scene.body().document()->characterCount()));
            review.scene.body().setTextCursor(caret);
            type(&review.scene.body(), random.bounded(2) == 0 ? u"x"_s : u"“"_s);
            review.scene.waitForReading();
        } else {
            QTest::keyClick(&review.list(), Keys.at(random.bounded(quint32(Keys.size()))));
        }
        QVERIFY2(agree(review), qPrintable(QString::number(i) + review.card().words()));
    }
    review.scene.page().session().disk().discardChanges();
}

void TestReviewing::enterTakesTheNameThatIsOffered()
{
    const Review review;
    press(Qt::Key_F8);
    const int unit = review.list().currentRow()->id;
    const auto speaker = [&] {
        return review::asIs(*review.reading().analysis, unit).speaker;
    };
    QCOMPARE(speaker(), u"Ada Holt"_s);
    press(Qt::Key_E);
    typeOn(u"To"_s);
    QVERIFY(QApplication::activePopupWidget() != nullptr);
    QCOMPARE(
        qobject_cast<QLineEdit *>(QApplication::focusWidget()->findChild<QLineEdit *>())->text(),
        u"To"_s); // typing goes on, whatever is offered
    press(Qt::Key_Return);
    QTRY_COMPARE(speaker(), u"Tomas Reyl"_s);
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    QCOMPARE(QApplication::focusWidget(), &review.list());
}

/// Also one that another name begins with, once the list is left.
void TestReviewing::enterKeepsANameThatNobodyHas()
{
    const Review review;
    press(Qt::Key_F8);
    const int unit = review.list().currentRow()->id;
    const auto speaker = [&] {
        return review::asIs(*review.reading().analysis, unit).speaker;
    };
    press(Qt::Key_E);
    typeOn(u"oma"_s); // within a name, but no beginning
    press(Qt::Key_Return);
    QTRY_COMPARE(speaker(), u"oma"_s);
    review.list().makeCurrent(review.list().rows().find(panels::RowKind::Unit, unit));
    press(Qt::Key_E);
    typeOn(u"To"_s);
    press(Qt::Key_Escape);
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    press(Qt::Key_Return);
    QTRY_COMPARE(speaker(), u"To"_s);
}

void TestReviewing::undoRightAfterADecision()
{
    const Review review;
    press(Qt::Key_F8);
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_S, Qt::Key_R}) {
        const int unit = review.list().currentRow()->id;
        press(key);
        QVERIFY(review.list().currentRow()->id != unit);
        QVERIFY(!panels::isOpen(review.stateOf(unit)));
        press(Qt::Key_U);
        QTRY_VERIFY(panels::isOpen(review.stateOf(unit)));
        QCOMPARE(review.list().currentRow()->id, unit); // to be decided anew
    }
    const int unit = review.list().currentRow()->id;
    press(Qt::Key_E);
    typeOn(u"Olga Baran"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(review::asIs(*review.reading().analysis, unit).speaker, u"Olga Baran"_s);
    press(Qt::Key_U);
    QTRY_COMPARE(review::asIs(*review.reading().analysis, unit).speaker, u"Ada Holt"_s);
}

/// Who went on to another row means that row.
void TestReviewing::undoAfterMovingOnIsAboutTheRow()
{
    const Review review;
    press(Qt::Key_F8);
    const int unit = review.list().currentRow()->id;
    press(Qt::Key_C);
    press(Qt::Key_Down);
    press(Qt::Key_U);
    QCOMPARE(review.stateOf(unit), UnitState::Confirmed);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QCOMPARE(review.list().currentRow()->id, unit);
    press(Qt::Key_U);
    QTRY_VERIFY(panels::isOpen(review.stateOf(unit)));
}

QTEST_MAIN(TestReviewing)
#include "tst_reviewing.moc"
