// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/story_page.h"

#include "review/anchors.h"
#include "ui/body/body_editor.h"
#include "ui/body/body_marks.h"
#include "ui/look/fonts.h"
#include "ui/page/page_state.h"
#include "ui/session/story_store.h"
#include "ui/session/unit_decisions.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace nutgraf::page {

namespace {

/// More than one screen can show, less than painting would notice.
constexpr size_t MostMarks = 20000;

} // namespace

StoryPage::Private::Private(StoryPage *owner, std::unique_ptr<session::StorySession> given)
    : page(owner), session(std::move(given))
{
}

StoryPage::StoryPage(std::unique_ptr<session::StorySession> session, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, std::move(session)))
{
    d->build();
    d->connectSession();
    d->connectPanes();
    d->session->attachBody(d->body);
    d->showOpenError();
    setFocusProxy(d->body);
    d->body->setFocus(); // one opens a story to write
}

StoryPage::~StoryPage()
{
    // The session lets go of the body before the body goes.
    d->session.reset();
}

void StoryPage::Private::build()
{
    strips = new QVBoxLayout;
    strips->setSpacing(0);
    draft = new QWidget(page);
    head = new PaneHead(tr("Draft"), PaneHead::Closable::No, draft);
    fields = new fields::StoryFields(*session, draft);
    fieldsView = new FieldsView(fields, draft);
    body = new body::BodyEditor(draft);
    body->setAccessibleName(tr("Body"));
    auto *column = new QVBoxLayout(draft);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(fieldsView);
    column->addWidget(body, 1);
    splitter = new QSplitter(page);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(draft);
    second = new SecondPane(*session, splitter, page);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strips);
    layout->addWidget(splitter, 1);
    find = new FindBar(*session, page);
    find->setVisible(false);
    layout->addWidget(find);
    showFields();
    showHead();
}

void StoryPage::Private::connectSession()
{
    QObject::connect(session.get(), &session::StorySession::readingChanged, page, [this] {
        find->followText(); // what was found may have moved
        showReading();
    });
    QObject::connect(session.get(), &session::StorySession::beginningRead, page,
                     [this] { showReading(); });
    QObject::connect(session.get(), &session::StorySession::failed, page,
                     [this](const Error &error) { showError(error); });
    QObject::connect(session.get(), &session::StorySession::changedOnDisk, page,
                     [this] { showChangedOnDisk(); });
    QObject::connect(session.get(), &session::StorySession::saved, page, [this] { clearStrips(); });
    QObject::connect(session.get(), &session::StorySession::pathChanged, page, [this] {
        showFields();
        showHead();
    });
}

void StoryPage::Private::connectPanes()
{
    // Marks number the attributions of the reading they were made of, which is the session's.
    const auto tellClicked = [this](int unit) {
        const QScopedValueRollback<bool> pointing(isPointedAt, true);
        Q_EMIT page->unitClicked(session->decisions().unit(unit));
    };
    QObject::connect(body, &body::BodyEditor::unitUnderCaret, page, [this](int unit) {
        // What was shown stays chosen while nobody moves the caret: the words of a part quote begin
        // before its marks, where no unit is.
        if (!isRevealing && placedAt != body->textCursor().position()) {
            Q_EMIT page->unitUnderCaret(session->decisions().unit(unit));
        }
    });
    QObject::connect(body, &body::BodyEditor::unitClicked, page, tellClicked);
    QObject::connect(fields, &fields::StoryFields::unitClicked, page, tellClicked);
    QObject::connect(fields, &fields::StoryFields::leftForBody, page, [this] { body->setFocus(); });
    QObject::connect(fields, &fields::StoryFields::foldRequested, page,
                     [this](bool folded) { fields->setFolded(folded); });
    body->installEventFilter(page);
    QObject::connect(second, &SecondPane::changed, page, [this](bool isOpen) {
        showHead();
        if (!isOpen) {
            body->setFocus();
        }
    });
    QObject::connect(second, &SecondPane::failed, page,
                     [this](const Error &error) { showError(error); });
    QObject::connect(find, &FindBar::foundChanged, page, [this] { showReading(); });
    QObject::connect(find, &FindBar::closed, page, [this] { body->setFocus(); });
    QObject::connect(find, &FindBar::revealRequested, page,
                     [this](story::Field field, TextRange range) { revealField(field, range); });
}

void StoryPage::Private::revealField(story::Field field, TextRange range) const
{
    if (field == story::Field::Body) {
        const QPointer<QWidget> keyboard = QApplication::focusWidget();
        body->reveal(range, body::BodyEditor::Reveal::Select);
        if (keyboard != nullptr && find->isAncestorOf(keyboard)) {
            keyboard->setFocus(); // one types on in the bar
        }
    } else {
        fields->select(field, range);
    }
}

