// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/item_fields.h"

#include "format/edition_text.h"
#include "format/front_matter.h"
#include "format/media_topics.h"
#include "text/printable.h"
#include "text/slug.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

PublicationKind publicationOf(const ItemFields &item)
{
    if (item.status == u"canceled"_s || item.status == u"withheld"_s)
        return PublicationKind::Kill;
    if (item.signal == u"correction"_s)
        return PublicationKind::Correction;
    return item.signal == u"update"_s ? PublicationKind::Update : PublicationKind::First;
}

/// `urn:newsml:meridian.example:20260512:k3v9q2mtxz`: the domain is its agency's, the day that of
/// the first creation.
QString partOf(const QString &guid, qsizetype part)
{
    return guid.startsWith("urn:newsml:"_L1) ? guid.section(u':', part, part) : QString();
}

/// The note's wording for a change, without the change itself.
QString changeIn(const QString &note)
{
    static const QRegularExpression wording(
        u"^(?:CORRECTION\\. Replaces version \\d+: |UPDATE\\. |"
        "KILL\\. Do not use .*?, version \\d+ and earlier: )(.*?)"
        "(?: Take it off every page and out of every archive\\.| EMBARGOED until .*)?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return wording.match(note).captured(1);
}

void addDateline(const ItemFields &item, story::Story &story)
{
    const QString place = item.dateline.section(u", "_s, 0, 0);
    const QString day = item.dateline.section(u", "_s, -1);
    const QString year =
        QString::number(item.firstCreated.isValid() ? item.firstCreated.date().year()
                                                    : item.versionCreated.date().year());
    story.dateline.date = QLocale(story.language).toDate(day + u' ' + year, u"d MMMM yyyy"_s);
    const bool isDayAlone = story.dateline.date.isValid() && day == item.dateline;
    story.dateline.place = !item.located.isEmpty() ? item.located : isDayAlone ? QString() : place;
}

void addSubjects(const ItemFields &item, story::Story &story)
{
    story.subjects = item.topics;
    if (story.subjects.isEmpty()) {
        for (const QString &code : item.subjectCodes)
            story.subjects.append(topicOfSubjectCode(code));
    }
    story.subjects.removeAll(QString());
    story.subjects.removeDuplicates();
    story.keywords = item.keywords;
}

story::Story storyFrom(const ItemFields &item)
{
    story::Story story;
    story.language = item.language.isEmpty() ? u"en"_s : item.language;
    story.slug = text::slugFrom(item.slugline.toLower(), story.language);
    story.headline = item.headline;
    story.deck = item.deck;
    story.byline = item.byline.startsWith("By "_L1) ? item.byline.sliced(3) : item.byline;
    story.urgency = std::clamp(item.urgency, 1, 9);
    story.embargo = item.embargo;
    addDateline(item, story);
    addSubjects(item, story);
    story.body = markupBody(item.body.blocks);
    return story;
}

void addNames(NamedKind kind, const QStringList &names, Edition &edition)
{
    for (const QString &name : names)
        edition.names.push_back({kind, {name}});
}

/// The story's own note stands behind what the publication says.
void addNote(const ItemFields &item, Edition &edition)
{
    edition.changeNote = item.change.isEmpty() ? changeIn(item.editorsNote) : item.change;
    const QString said = editionText(edition).editorsNote;
    const bool isOurs = !said.isEmpty() && item.editorsNote.startsWith(said);
    edition.story.editorsNote =
        (isOurs ? item.editorsNote.sliced(said.size()) : item.editorsNote).trimmed();
}

void addAgency(const ItemFields &item, Edition &edition)
{
    story::Agency &agency = edition.agency;
    agency.name = item.agency;
    agency.domain = partOf(edition.guid, 2);
    agency.usageTerms = item.usageTerms;
    edition.notice = item.body.notice;
    if (!edition.notice.isEmpty() && agency.usageTerms.endsWith(u' ' + edition.notice))
        agency.usageTerms.chop(edition.notice.size() + 1);
}

void addTimes(const ItemFields &item, Edition &edition)
{
    const QDate day = QDate::fromString(partOf(edition.guid, 3), u"yyyyMMdd"_s);
    const QDateTime begun =
        day.isValid() ? QDateTime(day, QTime(0, 0), QTimeZone::UTC) : item.versionCreated;
    edition.firstCreated = item.firstCreated.isValid() ? item.firstCreated : begun;
    edition.versionCreated =
        item.versionCreated.isValid() ? item.versionCreated : edition.firstCreated;
    edition.published = item.published.isValid() ? item.published : edition.versionCreated;
}

QString withoutWeb(QString guid)
{
    if (guid.endsWith(".web"_L1))
        guid.chop(4);
    return guid;
}

} // namespace

std::optional<QDateTime> itemTime(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:T?(\\d\\d):?(\\d\\d)(?::?(\\d\\d))?(?:\\.\\d+)?"
        "\\s*(Z|[+-]\\d\\d:?\\d\\d)?)?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const auto number = [&match](int group) {
        return match.captured(group).toInt();
    };
    const QDateTime time(QDate(number(1), number(2), number(3)),
                         QTime(number(4), number(5), number(6)), QTimeZone::UTC);
    if (!match.hasMatch() || !time.isValid())
        return std::nullopt;
    const QString zone = match.captured(7).remove(u':');
    const int minutes =
        zone.size() == 5 ? zone.sliced(1, 2).toInt() * 60 + zone.sliced(3).toInt() : 0;
    return time.addSecs(qint64{zone.startsWith(u'-') ? minutes : -minutes} * 60);
}

Edition editionFrom(const ItemFields &item)
{
    Edition edition;
    edition.kind = item.isWeb ? EditionKind::Web : EditionKind::Wire;
    edition.publication = publicationOf(item);
    edition.guid = item.guid;
    edition.wireGuid = item.storyGuid.isEmpty() ? withoutWeb(item.guid) : item.storyGuid;
    edition.version = std::max(1, item.version);
    edition.previousVersion = std::max(0, item.previousVersion);
    edition.story = storyFrom(item);
    if (edition.publication == PublicationKind::Kill)
        edition.story.headline.clear(); // `KILL: …` is the publication's
    addAgency(item, edition);
    addTimes(item, edition);
    addNames(NamedKind::Person, item.people, edition);
    addNames(NamedKind::Organisation, item.organisations, edition);
    addNames(NamedKind::Place, item.places, edition);
    addNote(item, edition);
    return edition;
}

} // namespace nutgraf::format
