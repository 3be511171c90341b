// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/correction_form.h"

#include "messages/messages.h"
#include "messages/shortened.h"
#include "review/anchors.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/tokens.h"
#include "ui/panels/row.h"
#include "ui/panels/wrapping_row.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace nutgraf::panels {

using analysis::AttributionKind;
using review::Edge;
using review::Step;

namespace {

/// More of the words would push the list away.
constexpr qsizetype MostShown = 80;

/// The headline, the deck or the body that holds `range`.
TextRange segmentAround(const analysis::Snapshot &snapshot, TextRange range)
{
    for (const analysis::Segment &segment : snapshot.segments) {
        if (segment.range.contains(range)) {
            return segment.range;
        }
    }
    return range;
}

struct Move {
    Edge edge;
    Step step;
};

std::optional<Move> moveOf(QKeyCombination keys)
{
    const bool isBegin = keys.keyboardModifiers() == Qt::AltModifier;
    const bool isEnd = keys.keyboardModifiers() == (Qt::AltModifier | Qt::ShiftModifier);
    const bool isStep = keys.key() == Qt::Key_Left || keys.key() == Qt::Key_Right;
    if (!isStep || (!isBegin && !isEnd)) {
        return std::nullopt;
    }
    return Move{isBegin ? Edge::Begin : Edge::End,
                keys.key() == Qt::Key_Left ? Step::Back : Step::Forward};
}

QString stepWords(Move move)
{
    if (move.edge == Edge::Begin) {
        return move.step == Step::Back ? CorrectionForm::tr("Begin a word earlier (Alt+←)")
                                       : CorrectionForm::tr("Begin a word later (Alt+→)");
    }
    return move.step == Step::Back ? CorrectionForm::tr("End a word earlier (Alt+Shift+←)")
                                   : CorrectionForm::tr("End a word later (Alt+Shift+→)");
}

} // namespace

CorrectionForm::CorrectionForm(QWidget *parent)
    : QFrame(parent),
      m_title(new QLabel(tr("Correct this attribution"), this)),
      m_speaker(new QComboBox(this)),
      m_kind(new QComboBox(this)),
      m_words(new QLabel(this))
{
    setAccessibleName(tr("Correction"));
    const int u = look::units(QFontMetricsF(font()), 1);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(3 * u, 2 * u, 3 * u, 2 * u);
    layout->setHorizontalSpacing(2 * u);
    layout->setVerticalSpacing(u);
    layout->setColumnStretch(1, 1);
    buildHead(*layout);
    buildFields(*layout);
    buildWords(*layout);
    buildFoot(*layout);
    layout->setRowStretch(layout->rowCount(), 1);
    // Not Maximum: that is the height of the words on their longest line.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    applyLook();
    hide();
}

QLabel *CorrectionForm::addLabel(const QString &words)
{
    auto *label = new QLabel(words, this);
    m_labels.push_back(label);
    return label;
}

void CorrectionForm::buildFields(QGridLayout &layout)
{
    m_speaker->setEditable(true);
    m_speaker->setInsertPolicy(QComboBox::NoInsert);
    m_speaker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_speaker->setMinimumContentsLength(10);
    m_speaker->setAccessibleName(tr("Speaker"));
    m_speaker->setToolTip(tr("Who says it: somebody of the story, or any name"));
    m_speaker->lineEdit()->setPlaceholderText(tr("Nobody is named"));
    m_speaker->lineEdit()->setAccessibleName(tr("Speaker"));
    m_speaker->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_speaker->completer()->setFilterMode(Qt::MatchContains);
    m_speaker->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_speaker->completer()->popup()->installEventFilter(this);
    // Later: the list is filled after the letter was taken.
    connect(m_speaker->lineEdit(), &QLineEdit::textEdited, this, &CorrectionForm::showSuggestion,
            Qt::QueuedConnection);
    for (const AttributionKind kind :
         {AttributionKind::Direct, AttributionKind::Mixed, AttributionKind::Indirect}) {
        m_kind->addItem(messages::name(kind), static_cast<int>(kind));
    }
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setToolTip(tr("Whether the words are the speaker’s own"));
    layout.addWidget(addLabel(tr("Speaker")), 1, 0);
    layout.addWidget(m_speaker, 1, 1);
    layout.addWidget(addLabel(tr("Kind")), 2, 0);
    layout.addWidget(m_kind, 2, 1);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_speaker, m_speaker->lineEdit(), m_kind}) {
        field->installEventFilter(this);
    }
}

