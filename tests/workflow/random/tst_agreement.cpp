// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreement.h"
#include "program.h"
#include "still_clock.h"
#include "ui/body/body_editor.h"
#include "ui/body/ribbon.h"
#include "ui/page/story_page.h"
#include "ui/panels/row_view.h"
#include "ui/window/status_cells.h"
#include "ui/window/story_tabs.h"

#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace nutgraf;
using namespace nutgraf::workflow;
using namespace Qt::StringLiterals;

namespace {

using Deed = std::function<void(window::MainWindow &)>;

/// Waits as a day does: only what is let pass is on the clock, so that Qt Test would wait for ever.
void comeToRest(Program &program)
{
    for (int calm = 0; calm < 20; calm = program.isQuiet() ? calm + 1 : 0) {
        letPass(std::chrono::milliseconds(20));
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void emptyList(const window::MainWindow &window, const QString &name)
{
    for (panels::RowView *list : window.findChildren<panels::RowView *>()) {
        if (list->accessibleName() == name && list->isVisible()) {
            list->setRows({});
            return;
        }
    }
    QFAIL("the list is not to be seen");
}

} // namespace

Q_DECLARE_METATYPE(Deed)

/// The random user believes the window when gutter, panel, status bar and tab agree with the text:
/// is it told when they do not?
class TestAgreement : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void seesWhatIsShownOtherwise_data();
    void seesWhatIsShownOtherwise();
};

void TestAgreement::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void TestAgreement::seesWhatIsShownOtherwise_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QString>("told");
    QTest::newRow("gutter") << Deed([](window::MainWindow &window) {
        window.currentStory()->body().findChild<body::Ribbon *>()->setUnits({});
    }) << u"the gutter shows 0"_s;
    QTest::newRow("attributions") << Deed([](window::MainWindow &window) {
        emptyList(window, u"Attributions"_s);
    }) << u"the list of Attributions shows 0"_s;
    QTest::newRow("status bar") << Deed([](window::MainWindow &window) {
        window.findChild<window::StatusCells *>()->show(window::StatusFacts{.words = 7});
    }) << u"the status bar says"_s;
    QTest::newRow("tab") << Deed([](window::MainWindow &window) {
        QTabBar &bar = window.tabs().bar();
        bar.setTabIcon(bar.currentIndex(), QIcon(QPixmap(4, 4)));
    }) << u"the tab is marked otherwise"_s;
    QTest::newRow("text") << Deed([](window::MainWindow &window) {
        window.currentStory()->session().setDebounce(60'000);
        window.currentStory()->body().insertPlainText(u"“It is over,” Ann Ro said."_s);
    }) << u"the reading is of another text"_s;
}

void TestAgreement::seesWhatIsShownOtherwise()
{
    QFETCH(const Deed, deed);
    QFETCH(const QString, told);
    const QTemporaryDir folder;
    Program program(folder.path());
    program.setReadings(Program::Readings::Awake);
    window::MainWindow &window = *program.windows().front();
    comeToRest(program);
    Agreement agreement;
    QCOMPARE(agreement.disagreements(window), QStringList());
    deed(window);
    QVERIFY2(agreement.disagreements(window).join(u'\n').contains(told),
             qPrintable(agreement.disagreements(window).join(u'\n')));
}

QTEST_MAIN(TestAgreement)
#include "tst_agreement.moc"
