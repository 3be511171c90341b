// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "format/edition_body.h"
#include "format/media_topics.h"
#include "format/nitf_story.h"
#include "format/printable_edition.h"
#include "text/segments.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

/// NewsML-G2's own word for what its links lead to.
const QString NewsItem = u"application/vnd.iptc.g2.newsitem+xml"_s;

void addHeader(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("header"_L1);
    xml.words("sent"_L1, isoUtc(edition.versionCreated));
    xml.words("sender"_L1, edition.agency.domain);
    xml.words("transmitId"_L1, versionId(edition.guid, edition.version));
    xml.words("priority"_L1, QString::number(edition.story.urgency));
    xml.words("origin"_L1, text.agency);
    xml.close();
}

/// An agency, as several elements name one.
void addAgency(XmlText &xml, QLatin1StringView element, const Edition &edition,
               const EditionText &text)
{
    xml.nested(element, "name"_L1, text.agency, {{"literal"_L1, edition.agency.domain}});
}

void addRights(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("rightsInfo"_L1);
    addAgency(xml, "copyrightHolder"_L1, edition, text);
    xml.words("copyrightNotice"_L1, text.copyright);
    xml.words("usageTerms"_L1, text.usageTerms);
    xml.close();
}

void addLink(XmlText &xml, const QString &relation, const QString &guid, int version)
{
    xml.mark("link"_L1,
             {{"rel"_L1, relation},
              {"residref"_L1, guid},
              {"version"_L1, QString::number(version)},
              {"contenttype"_L1, NewsItem}});
}

void addItemMeta(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("itemMeta"_L1);
    xml.mark("itemClass"_L1, {{"qcode"_L1, u"ninat:text"_s}});
    addAgency(xml, "provider"_L1, edition, text);
    xml.words("versionCreated"_L1, isoUtc(edition.versionCreated));
    xml.words("firstCreated"_L1, isoUtc(edition.firstCreated));
    xml.words("embargoed"_L1, text.embargo ? isoUtc(*text.embargo) : QString());
    xml.mark("pubStatus"_L1, {{"qcode"_L1, u"stat:"_s + text.status}});
    xml.words("profile"_L1, text.profile);
    xml.words("edNote"_L1, text.editorsNote);
    xml.mark("memberOf"_L1, {{"literal"_L1, edition.wireGuid}});
    if (!text.signal.isEmpty()) {
        xml.mark("signal"_L1, {{"qcode"_L1, u"sig:"_s + text.signal}});
    }
    if (edition.previousVersion > 0) {
        addLink(xml, u"irel:previousVersion"_s, edition.guid, edition.previousVersion);
    }
    if (text.isWeb) {
        addLink(xml, u"irel:derivedFrom"_s, edition.wireGuid, edition.version);
    }
    xml.close();
}

void addSubject(XmlText &xml, const QString &code, const QString &name)
{
    xml.open("subject"_L1, {{"type"_L1, u"cpnat:abstract"_s}, {"qcode"_L1, code}});
    xml.words("name"_L1, name, {{"xml:lang"_L1, u"en"_s}});
    xml.close();
}

/// Each topic, then the older subject codes, which are all that many readers know.
void addSubjects(XmlText &xml, const EditionText &text)
{
    for (const QString &topic : text.subjects) {
        addSubject(xml, topic, topicName(topic));
    }
    QStringList written;
    for (const QString &topic : text.subjects) {
        const QString code = subjectCode(topic);
        if (!code.isEmpty() && !written.contains(code)) {
            written.append(code);
            addSubject(xml, u"subj:"_s + code, topicName(topic));
        }
    }
}

/// A name of the story itself, which no scheme has a code for.
void addNames(XmlText &xml, const QString &type, const QStringList &names)
{
    for (const QString &name : names) {
        xml.nested("subject"_L1, "name"_L1, name, {{"type"_L1, type}, {"literal"_L1, name}});
    }
}

