// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/row_view.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;
using panels::Row;
using panels::RowKind;
using panels::RowTree;

namespace {

RowTree leaf(const QString &title, int id = -1)
{
    Row row;
    row.key = title;
    row.kind = RowKind::Unit;
    row.title = title;
    row.id = id;
    return {row, {}};
}

RowTree heading(const QString &title, std::vector<RowTree> children)
{
    RowTree tree = leaf(title);
    tree.row.kind = RowKind::Heading;
    tree.children = std::move(children);
    return tree;
}

QStringList titles(const panels::RowModel &model)
{
    QStringList all;
    for (QModelIndex at = model.index(0, 0); at.isValid(); at = model.next(at)) {
        all.append(model.rowAt(at).title);
    }
    return all;
}

std::vector<RowTree> manyUnits(int count)
{
    std::vector<RowTree> units;
    for (int i = 0; i < count; ++i) {
        units.push_back(leaf(u"unit %1"_s.arg(i), i));
    }
    return units;
}

} // namespace

class TestRowModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowThatMovesToAnotherHeadingStaysCurrent() const;
    void showsWhatItIsGiven() const;
    void announcesOnlyWhatDiffers() const;
    void keepsARowWhoseKeyMoved() const;
    void reusesARowWhoseWordsChanged() const;
    void endsAtTheNewStateWhateverCameBefore() const;
    void keepsApartRowsWithEqualKeys() const;
    void viewKeepsSelectionAndScrolling() const;
    void viewStaysAtSelectionWhenRowsAppearAbove() const;
    void fillsTenThousandRowsInOneInsertion() const;
    void enterChoosesTheCurrentRow() const;
};

void TestRowModel::aRowThatMovesToAnotherHeadingStaysCurrent() const
{
    panels::RowView view(panels::RowDelegate::Density::Panel);
    view.setRows({heading(u"Barrow"_s, {leaf(u"one"_s, 0), leaf(u"two"_s, 1)}),
                  heading(u"Santoro"_s, {leaf(u"three"_s, 2)})});
    view.makeCurrent(view.rows().find(RowKind::Unit, 1));
    const QSignalSpy changed(&view, &panels::RowView::currentRowChanged);
    view.setRows({heading(u"Barrow"_s, {leaf(u"one"_s, 0)}),
                  heading(u"Santoro"_s, {leaf(u"two"_s, 1), leaf(u"three"_s, 2)})});
    QCOMPARE(view.currentRow()->title, u"two"_s);
    QCOMPARE(changed.size(), 1); // what comes in between is not told
    view.setRows({heading(u"Barrow"_s, {leaf(u"one"_s, 0)})});
    QVERIFY(view.currentRow() == nullptr || view.currentRow()->title != u"two"_s);
}

