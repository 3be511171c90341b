// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/body_editor_p.h"

#include "ui/look/fonts.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace nutgraf::body {

namespace {

constexpr double LineHeight = 1.5; // em
constexpr double LineBelow = 0.5; // units: how thick the lines below the text are
constexpr double TopGap = 1.5; // units above the first line
constexpr double Caret = 0.5;
constexpr double LeastZoom = 1.0;
constexpr double MostZoom = 3.0;

int units(double times)
{
    return look::units(QFontMetricsF(QApplication::font()), times);
}

int em(const QFont &font)
{
    return QFontInfo(font).pixelSize();
}

QTextDocument *makeDocument(QObject *parent)
{
    auto *document = new QTextDocument(parent);
    document->setDocumentLayout(new BodyLayout(document));
    return document;
}

} // namespace

BodyEditor::Private::Private(BodyEditor &owner)
    : q(owner),
      document(*owner.document()),
      layout(static_cast<BodyLayout &>(*owner.document()->documentLayout())),
      loader(*new SliceLoader(owner, layout)),
      ribbon(*new Ribbon(&owner)),
      font(look::bodyFont())
{
}

BodyEditor::BodyEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setDocument(makeDocument(this));
    d = std::make_unique<Private>(*this);
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setCursor(Qt::IBeamCursor);
    setTabChangesFocus(true); // no news text has tabs, and the keyboard must get out
    setAccessibleName(tr("Story text"));
    document()->setDocumentMargin(units(1));
    setCursorWidth(units(Caret));
    d->applyFont();

    connect(document(), &QTextDocument::contentsChange, this,
            [this](int at, int removed, int added) { d->noteChange(at, removed, added); });
    connect(this, &QPlainTextEdit::updateRequest, this,
            [this](const QRect &area, int dy) { d->noteUpdate(area, dy); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { d->noteCaret(); });
    connect(&d->ribbon, &Ribbon::clicked, this, &BodyEditor::unitClicked);
    connect(&d->loader, &SliceLoader::finished, this, &BodyEditor::loadingFinished);
}

BodyEditor::~BodyEditor() = default;

void BodyEditor::loadText(const QString &text)
{
    d->marks = {};
    d->ribbon.setUnits({});
    d->loader.start(text);
}

bool BodyEditor::isLoading() const
{
    return d->loader.isLoading();
}

void BodyEditor::finishLoading()
{
    d->loader.finish();
}

QString BodyEditor::text()
{
    finishLoading();
    // toPlainText() would turn no-break spaces into spaces and line separators into line ends.
    QString raw = document()->toRawText();
    std::ranges::replace(raw, QChar(QChar::ParagraphSeparator), QChar(u'\n'));
    return raw;
}

quint64 BodyEditor::revision() const
{
    return d->log.revision();
}

void BodyEditor::setMarks(quint64 revision, std::vector<Mark> marks)
{
    if (!d->log.reaches(revision))
        return;
    for (Mark &mark : marks)
        mark.range = d->log.carried(mark.range, revision);
    MarkList next(std::move(marks));
    d->forVisibleBlocks([&](const QTextBlock &block, qreal) {
        const TextRange range{block.position(), block.position() + block.length()};
        if (next.within(range) != d->marks.within(range))
            d->updateBlock(block);
    });
    d->marks = std::move(next);
}

void BodyEditor::setRibbon(quint64 revision, std::vector<RibbonUnit> ribbonUnits)
{
    if (!d->log.reaches(revision))
        return;
    for (RibbonUnit &unit : ribbonUnits) {
        for (TextRange &range : unit.ranges)
            range = d->log.carried(range, revision);
        std::erase_if(unit.ranges, [](TextRange range) { return range.isEmpty(); });
    }
    d->ribbon.setUnits(std::move(ribbonUnits));
    d->showRibbonLines();
    d->noteCaret();
}

void BodyEditor::setFocusUnit(int unit)
{
    const int before = std::exchange(d->focusUnit, unit);
    if (before == unit)
        return;
    d->updateUnit(before);
    d->updateUnit(unit);
}

void BodyEditor::setFound(TextRange range)
{
    if (range == d->found)
        return;
    for (const TextRange one : {std::exchange(d->found, range), range}) {
        d->forVisibleBlocks([&](const QTextBlock &block, qreal) {
            if (one.overlaps({block.position(), block.position() + block.length()}))
                d->updateBlock(block);
        });
    }
}

void BodyEditor::reveal(TextRange range, Reveal how)
{
    if (range.end > d->length)
        finishLoading();
    const int begin = static_cast<int>(std::clamp<qsizetype>(range.begin, 0, d->length));
    const int end = static_cast<int>(std::clamp<qsizetype>(range.end, begin, d->length));
    d->bringIntoSight({begin, end});
    if (how == Reveal::Look)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(how == Reveal::Select ? end : begin);
    cursor.setPosition(begin, QTextCursor::KeepAnchor); // the beginning is what must be seen
    setTextCursor(cursor);
}

void BodyEditor::setZoom(double factor)
{
    d->zoom = std::clamp(factor, LeastZoom, MostZoom);
    d->applyFont();
}

double BodyEditor::zoom() const
{
    return d->zoom;
}

void BodyEditor::setBodyFont(const QFont &font)
{
    d->font = font;
    d->applyFont();
}

BodyColumn BodyEditor::column() const
{
    return d->column;
}

