// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settings_dialog.h"

#include "ui/look/return_key.h"
#include "ui/look/tokens.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

namespace nutgraf::settings {

using namespace Qt::StringLiterals;

namespace {

QComboBox *makeScheme(Settings &settings)
{
    auto *box = new QComboBox;
    box->addItem(SettingsDialog::tr("As the desktop"), int(Scheme::System));
    box->addItem(SettingsDialog::tr("Light"), int(Scheme::Light));
    box->addItem(SettingsDialog::tr("Dark"), int(Scheme::Dark));
    box->setCurrentIndex(box->findData(int(settings.scheme())));
    box->setAccessibleName(SettingsDialog::tr("Colours"));
    QObject::connect(box, &QComboBox::activated, &settings, [box, &settings] {
        settings.setScheme(static_cast<Scheme>(box->currentData().toInt()));
    });
    return box;
}

QFontComboBox *makeBodyFont(Settings &settings)
{
    auto *box = new QFontComboBox;
    box->setEditable(false);
    box->setAccessibleName(SettingsDialog::tr("Font of the story"));
    const QString family = settings.bodyFont();
    box->setCurrentFont(QFont(family.isEmpty() ? u"Noto Serif"_s : family));
    QObject::connect(box, &QFontComboBox::activated, &settings,
                     [box, &settings] { settings.setBodyFont(box->currentFont().family()); });
    return box;
}

QLineEdit *makeInitials(Settings &settings)
{
    auto *field = new QLineEdit(settings.initials());
    field->setMaxLength(3);
    field->setAccessibleName(SettingsDialog::tr("Your initials"));
    field->setToolTip(SettingsDialog::tr("Signs your decisions and publications"));
    field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"\\p{L}{0,3}"_s), field));
    QObject::connect(field, &QLineEdit::editingFinished, &settings,
                     [field, &settings] { settings.setInitials(field->text()); });
    return field;
}

/// A key is chosen by its file, private or public: ssh-keygen finds the other, or asks the agent.
QWidget *makeSigningKey(Settings &settings)
{
    auto *row = new QWidget;
    auto *field = new QLineEdit(settings.signingKey());
    field->setPlaceholderText(SettingsDialog::tr("None: publications are not signed"));
    field->setAccessibleName(SettingsDialog::tr("Signing key"));
    field->setToolTip(SettingsDialog::tr("The file of your SSH key; the key itself stays there"));
    QObject::connect(field, &QLineEdit::editingFinished, &settings,
                     [field, &settings] { settings.setSigningKey(field->text()); });
    auto *choose = new QPushButton(SettingsDialog::tr("C&hoose…"));
    choose->setAutoDefault(false);
    choose->setToolTip(SettingsDialog::tr("Choose the key’s file"));
    QObject::connect(choose, &QPushButton::clicked, field, [field, &settings] {
        const QString chosen = QFileDialog::getOpenFileName(
            field->window(), SettingsDialog::tr("Signing key"), QDir::homePath() + u"/.ssh"_s);
        if (!chosen.isEmpty()) {
            field->setText(chosen);
            settings.setSigningKey(chosen);
        }
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field);
    layout->addWidget(choose);
    row->setFocusProxy(field);
    return row;
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    new look::ReturnKey(this);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Colours"), makeScheme(settings));
    form->addRow(tr("&Font of the story"), makeBodyFont(settings));
    form->addRow(tr("Your &initials"), makeInitials(settings));
    form->addRow(tr("Signing &key"), makeSigningKey(settings));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    form->addRow(buttons);
    resize(look::units(QFontMetricsF(font()), 130), sizeHint().height());
}

} // namespace nutgraf::settings
