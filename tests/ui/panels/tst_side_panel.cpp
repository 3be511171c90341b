// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../sample_reading.h"
#include "analysis/analyser.h"
#include "ui/look/tokens.h"
#include "ui/panels/attribution_section.h"
#include "ui/panels/check_section.h"
#include "ui/panels/entity_rows.h"
#include "ui/panels/entity_section.h"
#include "ui/panels/places.h"
#include "ui/panels/reason_card.h"
#include "ui/panels/section_header.h"
#include "ui/panels/side_panel.h"
#include "ui/session/reading_marks.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using panels::AttributionSection;
using panels::RowKind;

namespace {

QStringList titles(const panels::RowView &view)
{
    QStringList all;
    const panels::RowModel &model = view.rows();
    for (QModelIndex at = model.index(0, 0); at.isValid(); at = model.next(at)) {
        all.append(model.rowAt(at).title);
    }
    return all;
}

review::UnitRef refIn(const session::Reading &reading, int unit)
{
    return review::refTo(*reading.snapshot, *reading.analysis, unit).value();
}

/// Which attribution of `reading` is meant; -1: none.
int indexIn(const session::Reading &reading, const review::UnitRef &unit)
{
    return review::resolve(unit, *reading.snapshot, *reading.analysis).value_or(-1);
}

/// An attribution section on the sample that writes down what it is asked for.
struct Fixture {
    Fixture()
    {
        section.resize(332, 620);
        section.setReading(sample::reading(), {});
        section.show();
        QObject::connect(&section, &AttributionSection::decideRequested, &section,
                         [this](const review::UnitRef &unit, review::Verdict verdict) {
                             decisions.append({indexIn(sample::reading(), unit), verdict});
                         });
        section.select(refIn(sample::reading(), 1));
        section.list().setFocus();
    }
    AttributionSection section;
    QList<std::pair<int, review::Verdict>> decisions;
};

} // namespace

class TestSidePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsAttributionsBySpeaker() const;
    void rolesStandBesideNames() const;
    void figuresStandTogether() const;
    void ordersByPlaceAndHidesWhatIsDecided() const;
    void saysHowManyItLeavesOut() const;
    void namesPlaces() const;
    void rowsCanBeReadAloud() const;
    void keysDecideAndGoToTheNextOpenUnit() const;
    void lettersDoNothingWithoutTheKeyboard() const;
    void lettersDoNothingUnderAnOpenMenu() const;
    void enterRevealsTheWords() const;
    void selectingFromOutsideSendsNothingBack() const;
    void keepsTheChosenUnitWhenWordsAreTypedAbove() const;
    void keepsTheChosenUnitWhenItsWordsAreTyped() const;
    void decidesAboutTheUnitOfTheNewestReading() const;
    void neverDecidesAboutANeighbour() const;
    void keepsTheChosenUnitWhileHidden() const;
    void saysWhyItBelievesIt() const;
    void filtersEntities() const;
    void choosingAnEntityMarksAllItsMentions() const;
    void explainsAPronoun() const;
    void revealsFindings() const;
    void opensOneSectionAtATime() const;
    void everyControlHasAName() const;
    void pictures() const;
};

void TestSidePanel::groupsAttributionsBySpeaker() const
{
    const Fixture f;
    QCOMPARE(
        titles(f.section.list()),
        QStringList({u"Owen Barrow"_s, u"“price islanders out of their own harbours”"_s,
                     u"“a number in search of an argument.”"_s, u"Leila Santoro"_s,
                     u"the charge would end once six boats had been paid for"_s,
                     u"“Nobody on this coast will be left standing on a quay”"_s, u"No speaker"_s,
                     u"“We were promised a seat at that table, and nobody has sent us the "
                     u"address.”"_s}));
}

