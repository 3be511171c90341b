// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/transcript_pane.h"

#include "base/files.h"
#include "jobs/off_thread.h"
#include "messages/messages.h"
#include "ui/compare/compare_view.h"
#include "ui/look/fonts.h"
#include "ui/look/labels.h"
#include "ui/look/row_painter.h"
#include "ui/look/wrapping_list.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace nutgraf::compare {

namespace {

/// Where the parts of a line lie.
struct Geometry {
    int time;
    int text;
    int top;
    int name;
    int width;

    Geometry(const QFont &font, int rowWidth, const TranscriptRows &rows)
    {
        const QFontMetricsF metrics(font);
        const auto u = [&metrics](double times) {
            return look::units(metrics, times);
        };
        time = u(3.5);
        const qreal digit = QFontMetricsF(look::monoFont()).horizontalAdvance(u'0');
        text = rows.hasTimes() ? time + qRound(digit * 8) + u(3) : time;
        top = u(1.5);
        name = u(5);
        width = std::max(rowWidth - text - u(4), 40);
    }
};

const TranscriptRows &rowsOf(const QModelIndex &index)
{
    return *qobject_cast<const TranscriptRows *>(index.model());
}

bool isTimed(const format::Transcript &transcript)
{
    return std::ranges::any_of(transcript.lines, [](const format::TranscriptLine &spoken) {
        return spoken.begin.has_value();
    });
}

qreal layOut(QTextLayout &layout, int width)
{
    const qreal line = QFontMetricsF(layout.font()).height() * 1.12;
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine l = layout.createLine(); l.isValid(); l = layout.createLine()) {
        l.setLineWidth(width);
        l.setPosition(QPointF(0, height + (line - l.height()) / 2));
        height += line;
    }
    layout.endLayout();
    return height;
}

QFont wordsFont()
{
    QFont font = look::bodyFont();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

class Delegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const format::TranscriptLine &line = rowsOf(index).line(index.row());
        const look::Colours &colours = look::colours(option.palette);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const Geometry at(option.font, option.rect.width(), rowsOf(index));
        painter->save();
        look::paintRowBackground(*painter, option);
        painter->translate(option.rect.topLeft());
        painter->setPen(isSelected ? colours.ink : colours.ink2);
        const int nameHeight = line.speaker.isEmpty() ? 0 : at.name;
        if (line.begin) {
            painter->setFont(look::monoFont());
            painter->drawText(QRect(at.time, at.top, at.text, at.name),
                              Qt::AlignLeft | Qt::AlignVCenter, format::timeCode(*line.begin));
        }
        if (nameHeight > 0) {
            paintName(*painter, option, index, colours);
        }
        QTextLayout words(line.text, wordsFont());
        layOut(words, at.width);
        painter->setPen(colours.ink);
        words.draw(painter, QPointF(at.text, at.top + nameHeight));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const format::TranscriptLine &line = rowsOf(index).line(index.row());
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
        const Geometry at(option.font, width, rowsOf(index));
        QTextLayout words(line.text, wordsFont());
        const int name = line.speaker.isEmpty() ? 0 : at.name;
        return {0, 2 * at.top + name + qRound(layOut(words, at.width))};
    }

private:
    static void paintName(QPainter &painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index, const look::Colours &colours)
    {
        const Geometry at(option.font, option.rect.width(), rowsOf(index));
        int x = at.text;
        if (const int speaker = rowsOf(index).speaker(index.row()); speaker >= 0) {
            const QSizeF size = look::chipSize(option.font);
            const QRectF chip(QPointF(x, at.top + (at.name - size.height()) / 2), size);
            look::paintChip(painter, chip, speaker, rowsOf(index).initials(index.row()), colours,
                            option.font);
            x += qRound(size.width()) + at.top;
        }
        painter.setFont(look::boldFont(look::smallFont(option.font)));
        painter.setPen(option.state.testFlag(QStyle::State_Selected) ? colours.ink : colours.ink2);
        painter.drawText(QRect(x, at.top, at.width, at.name), Qt::AlignLeft | Qt::AlignVCenter,
                         rowsOf(index).line(index.row()).speaker);
    }
};

