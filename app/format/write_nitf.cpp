// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/media_topics.h"
#include "format/nitf_story.h"
#include "format/printable_edition.h"

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

QString versionBefore(const Edition &edition)
{
    return edition.previousVersion > 0 ? versionId(edition.guid, edition.previousVersion)
                                       : QString();
}

void addMeta(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.words("title"_L1, text.headline);
    xml.mark("meta"_L1, {{"name"_L1, u"anpa-keyword"_s}, {"content"_L1, text.slugline}});
    if (text.isWeb) {
        xml.mark("meta"_L1,
                 {{"name"_L1, u"derived-from"_s},
                  {"content"_L1, versionId(edition.wireGuid, edition.version)}});
    }
}

/// Readers of NITF know the older subject codes alone; two topics may share one.
void addSubjects(XmlText &xml, const EditionText &text)
{
    xml.open("tobject"_L1, {{"tobject.type"_L1, u"news"_s}});
    QStringList written;
    for (const QString &topic : text.subjects) {
        const QString code = subjectCode(topic);
        if (code.isEmpty() || written.contains(code)) {
            continue;
        }
        written.append(code);
        xml.mark(
            "tobject.subject"_L1,
            {{"tobject.subject.refnum"_L1, code}, {"tobject.subject.type"_L1, topicName(topic)}});
    }
    xml.close();
}

void addNames(XmlText &xml, QLatin1StringView element, const QStringList &names)
{
    for (const QString &name : names) {
        xml.words(element, name);
    }
}

void addIdentified(XmlText &xml, const EditionText &text)
{
    xml.open("identified-content"_L1);
    for (const QString &topic : text.subjects) {
        xml.mark("classifier"_L1,
                 {{"type"_L1, u"mediatopic"_s},
                  {"idsrc"_L1, u"http://cv.iptc.org/newscodes/mediatopic/"_s},
                  {"value"_L1, topic.sliced(7)}});
    }
    addNames(xml, "person"_L1, text.people);
    addNames(xml, "org"_L1, text.organisations);
    addNames(xml, "location"_L1, text.places);
    xml.close();
}

void addKeywords(XmlText &xml, const EditionText &text)
{
    if (text.keywords.isEmpty()) {
        return;
    }
    xml.open("key-list"_L1);
    for (const QString &keyword : text.keywords) {
        xml.mark("keyword"_L1, {{"key"_L1, keyword}});
    }
    xml.close();
}

void addChange(XmlText &xml, const Edition &edition, const EditionText &text)
{
    if (text.signal == "correction"_L1) {
        xml.mark("correction"_L1,
                 {{"info"_L1, text.signalText},
                  {"id-string"_L1, versionBefore(edition)},
                  {"regsrc"_L1, edition.agency.domain}});
    }
}

void openDocdata(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("docdata"_L1,
             {{"management-status"_L1, text.embargo ? u"embargoed"_s : text.status},
              {"management-doc-idref"_L1, versionBefore(edition)},
              {"management-idref-status"_L1, text.isKilled ? text.status : QString()}});
}

void addDocdata(XmlText &xml, const Edition &edition, const EditionText &text)
{
    openDocdata(xml, edition, text);
    addChange(xml, edition, text);
    xml.mark("doc-id"_L1, {{"regsrc"_L1, edition.agency.domain}, {"id-string"_L1, edition.guid}});
    xml.mark("urgency"_L1, {{"ed-urg"_L1, QString::number(edition.story.urgency)}});
    xml.mark("date.issue"_L1, {{"norm"_L1, nitfTime(edition.versionCreated)}});
    if (text.embargo) {
        xml.mark("date.release"_L1, {{"norm"_L1, nitfTime(*text.embargo)}});
    }
    if (!text.editorsNote.isEmpty()) {
        xml.mark("ed-msg"_L1, {{"msg-type"_L1, text.signal}, {"info"_L1, text.editorsNote}});
    }
    const QString version = QString::number(edition.version);
    xml.mark("du-key"_L1,
             {{"key"_L1, edition.wireGuid}, {"version"_L1, version}, {"generation"_L1, version}});
    xml.mark("doc.copyright"_L1,
             {{"year"_L1, edition.firstCreated.toUTC().toString(u"yyyy"_s)},
              {"holder"_L1, text.agency}});
    addKeywords(xml, text);
    addIdentified(xml, text);
    xml.close();
}

void addHead(XmlText &xml, const Edition &edition, const EditionText &text)
{
    xml.open("head"_L1);
    addMeta(xml, edition, text);
    addSubjects(xml, text);
    addDocdata(xml, edition, text);
    xml.mark("pubdata"_L1,
             {{"type"_L1, u"web"_s},
              {"edition.name"_L1, text.edition},
              {"ex-ref"_L1, text.address},
              {"date.publication"_L1, nitfTime(edition.published)}});
    if (!text.signal.isEmpty() || text.isKilled) {
        xml.mark("revision-history"_L1,
                 {{"function"_L1, u"editor"_s},
                  {"norm"_L1, nitfTime(edition.versionCreated)},
                  {"comment"_L1, text.isKilled ? edition.changeNote : text.signalText}});
    }
    xml.close();
}

} // namespace

QByteArray writeNitf(const Edition &asGiven)
{
    const Edition edition = printable(asGiven);
    const EditionText text = editionText(edition);
    XmlText xml;
    openNitf(xml, edition, NitfPlace::File);
    addHead(xml, edition, text);
    addNitfBody(xml, text, NitfPlace::File);
    return xml.file();
}

} // namespace nutgraf::format