QToolButton *CorrectionForm::addStep(Edge edge, Step step)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(step == Step::Back ? QStringLiteral("←") : QStringLiteral("→"));
    button->setToolTip(stepWords({edge, step}));
    button->setAccessibleName(button->toolTip());
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, edge, step] { move(edge, step); });
    return button;
}

void CorrectionForm::buildWords(QGridLayout &layout)
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    steps->addWidget(addLabel(tr("begin")));
    steps->addWidget(addStep(Edge::Begin, Step::Back));
    steps->addWidget(addStep(Edge::Begin, Step::Forward));
    steps->addStretch();
    steps->addWidget(addLabel(tr("end")));
    steps->addWidget(addStep(Edge::End, Step::Back));
    steps->addWidget(addStep(Edge::End, Step::Forward));
    steps->addStretch();
    layout.addWidget(addLabel(tr("Words")), 3, 0, Qt::AlignTop);
    layout.addWidget(m_words, 3, 1);
    layout.addLayout(steps, 4, 1);
}

QPushButton *CorrectionForm::addButton(const QString &words, const QString &toolTip)
{
    auto *button = new QPushButton(words, this);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    const QFontMetricsF metrics(button->font());
    button->setMinimumWidth(qRound(metrics.horizontalAdvance(words)) + look::units(metrics, 4));
    button->installEventFilter(this);
    return button;
}

void CorrectionForm::buildHead(QGridLayout &layout)
{
    auto *leave = new QToolButton(this);
    leave->setIcon(look::icon(QStringLiteral("tab-close")));
    leave->setAutoRaise(true);
    leave->setToolTip(tr("Leave the attribution as it is (Esc)"));
    leave->setAccessibleName(leave->toolTip());
    leave->setFocusPolicy(Qt::StrongFocus);
    leave->installEventFilter(this);
    connect(leave, &QToolButton::clicked, this, &CorrectionForm::cancelled);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(leave);
    layout.addLayout(head, 0, 0, 1, 2);
    m_leave = leave;
}

void CorrectionForm::buildFoot(QGridLayout &layout)
{
    QPushButton *apply = addButton(tr("Apply"), tr("The attribution is as it says here (Enter)"));
    QPushButton *take =
        addButton(tr("Take selected words"),
                  tr("What is selected in the text is what was said (Ctrl+E there)"));
    connect(apply, &QPushButton::clicked, this, &CorrectionForm::apply);
    connect(take, &QPushButton::clicked, this, &CorrectionForm::selectionRequested);
    auto *foot = new WrappingRow;
    foot->setSpacing(qRound(1.5 * look::units(QFontMetricsF(font()), 1)));
    foot->addWidget(apply);
    foot->addWidget(take);
    layout.addLayout(foot, 5, 0, 1, 2);
    setTabOrder(apply, take);
    setTabOrder(take, m_leave);
}

void CorrectionForm::open(const session::Reading &reading, const review::Amendment &amendment)
{
    m_reading = reading;
    m_attribution = amendment.attribution;
    m_title->setText(m_attribution < 0 ? tr("Mark as attribution")
                                       : tr("Correct this attribution"));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(amendment.kind)));
    m_content = amendment.content;
    offerSpeakers(amendment.speaker);
    show();
    setWords(amendment.content);
    m_speaker->setFocus(Qt::OtherFocusReason);
    m_speaker->lineEdit()->selectAll();
}

void CorrectionForm::offerSpeakers(const QString &speaker)
{
    m_speaker->clear();
    m_speaker->addItems(review::speakerChoices(*m_reading.analysis, m_content));
    m_speaker->setCurrentIndex(m_speaker->findText(speaker, Qt::MatchExactly));
    m_speaker->setEditText(speaker);
}

void CorrectionForm::follow(const session::Reading &reading, int attribution)
{
    const QString words = m_content.in(m_reading.snapshot->text).toString();
    TextRange now = m_content;
    if (attribution >= 0) {
        const TextRange was = review::asIs(*m_reading.analysis, m_attribution).content;
        const TextRange is = review::asIs(*reading.analysis, attribution).content;
        now = m_content.shifted(is.begin - was.begin);
        if (now.in(reading.snapshot->text) != words) {
            now = is;
        }
    }
    m_reading = reading;
    m_attribution = attribution;
    setWords(now);
}

