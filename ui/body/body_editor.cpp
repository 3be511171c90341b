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
      sight(owner, layout),
      marks(sight, ribbon),
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
    connect(&d->marks, &BodyMarks::ribbonChanged, this, [this] {
        d->showRibbonLines();
        d->noteCaret();
    });
    connect(&d->loader, &SliceLoader::finished, this, &BodyEditor::loadingFinished);
}

BodyEditor::~BodyEditor() = default;

void BodyEditor::loadText(const QString &text)
{
    d->marks.clear();
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
    return d->marks.revision();
}

BodyMarks &BodyEditor::marks()
{
    return d->marks;
}

void BodyEditor::reveal(TextRange range, Reveal how)
{
    if (range.end > d->length)
        finishLoading();
    const int begin = static_cast<int>(std::clamp<qsizetype>(range.begin, 0, d->length));
    const int end = static_cast<int>(std::clamp<qsizetype>(range.end, begin, d->length));
    d->sight.bring({begin, end});
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
    ribbon.showLines(sight.lines());
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
    marks.move(edit);
    Q_EMIT q.edited(position, removed, added, marks.revision());
}

void BodyEditor::Private::noteCaret()
{
    const int unit = marks.unitAt(q.textCursor().position());
    if (std::exchange(caretUnit, unit) != unit)
        Q_EMIT q.unitUnderCaret(unit);
}

void BodyEditor::Private::startSyntax()
{
    syntax.setColours(look::colours(q.palette()));
    syntax.begin(storySyntax(), SyntaxRunner::Start::Body);
    q.viewport()->update();
}

} // namespace nutgraf::body
