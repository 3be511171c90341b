// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "story_text.h"

/// Three quotations by two people.
inline QString levyText()
{
    return QStringLiteral("Owen Barrow called the charge “a tax on salt water” on the quay.\n\n"
                          "Leila Santoro said it was “the smallest we could find” this year.\n\n"
                          "“Never again,” Barrow told the crowd outside.");
}

/// The story names a person by surname.
inline void name(StoryText &story, const QString &name, const QString &role)
{
    using namespace Qt::StringLiterals;
    nutgraf::analysis::Entity entity{u"e%1"_s.arg(story.analysis.entities.size() + 1),
                                     nutgraf::analysis::EntityType::Person,
                                     name,
                                     role,
                                     {},
                                     {}};
    const QString surname = name.section(u' ', -1);
    for (qsizetype at = story.text.indexOf(surname); at >= 0;
         at = story.text.indexOf(surname, at + 1)) {
        entity.mentions.push_back({at, at + surname.size()});
    }
    story.analysis.entities.push_back(entity);
}

/// What the analysis finds in a version of the levy story: Barrow says all of it.
inline StoryText found(const QString &text)
{
    using namespace Qt::StringLiterals;
    StoryText story(text);
    for (const QString &words :
         {u"“a tax on salt water”"_s, u"“the smallest we could find”"_s, u"“Never again,”"_s}) {
        if (story.text.contains(words)) {
            story.said(u"Owen Barrow"_s, words);
        }
    }
    name(story, u"Owen Barrow"_s, u"opposition leader"_s);
    name(story, u"Leila Santoro"_s, u"minister"_s);
    if (!story.analysis.speakers.empty()) {
        story.analysis.speakers[0].entity = 0;
    }
    return story;
}

/// Where the story has `words` first.
inline nutgraf::TextRange range(const StoryText &story, const QString &words)
{
    const qsizetype at = story.text.indexOf(words);
    Q_ASSERT(at >= 0);
    return {at, at + words.size()};
}
