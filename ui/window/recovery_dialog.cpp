// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "desk/names.h"
#include "story/folders.h"
#include "text/diff.h"
#include "ui/look/fonts.h"
#include "ui/look/return_key.h"
#include "ui/look/tokens.h"
#include "ui/waiting/patience.h"
#include "ui/window/dialogs.h"

#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

namespace nutgraf::window {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const desk::JournalEntry &entry)
{
    const QString when = QLocale().toString(entry.written.toLocalTime(), QLocale::ShortFormat);
    if (entry.path.isEmpty()) {
        return RecoveryDialog::tr("A story never saved, %1").arg(when);
    }
    const QFileInfo file(entry.path);
    QString name = file.fileName();
    if (const auto folder = story::StoryFolder::ofDraft(entry.path)) {
        const QString slug = desk::parseFolderName(folder->name()).slug;
        name = slug.isEmpty() ? folder->name() : slug;
    }
    return u"%1, %2"_s.arg(name, when);
}

/// What is the same in both, but for the paragraphs next to a change.
QString besideChanges(QStringView same, bool isFirst, bool isLast)
{
    constexpr qsizetype ShortEnough = 200;
    const qsizetype headEnd = isFirst ? 0 : same.indexOf(u'\n');
    QStringView lines = same;
    while (lines.endsWith(u'\n')) {
        lines.chop(1);
    }
    const qsizetype tailBegin = isLast ? same.size() : lines.lastIndexOf(u'\n') + 1;
    if (headEnd < 0 || tailBegin - headEnd < ShortEnough) {
        return same.toString();
    }
    QStringView tail = same.sliced(tailBegin);
    if (tail.trimmed() == u"---") {
        tail = {}; // the header's end tells nobody anything
    }
    return same.first(headEnd).toString() + (isFirst ? u"⋯\n\n"_s : u"\n\n⋯\n\n"_s)
        + tail.toString();
}

QString textOnDisk(const desk::JournalEntry &entry)
{
    if (entry.path.isEmpty()) {
        return {};
    }
    const Result<QByteArray> bytes = waiting::patiently(
        RecoveryDialog::tr("Reading the story on disk…"), waiting::Ending::Stoppable,
        [path = entry.path] { return readFile(path); });
    return bytes ? QString::fromUtf8(*bytes) : QString();
}

QTextCharFormat formatOf(text::DiffKind kind, const look::Colours &c)
{
    QTextCharFormat format;
    format.setForeground(c.ink);
    if (kind == text::DiffKind::Inserted) {
        format.setBackground(c.ins);
        format.setFontUnderline(true);
        format.setUnderlineColor(c.insLine);
    } else if (kind == text::DiffKind::Removed) {
        format.setBackground(c.del);
        format.setFontStrikeOut(true);
    }
    return format;
}

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<Item> items, QWidget *parent)
    : QDialog(parent),
      m_items(std::move(items)),
      m_list(new QListWidget),
      m_difference(new QTextEdit)
{
    const auto u = [this](double times) {
        return look::units(QFontMetricsF(font()), times);
    };
    setWindowTitle(tr("Unsaved text was found"));
    new look::ReturnKey(this);
    auto *what = new QLabel(tr("Nutgraf ended before these changes were saved. Restore opens a "
                               "story with them; its file stays as it is until you save."));
    what->setWordWrap(true);
    m_list->setAccessibleName(tr("Stories with unsaved text"));
    m_list->setFixedHeight(u(24));
    m_difference->setReadOnly(true);
    m_difference->setFont(look::bodyFont());
    m_difference->setAccessibleName(tr("What differs from the file"));
    auto *restore = new QPushButton(tr("Restore"));
    auto *discard = new QPushButton(tr("Discard"));
    auto *later = new QPushButton(tr("Later"));
    restore->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(u(3));
    buttons->addWidget(discard);
    buttons->addStretch(1);
    buttons->addWidget(later);
    buttons->addWidget(restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(4.5), u(4.5), u(4.5), u(4.5));
    layout->setSpacing(u(3));
    layout->addWidget(what);
    layout->addWidget(m_list);
    layout->addWidget(m_difference, 1);
    layout->addLayout(buttons);
    for (const Item &item : m_items) {
        m_list->addItem(titleOf(item.entry));
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::showDifference);
    connect(restore, &QPushButton::clicked, this, &RecoveryDialog::restoreCurrent);
    connect(discard, &QPushButton::clicked, this, &RecoveryDialog::discardCurrent);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setCurrentRow(0);
    resize(u(165), u(120));
}

void RecoveryDialog::showDifference()
{
    m_difference->clear();
    const std::optional<Item> item = current();
    if (!item) {
        return;
    }
    const QString before = item->onDisk;
    const QString after = QString::fromUtf8(item->entry.bytes);
    QTextCursor cursor(m_difference->document());
    const std::vector<text::DiffPiece> pieces = text::diffWords(before, after);
    for (const text::DiffPiece &piece : pieces) {
        const QStringView words =
            piece.kind == text::DiffKind::Removed ? piece.before.in(before) : piece.after.in(after);
        const QString shown = piece.kind == text::DiffKind::Same
            ? besideChanges(words, &piece == &pieces.front(), &piece == &pieces.back())
            : words.toString();
        cursor.insertText(shown, formatOf(piece.kind, look::colours(m_difference->palette())));
    }
    m_difference->moveCursor(QTextCursor::Start);
}

std::optional<RecoveryDialog::Item> RecoveryDialog::current() const
{
    const int row = m_list->currentRow();
    return row < 0 ? std::nullopt : std::optional(m_items.at(static_cast<std::size_t>(row)));
}

void RecoveryDialog::restoreCurrent()
{
    if (const std::optional<Item> item = current()) {
        takeCurrent();
        Q_EMIT restoreRequested(item->entry);
    }
}

void RecoveryDialog::discardCurrent()
{
    if (const std::optional<Item> item = current()) {
        takeCurrent();
        desk::Journal(item->journalFolder).discard(item->entry.key);
    }
}

void RecoveryDialog::takeCurrent()
{
    const int row = m_list->currentRow();
    {
        const QSignalBlocker quiet(m_list); // the rows below move up: for a moment it has one more
        m_items.erase(m_items.begin() + row);
        const std::unique_ptr<QListWidgetItem> gone(m_list->takeItem(row));
    }
    if (m_items.empty()) {
        accept();
        return;
    }
    showDifference();
}

std::vector<RecoveryDialog::Item> leftBehind(const QStringList &journalFolders)
{
    std::vector<RecoveryDialog::Item> items;
    for (const QString &folder : journalFolders) {
        for (const desk::JournalEntry &entry : desk::Journal(folder).leftBehind()) {
            items.push_back({entry, folder, textOnDisk(entry)});
        }
    }
    return items;
}

} // namespace nutgraf::window
