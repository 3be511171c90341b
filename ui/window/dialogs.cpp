// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/dialogs.h"

#include "jobs/off_thread.h"
#include "text/slug.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"
#include "ui/window/new_desk_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

int unit(const QWidget &widget, double times)
{
    return look::units(QFontMetricsF(widget.font()), times);
}

QLineEdit *makeField(const QString &name, const QString &hint)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    return field;
}

QDialogButtonBox *makeButtons(QDialog &dialog, const QString &doIt)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(doIt);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

/// While the slug is untouched it follows the headline.
void followHeadline(QLineEdit *headline, QLineEdit *slug)
{
    QObject::connect(headline, &QLineEdit::textChanged, slug, [slug](const QString &words) {
        if (!slug->isModified()) {
            slug->setText(text::slugFrom(words));
        }
    });
}

} // namespace

std::optional<NewStory> askNewStory(const QStringList &templates, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(QDialog::tr("New story"));
    new look::ReturnKey(&dialog);
    auto *kinds = new QComboBox;
    kinds->setAccessibleName(QDialog::tr("Template"));
    kinds->addItem(QDialog::tr("Blank"), QString());
    for (const QString &name : templates) {
        if (name != "blank"_L1) {
            kinds->addItem(QString(name.at(0).toUpper()) + name.sliced(1), name);
        }
    }
    auto *headline = makeField(QDialog::tr("Headline"), QDialog::tr("May be written later"));
    auto *slug = makeField(QDialog::tr("Slug"), QDialog::tr("harbour-levy"));
    slug->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[a-z0-9-]{0,60}"_s), slug));
    followHeadline(headline, slug);
    auto *form = new QFormLayout(&dialog);
    form->addRow(QDialog::tr("&Template"), kinds);
    form->addRow(QDialog::tr("&Headline"), headline);
    form->addRow(QDialog::tr("&Slug"), slug);
    auto *buttons = makeButtons(dialog, QDialog::tr("Create"));
    form->addRow(buttons);
    const auto allow = [=] {
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!slug->text().isEmpty());
    };
    QObject::connect(slug, &QLineEdit::textChanged, buttons, allow);
    allow();
    headline->setFocus();
    dialog.resize(unit(dialog, 110), dialog.sizeHint().height());
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return NewStory{kinds->currentData().toString(), slug->text(), headline->text().trimmed()};
}

std::optional<NewDesk> askNewDesk(QWidget *parent)
{
    NewDeskDialog dialog(parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.desk()) : std::nullopt;
}

BinDialog::BinDialog(const desk::Desk &desk, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_list(new QListWidget), m_restore(new QPushButton)
{
    setWindowTitle(tr("Spiked stories"));
    new look::ReturnKey(this);
    m_list->setAccessibleName(tr("Spiked stories"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_restore->setText(tr("Restore"));
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_list, &QListWidget::currentRowChanged, m_restore,
            [this](int row) { m_restore->setEnabled(row >= 0); });
    connect(m_restore, &QPushButton::clicked, this, &BinDialog::restoreChosen);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    resize(unit(*this, 110), unit(*this, 75));
    fill(Choose::First);
}

void BinDialog::restoreChosen()
{
    const QListWidgetItem *chosen = m_list->currentItem();
    if (chosen == nullptr || chosen->flags() == Qt::NoItemFlags) {
        return;
    }
    const Result<QString> back = m_desk.restore(chosen->data(Qt::UserRole).toString());
    if (back) {
        Q_EMIT restored(*back);
    } else {
        Q_EMIT failed(back.error());
    }
    fill(Choose::None); // a second click in passing must not take out the next story
}

/// The bin of a slow drive takes its time; until it is read nothing can be restored.
void BinDialog::fill(Choose choose)
{
    showWords(tr("Reading the bin…"));
    jobs::offThread(
        this, [desk = m_desk] { return desk.spiked(); },
        [this, choose](const std::vector<desk::SpikedEntry> &entries) {
            showEntries(entries);
            if (choose == Choose::First && !entries.empty()) {
                m_list->setCurrentRow(0);
            }
        });
}

void BinDialog::showEntries(const std::vector<desk::SpikedEntry> &entries)
{
    if (entries.empty()) {
        showWords(tr("The bin is empty"));
        return;
    }
    m_list->clear();
    for (const desk::SpikedEntry &entry : entries) {
        const QString when = QLocale().toString(entry.spiked.toLocalTime(), QLocale::ShortFormat);
        auto *item = new QListWidgetItem(tr("%1, spiked %2").arg(entry.slug, when), m_list);
        item->setData(Qt::UserRole, entry.folder);
    }
    m_restore->setEnabled(false); // a cleared list says nothing of its current row
}

/// A line that is no story.
void BinDialog::showWords(const QString &words)
{
    m_list->clear();
    auto *line = new QListWidgetItem(words, m_list);
    line->setFlags(Qt::NoItemFlags);
    m_restore->setEnabled(false);
}

} // namespace nutgraf::window