void TestRowModel::showsWhatItIsGiven() const
{
    panels::RowModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({heading(u"A"_s, {leaf(u"a1"_s), leaf(u"a2"_s)}), leaf(u"b"_s)});
    QCOMPARE(titles(model), QStringList({u"A"_s, u"a1"_s, u"a2"_s, u"b"_s}));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestRowModel::announcesOnlyWhatDiffers() const
{
    panels::RowModel model;
    model.setRows(manyUnits(100));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    std::vector<RowTree> next = manyUnits(100);
    next[40].row.secondary = u"said"_s;
    next.erase(next.begin() + 7);
    next[60].row.range = {10, 20}; // not seen by anybody
    model.setRows(std::move(next));
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestRowModel::keepsARowWhoseKeyMoved() const
{
    panels::RowModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({leaf(u"a"_s), leaf(u"b"_s), leaf(u"c"_s)});
    const QPersistentModelIndex c = model.index(2, 0);
    model.setRows({leaf(u"c"_s), leaf(u"a"_s), leaf(u"b"_s)});
    QCOMPARE(c.row(), 0);
    QCOMPARE(titles(model), QStringList({u"c"_s, u"a"_s, u"b"_s}));
}

void TestRowModel::reusesARowWhoseWordsChanged() const
{
    panels::RowModel model;
    model.setRows({leaf(u"a"_s), leaf(u"“We will”"_s), leaf(u"c"_s)});
    const QPersistentModelIndex typed = model.index(1, 0);
    model.setRows({leaf(u"a"_s), leaf(u"“We will not”"_s), leaf(u"c"_s)});
    QVERIFY(typed.isValid());
    QCOMPARE(model.rowAt(typed).title, u"“We will not”"_s);
}

void TestRowModel::endsAtTheNewStateWhateverCameBefore() const
{
    QRandomGenerator random(7);
    panels::RowModel model;
    const QAbstractItemModelTester tester(&model);
    for (int round = 0; round < 200; ++round) {
        std::vector<RowTree> groups;
        QStringList expected;
        const auto groupCount = random.bounded(4);
        for (int g = 0; g < groupCount; ++g) {
            const QString name =
                QString(QChar(u'A' + (g + static_cast<int>(random.bounded(2)) * 4)));
            QStringList keys;
            for (char16_t letter = u'a'; letter < u'h'; ++letter) {
                keys.append(QString(QChar(letter)));
            }
            std::shuffle(keys.begin(), keys.end(), random);
            keys.resize(random.bounded(7));
            std::vector<RowTree> leaves;
            expected.append(name);
            for (const QString &key : std::as_const(keys)) {
                leaves.push_back(leaf(name + key));
                expected.append(name + key);
            }
            groups.push_back(heading(name, std::move(leaves)));
        }
        model.setRows(std::move(groups));
        QCOMPARE(titles(model), expected);
    }
}

void TestRowModel::keepsApartRowsWithEqualKeys() const
{
    panels::RowModel model;
    model.setRows({leaf(u"same"_s, 1), leaf(u"same"_s, 2)});
    QCOMPARE(model.rowCount(), 2);
    model.setRows({leaf(u"same"_s, 1), leaf(u"other"_s, 3), leaf(u"same"_s, 2)});
    QCOMPARE(titles(model), QStringList({u"same"_s, u"other"_s, u"same"_s}));
}

void TestRowModel::viewKeepsSelectionAndScrolling() const
{
    panels::RowView view(panels::RowDelegate::Density::Panel);
    view.resize(300, 400);
    view.show();
    view.setRows(manyUnits(500));
    view.makeCurrent(view.rows().find(RowKind::Unit, 250));
    const int scrolled = view.verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    std::vector<RowTree> next = manyUnits(500);
    next[250].row.secondary = u"told"_s;
    next.erase(next.begin() + 400);
    view.setRows(std::move(next));
    QCOMPARE(view.currentRow()->id, 250);
    QCOMPARE(view.verticalScrollBar()->value(), scrolled);
}

void TestRowModel::viewStaysAtSelectionWhenRowsAppearAbove() const
{
    panels::RowView view(panels::RowDelegate::Density::Panel);
    view.resize(300, 400);
    view.show();
    view.setRows(manyUnits(100));
    view.makeCurrent(view.rows().find(RowKind::Unit, 50));
    std::vector<RowTree> next = manyUnits(100);
    next.insert(next.begin(), leaf(u"new"_s, 100));
    view.setRows(std::move(next));
    QCOMPARE(view.currentRow()->title, u"unit 50"_s);
}

void TestRowModel::fillsTenThousandRowsInOneInsertion() const
{
    panels::RowModel model;
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRows(manyUnits(10'000));
    QCOMPARE(inserted.size(), 1);
    model.setRows(manyUnits(10'000));
    QCOMPARE(inserted.size(), 1);
    QBENCHMARK_ONCE
    {
        model.setRows(manyUnits(10'000));
    }
}

void TestRowModel::enterChoosesTheCurrentRow() const
{
    panels::RowView view(panels::RowDelegate::Density::Panel);
    view.resize(300, 400);
    view.show();
    view.setRows({heading(u"A"_s, {leaf(u"a1"_s, 1), leaf(u"a2"_s, 2)})});
    int chosen = -1;
    connect(&view, &panels::RowView::chosen, this, [&chosen](const Row &row) { chosen = row.id; });
    view.makeCurrent(view.rows().find(RowKind::Unit, 2));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen, 2);
}

QTEST_MAIN(TestRowModel)
#include "tst_row_model.moc"
