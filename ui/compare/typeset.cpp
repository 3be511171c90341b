// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/typeset.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QLocale>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>

namespace nutgraf::compare {

namespace {

/// Writes paragraphs one after the other.
class Setter {
public:
    Setter(QTextDocument &document, const QPalette &palette)
        : m_cursor(&document), m_colours(look::colours(palette))
    {
        document.clear();
        document.setUndoRedoEnabled(false);
        m_unit = look::units(QFontMetricsF(QApplication::font()), 1);
    }

    /// Gives the paragraph's position in the document.
    int add(const QString &words, const QFont &font, const QColor &colour, double below,
            double lineHeight = 0)
    {
        if (words.isEmpty()) {
            return -1;
        }
        if (m_hasAny) {
            m_cursor.insertBlock();
        }
        m_hasAny = true;
        QTextBlockFormat block;
        block.setBottomMargin(below * m_unit);
        if (lineHeight > 0) {
            block.setLineHeight(lineHeight * QFontMetricsF(font).height(),
                                QTextBlockFormat::FixedHeight);
        }
        m_cursor.setBlockFormat(block);
        QTextCharFormat characters;
        characters.setFont(font);
        characters.setForeground(colour);
        m_cursor.setBlockCharFormat(characters);
        const int at = m_cursor.position();
        m_cursor.insertText(words, characters);
        return at;
    }

    void rule()
    {
        m_cursor.insertBlock();
        QTextBlockFormat block;
        block.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
                          QTextLength(QTextLength::PercentageLength, 100));
        block.setBackground(m_colours.line);
        block.setBottomMargin(2 * m_unit);
        m_cursor.setBlockFormat(block);
        QTextCharFormat tiny;
        tiny.setFontPointSize(1);
        m_cursor.setBlockCharFormat(tiny);
    }

    [[nodiscard]] const look::Colours &colours() const
    {
        return m_colours;
    }

private:
    QTextCursor m_cursor;
    const look::Colours &m_colours;
    int m_unit = 4;
    bool m_hasAny = false;
};

QString creditLine(const story::Story &story)
{
    QStringList parts;
    for (const QString &part :
         {story.byline, story.dateline.place,
          story.dateline.date.isValid()
              ? QLocale().toString(story.dateline.date, QStringLiteral("d MMMM yyyy"))
              : QString()}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

/// The font of a list or reading page for one body paragraph: crossheads are bold.
QFont bodyFontOf(const QString &words, const QFont &font)
{
    return words.startsWith(u'#') ? look::boldFont(font) : font;
}

} // namespace

std::vector<TypesetParagraph> typeset(QTextDocument &document, const story::Story &story,
                                      const TypesetExtras &extras, const QPalette &palette)
{
    const QFont interfaceFont = QApplication::font();
    QFont headline = look::headlineFont();
    headline.setPointSizeF(headline.pointSizeF() * 0.88); // panes are narrower than the sheet
    QFont body = look::bodyFont();
    body.setPointSizeF(body.pointSizeF() * 0.92);
    Setter setter(document, palette);
    const look::Colours &colours = setter.colours();
    setter.add(extras.aboveHeadline, look::smallFont(interfaceFont), colours.ink2, 2);
    setter.add(story.headline, headline, colours.ink, 1.5);
    setter.add(story.deck, look::deckFont(), colours.ink2, 2);
    setter.add(creditLine(story), look::smallFont(interfaceFont), colours.ink2, 3.5);
    std::vector<TypesetParagraph> map;
    qsizetype begin = 0;
    for (const QString &line : story.body.split(u'\n')) {
        const int at = setter.add(line, bodyFontOf(line, body), colours.ink, 2.5, 1.06);
        if (at >= 0) {
            map.push_back({begin, at, line.size()});
        }
        begin += line.size() + 1;
    }
    if (!extras.notice.isEmpty()) {
        setter.rule();
        setter.add(extras.notice, look::quoteFont(interfaceFont), colours.ink2, 1);
    }
    return map;
}

int toDocument(const std::vector<TypesetParagraph> &map, qsizetype inBody)
{
    for (const TypesetParagraph &paragraph : map) {
        if (inBody >= paragraph.inBody && inBody <= paragraph.inBody + paragraph.length) {
            return paragraph.inDocument + static_cast<int>(inBody - paragraph.inBody);
        }
    }
    return -1;
}

qsizetype toBody(const std::vector<TypesetParagraph> &map, int inDocument)
{
    for (const TypesetParagraph &paragraph : map) {
        if (inDocument >= paragraph.inDocument
            && inDocument <= paragraph.inDocument + paragraph.length) {
            return paragraph.inBody + (inDocument - paragraph.inDocument);
        }
    }
    return -1;
}

void makeReadingPage(QTextEdit &page)
{
    const int u = look::units(QFontMetricsF(QApplication::font()), 1);
    page.setReadOnly(true);
    page.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page.setTabChangesFocus(true);
    page.document()->setDocumentMargin(4.0 * u);
}

} // namespace nutgraf::compare
