// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "messages/shortened.h"
#include "messages/wording.h"

#include <QLocale>
#include <QStringList>

namespace nutgraf::messages {

namespace {

constexpr qsizetype MostShown = 60;

/// The first and last words of many, in quotation marks, if they bring none.
QString inMarks(const QString &words)
{
    const QString shown = shortened(words, MostShown);
    const bool hasMarks = !words.isEmpty() && QStringView(u"“‘„«\"'").contains(words.front());
    return hasMarks ? shown : QStringLiteral("“%1”").arg(shown);
}

} // namespace

QString describe(const review::Correction &correction)
{
    const QString when = QLocale().toString(
        correction.at.toLocalTime(), translated(QT_TRANSLATE_NOOP("messages", "d MMM HH:mm")));
    return correction.by.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("messages", "corrected, %1")).arg(when)
        : translated(QT_TRANSLATE_NOOP("messages", "corrected by %1, %2"))
              .arg(correction.by.toUpper(), when);
}

QString changesOf(const review::Correction &correction)
{
    QStringList changes;
    if (correction.speaker) {
        changes.append(
            correction.speaker->isEmpty()
                ? translated(QT_TRANSLATE_NOOP("messages", "nobody is named"))
                : translated(QT_TRANSLATE_NOOP("messages", "said by %1")).arg(*correction.speaker));
    }
    if (correction.kind) {
        changes.append(name(*correction.kind));
    }
    if (correction.content) {
        changes.append(translated(QT_TRANSLATE_NOOP("messages", "the words %1"))
                           .arg(inMarks(correction.content->exact.simplified())));
    }
    return changes.join(QStringLiteral(", "));
}

} // namespace nutgraf::messages
