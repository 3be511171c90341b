// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/focus_ring.h"
#include "ui/look/fonts.h"
#include "ui/look/icon_fallback.h"
#include "ui/look/icons.h"
#include "ui/look/shapes.h"
#include "ui/look/style.h"
#include "ui/look/tokens.h"
#include "ui/look/wrapping_list.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGlyphRun>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QTextLayout>
#include <QToolButton>

#include <functional>

using namespace nutgraf;
using namespace Qt::StringLiterals;

namespace {

bool hasColour(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestStyle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void defaultButtonIsFilledAndOthersAreNot();
    void buttonWithKeyboardGetsARingAround();
    void fieldWithKeyboardGetsItsEdge();
    void whateverHasTheKeyboardShowsIt_data();
    void whateverHasTheKeyboardShowsIt();
    void iconsLieOnTheAccentInItsOwnColour_data();
    void iconsLieOnTheAccentInItsOwnColour();
    void rowsAreLaidOutAnewAtAnotherWidth();
    void aComboThatCanBeEditedIsAField();
    void chosenRowOfTheFocusedListIsBlue();
    void everyScriptHasLetters_data();
    void everyScriptHasLetters();
    void iconsExistWithoutATheme();
    void iconsAreSharpAt200Percent();
    void specimen();
};

void TestStyle::initTestCase()
{
    QApplication::setStyle(new look::Style); // Qt takes ownership
    QApplication::setFont(look::interfaceFont());
    QApplication::setPalette(look::paletteFor(look::lightColours()));
}

void TestStyle::defaultButtonIsFilledAndOthersAreNot()
{
    QPushButton button(u"Publish"_s);
    button.resize(button.sizeHint());
    const QColor accent = look::lightColours().accent;
    QVERIFY(button.grab().toImage().pixelColor(4, 6) != accent);
    button.setDefault(true);
    QCOMPARE(button.grab().toImage().pixelColor(4, 6), accent);
}

void TestStyle::buttonWithKeyboardGetsARingAround()
{
    look::FocusRing ring;
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *button = new QPushButton(u"Verify"_s);
    layout->addWidget(button);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button->setFocus();
    const QRect around = button->geometry().adjusted(-4, -4, 4, 4);
    QTRY_VERIFY(hasColour(window.grab(around).toImage(), look::lightColours().accent));
}

void TestStyle::fieldWithKeyboardGetsItsEdge()
{
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *first = new QLineEdit;
    auto *second = new QLineEdit;
    layout->addWidget(first);
    layout->addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    const QColor accent = look::lightColours().accent;
    QTRY_VERIFY(hasColour(first->grab().toImage(), accent));
    QVERIFY(!hasColour(second->grab().toImage(), accent));
}

namespace {

int accentPixels(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == look::lightColours().accent ? 1 : 0;
        }
    }
    return count;
}

using Make = std::function<QWidget *()>;

} // namespace

void TestStyle::whateverHasTheKeyboardShowsIt_data()
{
    QTest::addColumn<Make>("make");
    const auto row = [](const char *name, const Make &make) {
        QTest::newRow(name) << make;
    };
    row("flat button", [] {
        auto *button = new QPushButton(u"Close"_s);
        button->setFlat(true);
        return button;
    });
    row("tool button", [] {
        auto *button = new QToolButton;
        button->setText(u"Find"_s);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    });
    row("check box", [] { return new QCheckBox(u"Web"_s); });
    row("radio button", [] { return new QRadioButton(u"Kill"_s); });
    row("combo box", [] { return new QComboBox; });
    row("field", [] { return new QLineEdit; });
    row("number", [] { return new QSpinBox; });
    row("date", [] { return new QDateEdit; });
    row("long text", [] { return new QPlainTextEdit; });
    row("page", [] {
        auto *page = new QTextEdit;
        page->setReadOnly(true);
        return page;
    });
    row("tabs", [] {
        auto *bar = new QTabBar;
        bar->addTab(u"Wire"_s);
        return bar;
    });
}

