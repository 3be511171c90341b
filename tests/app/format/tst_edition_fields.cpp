// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What every format must say of an edition, and what none may (publishing contract §3 and §5).

#include "format/writers.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int hour)
{
    return {QDate(2026, 5, 12), QTime(hour, 0), QTimeZone::UTC};
}

/// A third version with a value of its own in every field.
Edition edition(EditionKind kind, PublicationKind publication)
{
    Edition edition;
    edition.kind = kind;
    edition.publication = publication;
    edition.wireGuid = u"urn:newsml:a.example:20260512:k3v9q2mtxz"_s;
    edition.guid = edition.wireGuid + (kind == EditionKind::Web ? u".web"_s : QString());
    edition.version = 3;
    edition.previousVersion = 2;
    edition.agency.name = u"Meridian & Wire"_s;
    edition.agency.domain = u"a.example"_s;
    edition.agency.usageTerms = u"Terms of use."_s;
    story::Story &story = edition.story;
    story.slug = u"secretslug"_s;
    story.headline = u"Secret headline"_s;
    story.deck = u"Secret deck"_s;
    story.byline = u"Ann Lee"_s;
    story.dateline = {u"PORT LORNE"_s, QDate(2026, 5, 12)};
    story.subjects = {u"medtop:11000000"_s};
    story.keywords = {u"secretword"_s};
    story.editorsNote = u"Secret note"_s;
    story.body = u"Secret text."_s;
    edition.notice = kind == EditionKind::Web ? u"In summarized form."_s : QString();
    edition.changeNote = u"The sums were wrong"_s;
    edition.firstCreated = at(7);
    edition.published = at(8);
    edition.versionCreated = at(9);
    return edition;
}

/// A killed edition as app/publish hands it in, and as nobody should: with all its words.
Edition killed(EditionKind kind)
{
    Edition edition = ::edition(kind, PublicationKind::Kill);
    edition.story.slug = u"k3v9q2mtxz"_s;
    return edition;
}

} // namespace

class TestEditionFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() const;
    void saysWhatItIs() const;
    void saysWhatChanged() const;
    void aKillSaysNothingOfTheStory() const;
    void saysWhenAnEmbargoEnds() const;
    void keepsTheNoteToEditorsFromReaders() const;
    void namesWhatStandsInItAndNothingElse() const;
    void namesNobodyAfterAKill() const;
};

void TestEditionFields::initTestCase_data() const
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<EditionKind>("kind");
    for (const Writer &writer : writers()) {
        for (const EditionKind kind : {EditionKind::Wire, EditionKind::Web}) {
            if (writer.nature == FileNature::Text && isFor(writer, kind))
                QTest::newRow(qPrintable(fileName(writer, kind))) << QString(writer.name) << kind;
        }
    }
}

namespace {

QByteArray written(const Edition &edition)
{
    QFETCH_GLOBAL(QString, name);
    for (const Writer &writer : writers()) {
        if (writer.name == name)
            return writer.write(edition);
    }
    return {};
}

bool isPlainText()
{
    QFETCH_GLOBAL(QString, name);
    return name == u"Plain text"_s;
}

} // namespace

void TestEditionFields::saysWhatItIs() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    const Edition given = edition(kind, PublicationKind::First);
    const QByteArray bytes = written(given);
    for (const char *words : {"Secret headline", "Secret deck", "Ann Lee", "Secret text."})
        QVERIFY2(bytes.contains(words), words);
    QVERIFY(bytes.contains("Port Lorne") || bytes.contains("PORT LORNE"));
    if (!isPlainText())
        QVERIFY(bytes.contains(given.guid.toUtf8()));
    QCOMPARE(bytes.count("In summarized form.") > 0, kind == EditionKind::Web);
}

void TestEditionFields::saysWhatChanged() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    const QByteArray bytes = written(edition(kind, PublicationKind::Correction));
    QVERIFY(bytes.contains("The sums were wrong"));
    QVERIFY(bytes.toLower().contains("correction"));
}

void TestEditionFields::aKillSaysNothingOfTheStory() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    const QByteArray bytes = written(killed(kind)).toLower();
    QVERIFY2(!bytes.contains("secret"), bytes.constData());
    QVERIFY(bytes.contains("kill: k3v9q2mtxz"));
}

void TestEditionFields::saysWhenAnEmbargoEnds() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    Edition embargoed = edition(kind, PublicationKind::Update);
    embargoed.story.embargo = at(20);
    const auto saysSo = [&] {
        const QByteArray bytes = written(embargoed);
        return bytes.contains("2026-05-12T20:00:00") || bytes.contains("20260512T200000Z");
    };
    QVERIFY(saysSo());
    embargoed.versionCreated = at(21); // it is over
    QVERIFY(!saysSo());
    QVERIFY(!written(embargoed).toLower().contains("embargoed"));
}

/// Machines are told; pages, feeds and Markdown of the web edition are not (contract §6).
void TestEditionFields::keepsTheNoteToEditorsFromReaders() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    QFETCH_GLOBAL(QString, name);
    const QByteArray bytes = written(edition(kind, PublicationKind::First));
    const bool isForMachines =
        QStringList{u"ninjs 3.1"_s, u"Newshub"_s, u"NewsML-G2"_s, u"NITF"_s}.contains(name);
    QCOMPARE(bytes.contains("Secret note"), isForMachines);
}

/// The whole story names Anna Barrow; this edition calls her Barrow.
void TestEditionFields::namesWhatStandsInItAndNothingElse() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    QFETCH_GLOBAL(QString, name);
    Edition given = edition(kind, PublicationKind::First);
    given.story.body = u"Barrow spoke in Port *Lorne* Harbour for the Lorne Assembly."_s;
    given.names = {{NamedKind::Person, {u"Anna Barrow"_s, u"Barrow"_s}},
                   {NamedKind::Person, {u"Tom Rowe"_s, u"row"_s}}, // a part of "Barrow"
                   {NamedKind::Person, {u"Barrow"_s}},
                   {NamedKind::Organisation, {u"Lorne Assembly"_s}},
                   {NamedKind::Place, {u"Port Lorne Harbour"_s}},
                   {NamedKind::Place, {u"Sella"_s}}};
    const QByteArray bytes = written(given);
    for (const char *words : {"Anna", "Tom", "Sella", ">row<", "\"row\""})
        QVERIFY2(!bytes.contains(words), words);
    const QStringList saying{u"ninjs 3.1"_s, u"NewsML-G2"_s, u"NITF"_s, u"HTML"_s};
    if (saying.contains(name)) {
        for (const char *words : {"Barrow", "Lorne Assembly", "Port Lorne Harbour"})
            QVERIFY2(bytes.contains(">" + QByteArray(words) + "<")
                         || bytes.contains('"' + QByteArray(words) + '"'),
                     words);
    }
}

void TestEditionFields::namesNobodyAfterAKill() const
{
    QFETCH_GLOBAL(EditionKind, kind);
    Edition given = killed(kind);
    given.names = {{NamedKind::Person, {u"Anna Barrow"_s, u"KILL"_s}}};
    const QByteArray bytes = written(given);
    QVERIFY(!bytes.contains("Barrow"));
    QVERIFY(!bytes.contains("\"KILL\"") && !bytes.contains(">KILL<"));
}

QTEST_GUILESS_MAIN(TestEditionFields)

#include "tst_edition_fields.moc"
