// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/nitf_story.h"

#include "format/edition_body.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString escapedElement(QStringView name, const QString &words)
{
    return words.isEmpty() ? QString() : u"<%1>%2</%1>"_s.arg(name, words.toHtmlEscaped());
}

/// Its text, all taken together, is the dateline; the place stands in ordinary letters.
void addDateline(XmlText &xml, const EditionText &text)
{
    if (text.dateline.isEmpty()) {
        return;
    }
    const QString place = escapedElement(u"city", text.located);
    const QString day = escapedElement(u"story.date", text.datelineDay);
    xml.open("dateline"_L1);
    xml.raw((place.isEmpty() ? QString() : u"<location>"_s + place + u"</location>"_s)
            + (place.isEmpty() || day.isEmpty() ? QString() : u", "_s) + day);
    xml.close();
}

void addHead(XmlText &xml, const EditionText &text)
{
    xml.open("body.head"_L1);
    xml.open("hedline"_L1);
    xml.words("hl1"_L1, text.headline);
    xml.words("hl2"_L1, text.deck);
    xml.close();
    xml.words("byline"_L1, text.byline);
    xml.nested("distributor"_L1, "org"_L1, text.agency);
    addDateline(xml, text);
    if (!text.deck.isEmpty()) {
        xml.nested("abstract"_L1, "p"_L1, text.deck);
    }
    xml.close();
}

} // namespace

QString nitfTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

void openNitf(XmlText &xml, const Edition &edition, NitfPlace place)
{
    const bool isInside = place == NitfPlace::InNewsml;
    xml.open("nitf"_L1,
             {{"xmlns"_L1, isInside ? u"http://iptc.org/std/NITF/2006-10-18/"_s : QString()},
              {"version"_L1, u"-//IPTC//DTD NITF 3.6//EN"_s}, // fixed by the schema
              {"uno"_L1, edition.guid},
              {"baselang"_L1, edition.story.language}});
}

void addNitfBody(XmlText &xml, const EditionText &text, NitfPlace place)
{
    xml.open("body"_L1);
    addHead(xml, text);
    xml.open("body.content"_L1);
    const QString body = nitfBody(text);
    if (place == NitfPlace::InNewsml) {
        xml.open("block"_L1);
        xml.raw(body);
        xml.close();
    } else if (!body.isEmpty()) {
        xml.raw(body);
    }
    xml.close();
    xml.mark("body.end"_L1);
    xml.close();
}

} // namespace nutgraf::format