void addWriters(XmlText &xml, const Edition &edition, const EditionText &text)
{
    for (const Author &writer : text.writers) {
        xml.nested("creator"_L1, "name"_L1, writer.name, {{"literal"_L1, writer.name}});
    }
    if (text.writers.empty()) {
        addAgency(xml, "creator"_L1, edition, text);
    }
}

void addHeadlines(XmlText &xml, const EditionText &text)
{
    xml.words("slugline"_L1, text.slugline);
    xml.words("headline"_L1, text.headline);
    xml.words("headline"_L1, text.deck, {{"rank"_L1, u"2"_s}});
    xml.words("dateline"_L1, text.dateline);
    xml.words("by"_L1, text.byline);
    xml.words("description"_L1, text.deck, {{"role"_L1, u"drol:summary"_s}});
}

void addContentMeta(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("contentMeta"_L1);
    xml.words("urgency"_L1, QString::number(edition.story.urgency));
    xml.words("contentCreated"_L1, isoUtc(edition.firstCreated));
    xml.words("contentModified"_L1, isoUtc(edition.versionCreated));
    if (!text.located.isEmpty()) {
        xml.nested("located"_L1, "name"_L1, text.located,
                   {{"type"_L1, u"cpnat:geoArea"_s}, {"literal"_L1, text.located}});
    }
    addAgency(xml, "infoSource"_L1, edition, text);
    addWriters(xml, edition, text);
    xml.mark("language"_L1, {{"tag"_L1, edition.story.language}});
    for (const QString &keyword : text.keywords) {
        xml.words("keyword"_L1, keyword);
    }
    addSubjects(xml, text);
    addNames(xml, u"cpnat:person"_s, text.people);
    addNames(xml, u"cpnat:organisation"_s, text.organisations);
    addNames(xml, u"cpnat:geoArea"_s, text.places);
    addHeadlines(xml, text);
    xml.close();
}

void openInline(XmlText &xml, const QString &type, const EditionText &text)
{
    xml.open("inlineXML"_L1,
             {{"contenttype"_L1, type},
              {"wordcount"_L1, QString::number(text::wordCount(countedWords(text)))}});
}

void addXhtml(XmlText &xml, const EditionText &text)
{
    openInline(xml, u"application/xhtml+xml"_s, text);
    xml.open("html"_L1, {{"xmlns"_L1, u"http://www.w3.org/1999/xhtml"_s}});
    xml.nested("head"_L1, "title"_L1, text.headline);
    xml.open("body"_L1);
    xml.raw(xhtmlBody(text));
    xml.close();
    xml.close();
    xml.close();
}

/// What readers show of a story: XHTML first, then NITF; the last one that a reader knows wins.
void addContent(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("contentSet"_L1); // also where it is empty: readers look for it
    if (!text.isKilled) {
        addXhtml(xml, text);
        openInline(xml, u"application/nitf+xml"_s, text);
        openNitf(xml, edition, NitfPlace::InNewsml);
        xml.open("head"_L1);
        xml.words("title"_L1, text.headline);
        xml.close();
        addNitfBody(xml, text, NitfPlace::InNewsml);
        xml.close();
        xml.close();
    }
    xml.close();
}

void openItem(XmlText &xml, const Edition &edition)
{
    xml.open("itemSet"_L1);
    xml.open("newsItem"_L1,
             {{"guid"_L1, edition.guid},
              {"version"_L1, QString::number(edition.version)},
              {"standard"_L1, u"NewsML-G2"_s},
              {"standardversion"_L1, u"2.35"_s},
              {"conformance"_L1, u"power"_s},
              {"xml:lang"_L1, edition.story.language}});
    xml.mark("catalogRef"_L1,
             {{"href"_L1, u"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"_s}});
}

} // namespace

QByteArray writeNewsml(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    XmlText xml;
    xml.open("newsMessage"_L1, {{"xmlns"_L1, u"http://iptc.org/std/nar/2006-10-01/"_s}});
    addHeader(xml, edition, text);
    openItem(xml, edition);
    addRights(xml, edition, text);
    addItemMeta(xml, edition, text);
    addContentMeta(xml, edition, text);
    addContent(xml, edition, text);
    return xml.file();
}

} // namespace nutgraf::format