void TestStyle::whateverHasTheKeyboardShowsIt()
{
    QFETCH(const Make, make);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    QWidget *control = make();
    auto *other = new QLineEdit;
    layout->addWidget(control);
    layout->addWidget(other);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const int without = accentPixels(*control);
    control->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY2(accentPixels(*control) > without + 20, control->metaObject()->className());
}

void TestStyle::iconsLieOnTheAccentInItsOwnColour_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addRow("light") << false;
    QTest::addRow("dark") << true;
}

void TestStyle::iconsLieOnTheAccentInItsOwnColour()
{
    QFETCH(const bool, isDark);
    const look::Colours &c = isDark ? look::darkColours() : look::lightColours();
    QPixmap square(16, 16);
    square.fill(Qt::green);
    QPushButton button{QIcon(square), QString()};
    button.setPalette(look::paletteFor(c));
    button.setIconSize(QSize(16, 16));
    button.setDefault(true);
    button.resize(40, 32);
    QVERIFY(!hasColour(button.grab().toImage(), Qt::green));
    QVERIFY(hasColour(button.grab().toImage(), c.onAccent));
    button.setDefault(false);
    QVERIFY(hasColour(button.grab().toImage(), Qt::green)); // elsewhere it keeps its own
}

/// Three lines at 400 pixels are more at 120.
void TestStyle::rowsAreLaidOutAnewAtAnotherWidth()
{
    class Wrapping final : public QStyledItemDelegate {
        QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
        {
            const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
            return {0, 24000 / std::max(view->viewport()->width(), 1)};
        }
    } delegate;
    QStringListModel rows({u"one"_s, u"two"_s, u"three"_s});
    look::WrappingList list;
    list.setModel(&rows);
    list.setItemDelegate(&delegate);
    list.resize(400, 300);
    list.show();
    for (const int width : {400, 120, 300}) {
        list.resize(width, 300); // the height stays
        QTRY_COMPARE(list.visualRect(rows.index(0)).height(), 24000 / list.viewport()->width());
        QCOMPARE(list.visualRect(rows.index(1)).top(), list.visualRect(rows.index(0)).bottom() + 1);
    }
}

void TestStyle::aComboThatCanBeEditedIsAField()
{
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *combo = new QComboBox;
    combo->setEditable(true);
    layout->addWidget(combo);
    auto *other = new QLineEdit;
    layout->addWidget(other);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    combo->setFocus();
    QTRY_VERIFY(hasColour(combo->grab().toImage(), look::lightColours().accent));
    other->setFocus();
    QTRY_VERIFY(!hasColour(combo->grab().toImage(), look::lightColours().accent));
    QVERIFY(hasColour(combo->grab().toImage(), look::lightColours().control));
    QVERIFY(!hasColour(combo->grab().toImage(), look::lightColours().raised));
}

void TestStyle::chosenRowOfTheFocusedListIsBlue()
{
    QWidget window;
    auto *layout = new QHBoxLayout(&window);
    auto *list = new QListWidget;
    list->addItems({u"one"_s, u"two"_s});
    list->setCurrentRow(1);
    layout->addWidget(list);
    auto *other = new QLineEdit;
    layout->addWidget(other);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    list->setFocus();
    QTRY_VERIFY(hasColour(list->viewport()->grab().toImage(), look::lightColours().accent));
    other->setFocus();
    QTRY_VERIFY(!hasColour(list->viewport()->grab().toImage(), look::lightColours().accent));
    QVERIFY(hasColour(list->viewport()->grab().toImage(), look::lightColours().selectIdle));
}

void TestStyle::everyScriptHasLetters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addRow("Chinese") << u"港口税"_s;
    QTest::addRow("traditional") << u"港務稅與報導"_s;
    QTest::addRow("Japanese") << u"フェリー運賃はそのまま"_s;
    QTest::addRow("Korean") << u"여객선 요금"_s;
    QTest::addRow("Arabic") << u"رسوم العبّارات"_s;
    QTest::addRow("Cyrillic, Greek") << u"Порт Φερι"_s;
    QTest::addRow("Turkish") << u"İstanbul’da ığdır"_s;
}

