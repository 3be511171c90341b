// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/new_desk_dialog.h"

#include "desk/settings.h"
#include "story/folders.h"
#include "text/slug.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *makeField(const QString &name, const QString &hint, const QString &toolTip)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setToolTip(toolTip);
    return field;
}

QString folderFault(const QString &folder)
{
    const QFileInfo info(folder);
    if (!QDir::isAbsolutePath(folder)) {
        return NewDeskDialog::tr("The folder needs its whole path.");
    }
    if (info.isFile()) {
        return NewDeskDialog::tr("There is a file of this name already; the desk needs a folder.");
    }
    if (QFileInfo::exists(story::DeskFolder(folder).settings())) {
        return NewDeskDialog::tr("This folder is a desk already: open it instead.");
    }
    if (info.isDir() && QDir(folder) == QDir::home()) {
        return NewDeskDialog::tr("The desk needs a folder of its own.");
    }
    return {};
}

} // namespace

NewDeskDialog::NewDeskDialog(QWidget *parent)
    : QDialog(parent),
      m_name(makeField(tr("Name of the desk"), tr("Coast desk"), tr("Shown above its stories"))),
      m_agency(makeField(tr("Agency"), tr("Meridian Wire"),
                         tr("Named in every edition as the one who publishes"))),
      m_domain(makeField(tr("Internet domain"), tr("meridian.example"),
                         tr("The agency’s own; it makes every story’s identifier unique"))),
      m_wire(makeField(tr("What subscribers read"), tr("Meridian Newsroom"),
                       tr("Named in the notice that closes a web edition; may be empty"))),
      m_folder(makeField(tr("Folder"), {}, tr("Made if it is not there"))),
      m_fault(new QLabel)
{
    setWindowTitle(tr("New desk"));
    new look::ReturnKey(this);
    auto *form = new QFormLayout(this);
    addFields(*form);
    m_fault->setForegroundRole(QPalette::PlaceholderText);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    form->addRow(m_fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_create = buttons->button(QDialogButtonBox::Ok);
    m_create->setText(tr("Create"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NewDeskDialog::proposeFolder);
    for (const QLineEdit *field : {m_name, m_agency, m_domain, m_wire, m_folder}) {
        connect(field, &QLineEdit::textChanged, this, &NewDeskDialog::check);
    }
    proposeFolder();
    check();
    resize(look::units(QFontMetricsF(font()), 120), sizeHint().height());
}

void NewDeskDialog::addFields(QFormLayout &form)
{
    form.addRow(tr("&Name"), m_name);
    form.addRow(tr("&Agency"), m_agency);
    form.addRow(tr("&Domain"), m_domain);
    form.addRow(tr("&Wire system"), m_wire);
    form.addRow(tr("&Folder"), makeFolderRow());
}

QWidget *NewDeskDialog::makeFolderRow()
{
    auto *row = new QWidget;
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAutoDefault(false);
    browse->setToolTip(tr("Choose the folder the desk is to lie in"));
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Folder"), m_folder->text());
        if (!chosen.isEmpty()) {
            m_folder->setText(chosen);
        }
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folder);
    layout->addWidget(browse);
    row->setFocusProxy(m_folder);
    return row;
}

void NewDeskDialog::proposeFolder()
{
    if (m_folder->text() == m_proposed) {
        m_proposed = QDir::homePath() + u'/' + text::slugFrom(m_name->text());
        m_folder->setText(m_proposed);
    }
}

NewDesk NewDeskDialog::desk() const
{
    NewDesk desk{m_folder->text(), {}};
    desk.settings.name = m_name->text().trimmed();
    desk.settings.agency.name = m_agency->text().trimmed();
    desk.settings.agency.domain = m_domain->text().trimmed();
    desk.settings.agency.wireSystem = m_wire->text().trimmed();
    return desk;
}

QString NewDeskDialog::fault() const
{
    const NewDesk wanted = desk();
    if (wanted.settings.name.isEmpty()) {
        return tr("The desk needs a name.");
    }
    if (wanted.settings.agency.name.isEmpty()) {
        return tr("The agency needs a name: every edition says who published it.");
    }
    if (wanted.settings.agency.domain.isEmpty()) {
        return tr("The agency’s domain is missing: it makes every story’s identifier unique.");
    }
    // The same reader that will open the desk later.
    if (!nutgraf::desk::readSettings(nutgraf::desk::writeSettings(wanted.settings), {})) {
        return tr("This is not a domain: letters, digits and hyphens, parted by dots, like "
                  "meridian.example.");
    }
    return folderFault(wanted.folder);
}

void NewDeskDialog::check()
{
    const QString reason = fault();
    m_fault->setText(reason);
    m_create->setEnabled(reason.isEmpty());
    m_create->setToolTip(reason);
    m_create->setAccessibleDescription(reason);
}

} // namespace nutgraf::window