void TestSidePanel::rolesStandBesideNames() const
{
    session::Reading reading = sample::reading();
    auto analysis = std::make_shared<analysis::Analysis>(*reading.analysis);
    analysis->speakers.at(1).role.clear();
    reading.analysis = analysis;
    const std::vector<panels::RowTree> speakers = panels::attributionRows(
        reading, {}, panels::AttributionOrder::BySpeaker, panels::AttributionFilter::All);
    QCOMPARE(speakers.at(0).row.secondary, u"opposition leader"_s);
    QVERIFY(speakers.at(0).row.spoken.contains(u"Owen Barrow, opposition leader"_s));
    QVERIFY(speakers.at(1).row.secondary.isEmpty());
    QCOMPARE(speakers.at(1).row.toolTip, u"Leila Santoro"_s);
    const std::vector<panels::RowTree> names = panels::entityRows(reading, u"transport min"_s);
    QCOMPARE(names.at(0).children.at(0).row.secondary, u"transport minister"_s);
}

void TestSidePanel::figuresStandTogether() const
{
    session::Reading reading;
    reading.snapshot = std::make_shared<const analysis::Snapshot>(analysis::compose(
        1, {}, {}, u"At noon, 6 percent of 4,200 people paid $5, Ann Vale said on Monday."_s));
    reading.analysis =
        std::make_shared<const analysis::Analysis>(analysis::analyse(*reading.snapshot));
    const std::vector<panels::RowTree> groups = panels::entityRows(reading, {});
    QCOMPARE(groups.size(), 3U);
    QCOMPARE(groups.at(1).row.title, u"Dates and times"_s);
    QCOMPARE(groups.at(1).children.size(), 2U);
    QCOMPARE(groups.at(2).row.title, u"Figures"_s);
    QCOMPARE(groups.at(2).children.front().row.title, u"$5"_s);
    QCOMPARE(groups.at(2).children.front().row.secondary, u"sum of money"_s);
    const session::ReadingMarks marks = session::readingMarks(reading);
    QCOMPARE(std::ranges::count(marks.body, body::MarkLine::Entity, &body::Mark::line), 2);
}

void TestSidePanel::ordersByPlaceAndHidesWhatIsDecided() const
{
    Fixture f;
    f.section.setOrder(panels::AttributionOrder::ByPlace);
    QCOMPARE(f.section.list().rows().rowCount(), 5);
    f.section.setFilter(panels::AttributionFilter::OpenOnly);
    QCOMPARE(f.section.list().rows().rowCount(), 4);
    QVERIFY(!f.section.list().rows().find(RowKind::Unit, 0).isValid());
}

void TestSidePanel::saysHowManyItLeavesOut() const
{
    session::Reading reading = sample::reading();
    analysis::Analysis many = *reading.analysis;
    many.attributions.resize(panels::MostRows + 234, many.attributions.front());
    reading.analysis = std::make_shared<const analysis::Analysis>(many);
    AttributionSection section;
    section.setOrder(panels::AttributionOrder::ByPlace);
    section.setReading(reading, {});
    section.show();
    QCOMPARE(titles(section.list()).size(), panels::MostRows + 1);
    QCOMPARE(titles(section.list()).last(), u"234 more are not listed"_s);
}

void TestSidePanel::namesPlaces() const
{
    const session::Reading reading = sample::reading();
    const panels::Places places(*reading.snapshot);
    QCOMPARE(places.mark(0), u"headline"_s);
    QCOMPARE(places.mark(reading.snapshot->segments.at(1).range.begin), u"deck"_s);
    QCOMPARE(places.mark(reading.bodyBegin), u"¶ 1"_s);
    QCOMPARE(places.words(reading.analysis->attributions.at(4).content.front().begin),
             u"paragraph 5"_s);
}

void TestSidePanel::rowsCanBeReadAloud() const
{
    const Fixture f;
    const panels::RowModel &model = f.section.list().rows();
    const QString spoken =
        model.data(model.find(RowKind::Unit, 2), Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"Leila Santoro"_s), qPrintable(spoken));
    QVERIFY2(spoken.contains(u"paragraph 3"_s), qPrintable(spoken));
}

void TestSidePanel::keysDecideAndGoToTheNextOpenUnit() const
{
    Fixture f;
    QTest::keyClick(&f.section.list(), Qt::Key_C);
    QCOMPARE(f.decisions,
             (QList<std::pair<int, review::Verdict>>{{1, review::Verdict::Confirmed}}));
    QCOMPARE(f.section.list().currentRow()->id, 2);
    QTest::keyClick(&f.section.list(), Qt::Key_S);
    QCOMPARE(f.decisions.last(), std::make_pair(2, review::Verdict::NeedsSource));
    QCOMPARE(f.section.list().currentRow()->id, 4);
    QTest::keyClick(&f.section.list(), Qt::Key_R);
    QCOMPARE(f.decisions.last(), std::make_pair(4, review::Verdict::Rejected));
    QCOMPARE(f.section.list().currentRow()->id, 3); // once round, past the confirmed one
    const QSignalSpy withdrawn(&f.section, &AttributionSection::withdrawRequested);
    QTest::keyClick(&f.section.list(), Qt::Key_U);
    QCOMPARE(withdrawn.size(), 1);
}

