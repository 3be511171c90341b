// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/desk_settings_dialog.h"

#include "desk/settings.h"
#include "messages/messages.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nutgraf::settings {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostWords = 1000; // of a web edition

/// The desk says of its website what it is asked for; saying nothing of it stays possible.
story::Website &websiteOf(desk::Settings &settings)
{
    if (!settings.website) {
        settings.website.emplace();
    }
    return *settings.website;
}

QStringList listOf(const QString &words)
{
    QStringList all;
    for (const QString &part : words.split(u',')) {
        if (!part.trimmed().isEmpty()) {
            all.append(part.trimmed());
        }
    }
    return all;
}

} // namespace

DeskSettingsDialog::DeskSettingsDialog(desk::Settings settings, QWidget *parent)
    : QDialog(parent), m_given(std::move(settings)), m_fault(new QLabel)
{
    setWindowTitle(tr("Settings of “%1”").arg(m_given.name));
    new look::ReturnKey(this);
    auto *pages = new QTabWidget;
    pages->setAccessibleName(tr("Groups of settings"));
    pages->addTab(makeAgency(), tr("&Agency"));
    pages->addTab(makeEditions(), tr("&Web edition"));
    pages->addTab(makeWebsite(), tr("Websi&te"));
    m_fault->setForegroundRole(QPalette::PlaceholderText);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(pages);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    check();
    resize(look::units(QFontMetricsF(font()), 150), sizeHint().height());
}

desk::Settings DeskSettingsDialog::settings() const
{
    desk::Settings now = m_given;
    for (const Row &row : m_rows) {
        row.store(now);
    }
    // A website of which nothing is set is none, unless the desk had one.
    if (!m_given.website && now.website == story::Website()) {
        now.website.reset();
    }
    return now;
}

QWidget *DeskSettingsDialog::makeAgency()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    const story::Agency &agency = m_given.agency;
    addWords(*form,
             {u"name"_s, tr("&Name of the desk"), m_given.name, tr("Shown above its stories")},
             [](auto &s, const QString &words) { s.name = words; });
    addWords(*form,
             {u"agency.name"_s, tr("A&gency"), agency.name,
              tr("Named in every edition as the one who publishes")},
             [](auto &s, const QString &words) { s.agency.name = words; });
    addWords(*form,
             {u"agency.domain"_s, tr("&Domain"), agency.domain,
              tr("Part of every story’s identifier: what is out keeps the one it has")},
             [](auto &s, const QString &words) { s.agency.domain = words; });
    addWords(*form,
             {u"agency.wireSystem"_s, tr("Wi&re system"), agency.wireSystem,
              tr("Where subscribers read the full story; named in the closing notice")},
             [](auto &s, const QString &words) { s.agency.wireSystem = words; });
    addWords(*form,
             {u"agency.usageTerms"_s, tr("&Usage terms"), agency.usageTerms,
              tr("What subscribers may do with a story"), Lines::Few},
             [](auto &s, const QString &words) { s.agency.usageTerms = words; });
    addSigning(*form);
    return page;
}

QWidget *DeskSettingsDialog::makeEditions()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    addLength(*form);
    addWords(*form,
             {u"agency.webNotice"_s, tr("Closing n&otice"), m_given.agency.webNotice,
              tr("Empty: the usual one. {agency} and {wire system} are filled in"), Lines::Few},
             [](auto &s, const QString &words) { s.agency.webNotice = words; });
    return page;
}

QWidget *DeskSettingsDialog::makeWebsite()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    const story::Website site = m_given.website.value_or(story::Website());
    addWords(*form,
             {u"agency.siteUrl"_s, tr("A&ddress"), m_given.agency.siteUrl,
              tr("Where the website lies: https://news.example")},
             [](auto &s, const QString &words) { s.agency.siteUrl = words; });
    addWords(*form,
             {u"site.sections"_s, tr("&Sections"), site.sections.join(u", "_s),
              tr("Media Topics of the navigation, parted by commas; empty: the most used")},
             [](auto &s, const QString &words) { websiteOf(s).sections = listOf(words); });
    addWords(*form,
             {u"site.subscribeUrl"_s, tr("How to su&bscribe"), site.subscribeUrl,
              tr("An address that readers are shown: https:// or mailto:")},
             [](auto &s, const QString &words) { websiteOf(s).subscribeUrl = words; });
    addMining(*form);
    addWords(*form,
             {u"site.textMiningPolicy"_s, tr("Its &licence"), site.textMiningPolicy,
              tr("The address of the terms under which mining can be licensed")},
             [](auto &s, const QString &words) { websiteOf(s).textMiningPolicy = words; });
    addWords(*form,
             {u"site.aiStatement"_s, tr("Generative &tools"), site.aiStatement,
              tr("How the house uses them, in words for readers"), Lines::Few},
             [](auto &s, const QString &words) { websiteOf(s).aiStatement = words; });
    addWords(*form,
             {u"site.digitalSourceType"_s, tr("So&urce type"), site.digitalSourceType,
              tr("IPTC’s code for how texts come about: digitalCreation")},
             [](auto &s, const QString &words) { websiteOf(s).digitalSourceType = words; });
    return page;
}

