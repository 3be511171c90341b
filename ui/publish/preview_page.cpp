// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/publish/preview_page.h"

#include "ui/look/fonts.h"
#include "ui/look/labels.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTabBar>

#include <array>

namespace nutgraf::publish {

namespace {

struct Writer {
    const char *name;
    const char *suffix;
    QByteArray (*write)(const format::Edition &);
};

constexpr std::array Writers{
    Writer{"HTML", "html", &format::writeHtml},
    Writer{"ninjs 3.1", "ninjs.json", &format::writeNinjs},
    Writer{"Markdown", "md", &format::writeMarkdown},
    Writer{"Plain text", "txt", &format::writePlainText},
};

QStringList writerNames()
{
    QStringList names;
    for (const Writer &writer : Writers) {
        names.append(QString::fromLatin1(writer.name));
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

void PreviewPage::showFile()
{
    if (m_text == nullptr) {
        return;
    }
    const auto &web = m_shown.web;
    const bool isWeb = m_editions->currentIndex() == 1 && web.has_value();
    const Writer &writer = Writers.at(static_cast<std::size_t>(m_formats->currentIndex()));
    const QByteArray bytes = writer.write(isWeb ? *web : m_shown.wire);
    const QString name = QStringLiteral("%1.%2").arg(
        isWeb ? QStringLiteral("web") : QStringLiteral("wire"), QString::fromLatin1(writer.suffix));
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
