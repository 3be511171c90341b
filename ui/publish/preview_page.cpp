// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/preview_page.h"

#include "format/writers.h"
#include "ui/look/fonts.h"
#include "ui/look/labels.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTabBar>

#include <algorithm>
#include <iterator>
#include <vector>

namespace nutgraf::publish {

namespace {

/// What can be shown as it is written.
std::vector<format::Writer> textWriters()
{
    std::vector<format::Writer> texts;
    std::ranges::copy_if(
        format::writers(), std::back_inserter(texts),
        [](const format::Writer &writer) { return writer.nature == format::FileNature::Text; });
    return texts;
}

QStringList writerNames()
{
    QStringList names;
    for (const format::Writer &writer : textWriters()) {
        names.append(writer.name);
    }
    return names;
}

} // namespace

PreviewPage::PreviewPage(PublishDraft &draft, QWidget *parent)
    : StepPage(draft, tr("Preview"), parent), m_fileName(new look::SecondaryLabel(this))
{
    setExplanation(
        tr("The files exactly as they will be written, byte for byte but for the time."));
    auto *bars = new QHBoxLayout;
    m_editions = addBar(tr("Edition"), {tr("Wire"), tr("Web")});
    m_formats = addBar(tr("Format"), writerNames());
    bars->addWidget(m_editions);
    bars->addSpacing(u(4));
    bars->addWidget(m_formats);
    bars->addStretch();
    bars->addWidget(m_fileName);
    content().addLayout(bars);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("shownFile"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFont(look::monoFont());
    m_text->setAccessibleName(tr("File to be written"));
    content().addWidget(m_text, 1);
}

PreviewPage::~PreviewPage() = default;

QTabBar *PreviewPage::addBar(const QString &name, const QStringList &tabs)
{
    auto *bar = new QTabBar(this);
    bar->setAccessibleName(name);
    bar->setExpanding(false);
    bar->setDrawBase(false);
    for (const QString &tab : tabs) {
        bar->addTab(tab);
    }
    connect(bar, &QTabBar::currentChanged, this, &PreviewPage::showFile);
    return bar;
}

void PreviewPage::refresh()
{
    // What would be written can be seen while something is still missing.
    m_shown = preview(draft().proposal, draft().choice());
    const bool hasWeb = m_shown.web.has_value();
    m_editions->setTabEnabled(1, hasWeb);
    if (!hasWeb) {
        m_editions->setCurrentIndex(0);
    }
    showFile();
}

void PreviewPage::focusContent()
{
    m_formats->setFocus();
}

/// A format that an edition is not written in cannot be chosen.
void PreviewPage::offerFormatsOf(format::EditionKind kind)
{
    const QSignalBlocker quiet(m_formats); // the caller shows the file
    const std::vector<format::Writer> all = textWriters();
    for (int i = 0; i < m_formats->count(); ++i) {
        m_formats->setTabEnabled(i, format::isFor(all.at(static_cast<std::size_t>(i)), kind));
    }
    if (!m_formats->isTabEnabled(m_formats->currentIndex())) {
        m_formats->setCurrentIndex(0);
    }
}

void PreviewPage::showFile()
{
    if (m_text == nullptr) {
        return;
    }
    const auto &web = m_shown.web;
    const bool isWeb = m_editions->currentIndex() == 1 && web.has_value();
    const format::Edition &edition = isWeb ? *web : m_shown.wire;
    offerFormatsOf(edition.kind);
    const format::Writer writer =
        textWriters().at(static_cast<std::size_t>(m_formats->currentIndex()));
    const QByteArray bytes = writer.write(edition);
    const QString name = format::fileName(writer, edition.kind);
    showColoured(QString::fromUtf8(bytes), name);
    m_fileName->setText(tr("%1, %L2 bytes").arg(name).arg(bytes.size()));
}

void PreviewPage::showColoured(const QString &words, const QString &fileName)
{
    if (!m_repository) {
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
    }
    // It posts itself the lines to look at next: it must go before the lines do.
    m_highlighter.reset();
    m_text->setPlainText(words);
    m_highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(m_text->document());
    m_highlighter->setTheme(m_repository->themeForPalette(palette()));
    m_highlighter->setDefinition(m_repository->definitionForFileName(fileName));
}

void PreviewPage::changeEvent(QEvent *event)
{
    StepPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter != nullptr) {
        m_highlighter->setTheme(m_repository->themeForPalette(palette()));
        m_highlighter->rehighlight();
    }
}

} // namespace nutgraf::publish