/// The pane: a search field above the lines, or why there are none.
class TranscriptPane final : public QWidget {
public:
    TranscriptPane(const QString &name, const std::vector<analysis::Speaker> &speakers,
                   QWidget *parent)
        : QWidget(parent),
          m_rows(new TranscriptRows({}, speakers, this)),
          m_list(new look::WrappingList(this)),
          m_search(new QLineEdit(this)),
          m_message(new look::SecondaryLabel(this))
    {
        setAccessibleName(name);
        m_search->setPlaceholderText(tr("Find in transcript"));
        m_search->setAccessibleName(tr("Find in transcript"));
        m_search->setToolTip(tr("Words or a name; Enter goes to the next place"));
        m_search->setClearButtonEnabled(true);
        m_message->setWordWrap(true);
        m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_message->setMargin(look::units(QFontMetricsF(font()), 4.5));
        m_message->setText(tr("Reading…"));
        m_list->setModel(m_rows);
        m_list->setItemDelegate(new Delegate(m_list));
        m_list->setAccessibleName(name);
        m_list->setFrameShape(QFrame::NoFrame);
        const int u = look::units(QFontMetricsF(font()), 1);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 2 * u, 0, 0);
        auto *field = new QHBoxLayout;
        field->setContentsMargins(3 * u, 0, 3 * u, 0);
        field->addWidget(m_search);
        layout->addLayout(field);
        layout->addWidget(m_list, 1);
        layout->addWidget(m_message, 1);
        m_search->hide();
        m_list->hide();
        setFocusProxy(m_list);
        connect(m_search, &QLineEdit::textChanged, this, [this] { find(0); });
        connect(m_search, &QLineEdit::returnPressed, this, [this] { find(1); });
    }

    void showTranscript(const Result<format::Transcript> &transcript)
    {
        if (!transcript) {
            const messages::Message message = messages::describe(transcript.error());
            m_message->setText((message.what + u'\n' + message.remedy).trimmed());
            return;
        }
        m_rows->setTranscript(*transcript);
        m_message->hide();
        m_search->show();
        m_list->show();
    }

private:
    void find(int beyond)
    {
        const int from = std::max(m_list->currentIndex().row(), 0) + beyond;
        const int row = m_rows->find(m_search->text().trimmed(), from);
        if (row >= 0) {
            m_list->setCurrentIndex(m_rows->index(row));
            m_list->scrollTo(m_rows->index(row));
        }
    }

    TranscriptRows *m_rows;
    QListView *m_list;
    QLineEdit *m_search;
    look::SecondaryLabel *m_message;
};

} // namespace

TranscriptRows::TranscriptRows(format::Transcript transcript,
                               std::vector<analysis::Speaker> speakers, QObject *parent)
    : QAbstractListModel(parent),
      m_transcript(std::move(transcript)),
      m_speakers(std::move(speakers)),
      m_hasTimes(isTimed(m_transcript))
{
}

void TranscriptRows::setTranscript(format::Transcript transcript)
{
    beginResetModel();
    m_transcript = std::move(transcript);
    m_hasTimes = isTimed(m_transcript);
    endResetModel();
}

const format::TranscriptLine &TranscriptRows::line(int row) const
{
    return m_transcript.lines[static_cast<std::size_t>(row)];
}

bool TranscriptRows::hasTimes() const
{
    return m_hasTimes;
}

int TranscriptRows::speaker(int row) const
{
    const QString surname = line(row).speaker.section(u' ', -1);
    const auto found =
        std::ranges::find_if(m_speakers, [&surname](const analysis::Speaker &speaker) {
            return speaker.name.section(u' ', -1).compare(surname, Qt::CaseInsensitive) == 0;
        });
    return surname.isEmpty() || found == m_speakers.end()
        ? -1
        : static_cast<int>(found - m_speakers.begin());
}

QString TranscriptRows::initials(int row) const
{
    const int index = speaker(row);
    return index < 0 ? QString() : m_speakers[static_cast<std::size_t>(index)].initials;
}

int TranscriptRows::find(const QString &words, int from) const
{
    const int count = rowCount();
    for (int i = 0; i < count && !words.isEmpty(); ++i) {
        const int row = (from + i) % count; // once round
        if (line(row).text.contains(words, Qt::CaseInsensitive)
            || line(row).speaker.contains(words, Qt::CaseInsensitive)) {
            return row;
        }
    }
    return -1;
}

int TranscriptRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_transcript.lines.size());
}

QVariant TranscriptRows::data(const QModelIndex &index, int role) const
{
    const format::TranscriptLine &spoken = line(index.row());
    if (role == Qt::DisplayRole) {
        return spoken.text;
    }
    if (role == Qt::AccessibleTextRole) {
        const QString time = spoken.begin ? format::timeCode(*spoken.begin) : QString();
        return QStringLiteral("%1 %2: %3").arg(time, spoken.speaker, spoken.text).trimmed();
    }
    return {};
}

QWidget *makeTranscriptPane(const QString &path, QWidget *parent)
{
    return makeTranscriptPane(path, {}, parent);
}

QWidget *makeTranscriptPane(const QString &path, const std::vector<analysis::Speaker> &speakers,
                            QWidget *parent)
{
    const QString name = QFileInfo(path).fileName();
    auto *pane = new TranscriptPane(name, speakers, parent);
    jobs::offThread(
        pane,
        [path, name] {
            return readFile(path).and_then(
                [&name](const QByteArray &bytes) { return format::readTranscript(bytes, name); });
        },
        [pane](const Result<format::Transcript> &transcript) { pane->showTranscript(transcript); });
    return pane;
}

} // namespace nutgraf::compare
