// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/desk_settings_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::settings;
using namespace Qt::StringLiterals;

namespace {

desk::Settings coast()
{
    desk::Settings settings;
    settings.name = u"Coast desk"_s;
    settings.agency = {.name = u"Meridian Wire"_s,
                       .domain = u"meridian.example"_s,
                       .wireSystem = u"Meridian Newsroom"_s,
                       .webNotice = u"Only a portion."_s,
                       .usageTerms = u"For subscribers."_s,
                       .siteUrl = u"https://meridian.example"_s,
                       .webTargetWords = 90};
    settings.website = story::Website{.sections = {u"medtop:15000000"_s},
                                      .subscribeUrl = u"mailto:desk@meridian.example"_s,
                                      .textMining = story::TextMining::Reserved,
                                      .textMiningPolicy = u"https://meridian.example/tdm"_s,
                                      .aiStatement = u"None."_s,
                                      .digitalSourceType = u"digitalCreation"_s};
    return settings;
}

template <class Field>
Field &fieldOf(const DeskSettingsDialog &dialog, const QString &name)
{
    for (Field *field : dialog.findChildren<Field *>()) {
        if (field->accessibleName() == name) {
            return *field;
        }
    }
    qFatal("no such field");
}

QPushButton &save(const DeskSettingsDialog &dialog)
{
    return *dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
}

} // namespace

class TestDeskSettingsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatNobodyTouchesStays_data();
    void whatNobodyTouchesStays();
    void everyFieldIsStored();
    void saysWhatCannotBeUsed_data();
    void saysWhatCannotBeUsed();
    void everyFieldHasNameAndHelp();
};

void TestDeskSettingsDialog::whatNobodyTouchesStays_data()
{
    QTest::addColumn<desk::Settings>("settings");
    desk::Settings bare;
    bare.name = u"Desk"_s;
    bare.agency.name = u"A"_s;
    bare.agency.domain = u"a.example"_s;
    QTest::newRow("all set") << coast();
    QTest::newRow("no website") << bare;
    bare.website.emplace();
    QTest::newRow("a website of which nothing is set") << bare;
}

void TestDeskSettingsDialog::whatNobodyTouchesStays()
{
    QFETCH(const desk::Settings, settings);
    const DeskSettingsDialog dialog(settings);
    QVERIFY(dialog.settings() == settings);
    QVERIFY(save(dialog).isEnabled());
}

void TestDeskSettingsDialog::everyFieldIsStored()
{
    const DeskSettingsDialog dialog(coast());
    const auto type = [&](const QString &name, const QString &words) {
        fieldOf<QLineEdit>(dialog, name).clear();
        QTest::keyClicks(&fieldOf<QLineEdit>(dialog, name), words);
    };
    type(u"Name of the desk"_s, u"Island desk"_s);
    type(u"Agency"_s, u"Isle Wire"_s);
    type(u"Domain"_s, u"isle.example"_s);
    type(u"Wire system"_s, u"Isle Room"_s);
    type(u"Sections"_s, u"sport, medtop:11000000"_s);
    type(u"Address"_s, u"https://isle.example"_s);
    fieldOf<QPlainTextEdit>(dialog, u"Closing notice"_s).setPlainText(u"More by wire."_s);
    fieldOf<QSpinBox>(dialog, u"Length"_s).setValue(140);
    dialog.findChild<QCheckBox *>()->click();
    desk::Settings wanted = coast();
    wanted.name = u"Island desk"_s;
    wanted.agency.name = u"Isle Wire"_s;
    wanted.agency.domain = u"isle.example"_s;
    wanted.agency.wireSystem = u"Isle Room"_s;
    wanted.agency.siteUrl = u"https://isle.example"_s;
    wanted.agency.webNotice = u"More by wire."_s;
    wanted.agency.webTargetWords = 140;
    wanted.website->sections = QStringList{u"sport"_s, u"medtop:11000000"_s};
    wanted.website->textMining = story::TextMining::Unsaid;
    QVERIFY(dialog.settings() == wanted);
}

void TestDeskSettingsDialog::saysWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    QTest::newRow("no name") << u"Name of the desk"_s << QString();
    QTest::newRow("no agency") << u"Agency"_s << QString();
    QTest::newRow("no domain") << u"Domain"_s << u"two words"_s;
    QTest::newRow("no topic") << u"Sections"_s << u"sport, no such topic"_s;
    QTest::newRow("no address") << u"How to subscribe"_s << u"javascript:alert(1)"_s;
    QTest::newRow("no source type") << u"Source type"_s << u"magic"_s;
}

void TestDeskSettingsDialog::saysWhatCannotBeUsed()
{
    QFETCH(const QString, field);
    QFETCH(const QString, words);
    DeskSettingsDialog dialog(coast());
    QLineEdit &line = fieldOf<QLineEdit>(dialog, field);
    const QString before = line.text();
    line.setText(words);
    QVERIFY(!save(dialog).isEnabled());
    const QString reason = save(dialog).toolTip();
    QVERIFY2(reason.contains(field, Qt::CaseInsensitive), qPrintable(reason));
    line.setText(before);
    QVERIFY(save(dialog).isEnabled());
}

void TestDeskSettingsDialog::everyFieldHasNameAndHelp()
{
    const DeskSettingsDialog dialog(coast());
    int fields = 0;
    for (const QWidget *field : dialog.findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QLineEdit *>(field) != nullptr
            || qobject_cast<const QPlainTextEdit *>(field) != nullptr;
        if (isField && !field->objectName().startsWith(u"qt_"_s)) {
            QVERIFY(!field->accessibleName().isEmpty() && !field->toolTip().isEmpty());
            ++fields;
        }
    }
    QVERIFY(fields > 10);
}

QTEST_MAIN(TestDeskSettingsDialog)
#include "tst_desk_settings_dialog.moc"