void TestSidePanel::lettersDoNothingWithoutTheKeyboard() const
{
    Fixture f;
    QLineEdit elsewhere(&f.section);
    elsewhere.show();
    elsewhere.setFocus();
    QTest::keyClick(&elsewhere, Qt::Key_C);
    QVERIFY(f.decisions.isEmpty());
    QCOMPARE(elsewhere.text(), u"c"_s);
}

/// The list has the keyboard below the menu, and gets it back.
void TestSidePanel::lettersDoNothingUnderAnOpenMenu() const
{
    Fixture fixture;
    fixture.section.activateWindow();
    QTRY_VERIFY(fixture.section.list().hasFocus());
    QMenu menu;
    menu.addAction(u"Something else"_s);
    menu.popup({10, 10});
    QTRY_VERIFY(menu.isVisible());
    for (const auto key : {Qt::Key_C, Qt::Key_E, Qt::Key_S, Qt::Key_R, Qt::Key_U}) {
        QTest::keyClick(&menu, key);
    }
    QVERIFY(fixture.decisions.isEmpty());
    menu.close();
    QTest::keyClick(&fixture.section.list(), Qt::Key_R);
    QCOMPARE(fixture.decisions.size(), 1);
}

void TestSidePanel::enterRevealsTheWords() const
{
    Fixture f;
    const QSignalSpy revealed(&f.section, &AttributionSection::revealRequested);
    QTest::keyClick(&f.section.list(), Qt::Key_Return);
    QCOMPARE(revealed.size(), 1);
    const session::Reading reading = sample::reading();
    QCOMPARE(revealed.at(0).at(0).value<TextRange>().in(reading.snapshot->text),
             u"the charge would end once six boats had been paid for");
}

void TestSidePanel::selectingFromOutsideSendsNothingBack() const
{
    Fixture f;
    const QSignalSpy selected(&f.section, &AttributionSection::unitSelected);
    f.section.select(refIn(sample::reading(), 3));
    QCOMPARE(f.section.list().currentRow()->id, 3);
    QCOMPARE(selected.size(), 0);
    f.section.list().makeCurrent(f.section.list().rows().find(RowKind::Unit, 0));
    QCOMPARE(selected.size(), 1);
}

void TestSidePanel::keepsTheChosenUnitWhenWordsAreTypedAbove() const
{
    Fixture f;
    f.section.setReading(sample::longReading(400), {});
    f.section.select(refIn(sample::longReading(400), 200));
    session::Reading next = sample::longReading(400);
    auto analysis = std::make_shared<analysis::Analysis>(*next.analysis);
    analysis->attributions.erase(analysis->attributions.begin() + 10);
    next.analysis = analysis;
    next.bound.units.pop_back();
    f.section.setReading(next, {});
    QTRY_COMPARE(f.section.list().currentRow()->id, 199); // the rows of a long story come later
    QCOMPARE(f.section.list().currentRow()->title, u"“This is remark number 200 of the day”"_s);
}

void TestSidePanel::keepsTheChosenUnitWhenItsWordsAreTyped() const
{
    Fixture f;
    const QSignalSpy selected(&f.section, &AttributionSection::unitSelected);
    session::Reading next = sample::reading();
    auto snapshot = std::make_shared<analysis::Snapshot>(*next.snapshot);
    auto analysis = std::make_shared<analysis::Analysis>(*next.analysis);
    TextRange &content = analysis->attributions[1].content.front();
    snapshot->text.insert(content.begin + 3, u'x');
    content.end += 1;
    next.snapshot = snapshot;
    next.analysis = analysis;
    f.section.setReading(next, {});
    QCOMPARE(f.section.list().currentRow()->id, 1);
    for (const auto &told : selected) { // no neighbour in between
        QCOMPARE(indexIn(next, *told.first().value<std::optional<review::UnitRef>>()), 1);
    }
    f.section.findChild<QPushButton *>()->setFocus();
    analysis = std::make_shared<analysis::Analysis>(*next.analysis);
    analysis->attributions.erase(analysis->attributions.begin() + 1);
    next.analysis = analysis;
    next.bound.units.pop_back();
    f.section.setReading(next, {});
    QVERIFY(f.section.list().currentRow() == nullptr);
}

