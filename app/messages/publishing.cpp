// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "messages/wording.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace nutgraf::messages {

using namespace Qt::StringLiterals;
using publish::Need;

namespace {

struct Wording {
    Need need;
    const char *words;
};

constexpr std::array Wordings{
    Wording{Need::Kind, QT_TRANSLATE_NOOP("messages", "This kind of version is not possible now.")},
    Wording{Need::Note, QT_TRANSLATE_NOOP("messages", "The note is missing.")},
    Wording{Need::KillWord,
            QT_TRANSLATE_NOOP("messages", "To confirm the kill, its word is to be typed: %1")},
    Wording{Need::Reading, QT_TRANSLATE_NOOP("messages", "The story has not been read yet.")},
    Wording{Need::OneText,
            QT_TRANSLATE_NOOP("messages",
                              "Two versions of a passage stand in the text: keep one of them.")},
    Wording{Need::Header,
            QT_TRANSLATE_NOOP("messages",
                              "The file's header holds the story back, see the findings: take the "
                              "key out, or wait.")},
    Wording{Need::Reason,
            QT_TRANSLATE_NOOP("messages",
                              "A finding blocks: fix it, or write why the story goes out all "
                              "the same.")},
    Wording{Need::Text, QT_TRANSLATE_NOOP("messages", "The headline or the text is missing.")},
    Wording{Need::Embargo,
            QT_TRANSLATE_NOOP("messages",
                              "The last version's embargo runs until %1; this story has none.")},
    Wording{Need::Pick, QT_TRANSLATE_NOOP("messages", "Nothing is picked for the web edition.")},
    Wording{Need::Portion,
            QT_TRANSLATE_NOOP("messages",
                              "The web edition shows nearly all of the story: leave sentences out, "
                              "or publish without it.")},
};

QString momentWords(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"d MMMM yyyy, HH:mm 'UTC'"_s);
}

} // namespace

QString describe(Need need, const publish::Proposal &proposal)
{
    const auto wording = std::ranges::find(Wordings, need, &Wording::need);
    Q_ASSERT(wording != Wordings.end());
    const QString words = translated(wording->words);
    if (need == Need::KillWord) {
        return words.arg(proposal.killWord);
    }
    return need == Need::Embargo && proposal.promised ? words.arg(momentWords(*proposal.promised))
                                                      : words;
}

QStringList remarks(const publish::Proposal &proposal, const publish::Choice &choice)
{
    QStringList remarks;
    if (choice.kind == format::PublicationKind::Kill || !choice.isOnWeb) {
        return remarks;
    }
    if (proposal.webHeldUntil) {
        remarks.append(QCoreApplication::translate(
                           "messages",
                           "The embargo runs until %1: no web edition goes out before. The next "
                           "version will propose it again.")
                           .arg(momentWords(*proposal.webHeldUntil)));
    }
    if (proposal.isHeadlineOnly) {
        remarks.append(QCoreApplication::translate("messages",
                                                   "Any sentence would be nearly all of the story: "
                                                   "the web edition has the headline alone."));
    }
    if (!proposal.changed.empty()) {
        remarks.append(
            QCoreApplication::translate(
                "messages", "Sentences of the web edition that changed since version %1: %2.")
                .arg(proposal.picksFrom)
                .arg(proposal.changed.size()));
    }
    if (!proposal.gone.empty()) {
        remarks.append(QCoreApplication::translate(
                           "messages",
                           "Sentences of an earlier web edition that are no longer in the "
                           "story: %1.")
                           .arg(proposal.gone.size()));
    }
    return remarks;
}

} // namespace nutgraf::messages
