// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/fields.h"

#include "base/clock.h"

#include <algorithm>
#include <array>

namespace nutgraf::story {

namespace {

struct Spelling {
    Field field;
    QLatin1StringView key;
};

constexpr std::array<Field, 15> InOrder = {
    Field::Slug,         Field::Headline, Field::Deck,        Field::Byline,   Field::DatelinePlace,
    Field::DatelineDate, Field::Language, Field::Urgency,     Field::Subjects, Field::Keywords,
    Field::Status,       Field::Embargo,  Field::EditorsNote, Field::Notice,   Field::Body,
};

constexpr std::array<Spelling, InOrder.size()> Spellings = {{
    {Field::Slug, QLatin1StringView("slug")},
    {Field::Headline, QLatin1StringView("headline")},
    {Field::Deck, QLatin1StringView("deck")},
    {Field::Byline, QLatin1StringView("byline")},
    {Field::DatelinePlace, QLatin1StringView("dateline.place")},
    {Field::DatelineDate, QLatin1StringView("dateline.date")},
    {Field::Language, QLatin1StringView("language")},
    {Field::Urgency, QLatin1StringView("urgency")},
    {Field::Subjects, QLatin1StringView("subjects")},
    {Field::Keywords, QLatin1StringView("keywords")},
    {Field::Status, QLatin1StringView("status")},
    {Field::Embargo, QLatin1StringView("embargo")},
    {Field::EditorsNote, QLatin1StringView("editors-note")},
    {Field::Notice, QLatin1StringView("notice")},
    {Field::Body, QLatin1StringView("body")},
}};

QString dateText(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace

std::span<const Field> fields()
{
    return InOrder;
}

QString key(Field field)
{
    const auto found = std::ranges::find(Spellings, field, &Spelling::field);
    Q_ASSERT(found != Spellings.end());
    return QString(found->key);
}

std::optional<Field> fieldFromKey(QStringView key)
{
    const auto found =
        std::ranges::find_if(Spellings, [key](const Spelling &s) { return key == s.key; });
    return found == Spellings.end() ? std::nullopt : std::optional(found->field);
}

QString key(Status status)
{
    switch (status) {
    case Status::Draft:
        return QStringLiteral("draft");
    case Status::InReview:
        return QStringLiteral("in review");
    case Status::Approved:
        return QStringLiteral("approved");
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Status> statusFromKey(QStringView key)
{
    const QString plain =
        key.trimmed().toString().toLower().replace(u'-', u' ').replace(u'_', u' ');
    for (const Status status : {Status::Draft, Status::InReview, Status::Approved}) {
        if (plain == story::key(status))
            return status;
    }
    return std::nullopt;
}

QString value(const Story &story, Field field)
{
    switch (field) {
    case Field::Slug:
        return story.slug;
    case Field::Headline:
        return story.headline;
    case Field::Deck:
        return story.deck;
    case Field::Byline:
        return story.byline;
    case Field::DatelinePlace:
        return story.dateline.place;
    case Field::DatelineDate:
        return dateText(story.dateline.date);
    case Field::Language:
        return story.language;
    case Field::Urgency:
        return QString::number(story.urgency);
    case Field::Subjects:
        return story.subjects.join(QStringLiteral(", "));
    case Field::Keywords:
        return story.keywords.join(QStringLiteral(", "));
    case Field::Status:
        return key(story.status);
    case Field::Embargo:
        return story.embargo ? isoUtc(*story.embargo) : QString();
    case Field::EditorsNote:
        return story.editorsNote;
    case Field::Notice:
        return story.notice;
    case Field::Body:
        return story.body;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace nutgraf::story
