// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/printable_edition.h"

#include "text/printable.h"

namespace nutgraf::format {

namespace {

void clean(QString &value)
{
    value = text::printableLine(value);
}

void clean(QStringList &values)
{
    for (QString &value : values)
        clean(value);
}

} // namespace

story::Story printable(story::Story story)
{
    for (QString *value : {&story.slug, &story.headline, &story.deck, &story.byline,
                           &story.dateline.place, &story.editorsNote, &story.notice})
        clean(*value);
    clean(story.subjects);
    clean(story.keywords);
    return story;
}

Edition printable(Edition edition)
{
    edition.story = printable(std::move(edition.story));
    for (QString *value :
         {&edition.agency.name, &edition.agency.usageTerms, &edition.notice, &edition.changeNote})
        clean(*value);
    for (Named &named : edition.names)
        clean(named.forms);
    return edition;
}

} // namespace nutgraf::format