void TestSidePanel::decidesAboutTheUnitOfTheNewestReading() const
{
    Fixture f;
    f.section.setReading(sample::longReading(400), {});
    f.section.select(refIn(sample::longReading(400), 200));
    QTRY_VERIFY(f.section.list().currentRow() && f.section.list().currentRow()->id == 200);
    session::Reading next = sample::longReading(400);
    auto analysis = std::make_shared<analysis::Analysis>(*next.analysis);
    analysis->attributions.erase(analysis->attributions.begin() + 10);
    next.analysis = analysis;
    next.bound.units.pop_back();
    const QSignalSpy decided(&f.section, &AttributionSection::decideRequested);
    f.section.setReading(next, {});
    QTest::keyClick(&f.section.list(), Qt::Key_C); // before its rows are there
    QCOMPARE(decided.size(), 1);
    QCOMPARE(indexIn(next, decided.first().first().value<review::UnitRef>()), 199);
}

/// The row's own words are gone from a text that grew above them: whoever speaks at the old place
/// now must not be decided about.
void TestSidePanel::neverDecidesAboutANeighbour() const
{
    Fixture f;
    f.section.findChild<QPushButton *>()->setFocus();
    session::Reading next = sample::reading();
    auto snapshot = std::make_shared<analysis::Snapshot>(*next.snapshot);
    auto analysis = std::make_shared<analysis::Analysis>(*next.analysis);
    const TextRange gone = review::refTo(*snapshot, *analysis, 1)->place;
    const TextRange other = analysis->attributions.at(2).content.front();
    analysis->attributions.at(2).content.front() = {gone.begin, gone.begin + other.length()};
    snapshot->text.remove(gone.begin, gone.length());
    snapshot->text.insert(gone.begin, other.in(next.snapshot->text).toString());
    snapshot->text.insert(0, QString(5, u' '));
    for (analysis::Attribution &said : analysis->attributions) {
        for (TextRange &range : said.content) {
            range = range.shifted(5);
        }
    }
    analysis->attributions.erase(analysis->attributions.begin() + 1);
    next.snapshot = snapshot;
    next.analysis = analysis;
    next.bound.units.pop_back();
    const QSignalSpy decided(&f.section, &AttributionSection::decideRequested);
    QTest::keyClick(&f.section.list(), Qt::Key_C);
    QCOMPARE(decided.size(), 1);
    QCOMPARE(review::resolveForSigning(decided.first().first().value<review::UnitRef>(), *snapshot,
                                       *analysis),
             std::nullopt);
}

void TestSidePanel::keepsTheChosenUnitWhileHidden() const
{
    Fixture f;
    f.section.select(refIn(sample::reading(), 3));
    f.section.hide();
    session::Reading next = sample::reading();
    auto analysis = std::make_shared<analysis::Analysis>(*next.analysis);
    analysis->attributions.erase(analysis->attributions.begin());
    next.analysis = analysis;
    next.bound.units.pop_back();
    f.section.setReading(next, {});
    f.section.show();
    QCOMPARE(f.section.list().currentRow()->id, 2);
    QCOMPARE(f.section.list().currentRow()->title, u"“a number in search of an argument.”"_s);
}

void TestSidePanel::saysWhyItBelievesIt() const
{
    const Fixture f;
    const auto *card = f.section.findChild<panels::ReasonCard *>();
    QVERIFY(card->isVisible());
    QVERIFY(card->title().contains(u"Leila Santoro"_s));
    QVERIFY(!card->reasons().isEmpty());
}