bool CorrectionForm::isOf(const session::Reading &reading) const
{
    return reading.snapshot != nullptr && reading.snapshot->text == m_reading.snapshot->text;
}

void CorrectionForm::close()
{
    hide();
    Q_EMIT wordsProposed({});
}

void CorrectionForm::takeWords(TextRange words)
{
    const TextRange whole = review::wholeWords(words, m_reading.snapshot->text);
    if (!whole.isEmpty()) {
        setWords(whole);
        m_speaker->setFocus(Qt::OtherFocusReason);
    }
}

review::Amendment CorrectionForm::amendment() const
{
    return {.attribution = m_attribution,
            .speaker = m_speaker->currentText(),
            .kind = static_cast<AttributionKind>(m_kind->currentData().toInt()),
            .content = m_content};
}

void CorrectionForm::move(Edge edge, Step step)
{
    const TextRange within = segmentAround(*m_reading.snapshot, m_content);
    setWords(review::moved(m_content, edge, step, m_reading.snapshot->text, within));
}

void CorrectionForm::setWords(TextRange words)
{
    m_content = words;
    const QString all = oneLine(words.in(m_reading.snapshot->text));
    m_words->setText(messages::shortened(all, MostShown)); // the ends are what moves
    m_words->setToolTip(all);
    m_words->setAccessibleName(tr("Words: %1").arg(all));
    Q_EMIT wordsProposed(words);
}

void CorrectionForm::apply()
{
    if (const QModelIndex offered = suggestion(); offered.isValid()) {
        m_speaker->setEditText(offered.data().toString());
    }
    m_speaker->completer()->popup()->hide();
    Q_EMIT applied(amendment());
}

bool CorrectionForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    const auto *press = static_cast<const QKeyEvent *>(event);
    if (watched == m_speaker->completer()->popup()) {
        return filterSuggestions(*press);
    }
    if (const std::optional<Move> step = moveOf(press->keyCombination())) {
        move(step->edge, step->step);
        return true;
    }
    switch (press->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *button = qobject_cast<QAbstractButton *>(watched)) {
            button->click();
        } else {
            apply();
        }
        return true;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

/// Enter takes what is offered, as the list shows it, and applies; with nothing offered the typed
/// name stands. Escape leaves the list, and then a name that others begin with can be applied.
bool CorrectionForm::filterSuggestions(const QKeyEvent &press)
{
    if (const std::optional<Move> step = moveOf(press.keyCombination())) {
        move(step->edge, step->step);
        return true;
    }
    const bool isEnter = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
    if (isEnter) {
        apply();
    }
    return isEnter;
}

/// What the open list of names would put in: the one that the user moved to, else the first of
/// which a name begins with what is typed.
QModelIndex CorrectionForm::suggestion() const
{
    const QAbstractItemView &list = *m_speaker->completer()->popup();
    if (!list.isVisible() || list.currentIndex().isValid()) {
        return list.isVisible() ? list.currentIndex() : QModelIndex();
    }
    const QAbstractItemModel &offered = *m_speaker->completer()->completionModel();
    const QString typed = m_speaker->currentText();
    for (int row = 0; row < offered.rowCount() && !typed.isEmpty(); ++row) {
        const QString name = u' ' + offered.index(row, 0).data().toString();
        if (name.contains(u' ' + typed, Qt::CaseInsensitive)) {
            return offered.index(row, 0);
        }
    }
    return {};
}

void CorrectionForm::showSuggestion()
{
    QAbstractItemView &list = *m_speaker->completer()->popup();
    if (const QModelIndex offered = suggestion(); offered.isValid()) {
        // Quietly: QLineEdit writes a name that is told of over what is being typed.
        const QSignalBlocker quiet(list.selectionModel());
        list.setCurrentIndex(offered);
        list.viewport()->update();
    }
}

void CorrectionForm::applyLook()
{
    m_title->setFont(look::boldFont(font()));
    m_words->setFont(look::quoteFont(font()));
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, look::colours(palette()).ink2);
    for (QLabel *label : m_labels) {
        label->setPalette(secondary);
    }
}

void CorrectionForm::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyLook();
    }
}

void CorrectionForm::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), look::colours(palette()).line);
    QFrame::paintEvent(event);
}

} // namespace nutgraf::panels