/// A headline of squares helps nobody: the packages hold a font for each (packaging/packages.txt).
void TestStyle::everyScriptHasLetters()
{
    QFETCH(const QString, words);
    for (const QFont &font : {look::interfaceFont(), look::headlineFont(), look::bodyFont()}) {
        QTextLayout layout(words, font);
        layout.beginLayout();
        layout.createLine().setLineWidth(10'000);
        layout.endLayout();
        for (const QGlyphRun &run : layout.glyphRuns()) {
            QVERIFY2(!run.glyphIndexes().contains(0), qPrintable(run.rawFont().familyName()));
        }
    }
}

void TestStyle::iconsExistWithoutATheme()
{
    const QString before = QIcon::themeName();
    QIcon::setThemeName(u"no-such-theme"_s);
    const QImage blank = look::icon(u"document-save"_s).pixmap(22).toImage();
    QVERIFY(!blank.isNull());
    QVERIFY(look::hasFallback(u"document-save"_s));
    QIcon::setThemeName(before);
}

void TestStyle::iconsAreSharpAt200Percent()
{
    look::useIconTheme(look::Scheme::Light);
    QCOMPARE(look::icon(u"document-save"_s).pixmap(QSize(22, 22), 2.0).size(), QSize(44, 44));
    const QIcon shape = look::shapeIcon(look::Shape::Blocks, look::lightColours());
    QCOMPARE(shape.pixmap(QSize(14, 14), 2.0).size(), QSize(28, 28));
    // a row of equal pixel pairs in both directions would be a small picture blown up
    const QImage image = look::icon(u"document-save"_s).pixmap(QSize(22, 22), 2.0).toImage();
    bool isFine = false;
    for (int y = 0; y < 44; y += 2) {
        for (int x = 0; x < 44; x += 2) {
            isFine |= image.pixel(x, y) != image.pixel(x + 1, y);
        }
    }
    QVERIFY(isFine);
}

/// Not a comparison: with NUTGRAF_PICTURES set, leaves a sheet of controls to be looked at.
void TestStyle::specimen()
{
    const QString folder = qEnvironmentVariable("NUTGRAF_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("set NUTGRAF_PICTURES to a folder to get the sheet of controls");
    }
    for (const look::Colours *set : {&look::lightColours(), &look::darkColours()}) {
        QApplication::setPalette(look::paletteFor(*set));
        look::useIconTheme(set->isDark ? look::Scheme::Dark : look::Scheme::Light);
        look::FocusRing ring;
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        auto *publish = new QPushButton(u"Publish"_s);
        publish->setDefault(true);
        auto *back = new QPushButton(u"Back"_s);
        back->setEnabled(false);
        auto *web = new QCheckBox(u"Web"_s);
        web->setChecked(true);
        auto *update = new QRadioButton(u"Update"_s);
        update->setChecked(true);
        auto *combo = new QComboBox;
        combo->addItems({u"All states"_s, u"Draft"_s});
        auto *bar = new QProgressBar;
        bar->setValue(40);
        auto *tabs = new QTabBar;
        tabs->setTabsClosable(true);
        tabs->addTab(u"harbour-levy"_s);
        tabs->addTab(u"quay-strike"_s);
        const QList<QWidget *> all{publish, new QPushButton(u"Verify"_s),
                                   back,    new QLineEdit(u"quay-strike"_s),
                                   web,     update,
                                   combo,   bar,
                                   tabs};
        for (QWidget *widget : all) {
            layout->addWidget(widget);
        }
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        publish->setFocus();
        QVERIFY(window.grab().save(
            folder + (set->isDark ? "/controls-dark.png"_L1 : "/controls-light.png"_L1)));
    }
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
