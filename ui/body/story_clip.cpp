// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/story_clip.h"

#include "text/markup.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace nutgraf::body {

namespace {

/// Not text/markdown: Qt's rich text fields offer that of words in which nobody thought of it.
QString ownFormat()
{
    return QStringLiteral("application/x-nutgraf-story-text");
}

} // namespace

std::unique_ptr<QMimeData> clipOf(const QTextCursor &selection)
{
    // Qt's own copy would turn no-break spaces into spaces.
    QString text = selection.selectedText();
    std::ranges::replace(text, QChar(QChar::ParagraphSeparator), QChar(u'\n'));
    auto clip = std::make_unique<QMimeData>();
    clip->setText(text);
    clip->setData(ownFormat(), text.toUtf8());
    return clip;
}

QString clippedText(const QMimeData &clip)
{
    QString text = clip.text();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return text;
}

QString pastedText(const QMimeData &clip, const QTextCursor &caret)
{
    const QString text = clippedText(clip);
    if (clip.hasFormat(ownFormat())) {
        return text;
    }
    // Whether a star or a number is markup depends on the words and lines beside it.
    const QTextDocument &document = *caret.document();
    const QTextBlock first = document.findBlock(caret.selectionStart());
    const QTextBlock last = document.findBlock(caret.selectionEnd());
    const QString before = first.text().first(caret.selectionStart() - first.position());
    const QString after = last.text().sliced(caret.selectionEnd() - last.position());
    return text::escapedMarkup(text, first.previous().text() + u'\n' + before,
                               after + u'\n' + last.next().text());
}

} // namespace nutgraf::body