session::StorySession &StoryPage::session()
{
    return *d->session;
}

body::BodyEditor &StoryPage::body()
{
    return *d->body;
}

SecondPane &StoryPage::secondPane()
{
    return *d->second;
}

void StoryPage::Private::showReading()
{
    const session::Reading &reading = session->reading();
    const session::ReadingMarks &marks = session->marks();
    std::vector<body::Mark> painted = marks.body;
    for (const TextRange range : chosen) {
        if (range.begin >= reading.bodyBegin) {
            painted.push_back({range.shifted(-reading.bodyBegin), -1, body::MarkFill::Chosen,
                               body::MarkLine::None, -1});
        }
    }
    if (!proposed.isEmpty() && proposed.begin >= reading.bodyBegin) {
        painted.push_back({proposed.shifted(-reading.bodyBegin), -1, body::MarkFill::Chosen,
                           body::MarkLine::None, -1});
    }
    // Finds are places in the text of now; they join the reading's marks when it has caught up.
    const bool hasCaughtUp = !reading.snapshot || marks.bodyRevision == body->revision();
    for (const Found &one : find->found()) {
        if (hasCaughtUp && one.field == story::Field::Body && painted.size() < MostMarks) {
            painted.push_back({one.range, -1, body::MarkFill::Found, body::MarkLine::None, -1});
        }
    }
    std::ranges::stable_sort(painted, {}, &body::Mark::range);
    const bool hasMarks = reading.snapshot || !marks.body.empty();
    const quint64 revision = hasMarks ? marks.bodyRevision : body->revision();
    body->marks().set(revision, std::move(painted));
    body->marks().setRibbon(revision, marks.ribbon);
    fields->tints().showReading();
    showFocus();
    showFound();
}

/// The find one stands at is drawn stronger than the others.
void StoryPage::Private::showFound() const
{
    const auto at = static_cast<std::size_t>(std::max(find->current(), 0));
    const bool hasOne = find->isVisible() && find->current() >= 0 && at < find->found().size();
    const Found one = hasOne ? find->found().at(at) : Found{};
    body->marks().setFound(one.field == story::Field::Body ? one.range : TextRange());
    fields->setFound(hasOne && one.field != story::Field::Body ? std::optional(one.field)
                                                               : std::nullopt);
}

void StoryPage::revealInStory(TextRange snapshotRange)
{
    const session::Reading &reading = d->session->reading();
    if (!reading.snapshot) {
        return;
    }
    const QScopedValueRollback<bool> revealing(d->isRevealing, true);
    if (snapshotRange.begin >= reading.bodyBegin) {
        d->body->reveal(snapshotRange.shifted(-reading.bodyBegin),
                        body::BodyEditor::Reveal::Select);
        d->placedAt = d->body->textCursor().position();
        return;
    }
    for (const analysis::Segment &segment : reading.snapshot->segments) {
        if (segment.range.contains(snapshotRange)) {
            const story::Field field = segment.role == analysis::SegmentRole::Deck
                ? story::Field::Deck
                : story::Field::Headline;
            d->fields->select(field, snapshotRange.shifted(-segment.range.begin));
            return;
        }
    }
}

void StoryPage::setFocusUnit(const std::optional<review::UnitRef> &unit)
{
    d->focus = unit;
    d->showFocus();
    if (const std::optional<int> at = d->unitInFocus(); at && !d->isPointedAt) {
        const auto &all = d->session->reading().analysis->attributions;
        d->bringIntoSight(review::contentSpan(all.at(static_cast<std::size_t>(*at))));
    }
}

/// Of the snapshot. The headline always is in sight, the deck where it is not folded away.
void StoryPage::Private::bringIntoSight(TextRange range) const
{
    const session::Reading &reading = session->reading();
    if (range.begin >= reading.bodyBegin) {
        body->reveal(range.shifted(-reading.bodyBegin), body::BodyEditor::Reveal::Look);
        return;
    }
    for (const analysis::Segment &segment : reading.snapshot->segments) {
        const bool isHidden = segment.role == analysis::SegmentRole::Deck && fields->isFolded();
        if (isHidden && segment.range.contains(range)) {
            Q_EMIT fields->foldRequested(false);
        }
    }
}

/// The unit in focus has another number in every reading.
std::optional<int> StoryPage::Private::unitInFocus() const
{
    const session::Reading &reading = session->reading();
    return focus && reading.analysis ? review::resolve(*focus, *reading.snapshot, *reading.analysis)
                                     : std::nullopt;
}

void StoryPage::Private::showFocus() const
{
    const std::optional<int> at = unitInFocus();
    body->marks().setFocusUnit(at.value_or(-1));
    fields->tints().setFocusUnit(at.value_or(-1));
}