void TestSidePanel::filtersEntities() const
{
    panels::EntitySection section;
    section.resize(332, 500);
    section.setReading(sample::reading());
    section.show();
    QVERIFY(titles(section.list()).contains(u"Port Lorne"_s));
    QTest::keyClicks(section.findChild<QLineEdit *>(), u"minister"_s);
    QCOMPARE(titles(section.list()).first(2), QStringList({u"People"_s, u"Leila Santoro"_s}));
    QVERIFY(!titles(section.list()).contains(u"Port Lorne"_s));
    QTest::keyClicks(section.findChild<QLineEdit *>(), u"xx"_s);
    QVERIFY(titles(section.list()).isEmpty());
}

void TestSidePanel::choosingAnEntityMarksAllItsMentions() const
{
    panels::EntitySection section;
    section.resize(332, 500);
    section.setReading(sample::reading());
    section.show();
    std::vector<TextRange> marked;
    connect(&section, &panels::EntitySection::mentionsChosen, this,
            [&marked](const std::vector<TextRange> &ranges) { marked = ranges; });
    section.list().makeCurrent(section.list().rows().find(RowKind::Name, 2));
    QCOMPARE(marked.size(), 2U); // her name and "she"
    section.hide();
    QVERIFY(marked.empty());
}

void TestSidePanel::explainsAPronoun() const
{
    panels::EntitySection section;
    section.resize(332, 500);
    section.setReading(sample::reading());
    section.show();
    const QModelIndex santoro = section.list().rows().find(RowKind::Name, 2);
    section.list().expand(santoro);
    section.list().makeCurrent(section.list().rows().index(1, 0, santoro));
    const auto *card = section.findChild<panels::ReasonCard *>();
    QCOMPARE(card->title(), u"“she” in ¶ 3 is Leila Santoro"_s);
    QCOMPARE(section.list().currentRow()->right, u"last named"_s);
}

void TestSidePanel::revealsFindings() const
{
    panels::CheckSection section;
    section.resize(332, 300);
    section.setReading(sample::reading());
    section.show();
    const QSignalSpy revealed(&section, &panels::CheckSection::revealRequested);
    section.list().makeCurrent(section.list().rows().find(RowKind::Remark, 0));
    QTest::keyClick(&section.list(), Qt::Key_Return);
    QCOMPARE(revealed.size(), 1);
    QCOMPARE(titles(section.list()).first(), u"Blocks"_s);
}

void TestSidePanel::opensOneSectionAtATime() const
{
    panels::SidePanel panel;
    panel.resize(332, 700);
    panel.QWidget::show();
    const auto headers = panel.findChildren<panels::SectionHeader *>();
    QCOMPARE(headers.size(), 4);
    QVERIFY(headers.at(0)->isChecked());
    panel.show(panels::SidePanel::Section::Versions);
    QVERIFY(!headers.at(0)->isChecked());
    QVERIFY(headers.at(3)->isChecked());
}

void TestSidePanel::everyControlHasAName() const
{
    panels::SidePanel panel;
    for (const QWidget *widget : panel.findChildren<QWidget *>()) {
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(&panel)) {
            QAccessibleInterface *face =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
}

void TestSidePanel::pictures() const
{
    const QString folder = qEnvironmentVariable("NUTGRAF_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("NUTGRAF_PICTURES names no folder for pictures");
    }
    const bool isDark = qEnvironmentVariableIsSet("NUTGRAF_DARK");
    QApplication::setPalette(look::paletteFor(isDark ? look::darkColours() : look::lightColours()));
    const QString tail = isDark ? u"-dark.png"_s : u"-light.png"_s;
    Fixture f;
    f.section.grab().save(QDir(folder).filePath(u"attribution"_s + tail));
    panels::EntitySection entities;
    entities.resize(332, 500);
    entities.setReading(sample::reading());
    entities.show();
    const QModelIndex santoro = entities.list().rows().find(RowKind::Name, 2);
    entities.list().expand(santoro);
    entities.list().makeCurrent(entities.list().rows().index(1, 0, santoro));
    entities.list().setFocus();
    entities.grab().save(QDir(folder).filePath(u"entities"_s + tail));
    panels::CheckSection checks;
    checks.resize(332, 300);
    checks.setReading(sample::reading());
    checks.show();
    QVERIFY(checks.grab().save(QDir(folder).filePath(u"checks"_s + tail)));
}

QTEST_MAIN(TestSidePanel)
#include "tst_side_panel.moc"
