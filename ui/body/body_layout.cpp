// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_layout.h"

#include <QFontMetricsF>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace nutgraf::body {

namespace {

constexpr qreal ParagraphGap = 0.5; // lines, between paragraphs that no empty line parts
constexpr qreal Overshoot = 3; // pixels a fallback font may reach out of its line
constexpr int LongestLine = 16 * 1024; // a longer one stays plain, as in the highlighting
constexpr qsizetype LongestStrong = 400; // as in the syntax definition
constexpr int MostLevels = 6;
constexpr int MostTyped =
    64 * 1024; // more at once was loaded, or is the whole text in another font

bool isCrosshead(QStringView line)
{
    const QStringView text = line.trimmed();
    qsizetype level = 0;
    while (level < text.size() && text.at(level) == u'#') {
        ++level;
    }
    return level > 0 && level <= MostLevels && level < text.size() && text.at(level).isSpace();
}

/// What is bold in a line: a crosshead, or what stands between `**`. The font of bold words is
/// wider, so that the layout has to know.
QList<QTextLayout::FormatRange> boldParts(const QString &line)
{
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    const QString marks = QStringLiteral("**");
    QList<QTextLayout::FormatRange> parts;
    if (isCrosshead(line)) {
        return {{0, static_cast<int>(line.size()), bold}};
    }
    for (qsizetype at = line.indexOf(marks); at >= 0; at = line.indexOf(marks, at)) {
        const qsizetype begin = at + marks.size();
        const qsizetype end = line.indexOf(marks, begin);
        if (end < 0) {
            break;
        }
        const bool isStrong = end > begin && end - begin <= LongestStrong
            && !line.at(begin).isSpace() && !line.at(end - 1).isSpace();
        if (isStrong) {
            parts.push_back({static_cast<int>(begin), static_cast<int>(end - begin), bold});
        }
        at = isStrong ? end + marks.size() : begin;
    }
    return parts;
}

} // namespace

BodyLayout::BodyLayout(QTextDocument *document) : QPlainTextDocumentLayout(document) { }

void BodyLayout::setMetrics(const Metrics &metrics)
{
    m_metrics = metrics;
    // The text stands in the middle of what the line below it leaves over.
    const QFontMetricsF font(document()->defaultFont());
    const qreal natural = font.ascent() + font.descent();
    const qreal above = std::floor((m_metrics.lineHeight - natural - m_metrics.underline) / 2);
    m_baseline = std::max(0.0, above) + font.ascent();
}

const BodyLayout::Metrics &BodyLayout::metrics() const
{
    return m_metrics;
}

qreal BodyLayout::gapAbove(const QTextBlock &block) const
{
    const QTextBlock before = block.previous();
    if (!before.isValid())
        return m_metrics.topGap;
    return block.length() > 1 && before.length() > 1
        ? std::round(m_metrics.lineHeight * ParagraphGap)
        : 0;
}

void BodyLayout::placeLines(const QTextBlock &block) const
{
    const QTextLayout &layout = *block.layout();
    const int count = layout.lineCount();
    const qreal base = m_baseline;
    qreal top = gapAbove(block);

    // Most blocks are asked for again and again: the last line tells whether they stand already.
    const QTextLine last = layout.lineAt(count - 1);
    const qreal expected = top + (count - 1) * m_metrics.lineHeight + base - last.ascent();
    if (qFuzzyCompare(last.y() + 1, expected + 1))
        return;

    const qreal left = document()->documentMargin();
    for (int i = 0; i < count; ++i) {
        QTextLine line = layout.lineAt(i);
        const qreal over = std::max(0.0, line.ascent() - base - Overshoot);
        const qreal below = m_metrics.lineHeight - base;
        line.setPosition({left, top + over + base - line.ascent()});
        top += m_metrics.lineHeight + over + std::max(0.0, line.descent() - below - Overshoot);
    }
}

QRectF BodyLayout::blockBoundingRect(const QTextBlock &block) const
{
    if (!block.isValid() || !block.isVisible())
        return {};
    const QTextLayout &layout = *block.layout();
    if (layout.lineCount() == 0)
        QPlainTextDocumentLayout::blockBoundingRect(block); // lays the block out
    if (layout.lineCount() == 0)
        return {};
    placeLines(block);

    const qreal margin = document()->documentMargin();
    const Slot last = slotOf(block, layout.lineCount() - 1);
    const QTextLine first = layout.lineAt(0);
    const qreal width = std::max(first.width(), first.naturalTextWidth()) + 2 * margin;
    return {0, 0, width, last.top + last.height + (block.next().isValid() ? 0 : margin)};
}

int BodyLayout::reach() const
{
    return qCeil(Overshoot + m_metrics.underline) + 1;
}

BodyLayout::Slot BodyLayout::slotOf(const QTextBlock &block, int line) const
{
    const QTextLine text = block.layout()->lineAt(line);
    const qreal base = m_baseline;
    const qreal below = m_metrics.lineHeight - base;
    return {text.y() + text.ascent() - base,
            m_metrics.lineHeight + std::max(0.0, text.descent() - below - Overshoot)};
}

int BodyLayout::lineAt(const QTextBlock &block, qreal y) const
{
    int low = 0;
    int high = std::max(0, block.layout()->lineCount() - 1);
    while (low < high) {
        const int middle = (low + high) / 2;
        const Slot slot = slotOf(block, middle);
        if (y < slot.top + slot.height) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

void BodyLayout::beginAppending()
{
    m_appending = true;
}

void BodyLayout::endAppending()
{
    m_appending = false;
}

void BodyLayout::announceSize()
{
    Q_EMIT documentSizeChanged(documentSize());
}

/// Of the lines that changed, and no others. To be called while the document tells of a change: a
/// layout that gets formats notes a change of its own, and the document forgets it afterwards.
void BodyLayout::setWeights(int from, int length) const
{
    QTextBlock block = document()->findBlock(from);
    for (; block.isValid() && block.position() <= from + length; block = block.next()) {
        const QList<QTextLayout::FormatRange> parts = block.length() <= LongestLine
            ? boldParts(block.text())
            : QList<QTextLayout::FormatRange>();
        // Asking for a layout makes one, which a long text has no need of before it is seen.
        if (parts.isEmpty() && (m_appending || length > MostTyped)) {
            continue;
        }
        if (block.layout()->formats() != parts) {
            block.layout()->setFormats(parts);
        }
    }
}

void BodyLayout::documentChanged(int from, int charsRemoved, int charsAdded)
{
    setWeights(from, charsAdded);
    if (m_appending) {
        const QSignalBlocker quiet(this);
        QPlainTextDocumentLayout::documentChanged(from, charsRemoved, charsAdded);
        return;
    }
    QPlainTextDocumentLayout::documentChanged(from, charsRemoved, charsAdded);
    // A paragraph that has become empty, or is no longer, changes the gaps above itself and the
    // next one; Qt sees its height after the change only, and would repaint no more than that.
    const QTextBlock block = document()->findBlock(from);
    const bool hasTurned = block.length() <= 1 || charsAdded >= block.length() - 1;
    if (hasTurned)
        Q_EMIT update();
}

} // namespace nutgraf::body
