// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/field_access.h"

#include "ui/session/list_words.h"

#include <QCoreApplication>

namespace nutgraf::session {

using story::Field;

story::FieldValue typedValue(Field field, const QString &words)
{
    return isList(field) ? story::FieldValue(listFrom(field, words)) : story::FieldValue(words);
}

bool holdsWords(Field field)
{
    return field != Field::Language
        && std::holds_alternative<QString>(story::fieldValue({}, field));
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
    const story::FieldValue value = story::fieldValue(story, field);
    if (const auto *list = std::get_if<QStringList>(&value)) {
        return listWords(field, *list);
    }
    return holdsWords(field) ? std::get<QString>(value) : QString();
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
