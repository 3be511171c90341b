// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sample_reading.h"
#include "review/anchors.h"
#include "ui/panels/attribution_section.h"
#include "ui/panels/correction_form.h"
#include "ui/panels/reason_card.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using analysis::AttributionKind;
using panels::AttributionSection;
using panels::CorrectionForm;
using panels::RowKind;

namespace {

/// An attribution section on the sample that writes down what it is asked for.
struct Fixture {
    Fixture()
    {
        section.resize(332, 620);
        section.setReading(reading, {});
        section.show();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&section);
        section.select(refIn(2));
        section.list().setFocus();
        QObject::connect(
            &section, &AttributionSection::correctRequested, &section,
            [this](const review::Amendment &amendment) { amendments.append(amendment); });
        QObject::connect(&section, &AttributionSection::wordsProposed, &section,
                         [this](TextRange range) { proposed = range; });
    }

    [[nodiscard]] review::UnitRef refIn(int unit) const
    {
        return review::refTo(*reading.snapshot, *reading.analysis, unit).value();
    }
    [[nodiscard]] CorrectionForm &form() const
    {
        return *section.findChild<CorrectionForm *>();
    }
    [[nodiscard]] QComboBox &field(const QString &name) const
    {
        for (QComboBox *box : form().findChildren<QComboBox *>()) {
            if (box->accessibleName() == name) {
                return *box;
            }
        }
        qFatal("no such field");
    }
    [[nodiscard]] QAbstractButton &button(const QString &words) const
    {
        for (auto *button : section.findChildren<QAbstractButton *>()) {
            if (button->text() == words && button->isVisible()) {
                return *button;
            }
        }
        qFatal("no such button");
    }
    [[nodiscard]] QString words() const
    {
        return proposed.in(reading.snapshot->text).toString();
    }
    [[nodiscard]] TextRange range(const QString &words) const
    {
        const qsizetype at = reading.snapshot->text.indexOf(words);
        return {at, at + words.size()};
    }

    session::Reading reading = sample::reading();
    AttributionSection section;
    QList<review::Amendment> amendments;
    TextRange proposed;
};

void typeInto(QWidget *widget, const QString &words)
{
    QTest::keyClicks(widget, words);
}

} // namespace

class TestCorrection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eOpensItAndEnterApplies() const;
    void escapeLeavesEverything() const;
    void opensFromTheCard() const;
    void offersThePeopleOfTheStory() const;
    void changesTheKind() const;
    void keysMoveTheWords() const;
    void takesSelectedWords() const;
    void enterOnAButtonPressesIt() const;
    void anotherRowClosesIt() const;
    void theCaretDoesNotCloseIt() const;
    void followsANewerReading() const;
    void closesWhenItsWordsGo() const;
    void marksMissedWords() const;
    void saysWhoCorrected() const;
    void saysWhatALostCorrectionWas() const;
    void startsFromAReopenedCorrection() const;
    void wrapsLongWords() const;
    void theListGivesWayInALowPanel() const;
    void everyControlHasANameAndATip() const;
};

void TestCorrection::eOpensItAndEnterApplies() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    QVERIFY(f.section.isCorrecting());
    QCOMPARE(QApplication::focusWidget(), &f.field(u"Speaker"_s));
    QCOMPARE(f.field(u"Speaker"_s).currentText(), u"Leila Santoro"_s);
    typeInto(f.field(u"Speaker"_s).lineEdit(), u"Olga Baran"_s);
    QTest::keyClick(f.field(u"Speaker"_s).lineEdit(), Qt::Key_Return);
    QVERIFY(!f.section.isCorrecting());
    QCOMPARE(f.amendments,
             QList<review::Amendment>{
                 (review::Amendment{2, u"Olga Baran"_s, AttributionKind::Direct,
                                    f.reading.analysis->attributions[2].content.front()})});
    QCOMPARE(QApplication::focusWidget(), &f.section.list());
    QCOMPARE(f.section.list().currentRow()->id, 4); // the next open one
    QVERIFY(f.proposed.isEmpty());
}

