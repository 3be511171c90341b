// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/messages.h"
#include "messages/wording.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>

namespace nutgraf::messages {

using namespace Qt::StringLiterals;
using review::CheckId;

namespace {

/// How one check is worded: with its detail (%1), and without.
struct Wording {
    CheckId id;
    const char *what;
    const char *whatWithDetail; ///< nullptr: the detail is not said
    const char *remedy;
};

constexpr std::array Wordings = {
    Wording{
        CheckId::QuoteWithoutSource, QT_TRANSLATE_NOOP("messages", "A quote without a source."),
        nullptr,
        QT_TRANSLATE_NOOP("messages", "Say who says it, or reject it if nobody is being quoted.")},
    Wording{CheckId::NeedsSource,
            QT_TRANSLATE_NOOP("messages", "An editor asked for a source here."),
            QT_TRANSLATE_NOOP("messages", "An editor asked for a source for the words of %1."),
            QT_TRANSLATE_NOOP("messages", "Add the source, then confirm.")},
    Wording{CheckId::SpeakerUnsure,
            QT_TRANSLATE_NOOP("messages", "It is not certain who says this."),
            QT_TRANSLATE_NOOP("messages", "It is not certain that these are the words of %1."),
            QT_TRANSLATE_NOOP("messages", "Check the speaker, then confirm.")},
    Wording{CheckId::NotConfirmed,
            QT_TRANSLATE_N_NOOP("messages", "Statements that nobody has confirmed yet: %n."),
            nullptr, QT_TRANSLATE_NOOP("messages", "Compare each with your notes, then confirm.")},
    Wording{CheckId::DecisionReopened,
            QT_TRANSLATE_NOOP("messages", "The words or the speaker changed after the decision."),
            QT_TRANSLATE_NOOP("messages",
                              "The words of %1, or whose they are, changed after the decision."),
            QT_TRANSLATE_NOOP("messages", "Look at it again, then confirm.")},
    Wording{CheckId::DecisionOrphaned,
            QT_TRANSLATE_NOOP("messages", "The words of a decision are no longer in the story."),
            QT_TRANSLATE_NOOP("messages", "A decision's words are no longer in the story: %1"),
            QT_TRANSLATE_NOOP("messages", "Place the decision anew, or drop it.")},
    Wording{CheckId::HeadlineMissing, QT_TRANSLATE_NOOP("messages", "There is no headline."),
            nullptr, QT_TRANSLATE_NOOP("messages", "Write one.")},
    Wording{CheckId::HeadlineLong, QT_TRANSLATE_NOOP("messages", "The headline is long."),
            QT_TRANSLATE_NOOP("messages", "The headline is long: %1 characters."),
            QT_TRANSLATE_NOOP("messages", "Many sites cut it after 70.")},
    Wording{CheckId::DeckLong, QT_TRANSLATE_NOOP("messages", "The deck is long."),
            QT_TRANSLATE_NOOP("messages", "The deck is long: %1 characters."),
            QT_TRANSLATE_NOOP("messages", "Aim at 120 or fewer.")},
    Wording{CheckId::SlugMissing, QT_TRANSLATE_NOOP("messages", "There is no slug."), nullptr,
            QT_TRANSLATE_NOOP("messages", "Give the story a short name, such as “harbour-levy”.")},
    Wording{CheckId::BodyEmpty, QT_TRANSLATE_NOOP("messages", "The story has no text."), nullptr,
            QT_TRANSLATE_NOOP("messages", "Write the body.")},
    Wording{CheckId::DatelineMissing, QT_TRANSLATE_NOOP("messages", "The dateline has no place."),
            nullptr, QT_TRANSLATE_NOOP("messages", "Say where the story was written.")},
    Wording{CheckId::QuoteUnclosed, QT_TRANSLATE_NOOP("messages", "A quote is never closed."),
            nullptr, QT_TRANSLATE_NOOP("messages", "Add the closing quotation mark.")},
    Wording{CheckId::QuoteMarksMixed,
            QT_TRANSLATE_NOOP("messages", "Straight and curly quotation marks are mixed."), nullptr,
            QT_TRANSLATE_NOOP("messages", "Use one kind in the whole story.")},
    Wording{CheckId::RelativeDay,
            QT_TRANSLATE_NOOP("messages", "A relative day, and the dateline has no date."),
            QT_TRANSLATE_NOOP("messages", "A relative day: the web edition will carry %1."),
            QT_TRANSLATE_NOOP("messages", "Check the date.")},
    Wording{CheckId::FirstReferenceInQuote,
            QT_TRANSLATE_NOOP("messages", "A person is first named inside a quote."),
            QT_TRANSLATE_NOOP("messages", "%1 is first named inside a quote, and not in full."),
            QT_TRANSLATE_NOOP("messages", "Introduce the person before or right after it.")},
    Wording{CheckId::EmbargoRunning, QT_TRANSLATE_NOOP("messages", "The embargo is running."),
            QT_TRANSLATE_NOOP("messages", "The embargo runs until %1."),
            QT_TRANSLATE_NOOP("messages", "Nothing may be public before it ends.")},
    Wording{CheckId::LoadedCue, QT_TRANSLATE_NOOP("messages", "The word takes sides."),
            QT_TRANSLATE_NOOP("messages", "“%1” takes sides."),
            QT_TRANSLATE_NOOP("messages", "“Said” does not.")},
    Wording{CheckId::NameSpeltTwice, QT_TRANSLATE_NOOP("messages", "A name is spelt in two ways."),
            QT_TRANSLATE_NOOP("messages", "The story also has “%1”: one name or two?"),
            QT_TRANSLATE_NOOP("messages", "Check the spelling.")},
    Wording{
        CheckId::LanguageNotLearned, QT_TRANSLATE_NOOP("messages", "The story is not in English."),
        QT_TRANSLATE_NOOP("messages", "The story seems to be in %1, which is read by rules alone."),
        QT_TRANSLATE_NOOP("messages", "Look for quotes and names that are not marked.")},
    Wording{CheckId::ConflictMarker,
            QT_TRANSLATE_NOOP("messages", "Two versions of these lines conflict."), nullptr,
            QT_TRANSLATE_NOOP("messages",
                              "Keep one of them, and take out the lines with <<<<<<<, ======= and "
                              ">>>>>>>.")},
    Wording{
        CheckId::TextDamaged,
        QT_TRANSLATE_NOOP("messages", "There are characters that nobody can print."),
        QT_TRANSLATE_NOOP("messages", "There are characters that nobody can print (%1)."),
        QT_TRANSLATE_NOOP("messages",
                          "The text may be damaged: compare it with a copy, then take them out.")},
    Wording{CheckId::MarkupAsTyped,
            QT_TRANSLATE_NOOP("messages", "This is printed as it is typed."),
            QT_TRANSLATE_NOOP("messages", "This is printed as it is typed: %1."),
            QT_TRANSLATE_NOOP("messages",
                              "A story has no pictures, tables or code. Write it in words.")},
    Wording{
        CheckId::HeaderNotHeeded,
        QT_TRANSLATE_NOOP("messages", "The file's header holds the story back."),
        QT_TRANSLATE_NOOP("messages", "“%1” in the file's header is not followed by this program."),
        QT_TRANSLATE_NOOP("messages",
                          "Do what it asks for; when the story may go out, take it out of "
                          "story.md.")},
    Wording{CheckId::HeaderCut,
            QT_TRANSLATE_NOOP("messages", "The end is lost: # begins a comment."),
            QT_TRANSLATE_NOOP("messages", "The end is lost, for # begins a comment: %1"),
            QT_TRANSLATE_NOOP("messages",
                              "Put the text in quotation marks in story.md if it belongs there.")},
    Wording{CheckId::TextNotAnalysed,
            QT_TRANSLATE_NOOP("messages", "The text could not be analysed."),
            QT_TRANSLATE_NOOP("messages", "The text could not be analysed: %1"),
            QT_TRANSLATE_NOOP("messages",
                              "Quotes may be missed: install the program anew, or check all by "
                              "hand.")},
};

QString elided(const QString &words)
{
    constexpr qsizetype Most = 60;
    return words.size() <= Most ? words : words.left(Most - 1).trimmed() + u'…';
}

/// A finding's detail as people read it.
QString readable(const review::Finding &finding)
{
    switch (finding.id) {
    case CheckId::RelativeDay: {
        const QDate day = QDate::fromString(finding.detail, Qt::ISODate);
        return day.isValid() ? QLocale::c().toString(day, u"d MMMM yyyy"_s) : QString();
    }
    case CheckId::EmbargoRunning: {
        const QDateTime end = QDateTime::fromString(finding.detail, Qt::ISODate);
        return end.isValid() ? QLocale::c().toString(end.toUTC(), u"d MMMM yyyy, HH:mm 'UTC'"_s)
                             : finding.detail;
    }
    case CheckId::LanguageNotLearned:
        return QLocale::languageToString(QLocale(finding.detail).language());
    default:
        return elided(finding.detail);
    }
}

QString fieldName(story::Field field)
{
    using story::Field;
    switch (field) {
    case Field::Slug:
        return QCoreApplication::translate("messages", "Slug");
    case Field::Headline:
        return QCoreApplication::translate("messages", "Headline");
    case Field::Deck:
        return QCoreApplication::translate("messages", "Deck");
    case Field::DatelinePlace:
    case Field::DatelineDate:
        return QCoreApplication::translate("messages", "Dateline");
    case Field::Embargo:
        return QCoreApplication::translate("messages", "Embargo");
    case Field::Language:
        return QCoreApplication::translate("messages", "Language");
    case Field::Body:
        return QCoreApplication::translate("messages", "Body");
    default:
        return {}; // no check names another field
    }
}

} // namespace

Message describe(const review::Finding &finding, const analysis::Analysis &analysis)
{
    const auto wording = std::ranges::find(Wordings, finding.id, &Wording::id);
    Q_ASSERT(wording != Wordings.end());
    Message message;
    QString detail = readable(finding);
    if (detail.isEmpty() && finding.attribution >= 0) {
        const auto &attribution =
            analysis.attributions.at(static_cast<size_t>(finding.attribution));
        detail = attribution.speaker < 0
            ? QString()
            : analysis.speakers.at(static_cast<size_t>(attribution.speaker)).name;
    }
    message.what = detail.isEmpty() || wording->whatWithDetail == nullptr
        ? translated(wording->what, finding.count)
        : translated(wording->whatWithDetail).arg(detail);
    message.where = finding.field ? fieldName(*finding.field) : QString();
    message.remedy = translated(wording->remedy);
    return message;
}

} // namespace nutgraf::messages