QSize BodyEditor::minimumSizeHint() const
{
    return {leastPaneWidth(em(d->font), QFontMetricsF(QApplication::font())), units(24)};
}

void BodyEditor::Private::applyFont()
{
    QFont zoomed = font;
    zoomed.setPointSizeF(font.pointSizeF() * zoom);
    q.setFont(zoomed);
    layout.setMetrics({.lineHeight = std::round(LineHeight * em(zoomed)),
                       .underline = static_cast<qreal>(units(LineBelow)),
                       .topGap = static_cast<qreal>(units(TopGap))});
    applyColumn();
    Q_EMIT layout.documentSizeChanged(layout.documentSize());
    q.viewport()->update();
    showRibbonLines();
}

// The viewport is as wide as the text; what is left of the pane are its margins.
void BodyEditor::Private::applyColumn()
{
    column = bodyColumn(q.width(), em(q.font()), QFontMetricsF(QApplication::font()));
    const int margin = static_cast<int>(document.documentMargin());
    const QScrollBar *bar = q.verticalScrollBar();
    const int barWidth = bar->isVisible() ? bar->width() : 0;
    const int right = q.width() - barWidth - column.textLeft - column.textWidth - margin;
    const QMargins margins(column.textLeft - margin, 0, std::max(0, right), 0);
    if (q.viewportMargins() != margins)
        q.setViewportMargins(margins);
    placeRibbon();
}

void BodyEditor::Private::placeRibbon()
{
    const QRect text = q.viewport()->geometry();
    ribbon.setGeometry(0, text.top(), text.left(), text.height());
    ribbon.setTextLeft(column.textLeft);
}

void BodyEditor::Private::showRibbonLines()
{
    if (ribbon.units().empty() && ribbon.rows().empty())
        return;
    std::vector<RibbonLine> lines;
    const auto addLines = [&](const QTextBlock &block, qreal top) {
        const QTextLayout &text = *block.layout();
        for (int i = 0; i < text.lineCount(); ++i) {
            const QTextLine line = text.lineAt(i);
            const BodyLayout::Slot slot = layout.slotOf(block, i);
            const bool isLast = i == text.lineCount() - 1;
            const int begin = block.position() + line.textStart();
            lines.push_back({{begin, begin + line.textLength() + (isLast ? 1 : 0)},
                             qRound(top + slot.top),
                             qRound(slot.height)});
        }
    };
    // A stretch that began just above is not begun again.
    const QTextBlock above = q.firstVisibleBlock().previous();
    if (above.isValid()) {
        const qreal height = layout.blockBoundingRect(above).height();
        addLines(above, q.contentOffset().y() - height);
    }
    forVisibleBlocks(addLines);
    ribbon.showLines(std::move(lines));
}

void BodyEditor::Private::noteUpdate(const QRect &area, int dy)
{
    if (dy != 0) {
        // The picture is moved, but what lies below a line that is just out of sight is not painted
        // (MarkPainter::addBox): it came to stand there, or would be missing now.
        const int reach = units(3 * LineBelow);
        q.viewport()->update(0, 0, q.viewport()->width(), std::max(dy, 0) + reach);
    }
    const bool isText = area.width() > 4 * q.cursorWidth(); // a blinking caret moves no line
    if (isText && dy == 0)
        q.viewport()->update(area.adjusted(0, -layout.reach(), 0, layout.reach()));
    if (dy != 0 || isText)
        showRibbonLines();
}

void BodyEditor::Private::noteChange(int position, int removed, int added)
{
    // Qt counts the last separator in when the whole text is replaced.
    const int now = document.characterCount() - 1;
    added = std::min(added, now - position);
    removed = std::clamp(length + added - now, 0, removed);
    length = now;
    if (added == 0 && removed == 0)
        return;
    const Edit edit{position, removed, added};
    log.record(edit);
    marks.move(edit);
    ribbon.move(edit);
    Q_EMIT q.edited(position, removed, added, log.revision());
}

void BodyEditor::Private::noteCaret()
{
    const int unit = unitAt(q.textCursor().position());
    if (std::exchange(caretUnit, unit) != unit)
        Q_EMIT q.unitUnderCaret(unit);
}

// The shortest unit around a position.
int BodyEditor::Private::unitAt(qsizetype position) const
{
    int unit = -1;
    qsizetype shortest = 0;
    for (const RibbonUnit &candidate : ribbon.units()) {
        for (const TextRange range : candidate.ranges) {
            const bool isAround = range.begin <= position && position <= range.end;
            if (isAround && (unit < 0 || range.length() < shortest)) {
                unit = candidate.unit;
                shortest = range.length();
            }
        }
    }
    return unit;
}

void BodyEditor::Private::startSyntax()
{
    syntax.setColours(look::colours(q.palette()));
    syntax.begin(storySyntax(), SyntaxRunner::Start::Body);
    q.viewport()->update();
}

void BodyEditor::Private::updateBlock(const QTextBlock &block)
{
    const int reach = layout.reach();
    const QRectF box = q.blockBoundingGeometry(block).translated(q.contentOffset());
    q.viewport()->update(box.toAlignedRect().adjusted(0, -reach, 0, reach));
}

void BodyEditor::Private::updateUnit(int unit)
{
    if (unit < 0)
        return;
    forVisibleBlocks([&](const QTextBlock &block, qreal) {
        const TextRange range{block.position(), block.position() + block.length()};
        if (std::ranges::contains(marks.within(range), unit, &Mark::unit))
            updateBlock(block);
    });
}

} // namespace nutgraf::body
