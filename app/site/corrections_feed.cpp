// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "format/atom_entry.h"
#include "format/edition_text.h"
#include "site/card_lines.h"
#include "site/machine_files.h"
#include "site/made_mark.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::site {

namespace {

constexpr qsizetype MostEntries = 100;
const QString File = u"corrections.xml"_s;

QDateTime updatedBy(const std::vector<ListedCorrection> &lines,
                    std::span<const Card *const> withdrawn)
{
    QDateTime newest = QDateTime::fromSecsSinceEpoch(0);
    for (const ListedCorrection &line : lines)
        newest = std::max(newest, line.correction->time);
    for (const Card *card : withdrawn)
        newest = std::max(newest, card->modified);
    return newest;
}

void openFeed(format::XmlText &xml, const Frame &frame, const QDateTime &updated)
{
    xml.open("feed"_L1,
             {{"xmlns"_L1, QString::fromUtf16(format::AtomNamespace)},
              {"xmlns:at"_L1, QString::fromUtf16(format::TombstoneNamespace)}});
    xml.words("id"_L1, u"urn:newsml:%1:feed:corrections"_s.arg(frame.agency.domain));
    xml.words("title"_L1, frame.name + u": corrections"_s);
    xml.words("updated"_L1, isoUtc(updated));
    xml.nested("author"_L1, "name"_L1, frame.name);
    xml.mark("link"_L1, {{"rel"_L1, u"self"_s}, {"href"_L1, frame.address + u'/' + File}});
    xml.mark("link"_L1,
             {{"rel"_L1, u"alternate"_s},
              {"type"_L1, u"text/html"_s},
              {"href"_L1, frame.address + u"/corrections.html"_s}});
}

/// Whether a withdrawn story was ever corrected is not kept: each of its versions may have been.
void addDeleted(format::XmlText &xml, std::span<const Card *const> withdrawn)
{
    for (const Card *card : withdrawn) {
        for (int version = 2; version < card->version; ++version) {
            xml.mark("at:deleted-entry"_L1,
                     {{"ref"_L1, format::versionId(card->guid, version)},
                      {"when"_L1, isoUtc(card->modified)}});
        }
    }
}

void addEntry(format::XmlText &xml, const Frame &frame, const ListedCorrection &line)
{
    xml.open("entry"_L1, {{"xml:lang"_L1, line.card->language}});
    xml.words("id"_L1, format::versionId(line.card->guid, line.correction->version));
    xml.words("title"_L1, line.card->headline, {{"type"_L1, u"text"_s}});
    xml.words("updated"_L1, isoUtc(line.correction->time));
    xml.mark("link"_L1,
             {{"rel"_L1, u"alternate"_s},
              {"type"_L1, u"text/html"_s},
              {"href"_L1, frame.address + u'/' + line.card->page}});
    xml.words("summary"_L1, line.correction->text, {{"type"_L1, u"text"_s}});
    xml.close();
}

} // namespace

QByteArray correctionsFeed(const Frame &frame, std::span<const Card *const> corrected,
                           std::span<const Card *const> withdrawn)
{
    const std::vector<ListedCorrection> lines = correctionsOf(corrected, MostEntries);
    format::XmlText xml;
    openFeed(xml, frame, updatedBy(lines, withdrawn));
    addDeleted(xml, withdrawn);
    for (const ListedCorrection &line : lines)
        addEntry(xml, frame, line);
    return markedXml(xml.file(), File);
}

} // namespace nutgraf::site
