// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/field_access.h"

#include "ui/session/list_words.h"

#include <QCoreApplication>

namespace nutgraf::session {

using story::Field;

QVariant fieldValue(const story::Story &story, Field field)
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
        return story.dateline.date;
    case Field::Language:
        return story.language;
    case Field::Urgency:
        return story.urgency;
    case Field::Subjects:
        return story.subjects;
    case Field::Keywords:
        return story.keywords;
    case Field::Status:
        return static_cast<int>(story.status);
    case Field::Embargo:
        return story.embargo.value_or(QDateTime());
    case Field::EditorsNote:
        return story.editorsNote;
    case Field::Notice:
        return story.notice;
    case Field::Body:
        return story.body;
    }
    return {};
}

namespace {

story::Status statusFrom(const QVariant &value)
{
    const int number = value.toInt();
    return number >= 0 && number <= static_cast<int>(story::Status::Approved)
        ? static_cast<story::Status>(number)
        : story::Status::Draft;
}

std::optional<QDateTime> embargoFrom(const QVariant &value)
{
    const QDateTime time = value.toDateTime();
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

void setWords(story::Story &story, Field field, const QString &words)
{
    switch (field) {
    case Field::Slug:
        story.slug = words;
        break;
    case Field::Headline:
        story.headline = words;
        break;
    case Field::Deck:
        story.deck = words;
        break;
    case Field::Byline:
        story.byline = words;
        break;
    case Field::DatelinePlace:
        story.dateline.place = words;
        break;
    case Field::Language:
        story.language = words;
        break;
    case Field::EditorsNote:
        story.editorsNote = words;
        break;
    case Field::Notice:
        story.notice = words;
        break;
    case Field::Body:
        story.body = words;
        break;
    default:
        break;
    }
}

} // namespace

story::Story withField(story::Story story, Field field, const QVariant &value)
{
    switch (field) {
    case Field::DatelineDate:
        story.dateline.date = value.toDate();
        break;
    case Field::Urgency:
        story.urgency = std::clamp(value.toInt(), 1, 9);
        break;
    case Field::Subjects:
        story.subjects = value.toStringList();
        break;
    case Field::Keywords:
        story.keywords = value.toStringList();
        break;
    case Field::Status:
        story.status = statusFrom(value);
        break;
    case Field::Embargo:
        story.embargo = embargoFrom(value);
        break;
    default:
        setWords(story, field, value.toString());
        break;
    }
    return story;
}

bool holdsWords(Field field)
{
    switch (field) {
    case Field::Slug:
    case Field::Headline:
    case Field::Deck:
    case Field::Byline:
    case Field::DatelinePlace:
    case Field::EditorsNote:
    case Field::Notice:
    case Field::Body:
        return true;
    default:
        return false;
    }
}

std::span<const Field> findableFields()
{
    static constexpr std::array Fields{Field::Slug,        Field::Headline,      Field::Deck,
                                       Field::Byline,      Field::DatelinePlace, Field::Keywords,
                                       Field::EditorsNote, Field::Notice,        Field::Body};
    return Fields;
}

QString findableWords(const story::Story &story, Field field)
{
    if (isList(field)) {
        return listWords(field, fieldValue(story, field).toStringList());
    }
    return holdsWords(field) ? fieldValue(story, field).toString() : QString();
}

QString fieldName(Field field)
{
    const auto word = [](const char *text) {
        return QCoreApplication::translate("nutgraf::fields::StoryFields", text);
    };
    switch (field) {
    case Field::Slug:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Slug"));
    case Field::Headline:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Headline"));
    case Field::Deck:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Deck"));
    case Field::Byline:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Byline"));
    case Field::DatelinePlace:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Dateline"));
    case Field::DatelineDate:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Date"));
    case Field::Language:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Language"));
    case Field::Urgency:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Urgency"));
    case Field::Subjects:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Subject"));
    case Field::Keywords:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Keywords"));
    case Field::Status:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Status"));
    case Field::Embargo:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Embargo"));
    case Field::EditorsNote:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Editor’s note"));
    case Field::Notice:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Notice"));
    case Field::Body:
        return word(QT_TRANSLATE_NOOP("nutgraf::fields::StoryFields", "Body"));
    }
    return {};
}

} // namespace nutgraf::session
