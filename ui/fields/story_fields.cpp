// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/story_fields.h"

#include "format/media_topics.h"
#include "ui/fields/date_words.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/session/field_access.h"
#include "ui/session/list_words.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace nutgraf::fields {

using story::Field;

namespace {

constexpr int HeadlineMost = 70; // characters a headline should not pass; the checks say the same
constexpr int DeckMost = 120;

/// With the words of `proposed` that stand in the field, which is `segment` of the same text.
std::vector<body::Mark> withProposed(std::vector<body::Mark> marks, TextRange proposed,
                                     TextRange segment)
{
    if (!proposed.isEmpty() && segment.contains(proposed)) {
        marks.push_back({proposed.shifted(-segment.begin), -1, body::MarkFill::Chosen,
                         body::MarkLine::None, -1});
        std::ranges::stable_sort(marks, {}, &body::Mark::range);
    }
    return marks;
}

} // namespace

StoryFields::StoryFields(session::StorySession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_bodyFont(look::bodyFont()),
      m_slug(makeRow(Field::Slug, WordsEdit::Lines::One, tr("slug"))),
      m_subjects(makeRow(Field::Subjects, WordsEdit::Lines::One, tr("none"))),
      m_headline(makeRow(Field::Headline, WordsEdit::Lines::Wrapping, tr("Headline"))),
      m_deck(makeRow(Field::Deck, WordsEdit::Lines::Wrapping, tr("Deck"))),
      m_byline(makeRow(Field::Byline, WordsEdit::Lines::One, tr("names"))),
      m_place(makeRow(Field::DatelinePlace, WordsEdit::Lines::One, tr("PLACE"))),
      m_headlineCount(new QLabel(this)),
      m_deckCount(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeUrgency();
    makeDate();
    makeFold();
    makeMore();
    makeSubjects();
    m_isBuilt = true;
    setFonts();
    setTabOrders();
    for (const Field field :
         {Field::Slug, Field::Subjects, Field::Headline, Field::Deck, Field::Byline,
          Field::DatelinePlace, Field::DatelineDate, Field::Urgency}) {
        fill(field);
    }
    setAllVisible();
    connect(&m_session, &session::StorySession::fieldChanged, this, &StoryFields::fill);
    connect(&m_session, &session::StorySession::finishingEdits, this, &StoryFields::takeDate);
}

StoryFields::Row StoryFields::makeRow(Field field, WordsEdit::Lines lines, const QString &empty)
{
    const Row row = makeFieldRow(m_session, this, field, lines, empty);
    connectRow(row);
    return row;
}

void StoryFields::makeSubjects()
{
    m_subjects.edit->setChoices(format::topicNames(), WordsEdit::Completes::ListPart);
    const QString help =
        tr("Topics (IPTC Media Topics) parted by commas; they are offered as you type, Alt+Down "
           "lists all. Other words go out as keywords");
    const auto explain = [this, help] {
        const QString words = m_subjects.edit->words();
        m_subjects.edit->setToolTip(words.isEmpty() ? help : words + QStringLiteral("\n\n") + help);
    };
    connect(m_subjects.edit, &QPlainTextEdit::textChanged, this, explain);
    explain();
}

void StoryFields::connectRow(const Row &row)
{
    connect(row.edit, &WordsEdit::typed, this,
            [this, field = row.field](const QString &words) { edited(field, words); });
    connect(row.edit, &WordsEdit::leaveForward, this,
            [this, edit = row.edit] { leaveForward(edit); });
    connect(row.edit, &WordsEdit::leaveBackward, this, [this, edit = row.edit] {
        const WordsEdit *first = m_isFolded ? m_headline.edit : m_slug.edit;
        if (edit != first) {
            focusPreviousChild();
            writeOn(focusWidget());
        }
    });
    connect(row.edit, &WordsEdit::markClicked, this, &StoryFields::unitClicked);
    connect(row.edit, &WordsEdit::entered, this, qOverload<>(&QWidget::update));
    connect(row.edit, &WordsEdit::left, this, [this, field = row.field] {
        fill(field);
        update();
    });
}

/// Enter and the arrow keys go from field to field, and from the last one to the body.
void StoryFields::leaveForward(const QWidget *edit)
{
    const bool isLast =
        edit == m_place.edit || edit == m_date || (m_isFolded && edit == m_headline.edit);
    if (!isLast) {
        focusNextChild();
        writeOn(focusWidget());
    } else if (!m_isFolded && m_moreState == More::Shown) {
        more().edits().front()->setFocus();
    } else {
        Q_EMIT leftForBody();
    }
}

void StoryFields::makeUrgency()
{
    m_urgencyLabel = new QLabel(session::fieldName(Field::Urgency), this);
    m_urgencyLabel->setForegroundRole(QPalette::PlaceholderText);
    m_urgency = new QSpinBox(this);
    m_urgency->setRange(1, 9);
    m_urgency->setFrame(false);
    m_urgency->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_urgency->setAccessibleName(session::fieldName(Field::Urgency));
    m_urgency->setToolTip(tr("1 is most urgent, 9 least"));
    m_urgency->setReadOnly(m_session.isReadOnly());
    m_urgencyLabel->setBuddy(m_urgency);
    connect(m_urgency, &QSpinBox::valueChanged, this,
            [this](int urgency) { m_session.setField(Field::Urgency, urgency); });
}

void StoryFields::makeDate()
{
    m_date = new WordsEdit(WordsEdit::Lines::One, tr("Dateline date"), this);
    m_date->setPlaceholderText(tr("date"));
    m_date->setToolTip(tr("A day, like 12 May 2026, 2026-05-12 or today"));
    m_date->setReadOnly(m_session.isReadOnly());
    connect(m_date, &WordsEdit::left, this, &StoryFields::takeDate);
    connect(m_date, &WordsEdit::leaveForward, this, [this] {
        takeDate();
        leaveForward(m_date);
    });
    connect(m_date, &WordsEdit::leaveBackward, this, [this] {
        focusPreviousChild();
        writeOn(focusWidget());
    });
    connect(m_date, &WordsEdit::undoRequested, &m_session, &session::StorySession::undo);
    connect(m_date, &WordsEdit::redoRequested, &m_session, &session::StorySession::redo);
    connect(m_date, &WordsEdit::typed, this, &StoryFields::relayout);
    connect(m_date, &WordsEdit::entered, this, qOverload<>(&QWidget::update));
}

void StoryFields::makeFold()
{
    m_fold = new QToolButton(this);
    m_fold->setAutoRaise(true);
    m_fold->setAccessibleName(tr("All fields"));
    connect(m_fold, &QToolButton::clicked, this, [this] { Q_EMIT foldRequested(!m_isFolded); });
    m_summary = new QToolButton(this);
    m_summary->setAutoRaise(true);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_summary->setToolTip(tr("Show all fields"));
    connect(m_summary, &QToolButton::clicked, this, [this] { Q_EMIT foldRequested(false); });
}

void StoryFields::setTabOrders()
{
    QList<QWidget *> order{m_slug.edit, m_urgency,     m_subjects.edit, m_headline.edit,
                           m_deck.edit, m_byline.edit, m_place.edit,    m_date,
                           m_moreFold,  m_moreSummary};
    if (m_more != nullptr) {
        for (WordsEdit *edit : m_more->edits()) {
            order.append(edit);
        }
    }
    order << m_fold << m_summary;
    for (qsizetype at = 1; at < order.size(); ++at) {
        setTabOrder(order[at - 1], order[at]);
    }
}

int StoryFields::u(double times) const
{
    return look::units(QFontMetricsF(font()), times);
}

void StoryFields::setFonts()
{
    const QFont small = look::smallFont(font());
    for (QLabel *label :
         {m_slug.label, m_subjects.label, m_headline.label, m_deck.label, m_byline.label,
          m_place.label, m_urgencyLabel, m_headlineCount, m_deckCount}) {
        label->setFont(small);
    }
    QPalette quiet; // a tool button's words have the role of a button's, whatever it is told
    quiet.setColor(QPalette::ButtonText, look::colours(palette()).ink2);
    for (QToolButton *button : {m_summary, m_moreFold, m_moreSummary}) {
        button->setFont(small);
        button->setPalette(quiet);
    }
    if (m_more != nullptr) {
        m_more->setFonts(font(), m_bodyFont);
    }
    const double scale = m_bodyFont.pointSizeF() / look::bodyFont().pointSizeF();
    QFont headline = look::headlineFont(m_bodyFont.family());
    // Folded fields mean a narrow window: a smaller headline stays on one line more often.
    headline.setPointSizeF(headline.pointSizeF() * scale * (m_isFolded ? 0.87 : 1.0));
    QFont deck = look::deckFont(m_bodyFont.family());
    deck.setPointSizeF(deck.pointSizeF() * scale);
    m_headline.edit->setFont(headline);
    m_deck.edit->setFont(deck);
}

void StoryFields::setBodyFont(const QFont &font)
{
    m_bodyFont = font;
    setFonts();
    relayout();
}

bool StoryFields::isFolded() const
{
    return m_isFolded;
}

void StoryFields::setFolded(bool folded)
{
    if (m_isFolded == folded) {
        return;
    }
    m_isFolded = folded;
    setFonts();
    setAllVisible();
    relayout();
}

void StoryFields::setAllVisible()
{
    for (const Row *row : {&m_slug, &m_subjects, &m_deck, &m_byline, &m_place}) {
        row->label->setVisible(!m_isFolded);
        row->edit->setVisible(!m_isFolded);
    }
    m_urgencyLabel->setVisible(!m_isFolded);
    m_urgency->setVisible(!m_isFolded);
    m_date->setVisible(!m_isFolded);
    m_summary->setVisible(m_isFolded);
    m_fold->setArrowType(m_isFolded ? Qt::RightArrow : Qt::DownArrow);
    m_fold->setToolTip(m_isFolded ? tr("Show all fields") : tr("Show only the headline"));
    m_fold->setVisible(m_isFolded);
    showMore();
}

const StoryFields::Row *StoryFields::rowOf(Field field) const
{
    for (const Row *row : {&m_slug, &m_subjects, &m_headline, &m_deck, &m_byline, &m_place}) {
        if (row->field == field) {
            return row;
        }
    }
    return nullptr;
}

void StoryFields::edited(Field field, const QString &words)
{
    m_session.setField(field, session::typedValue(field, words));
    updateCounters();
    relayout();
}

void StoryFields::fill(Field field)
{
    const story::Story &story = m_session.fields();
    if (field == Field::Urgency) {
        m_urgency->setValue(story.urgency);
    } else if (field == Field::DatelineDate) {
        showDate();
    } else if (const Row *row = rowOf(field)) {
        const bool isBeingTyped = session::isList(field) && row->edit->hasFocus()
            && session::typedValue(field, row->edit->words()) == story::fieldValue(story, field);
        if (!isBeingTyped) {
            row->edit->setWords(session::findableWords(story, field));
        }
    } else if (m_more != nullptr) {
        m_more->fill(field);
    }
    updateCounters();
    relayout();
}

void StoryFields::showDate()
{
    if (!m_date->hasFocus()) {
        const bool isNarrow = width() < u(190);
        m_date->setWords(dateWords(m_session.fields().dateline.date,
                                   isNarrow ? DateLength::Short : DateLength::Long));
    }
}

void StoryFields::takeDate()
{
    if (const auto date = dateFrom(m_date->words(), QDate::currentDate())) {
        m_session.setField(Field::DatelineDate, *date);
    }
    showDate(); // what was not understood gives way to the date that holds
    relayout();
    update();
}

void StoryFields::countLength(QLabel &counter, const WordsEdit &edit, int most)
{
    const qsizetype length = edit.words().size();
    counter.setText(QStringLiteral("%1 / %2").arg(length).arg(most));
    QPalette colours = palette();
    if (length > most) {
        colours.setColor(QPalette::WindowText, look::colours(palette()).warn);
        counter.setPalette(colours);
        counter.setForegroundRole(QPalette::WindowText);
    } else {
        counter.setForegroundRole(QPalette::PlaceholderText);
    }
    counter.setToolTip(
        length > most
            ? tr("Longer than most outlets take: %1 of %2 characters").arg(length).arg(most)
            : tr("%1 of %2 characters").arg(length).arg(most));
}

void StoryFields::updateCounters()
{
    countLength(*m_headlineCount, *m_headline.edit, HeadlineMost);
    countLength(*m_deckCount, *m_deck.edit, DeckMost);
    const story::Story &story = m_session.fields();
    QStringList parts{story.slug, story.byline, story.dateline.place};
    parts.removeAll(QString());
    QString line = parts.join(QStringLiteral(" · "));
    if (story.dateline.date.isValid()) {
        line += (story.dateline.place.isEmpty() ? QStringLiteral(" · ") : QStringLiteral(", "))
            + dateWords(story.dateline.date, DateLength::Short);
    }
    if (story.embargo) {
        line += tr(" · embargo until %1").arg(timeWords(*story.embargo));
    }
    m_summary->setText(line.isEmpty() ? tr("No slug, byline or dateline") : line);
    m_summary->setAccessibleName(tr("Fields: %1").arg(m_summary->text()));
    showMore();
}

void StoryFields::setProposed(TextRange snapshotRange)
{
    m_proposed = snapshotRange;
    showReading();
}

void StoryFields::showReading()
{
    const session::Reading &reading = m_session.reading();
    if (!reading.snapshot) {
        return;
    }
    const QString &text = reading.snapshot->text;
    const session::ReadingMarks &marks = m_session.marks();
    const auto show = [&](const Row &row, analysis::SegmentRole role,
                          const std::vector<body::Mark> &wanted) {
        for (const analysis::Segment &segment : reading.snapshot->segments) {
            if (segment.role == role && segment.range.in(text) == row.edit->words()) {
                row.edit->setMarks(withProposed(wanted, m_proposed, segment.range));
                return;
            }
        }
        row.edit->setMarks({});
    };
    show(m_headline, analysis::SegmentRole::Headline, marks.headline);
    show(m_deck, analysis::SegmentRole::Deck, marks.deck);
}

void StoryFields::setFocusUnit(int unit) const
{
    m_headline.edit->setFocusUnit(unit);
    m_deck.edit->setFocusUnit(unit);
}

void StoryFields::focusField(Field field)
{
    if (m_isFolded && field != Field::Headline) {
        Q_EMIT foldRequested(false);
    }
    if (field == Field::Urgency) {
        m_urgency->setFocus();
    } else if (field == Field::DatelineDate) {
        m_date->setFocus();
    } else if (const Row *row = unfolded(field)) {
        row->edit->setFocus();
    }
}

void StoryFields::focusLast() const
{
    if (m_isFolded) {
        m_headline.edit->setFocus();
    } else if (m_moreState == More::Shown) {
        m_more->edits().back()->setFocus();
    } else {
        m_place.edit->setFocus();
    }
}

void StoryFields::select(Field field, TextRange range)
{
    if (m_isFolded && field != Field::Headline) {
        Q_EMIT foldRequested(false);
    }
    if (const Row *row = unfolded(field)) {
        QTextCursor cursor = row->edit->textCursor();
        const auto size = row->edit->words().size();
        cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(range.begin, 0, size)));
        cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(range.end, 0, size)),
                           QTextCursor::KeepAnchor);
        row->edit->setTextCursor(cursor);
    }
}

} // namespace nutgraf::fields