void DeskSettingsDialog::addWords(QFormLayout &form, const Words &words, Store store)
{
    QWidget *field = nullptr;
    std::function<QString()> now;
    if (words.lines == Lines::One) {
        auto *line = new QLineEdit(words.value);
        connect(line, &QLineEdit::textChanged, this, &DeskSettingsDialog::check);
        now = [line] {
            return line->text().trimmed();
        };
        field = line;
    } else {
        auto *text = new QPlainTextEdit(words.value);
        text->setTabChangesFocus(true);
        text->setFixedHeight(look::units(QFontMetricsF(font()), 24));
        connect(text, &QPlainTextEdit::textChanged, this, &DeskSettingsDialog::check);
        now = [text] {
            return text->toPlainText().trimmed();
        };
        field = text;
    }
    const QString name = QString(words.label).remove(u'&');
    field->setAccessibleName(name);
    field->setToolTip(words.toolTip);
    form.addRow(words.label, field);
    m_rows.push_back({words.key, name, [now, store = std::move(store)](desk::Settings &settings) {
                          store(settings, now());
                      }});
}

void DeskSettingsDialog::addLength(QFormLayout &form)
{
    auto *length = new QSpinBox;
    length->setRange(1, MostWords);
    length->setValue(m_given.agency.webTargetWords);
    length->setSuffix(tr(" words"));
    length->setAccessibleName(tr("Length"));
    length->setToolTip(tr("How long a web edition should be"));
    form.addRow(tr("&Length"), length);
    m_rows.push_back({u"webTargetWords"_s, tr("Length"), [length](desk::Settings &settings) {
                          settings.agency.webTargetWords = length->value();
                      }});
}

void DeskSettingsDialog::addMining(QFormLayout &form)
{
    using story::TextMining;
    auto *reserved = new QCheckBox(tr("Text and data &mining is reserved"));
    reserved->setToolTip(tr("Said to machines on every page (Directive (EU) 2019/790, article 4)"));
    reserved->setChecked(m_given.website && m_given.website->textMining == TextMining::Reserved);
    form.addRow(QString(), reserved);
    m_rows.push_back(
        {u"site.textMining"_s, tr("Text and data mining"), [reserved](desk::Settings &settings) {
             websiteOf(settings).textMining =
                 reserved->isChecked() ? TextMining::Reserved : TextMining::Unsaid;
         }});
}

void DeskSettingsDialog::addSigning(QFormLayout &form)
{
    using publish::SigningPolicy;
    auto *box = new QComboBox;
    box->addItem(tr("By who has chosen a key"), int(SigningPolicy::WhenPossible));
    box->addItem(tr("Always: nothing goes out unsigned but a kill"), int(SigningPolicy::Required));
    box->addItem(tr("Never"), int(SigningPolicy::Off));
    box->setCurrentIndex(box->findData(int(m_given.signing)));
    box->setAccessibleName(tr("Publications are signed"));
    box->setToolTip(tr("With the publisher’s SSH key, so that nobody can rewrite what went out"));
    form.addRow(tr("S&igned"), box);
    m_rows.push_back({u"signing"_s, tr("Signed"), [box](desk::Settings &settings) {
                          settings.signing = static_cast<SigningPolicy>(box->currentData().toInt());
                      }});
}

/// Judged by the reader that will open the desk.
void DeskSettingsDialog::check()
{
    const desk::Settings now = settings();
    QString reason;
    if (now.agency.name.isEmpty()) {
        reason = tr("The agency needs a name: every edition says who published it.");
    } else if (const auto read = desk::readSettings(desk::writeSettings(now), {}); !read) {
        const auto row = std::ranges::find(m_rows, read.error().detail, &Row::key);
        reason = row == m_rows.end() ? messages::describe(read.error()).what
                                     : tr("“%1” cannot be used so.").arg(row->label);
    }
    m_fault->setText(reason);
    if (m_save != nullptr) {
        m_save->setEnabled(reason.isEmpty());
        m_save->setToolTip(reason);
        m_save->setAccessibleDescription(reason);
    }
}

} // namespace nutgraf::settings
