// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "messages/wording.h"

namespace nutgraf::messages {

namespace {

const char *reason(analysis::ReasonCode code)
{
    using analysis::ReasonCode;
    switch (code) {
    case ReasonCode::NamedBeforeCue:
        return QT_TRANSLATE_NOOP("messages", "named before the verb of saying");
    case ReasonCode::NamedAfterCue:
        return QT_TRANSLATE_NOOP("messages", "named after the verb of saying");
    case ReasonCode::RoleSource:
        return QT_TRANSLATE_NOOP("messages", "given by office or body, not by name");
    case ReasonCode::PronounLastSpeaker:
        return QT_TRANSLATE_NOOP("messages", "the pronoun means the last speaker");
    case ReasonCode::PronounLastNamed:
        return QT_TRANSLATE_NOOP("messages", "the pronoun means the person last named");
    case ReasonCode::SurnameOfFullName:
        return QT_TRANSLATE_NOOP("messages", "a surname whose full name came before");
    case ReasonCode::SpeakerContinues:
        return QT_TRANSLATE_NOOP("messages", "the quote goes on from before");
    case ReasonCode::HeadlineColon:
        return QT_TRANSLATE_NOOP("messages", "the colon in the headline parts speaker and words");
    case ReasonCode::SameSentenceSubject:
        return QT_TRANSLATE_NOOP("messages", "shares the subject of its sentence");
    case ReasonCode::SeveralCandidates:
        return QT_TRANSLATE_NOOP("messages", "someone else may be meant");
    case ReasonCode::FarFromCue:
        return QT_TRANSLATE_NOOP("messages", "the speaker stands far from the verb of saying");
    case ReasonCode::NoCue:
        return QT_TRANSLATE_NOOP("messages", "no verb of saying");
    case ReasonCode::NoSource:
        return QT_TRANSLATE_NOOP("messages", "nobody is named");
    case ReasonCode::Model:
        return QT_TRANSLATE_NOOP("messages", "judged by the trained model");
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

/// The note alone, and the note with what it is about (%1).
std::pair<const char *, const char *> unitNote(summary::UnitNote note)
{
    using summary::UnitNote;
    switch (note) {
    case UnitNote::Plain:
        return {QT_TRANSLATE_NOOP("messages", "stands alone"), nullptr};
    case UnitNote::QuoteWithSpeaker:
        return {QT_TRANSLATE_NOOP("messages", "quote with its speaker"), nullptr};
    case UnitNote::FirstReference:
        return {QT_TRANSLATE_NOOP("messages", "first reference"), nullptr};
    case UnitNote::NeedsUnit:
        return {QT_TRANSLATE_NOOP("messages", "needs the sentence before"),
                QT_TRANSLATE_NOOP("messages", "needs ¶ %1")};
    case UnitNote::PronounReplaced:
        return {QT_TRANSLATE_NOOP("messages", "if picked, the name stands for the pronoun"),
                QT_TRANSLATE_NOOP("messages", "if picked, the pronoun becomes “%1”")};
    case UnitNote::PronounUnresolved:
        return {QT_TRANSLATE_NOOP("messages", "opens with a pronoun nobody is found for"), nullptr};
    case UnitNote::Clarification:
        return {QT_TRANSLATE_NOOP("messages", "clarification: goes where its quote goes"),
                QT_TRANSLATE_NOOP("messages", "clarification: goes wherever ¶ %1 goes")};
    case UnitNote::QuoteUnsourced:
        return {QT_TRANSLATE_NOOP("messages", "holds a quote without its speaker"), nullptr};
    case UnitNote::NameCompleted:
        return {QT_TRANSLATE_NOOP("messages", "the first mention gets the full name"),
                QT_TRANSLATE_NOOP("messages", "the first mention becomes “%1”")};
    case UnitNote::DateMadeAbsolute:
        return {QT_TRANSLATE_NOOP("messages", "the day gets its date"),
                QT_TRANSLATE_NOOP("messages", "the day becomes “%1”")};
    }
    Q_UNREACHABLE_RETURN({});
}

/// Of a sentence that is picked nothing is conditional any more.
std::pair<const char *, const char *> pronounReplaced()
{
    return {QT_TRANSLATE_NOOP("messages", "the name stands for the pronoun"),
            QT_TRANSLATE_NOOP("messages", "the pronoun becomes “%1”")};
}

} // namespace

QString describe(const analysis::Reason &given)
{
    const QString words = translated(reason(given.code));
    return given.detail.isEmpty() ? words : QStringLiteral("%1: %2").arg(words, given.detail);
}

QString describe(summary::UnitNote note, const QString &detail, Picked picked)
{
    const auto [alone, withDetail] =
        picked == Picked::Yes && note == summary::UnitNote::PronounReplaced ? pronounReplaced()
                                                                            : unitNote(note);
    return detail.isEmpty() || withDetail == nullptr ? translated(alone)
                                                     : translated(withDetail).arg(detail);
}

QString name(analysis::EntityType type)
{
    using analysis::EntityType;
    switch (type) {
    case EntityType::Person:
        return translated(QT_TRANSLATE_NOOP("messages", "person"));
    case EntityType::Organisation:
        return translated(QT_TRANSLATE_NOOP("messages", "organisation"));
    case EntityType::Location:
        return translated(QT_TRANSLATE_NOOP("messages", "place"));
    case EntityType::Misc:
        return translated(QT_TRANSLATE_NOOP("messages", "other name"));
    case EntityType::Date:
        return translated(QT_TRANSLATE_NOOP("messages", "date"));
    case EntityType::Time:
        return translated(QT_TRANSLATE_NOOP("messages", "time of day"));
    case EntityType::Money:
        return translated(QT_TRANSLATE_NOOP("messages", "sum of money"));
    case EntityType::Percent:
        return translated(QT_TRANSLATE_NOOP("messages", "percentage"));
    case EntityType::Quantity:
        return translated(QT_TRANSLATE_NOOP("messages", "quantity"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(analysis::AttributionKind kind)
{
    using analysis::AttributionKind;
    switch (kind) {
    case AttributionKind::Direct:
        return translated(QT_TRANSLATE_NOOP("messages", "direct quote"));
    case AttributionKind::Mixed:
        return translated(QT_TRANSLATE_NOOP("messages", "part quote"));
    case AttributionKind::Indirect:
        return translated(QT_TRANSLATE_NOOP("messages", "indirect"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(review::UnitState state)
{
    using review::UnitState;
    switch (state) {
    case UnitState::Open:
        return translated(QT_TRANSLATE_NOOP("messages", "open"));
    case UnitState::Unsure:
        return translated(QT_TRANSLATE_NOOP("messages", "unsure"));
    case UnitState::Confirmed:
        return translated(QT_TRANSLATE_NOOP("messages", "confirmed"));
    case UnitState::NeedsSource:
        return translated(QT_TRANSLATE_NOOP("messages", "needs a source"));
    case UnitState::Rejected:
        return translated(QT_TRANSLATE_NOOP("messages", "rejected"));
    case UnitState::Reopened:
        return translated(QT_TRANSLATE_NOOP("messages", "reopened"));
    case UnitState::NoSource:
        return translated(QT_TRANSLATE_NOOP("messages", "no source"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(format::PublicationKind kind)
{
    using format::PublicationKind;
    switch (kind) {
    case PublicationKind::First:
        return translated(QT_TRANSLATE_NOOP("messages", "first publication"));
    case PublicationKind::Update:
        return translated(QT_TRANSLATE_NOOP("messages", "update"));
    case PublicationKind::Correction:
        return translated(QT_TRANSLATE_NOOP("messages", "correction"));
    case PublicationKind::Kill:
        return translated(QT_TRANSLATE_NOOP("messages", "kill"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(review::Verdict verdict)
{
    using review::Verdict;
    switch (verdict) {
    case Verdict::Confirmed:
        return translated(QT_TRANSLATE_NOOP("messages", "confirm"));
    case Verdict::NeedsSource:
        return translated(QT_TRANSLATE_NOOP("messages", "needs source"));
    case Verdict::Rejected:
        return translated(QT_TRANSLATE_NOOP("messages", "reject"));
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(review::FindingLevel level)
{
    using review::FindingLevel;
    switch (level) {
    case FindingLevel::Blocks:
        return translated(QT_TRANSLATE_NOOP("messages", "Blocks"));
    case FindingLevel::ToConfirm:
        return translated(QT_TRANSLATE_NOOP("messages", "To confirm"));
    case FindingLevel::Note:
        return translated(QT_TRANSLATE_NOOP("messages", "Note"));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace nutgraf::messages
