// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/edition_text.h"

#include "base/clock.h"
#include "format/body_markup.h"
#include "format/body_text.h"
#include "format/media_topics.h"
#include "text/capitals.h"
#include "text/characters.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::format {

namespace {

void addDateline(const story::Story &story, EditionText &text)
{
    const story::Dateline &dateline = story.dateline;
    text.located = text::inOrdinaryCase(dateline.place, story.language);
    if (dateline.date.isValid())
        text.datelineDay = QLocale(story.language).toString(dateline.date, u"d MMMM"_s);
    QStringList parts{text::inCapitals(dateline.place, story.language), text.datelineDay};
    parts.removeAll(QString());
    text.dateline = parts.join(u", "_s);
}

QString sentence(const QString &text)
{
    const QString words = text.trimmed();
    return words.isEmpty() || QStringView(u".!?…").contains(words.back()) ? words : words + u'.';
}

QString changeNote(const Edition &edition, const EditionText &text)
{
    if (text.isKilled) {
        return u"KILL. Do not use %1, version %2 and earlier: %3 Take it off every page and out of "
               "every archive."_s.arg(text.slugline, QString::number(edition.version - 1),
                                      sentence(edition.changeNote));
    }
    if (text.signal == "correction"_L1) {
        return u"CORRECTION. Replaces version %1: %2"_s.arg(
            QString::number(edition.previousVersion), sentence(edition.changeNote));
    }
    return text.signal == "update"_L1 ? u"UPDATE. "_s + sentence(edition.changeNote) : QString();
}

QString editorsNote(const Edition &edition, const EditionText &text)
{
    QStringList parts{changeNote(edition, text)};
    if (text.embargo) {
        parts.append(u"EMBARGOED until %1 UTC. Not for release earlier."_s.arg(
            text.embargo->toUTC().toString(u"yyyy-MM-dd HH:mm"_s)));
    }
    if (!text.isKilled)
        parts.append(edition.story.editorsNote.trimmed());
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// Built from the guid, which never changes, so that the page keeps its address.
QString address(const Edition &edition, const story::Agency &agency)
{
    const QString day = edition.wireGuid.section(u':', 3, 3);
    const QString page =
        u"%1-%2-%3-%4.html"_s.arg(day.first(qMin<qsizetype>(4, day.size())), day.mid(4, 2),
                                  day.mid(6, 2), edition.wireGuid.section(u':', 4));
    return siteOf(agency) + (edition.kind == EditionKind::Web ? u"/"_s : u"/wire/"_s) + page;
}

void addSubjects(const story::Story &story, EditionText &text)
{
    for (const QString &subject : story.subjects) {
        const QString code = topicCode(subject);
        if (!code.isEmpty() && !text.subjects.contains(code)) {
            text.subjects.append(code);
        } else if (code.isEmpty() && !text.isKilled) {
            text.keywords.append(subject);
        }
    }
    if (!text.isKilled)
        text.keywords += story.keywords;
    text.keywords.removeDuplicates();
}

bool isWordAt(QStringView words, qsizetype at)
{
    return at >= 0 && at < words.size() && text::isWordCharacter(words[at]);
}

/// Whether `name` stands in `words`, and not as a part of longer words.
bool isNamedIn(const QString &words, const QString &name)
{
    for (qsizetype at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
        if (!isWordAt(words, at - 1) && !isWordAt(words, at + name.size()))
            return true;
    }
    return false;
}

QStringList &listOf(NamedKind kind, EditionText &text)
{
    return kind == NamedKind::Person      ? text.people
        : kind == NamedKind::Organisation ? text.organisations
                                          : text.places;
}

void addNames(const Edition &edition, EditionText &text)
{
    const QString words =
        QStringList{text.headline, text.deck, plainBody(text.body)}.join(u'\n').simplified();
    for (const Named &named : edition.names) {
        const auto said = std::ranges::find_if(named.forms, [&](const QString &form) {
            return !form.isEmpty() && isNamedIn(words, form);
        });
        if (said != named.forms.end() && !listOf(named.kind, text).contains(*said))
            listOf(named.kind, text).append(*said);
    }
}

void addRights(const Edition &edition, EditionText &text)
{
    const story::Agency &agency = edition.agency;
    text.agency = agency.name.isEmpty() ? agency.domain : agency.name;
    text.copyright = u"© %1 %2. All rights reserved."_s.arg(
        edition.firstCreated.toUTC().toString(u"yyyy"_s), text.agency);
    text.usageTerms = agency.usageTerms.isEmpty()
        ? u"For use under an agreement with %1 only."_s.arg(text.agency)
        : agency.usageTerms;
    if (!edition.notice.isEmpty())
        text.usageTerms += u' ' + edition.notice;
}

} // namespace

EditionText editionText(const Edition &edition)
{
    const story::Story &story = edition.story;
    EditionText text;
    text.isWeb = edition.kind == EditionKind::Web;
    text.isKilled = edition.publication == PublicationKind::Kill;
    if (!text.isKilled && story.embargo && edition.versionCreated < *story.embargo) {
        text.embargo = story.embargo;
    }
    text.edition = text.isWeb ? u"web"_s : u"wire"_s;
    text.profile = u"text-"_s + text.edition;
    text.status = text.isKilled ? u"canceled"_s : u"usable"_s;
    // The first web edition of a later version changes nothing for its readers.
    if (edition.previousVersion > 0 && edition.publication == PublicationKind::Update)
        text.signal = u"update"_s;
    if (edition.previousVersion > 0 && edition.publication == PublicationKind::Correction)
        text.signal = u"correction"_s;
    text.signalText = text.signal.isEmpty() ? QString() : edition.changeNote;
    text.slugline = story.slug.toUpper();
    text.headline = text.isKilled ? u"KILL: "_s + text.slugline : story.headline;
    text.deck = text.isKilled ? QString() : story.deck;
    text.byline = story.byline.isEmpty() ? QString() : u"By "_s + story.byline;
    text.writers = authorsOf(story.byline, story.dateline.place);
    addDateline(story, text);
    text.editorsNote = editorsNote(edition, text);
    text.address = address(edition, edition.agency);
    addSubjects(story, text);
    addRights(edition, text);
    if (!text.isKilled) {
        text.body = text::readMarkup(story.body);
        for (text::Block &block : text.body)
            trimSpans(block.spans);
        text.notice = edition.notice;
        addNames(edition, text);
    }
    return text;
}

QString siteOf(const story::Agency &agency)
{
    QString base = agency.siteUrl.isEmpty() ? u"https://"_s + agency.domain : agency.siteUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    return base;
}

QString versionId(const QString &guid, int version)
{
    return u"%1#v%2"_s.arg(guid).arg(version);
}

QString countedWords(const EditionText &text)
{
    const QString words = plainBody(text.body);
    return text.notice.isEmpty() ? words : words + u"\n\n"_s + text.notice;
}

} // namespace nutgraf::format
