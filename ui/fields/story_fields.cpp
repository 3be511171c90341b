// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/fields/story_fields.h"

#include "format/media_topics.h"
#include "ui/look/fonts.h"
#include "ui/look/tokens.h"
#include "ui/session/field_access.h"

#include <algorithm>
#include <utility>

namespace nutgraf::fields {

using story::Field;

namespace {

constexpr int HeadlineMost = 70; // characters a headline should not pass; the checks say the same
constexpr int DeckMost = 120;

/// Topics are offered while one types; the field's words stand in its tool tip, for when they are
/// longer than it.
void offerTopics(WordsEdit &edit)
{
    edit.setChoices(format::topicNames(), WordsEdit::Completes::ListPart);
    const auto explain = [&edit] {
        const QString help = StoryFields::tr(
            "Topics (IPTC Media Topics) parted by commas; they are offered as you type, Alt+Down "
            "lists all. Other words go out as keywords");
        const QString words = edit.words();
        edit.setToolTip(words.isEmpty() ? help : words + QStringLiteral("\n\n") + help);
    };
    QObject::connect(&edit, &QPlainTextEdit::textChanged, &edit, explain);
    explain();
}

} // namespace

StoryFields::StoryFields(session::StorySession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_bodyFont(look::bodyFont()),
      m_rows(session, this),
      m_headlineCount(new LengthCounter(*m_rows.headline.edit, HeadlineMost, this)),
      m_deckCount(new LengthCounter(*m_rows.deck.edit, DeckMost, this)),
      m_fold(new FieldsFold(session, this)),
      m_more(new MoreFold(session, this)),
      m_tints(session, *m_rows.headline.edit, *m_rows.deck.edit)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (const FieldRow *row : m_rows.ofWords()) {
        connectRow(*row);
    }
    connectParts();
    offerTopics(*m_rows.subjects.edit);
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
}

void StoryFields::connectRow(const FieldRow &row)
{
    connect(row.edit, &WordsEdit::typed, this, [this, field = row.field](const QString &words) {
        m_session.setField(field, session::typedValue(field, words));
        relayout();
    });
    connectKeys(row.edit);
    connect(row.edit, &WordsEdit::markClicked, this, &StoryFields::unitClicked);
    connect(row.edit, &WordsEdit::left, this, [this, field = row.field] {
        fill(field);
        update();
    });
}

void StoryFields::connectParts()
{
    connectKeys(m_rows.date->edit());
    connect(m_rows.date->edit(), &WordsEdit::typed, this, &StoryFields::relayout);
    connect(m_rows.date, &DatelineDate::taken, this, &StoryFields::relayout);
    connect(m_fold, &FieldsFold::requested, this, &StoryFields::foldRequested);
    connect(m_more, &MoreFold::made, this, &StoryFields::setTabOrders);
    connect(m_more, &MoreFold::heightChanged, this, &StoryFields::relayout);
    connect(m_more, &MoreFold::leftForward, this, &StoryFields::leftForBody);
    connect(m_more, &MoreFold::leftBackward, m_rows.date->edit(), qOverload<>(&QWidget::setFocus));
}

void StoryFields::connectKeys(const WordsEdit *edit)
{
    connect(edit, &WordsEdit::leaveForward, this, [this, edit] { leaveForward(edit); });
    connect(edit, &WordsEdit::leaveBackward, this, [this, edit] {
        if (edit != (m_isFolded ? m_rows.headline.edit : m_rows.slug.edit)) {
            focusPreviousChild();
            writeOn(focusWidget());
        }
    });
    connect(edit, &WordsEdit::entered, this, qOverload<>(&QWidget::update));
}

/// Enter and the arrow keys go from field to field, and from the last one to the body.
void StoryFields::leaveForward(const QWidget *edit)
{
    const bool isLast = edit == m_rows.place.edit || edit == m_rows.date->edit()
        || (m_isFolded && edit == m_rows.headline.edit);
    if (!isLast) {
        focusNextChild();
        writeOn(focusWidget());
    } else if (!m_isFolded && m_more->state() == MoreFold::State::Shown) {
        m_more->focusFirst();
    } else {
        Q_EMIT leftForBody();
    }
}

void StoryFields::setTabOrders()
{
    QList<QWidget *> order{m_rows.slug.edit,     m_rows.urgency.box, m_rows.subjects.edit,
                           m_rows.headline.edit, m_rows.deck.edit,   m_rows.byline.edit,
                           m_rows.place.edit,    m_rows.date->edit()};
    order << m_more->inTabOrder() << m_fold->buttons();
    for (qsizetype at = 1; at < order.size(); ++at) {
        setTabOrder(order[at - 1], order[at]);
    }
}

void StoryFields::setFonts()
{
    const QFont small = look::smallFont(font());
    m_rows.setFonts(small);
    for (LengthCounter *counter : {m_headlineCount, m_deckCount}) {
        counter->setFont(small);
        counter->count(); // its colour follows the scheme
    }
    m_fold->setFonts();
    m_more->setFonts(m_bodyFont);
    const double scale = m_bodyFont.pointSizeF() / look::bodyFont().pointSizeF();
    QFont headline = look::headlineFont(m_bodyFont.family());
    // Folded fields mean a narrow window: a smaller headline stays on one line more often.
    headline.setPointSizeF(headline.pointSizeF() * scale * (m_isFolded ? 0.87 : 1.0));
    QFont deck = look::deckFont(m_bodyFont.family());
    deck.setPointSizeF(deck.pointSizeF() * scale);
    m_rows.headline.edit->setFont(headline);
    m_rows.deck.edit->setFont(deck);
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
    m_rows.setFolded(m_isFolded);
    m_fold->setFolded(m_isFolded);
    m_more->setHidden(m_isFolded);
}

const FieldRow *StoryFields::unfolded(Field field)
{
    const FieldRow *row = m_rows.of(field);
    return row != nullptr ? row : m_more->unfolded(field);
}

void StoryFields::fill(Field field)
{
    if (field == Field::Urgency) {
        m_rows.urgency.box->setValue(m_session.fields().urgency);
    } else if (field == Field::DatelineDate) {
        m_rows.date->show();
    } else if (const FieldRow *row = m_rows.of(field)) {
        showField(*row, m_session.fields());
    }
    relayout();
}

FieldTints &StoryFields::tints()
{
    return m_tints;
}

void StoryFields::focusField(Field field)
{
    if (m_isFolded && field != Field::Headline) {
        Q_EMIT foldRequested(false);
    }
    if (field == Field::Urgency) {
        m_rows.urgency.box->setFocus();
    } else if (field == Field::DatelineDate) {
        m_rows.date->edit()->setFocus();
    } else if (const FieldRow *row = unfolded(field)) {
        row->edit->setFocus();
    }
}

void StoryFields::focusLast() const
{
    if (m_isFolded) {
        m_rows.headline.edit->setFocus();
    } else if (m_more->state() == MoreFold::State::Shown) {
        m_more->focusLast();
    } else {
        m_rows.place.edit->setFocus();
    }
}

void StoryFields::select(Field field, TextRange range)
{
    if (m_isFolded && field != Field::Headline) {
        Q_EMIT foldRequested(false);
    }
    if (const FieldRow *row = unfolded(field)) {
        QTextCursor cursor = row->edit->textCursor();
        const auto size = row->edit->words().size();
        cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(range.begin, 0, size)));
        cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(range.end, 0, size)),
                           QTextCursor::KeepAnchor);
        row->edit->setTextCursor(cursor);
    }
}

void StoryFields::setFound(std::optional<story::Field> field)
{
    if (field == m_found) {
        return;
    }
    const std::optional<story::Field> before = std::exchange(m_found, field);
    if (const FieldRow *row = before ? unfolded(*before) : nullptr) {
        row->edit->setPalette(QPalette());
        QTextCursor cursor = row->edit->textCursor();
        cursor.clearSelection();
        row->edit->setTextCursor(cursor);
    }
    if (const FieldRow *row = field ? unfolded(*field) : nullptr) {
        QPalette strong;
        strong.setColor(QPalette::Highlight, look::colours(palette()).accent);
        strong.setColor(QPalette::HighlightedText, look::colours(palette()).onAccent);
        row->edit->setPalette(strong);
    }
}

} // namespace nutgraf::fields