void TestCorrection::escapeLeavesEverything() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    typeInto(f.field(u"Speaker"_s).lineEdit(), u"Olga"_s);
    QTest::keyClick(f.field(u"Speaker"_s).lineEdit(), Qt::Key_Escape);
    QVERIFY(!f.section.isCorrecting());
    QVERIFY(f.amendments.isEmpty());
    QVERIFY(f.proposed.isEmpty());
    QCOMPARE(f.section.list().currentRow()->id, 2);
    QVERIFY(f.section.findChild<panels::ReasonCard *>()->isVisible());
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    QCOMPARE(f.field(u"Speaker"_s).currentText(), u"Leila Santoro"_s);
}

void TestCorrection::opensFromTheCard() const
{
    const Fixture f;
    f.button(u"Correct…"_s).click();
    QVERIFY(f.section.isCorrecting());
    QVERIFY(!f.section.findChild<panels::ReasonCard *>()->isVisible());
}

void TestCorrection::offersThePeopleOfTheStory() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    QStringList offered;
    for (int i = 0; i < f.field(u"Speaker"_s).count(); ++i) {
        offered.append(f.field(u"Speaker"_s).itemText(i));
    }
    std::ranges::sort(offered);
    QCOMPARE(offered, (QStringList{u"Leila Santoro"_s, u"Owen Barrow"_s}));
}

void TestCorrection::changesTheKind() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    QCOMPARE(f.field(u"Kind"_s).currentText(), u"direct quote"_s);
    QTest::keyClick(&f.field(u"Kind"_s), Qt::Key_Down);
    QTest::keyClick(&f.field(u"Kind"_s), Qt::Key_Return);
    QCOMPARE(f.amendments.at(0).kind, AttributionKind::Mixed);
}