void StoryPage::setChosen(const std::vector<TextRange> &snapshotRanges)
{
    d->chosen = snapshotRanges;
    d->showReading();
}

void StoryPage::showProposed(TextRange snapshotRange)
{
    d->proposed = snapshotRange;
    d->fields->tints().setProposed(snapshotRange);
    d->showReading();
    const qsizetype bodyBegin = d->session->reading().bodyBegin;
    const TextRange inBody = snapshotRange.shifted(-bodyBegin);
    if (!snapshotRange.isEmpty() && inBody.begin >= 0 && !d->isInSight(inBody)) {
        d->body->reveal(inBody, body::BodyEditor::Reveal::Caret);
    }
}

/// One of its edges is.
bool StoryPage::Private::isInSight(TextRange range) const
{
    QTextCursor at(body->document());
    const int last = body->document()->characterCount() - 1;
    return std::ranges::any_of(std::array{range.begin, range.end}, [&](qsizetype edge) {
        at.setPosition(static_cast<int>(std::min<qsizetype>(edge, last)));
        return body->viewport()->rect().contains(body->cursorRect(at));
    });
}

TextRange StoryPage::selectedInStory() const
{
    const session::Reading &reading = d->session->reading();
    const QTextCursor caret = d->body->textCursor();
    if (!reading.snapshot || reading.bodyRevision != d->body->revision()) {
        return {};
    }
    return TextRange{caret.selectionStart(), caret.selectionEnd()}.shifted(reading.bodyBegin);
}

void StoryPage::clearSelection()
{
    QTextCursor caret = d->body->textCursor();
    caret.setPosition(caret.selectionEnd());
    d->body->setTextCursor(caret);
}

void StoryPage::focusField(story::Field field)
{
    if (field == story::Field::Body) {
        d->body->setFocus();
    } else {
        d->fields->focusField(field);
    }
}

QFont StoryPage::Private::zoomedFont() const
{
    QFont font = bodyFont;
    font.setPointSizeF(font.pointSizeF() * zoom);
    return font;
}

/// All but the body, which zooms by itself.
void StoryPage::Private::applyFont() const
{
    const QFont font = zoomedFont();
    fields->setBodyFont(font);
    second->setBodyFont(bodyFont, font);
}

void StoryPage::setBodyFont(const QString &family)
{
    const QFont font = look::bodyFont(family);
    if (font == d->bodyFont) {
        return;
    }
    d->bodyFont = font;
    d->body->setBodyFont(font);
    d->applyFont();
    d->arrangePanes();
}

void StoryPage::setZoom(double factor)
{
    const double before = std::exchange(d->zoom, factor);
    d->body->setZoom(factor);
    d->applyFont();
    if (factor != before) {
        Q_EMIT zoomChanged(factor);
    }
}

double StoryPage::zoom() const
{
    return d->zoom;
}

void StoryPage::setFieldsFolded(bool folded)
{
    d->fields->setFolded(folded);
}

bool StoryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->body && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        QTextCursor probe = d->body->textCursor();
        if (key->key() == Qt::Key_Up && key->modifiers() == Qt::NoModifier && d->fields->isVisible()
            && !probe.movePosition(QTextCursor::Up)) {
            d->fields->focusLast();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->arrangePanes();
}

void StoryPage::openFind(FindMode mode)
{
    const QTextCursor caret = d->body->textCursor();
    const QString words = caret.selectedText();
    const bool isPhrase = !words.isEmpty() && !words.contains(QChar::ParagraphSeparator);
    d->find->open(mode == FindMode::Replace ? FindBar::Rows::Replace : FindBar::Rows::Find,
                  isPhrase ? words : QString(), caret.selectionStart());
}

void StoryPage::findNext()
{
    if (d->find->isVisible()) {
        d->find->next();
    } else {
        openFind(FindMode::Find);
    }
}

void StoryPage::findPrevious()
{
    if (d->find->isVisible()) {
        d->find->previous();
    } else {
        openFind(FindMode::Find);
    }
}

void StoryPage::keyPressEvent(QKeyEvent *event)
{
    // The window's actions come first; these serve a page that stands alone.
    if (event->matches(QKeySequence::FindNext)) {
        findNext();
    } else if (event->matches(QKeySequence::FindPrevious)) {
        findPrevious();
    } else if (event->matches(QKeySequence::Find)) {
        openFind(FindMode::Find);
    } else if (event->matches(QKeySequence::Replace)) {
        openFind(FindMode::Replace);
    } else if (event->key() == Qt::Key_Escape && d->find->isVisible()) {
        d->find->close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace nutgraf::page
