// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "format/atom_entry.h"
#include "format/edition_body.h"
#include "format/media_topics.h"
#include "format/printable_edition.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

void openEntry(XmlText &xml, const Edition &edition, AtomPlace place)
{
    const bool isAlone = place == AtomPlace::File;
    const auto given = [isAlone](const char16_t *name) {
        return isAlone ? QString::fromUtf16(name) : QString();
    };
    xml.open("entry"_L1,
             {{"xmlns"_L1, given(AtomNamespace)},
              {"xmlns:app"_L1, given(AtomPublishingNamespace)},
              {"xmlns:prism"_L1, given(PrismNamespace)},
              {"xml:lang"_L1, edition.story.language}});
}

void addCategory(XmlText &xml, const QString &scheme, const QString &term, const QString &label)
{
    xml.mark("category"_L1,
             {{"scheme"_L1, u"http://cv.iptc.org/newscodes/"_s + scheme + u'/'},
              {"term"_L1, term},
              {"label"_L1, label}});
}

void addCategories(XmlText &xml, const Edition &edition, const EditionText &text)
{
    for (const QString &topic : text.subjects)
        addCategory(xml, u"mediatopic"_s, topic.sliced(7), topicName(topic));
    addCategory(xml, u"pubstatusg2"_s, text.status, {});
    addCategory(xml, u"urgency"_s, QString::number(edition.story.urgency), {});
    if (!text.signal.isEmpty())
        addCategory(xml, u"signal"_s, text.signal, text.signalText);
}

void addLink(XmlText &xml, const QString &relation, const QString &address)
{
    xml.mark("link"_L1, {{"rel"_L1, relation}, {"href"_L1, address}});
}

void addLinks(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.mark("link"_L1,
             {{"rel"_L1, u"alternate"_s}, {"type"_L1, u"text/html"_s}, {"href"_L1, text.address}});
    if (edition.previousVersion > 0) { // RFC 5829
        addLink(xml, u"predecessor-version"_s, versionId(edition.guid, edition.previousVersion));
    }
    if (text.isWeb)
        addLink(xml, u"via"_s, versionId(edition.wireGuid, edition.version));
}

void addWriters(XmlText &xml, const EditionText &text)
{
    for (const Author &writer : text.writers)
        xml.nested("author"_L1, "name"_L1, writer.name);
    if (text.writers.empty())
        xml.nested("author"_L1, "name"_L1, text.agency);
}

/// What Atom itself has no element for.
void addExtensions(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.words("prism:versionIdentifier"_L1, QString::number(edition.version));
    xml.words("prism:edition"_L1, text.edition);
    xml.words("prism:location"_L1, text.located);
    if (text.embargo) {
        xml.words("prism:embargoDate"_L1, isoUtc(*text.embargo));
        xml.nested("app:control"_L1, "app:draft"_L1, u"yes"_s);
    }
}

} // namespace

void addAtomEntry(XmlText &xml, const Edition &asGiven, AtomPlace place)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    openEntry(xml, edition, place);
    xml.words("id"_L1, edition.guid);
    xml.words("title"_L1, text.headline, {{"type"_L1, u"text"_s}});
    xml.words("updated"_L1, isoUtc(edition.versionCreated));
    xml.words("published"_L1, isoUtc(edition.published));
    addWriters(xml, text);
    addCategories(xml, edition, text);
    addLinks(xml, edition, text);
    xml.words("summary"_L1, text.deck, {{"type"_L1, u"text"_s}});
    xml.words("content"_L1, pageBody(text), {{"type"_L1, u"html"_s}});
    xml.words("rights"_L1, text.copyright + u' ' + text.usageTerms);
    addExtensions(xml, edition, text);
    xml.close();
}

QByteArray writeAtom(const Edition &edition)
{
    XmlText xml;
    addAtomEntry(xml, edition, AtomPlace::File);
    return xml.file();
}

} // namespace nutgraf::format