void TestCorrection::keysMoveTheWords() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    QLineEdit *edit = f.field(u"Speaker"_s).lineEdit();
    QCOMPARE(f.words(), u"“Nobody on this coast will be left standing on a quay,”"_s);
    QTest::keyClick(edit, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(f.words(), u"on this coast will be left standing on a quay,”"_s);
    QTest::keyClick(edit, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(edit, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(f.words(), u"“Nobody on this coast will be left standing on a quay,” she"_s);
    QTest::keyClick(&f.field(u"Kind"_s), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QTest::keyClick(&f.field(u"Kind"_s), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(f.words(), u"“Nobody on this coast will be left standing on a"_s);
    QCOMPARE(edit->text(), u"Leila Santoro"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(f.amendments.at(0).content.in(f.reading.snapshot->text),
             u"“Nobody on this coast will be left standing on a");
}

void TestCorrection::takesSelectedWords() const
{
    Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    const QSignalSpy asked(&f.section, &AttributionSection::selectionRequested);
    f.button(u"Take selected words"_s).click();
    QCOMPARE(asked.size(), 1);
    f.section.takeWords(f.range(u"his coast will be lef"_s));
    QCOMPARE(f.words(), u"this coast will be left"_s);
    f.section.takeWords({});
    QCOMPARE(f.words(), u"this coast will be left"_s);
}

void TestCorrection::enterOnAButtonPressesIt() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    const QSignalSpy asked(&f.section, &AttributionSection::selectionRequested);
    QTest::keyClick(&f.button(u"Take selected words"_s), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QVERIFY(f.section.isCorrecting());
    QVERIFY(f.amendments.isEmpty());
    QTest::keyClick(&f.button(u"Apply"_s), Qt::Key_Return);
    QCOMPARE(f.amendments.size(), 1);
}

void TestCorrection::anotherRowClosesIt() const
{
    const Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_E);
    f.section.list().makeCurrent(f.section.list().rows().find(RowKind::Unit, 0));
    QVERIFY(!f.section.isCorrecting());
    QVERIFY(f.proposed.isEmpty());
    QCOMPARE(f.section.findChild<panels::ReasonCard *>()->title(), u"Said by Owen Barrow"_s);
}

void TestCorrection::theCaretDoesNotCloseIt() const
{
    Fixture f;
    f.section.beginCorrection(f.refIn(2), {});
    f.section.select(f.refIn(0));
    f.section.select({});
    QVERIFY(f.section.isCorrecting());
    QCOMPARE(f.section.list().currentRow()->id, 2);
}

void TestCorrection::followsANewerReading() const
{
    Fixture f;
    f.section.beginCorrection(f.refIn(2), f.range(u"this coast will"_s));
    session::Reading next = f.reading;
    auto snapshot = std::make_shared<analysis::Snapshot>(*f.reading.snapshot);
    snapshot->text.insert(f.reading.bodyBegin, u"New. "_s);
    auto analysis = std::make_shared<analysis::Analysis>(*f.reading.analysis);
    analysis->attributions.erase(analysis->attributions.begin());
    for (analysis::Attribution &attribution : analysis->attributions) {
        for (std::vector<TextRange> *ranges : {&attribution.content, &attribution.quotes}) {
            for (TextRange &range : *ranges) {
                range = range.shifted(5);
            }
        }
    }
    next.snapshot = snapshot;
    next.analysis = analysis;
    next.bound.units.pop_back();
    f.section.setReading(next, {});
    QVERIFY(f.section.isCorrecting());
    QCOMPARE(f.proposed.in(snapshot->text), u"this coast will");
    QTest::keyClick(f.field(u"Speaker"_s).lineEdit(), Qt::Key_Return);
    QCOMPARE(f.amendments.at(0).attribution, 1);
    QCOMPARE(f.amendments.at(0).content.in(snapshot->text), u"this coast will");
}

void TestCorrection::closesWhenItsWordsGo() const
{
    Fixture f;
    f.section.beginCorrection(f.refIn(2), {});
    session::Reading next = f.reading;
    auto analysis = std::make_shared<analysis::Analysis>(*f.reading.analysis);
    analysis->attributions.erase(analysis->attributions.begin() + 2);
    next.analysis = analysis;
    f.section.setReading(next, {});
    QVERIFY(!f.section.isCorrecting());
    QVERIFY(f.proposed.isEmpty());
}

void TestCorrection::marksMissedWords() const
{
    Fixture f;
    f.section.beginCorrection({}, f.range(u"The ferries leave Port Lorne every hour"_s));
    QVERIFY(f.section.isCorrecting());
    QCOMPARE(f.field(u"Kind"_s).currentText(), u"indirect"_s);
    typeInto(f.field(u"Speaker"_s).lineEdit(), u"Owen Barrow"_s);
    QTest::keyClick(f.field(u"Speaker"_s).lineEdit(), Qt::Key_Return);
    QCOMPARE(f.amendments.at(0),
             (review::Amendment{-1, u"Owen Barrow"_s, AttributionKind::Indirect,
                                f.range(u"The ferries leave Port Lorne every hour"_s)}));
    f.section.beginCorrection({}, {});
    QVERIFY(!f.section.isCorrecting());
}

namespace {

review::Correction toBarrow()
{
    review::Correction correction;
    correction.speaker = u"Owen Barrow"_s;
    correction.kind = AttributionKind::Mixed;
    correction.by = u"kl"_s;
    correction.at = QDateTime(QDate(2026, 5, 12), QTime(9, 30), QTimeZone::UTC);
    return correction;
}

} // namespace

void TestCorrection::saysWhoCorrected() const
{
    Fixture f;
    f.reading.corrections = {{2, toBarrow()}};
    f.reading.bound.units[2].state = review::UnitState::Confirmed;
    f.section.setReading(f.reading, {});
    f.section.select({});
    f.section.select(f.refIn(2));
    const QString why = f.section.findChild<panels::ReasonCard *>()->reasons();
    QVERIFY2(why.contains(u"corrected by KL, 12 May 09:30: said by Owen Barrow, part quote"_s,
                          Qt::CaseInsensitive),
             qPrintable(why));
    QVERIFY(f.section.list().currentRow()->secondary.contains(u"corrected"_s));
}

void TestCorrection::saysWhatALostCorrectionWas() const
{
    Fixture f;
    review::Decision decision;
    decision.target.exact = u"“Never again,”"_s;
    decision.speaker = u"Owen Barrow"_s;
    decision.correction = toBarrow();
    decision.correction->content = review::TextQuoteSelector{u"Never again"_s, {}, {}};
    f.reading.bound.orphans = {0};
    f.section.setReading(f.reading, {{decision}, {}});
    const panels::RowModel &model = f.section.list().rows();
    const panels::Row &row = model.rowAt(model.next(model.index(0, 0)));
    QCOMPARE(row.title, u"Never again"_s);
    QCOMPARE(row.secondary, u"was corrected by KL, 12 May 09:30"_s);
    QCOMPARE(row.right, u"Owen Barrow"_s);
}

void TestCorrection::startsFromAReopenedCorrection() const
{
    Fixture f;
    f.reading.corrections = {{2, toBarrow()}};
    f.reading.bound.units[2].state = review::UnitState::Reopened;
    f.section.setReading(f.reading, {});
    f.section.select({});
    f.section.select(f.refIn(2));
    QVERIFY(f.section.findChild<panels::ReasonCard *>()->reasons().contains(
        u"before it changed it was corrected by KL, 12 May 09:30: said by Owen Barrow"_s));
    QVERIFY(!f.section.list().currentRow()->secondary.contains(u"corrected"_s));
    f.section.beginCorrection(f.refIn(2), {});
    QCOMPARE(f.field(u"Speaker"_s).currentText(), u"Owen Barrow"_s);
    QCOMPARE(f.field(u"Kind"_s).currentText(), u"part quote"_s);
}

void TestCorrection::wrapsLongWords() const
{
    Fixture f;
    f.section.resize(284, 620);
    const TextRange quote = f.reading.analysis->attributions[4].content.front();
    f.section.beginCorrection(f.refIn(2), {quote.begin - 60, quote.end});
    QLabel *words = nullptr;
    for (auto *label : f.form().findChildren<QLabel *>()) {
        words = label->accessibleName().startsWith(u"Words: "_s) ? label : words;
    }
    QVERIFY(words != nullptr && words->text().contains(u" … "_s));
    QVERIFY(words->toolTip().startsWith(words->text().section(u" … "_s, 0, 0) + u' '));
    QVERIFY(words->toolTip().endsWith(u' ' + words->text().section(u" … "_s, 1)));
    QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
    QVERIFY(words->height() > 2 * words->fontMetrics().height());
}

void TestCorrection::theListGivesWayInALowPanel() const
{
    QWidget panel; // a window would not be lower than its content
    Fixture f;
    f.section.setParent(&panel);
    f.section.show();
    panel.show();
    f.section.beginCorrection(f.refIn(2), {});
    QVERIFY(f.section.list().isVisible());
    f.section.resize(284, f.form().heightForWidth(284) + 10);
    QTRY_VERIFY(!f.section.list().isVisible());
    for (const QWidget *child : f.form().findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        QVERIFY(child->isHidden() || child->height() >= child->minimumSizeHint().height());
    }
    QTest::keyClick(&f.field(u"Speaker"_s), Qt::Key_Escape);
    QVERIFY(f.section.list().isVisible());
    QCOMPARE(f.section.list().currentRow()->id, 2);
}

void TestCorrection::everyControlHasANameAndATip() const
{
    Fixture f;
    f.section.beginCorrection(f.refIn(2), {});
    int controls = 0;
    for (const QWidget *widget : f.form().findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QComboBox *>(widget) != nullptr;
        if (!isControl) {
            continue;
        }
        ++controls;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = button != nullptr && widget->accessibleName().isEmpty()
            ? button->text()
            : widget->accessibleName();
        QVERIFY(name.size() > 1);
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(name));
    }
    QCOMPARE(controls, 9);
}

QTEST_MAIN(TestCorrection)
#include "tst_correction.moc"
