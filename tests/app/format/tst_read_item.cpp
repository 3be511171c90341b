// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What we write is read and written again unchanged; what others write is read; what attacks is
// refused.

#include "format/read_item.h"
#include "format/writers.h"
#include "random_text.h"

#include <QDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seed = 20260512;

using Write = QByteArray (*)(const Edition &);

struct Pair {
    const char *name;
    Write write;
};
constexpr Pair Pairs[] = {{"ninjs 3.1", &writeNinjs},
                          {"Newshub", &writeNewshub},
                          {"NewsML-G2", &writeNewsml},
                          {"NITF", &writeNitf}};

QDateTime at(int hour)
{
    return {QDate(2026, 5, 12), QTime(hour, 5, 9), QTimeZone::UTC};
}

Edition edition(EditionKind kind)
{
    Edition edition;
    edition.kind = kind;
    edition.wireGuid = u"urn:newsml:a.example:20260512:k3v9q2mtxz"_s;
    edition.guid = edition.wireGuid + (kind == EditionKind::Web ? u".web"_s : QString());
    edition.agency.name = u"Meridian & \"Wire\""_s;
    edition.agency.domain = u"a.example"_s;
    edition.agency.usageTerms = u"Terms <of> use."_s;
    edition.notice = kind == EditionKind::Web ? u"In summarized form, & short."_s : QString();
    story::Story &story = edition.story;
    story.slug = u"harbour-levy"_s;
    story.headline = u"Ferry levy <stays> & “so on”"_s;
    story.deck = u"Minister promises & \"more\""_s;
    story.byline = u"Irena Castell and Owen Marsh"_s;
    story.dateline = {u"PORT LORNE"_s, QDate(2026, 5, 12)};
    story.urgency = 3;
    story.subjects = {u"medtop:11000000"_s, u"medtop:20000056"_s};
    story.keywords = {u"ferry"_s, u"levy & toll"_s};
    story.editorsNote = u"Pictures follow."_s;
    story.body = u"A *levy* on **tickets** and [six boats](https://a.example/b?c=1&d=2).\n\n## Head"
                 "\n\n- a\n- b\n\n7. c\n8. d\n\n> q\n> r\n\n> s"_s;
    edition.names = {{NamedKind::Person, {u"levy"_s}}, {NamedKind::Place, {u"Head"_s}}};
    edition.firstCreated = at(7);
    edition.published = at(8);
    edition.versionCreated = at(9);
    return edition;
}

Edition as(Edition edition, PublicationKind publication)
{
    edition.publication = publication;
    edition.version = 3;
    edition.previousVersion = 2;
    edition.changeNote = u"The charge is 2 crowns, not 3"_s;
    return edition;
}

/// A text without what no edition prints: a style that ends at such a character ends inside a word
/// when that is gone, where the markup has no style.
QString withoutUnseen(const QString &text)
{
    QString seen;
    for (const QChar c : text) {
        const bool isLine = c == u'\n' || c == QChar::LineSeparator;
        const bool isSeen = c.isPrint() || c.isSurrogate() || c.category() == QChar::Other_Format;
        if (isLine || isSeen)
            seen += c;
    }
    return seen;
}

/// What is left when a file is read and written again; empty: nothing else than before.
QString changeOf(const Pair &pair, const Edition &edition)
{
    const QByteArray once = pair.write(edition);
    const Result<Edition> read = readItem(once, u"item"_s);
    if (!read)
        return u"refused: "_s + read.error().detail;
    const QByteArray again = pair.write(*read);
    const auto [one, other] = std::ranges::mismatch(once, again);
    if (one == once.end() && other == again.end())
        return {};
    const qsizetype begin = std::max<qsizetype>(0, one - once.begin() - 60);
    return QString::fromUtf8(once.mid(begin, 400) + "\n--- again ---\n" + again.mid(begin, 400));
}

} // namespace

class TestReadItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAgainWhatItRead_data() const;
    void writesAgainWhatItRead() const;
    void writesAgainAnyBody() const;
    void readsTheStory_data() const;
    void readsTheStory() const;
    void readsTheOfficialExamples_data() const;
    void readsTheOfficialExamples() const;
    void readsOldHtml() const;
    void readsNitfOfTheField() const;
    void refusesEntities_data() const;
    void refusesEntities() const;
    void refusesWhatIsTooMuch() const;
    void outlivesAnyDamage() const;
};

void TestReadItem::writesAgainWhatItRead_data() const
{
    QTest::addColumn<Edition>("given");
    for (const EditionKind kind : {EditionKind::Wire, EditionKind::Web}) {
        const QByteArray name = kind == EditionKind::Web ? "web: " : "wire: ";
        const Edition first = edition(kind);
        QTest::newRow(name + "first") << first;
        QTest::newRow(name + "update") << as(first, PublicationKind::Update);
        QTest::newRow(name + "correction") << as(first, PublicationKind::Correction);
        Edition killed = as(first, PublicationKind::Kill);
        killed.notice.clear();
        QTest::newRow(name + "kill") << killed;
        Edition embargoed = as(first, PublicationKind::Update);
        embargoed.story.embargo = at(20);
        QTest::newRow(name + "embargo") << embargoed;
        Edition bare = first;
        bare.story.deck = bare.story.byline = bare.story.editorsNote = QString();
        bare.story.dateline = {};
        bare.story.keywords = {};
        bare.names = {};
        QTest::newRow(name + "bare") << bare;
        Edition nowhere = first;
        nowhere.story.dateline.place.clear();
        QTest::newRow(name + "no place") << nowhere;
        Edition never = first;
        never.story.dateline.date = {};
        QTest::newRow(name + "no day") << never;
        Edition german = first;
        german.story.language = u"de"_s;
        german.story.dateline = {u"KÖLN"_s, QDate(2026, 3, 1)};
        QTest::newRow(name + "German") << german;
    }
}

void TestReadItem::writesAgainWhatItRead() const
{
    QFETCH(Edition, given);
    for (const Pair &pair : Pairs) {
        if (pair.write != &writeNewshub || given.kind == EditionKind::Wire) {
            const QString change = changeOf(pair, given);
            QVERIFY2(change.isEmpty(), qPrintable(QString::fromLatin1(pair.name) + change));
        }
    }
}

void TestReadItem::writesAgainAnyBody() const
{
    QRandomGenerator random(Seed);
    for (int i = 0; i < 800; ++i) {
        Edition given = edition(EditionKind::Wire);
        given.names.clear();
        given.story.body = u"x\n\n"_s + withoutUnseen(randomText(random, 40));
        for (const Pair &pair : Pairs) {
            const QString change = changeOf(pair, given);
            QVERIFY2(
                change.isEmpty(),
                qPrintable(
                    u"%1, round %2: %3"_s.arg(QString::fromLatin1(pair.name)).arg(i).arg(change)));
        }
    }
}

void TestReadItem::readsTheStory_data() const
{
    QTest::addColumn<int>("pair");
    for (int i = 0; i < 4; ++i)
        QTest::newRow(Pairs[i].name) << i;
}

void TestReadItem::readsTheStory() const
{
    QFETCH(int, pair);
    const Edition given = edition(EditionKind::Wire);
    const Result<Edition> read = readItem(Pairs[pair].write(given), u"item"_s);
    QVERIFY(read);
    const story::Story &story = read->story;
    QCOMPARE(story.slug, given.story.slug);
    QCOMPARE(story.headline, given.story.headline);
    QCOMPARE(story.deck, given.story.deck);
    QCOMPARE(story.byline, given.story.byline);
    QCOMPARE(story.dateline.place, u"Port Lorne"_s);
    QCOMPARE(story.urgency, 3);
    QCOMPARE(story.subjects, given.story.subjects);
    QCOMPARE(story.keywords, given.story.keywords);
    QCOMPARE(story.editorsNote, given.story.editorsNote);
    QCOMPARE(story.body, given.story.body);
    QCOMPARE(read->agency.name, given.agency.name);
}

namespace {

/// What the standards bodies publish beside their schemas, where it lies beside the checkout.
const QString Schemas = QStringLiteral(NUTGRAF_SOURCE_DIR "/../shared/schemas");

} // namespace

void TestReadItem::readsTheOfficialExamples_data() const
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const QString ninjs = Schemas + u"/ninjs/examples/valid-"_s;
    for (const QString &example :
         {u"1.6-001_simple_example"_s, u"1.6-003_associations_example"_s,
          u"2.2-001_simple_example"_s, u"2.2-002_renditions_example"_s, u"3.1-001_simple_example"_s,
          u"3.1-003_associations_example"_s}) {
        QTest::newRow(qPrintable(example)) << ninjs + example + u".json"_s << u""_s;
    }
    const QString newsml = Schemas + u"/newsml-g2/examples/LISTING_"_s;
    QTest::newRow("NewsML-G2 1") << newsml + u"1_A_NewsML-G2_News_Item.xml"_s << u""_s;
    QTest::newRow("NewsML-G2 2") << newsml + u"2_NewsML-G2_Text_Document.xml"_s
                                 << u"Fed to halt QE"_s;
    QTest::newRow("NITF") << Schemas + u"/nitf/examples/LISTING_25_article.xml"_s << u"Phillies"_s;
}

void TestReadItem::readsTheOfficialExamples() const
{
    QFETCH(QString, path);
    QFETCH(QString, words);
    QFile file(path);
    if (!QFile::exists(Schemas))
        QSKIP("The schemas are not beside this checkout.");
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    const Result<Edition> read = readItem(file.readAll(), path);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY2(!read->story.headline.isEmpty() || !read->story.body.isEmpty(), qPrintable(path));
    QVERIFY((read->story.headline + read->story.body).contains(words));
}

void TestReadItem::readsOldHtml() const
{
    const auto bodyOf = [](const QByteArray &html) {
        const QByteArray json = R"({"guid": "a", "headline": "H", "body_html": ")" + html + "\"}";
        return readNinjs(json, u"old"_s)->story.body;
    };
    QCOMPARE(bodyOf("<p>One&nbsp;two<br>three</p>\\n<p><b>Four</b> &mdash; <i>five</i>.</p>"),
             u"One\u00A0two\u2028three\n\n**Four** — *five*."_s);
    QCOMPARE(bodyOf("<p>One<p>Two &amp; <b>three"), u"One\n\nTwo & three"_s); // no XML at all
    QCOMPARE(bodyOf("<ul><li>only one</li></ul><table><tr><td>a</td></tr></table>"),
             u"only one\n\na"_s);
    QCOMPARE(bodyOf("<p>1986. *So* it is</p><script>x</script>"), u"1986. \\*So\\* it is"_s);
}

void TestReadItem::readsNitfOfTheField() const
{
    const QByteArray nitf =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n<nitf><head>"
        "<tobject><tobject.subject tobject.subject.refnum=\"04000000\"/></tobject></head><body>"
        "<body.head><hedline><hl1>Levy\n   stays</hl1></hedline><dateline><location>LORNE"
        "</location></dateline></body.head><body.content><block><p>A <org>Ferry Union</org>\n"
        "   vote.</p></block></body.content></body></nitf>";
    const Result<Edition> read = readItem(nitf, u"field"_s);
    QVERIFY(read);
    QCOMPARE(read->story.headline, u"Levy stays"_s);
    QCOMPARE(read->story.dateline.place, u"LORNE"_s);
    QCOMPARE(read->story.subjects, QStringList{u"medtop:04000000"_s});
    QCOMPARE(read->story.body, u"A Ferry Union vote."_s);
}

void TestReadItem::refusesEntities_data() const
{
    QTest::addColumn<QByteArray>("declared");
    QTest::newRow("a file") << QByteArray("<!ENTITY x SYSTEM \"file:///etc/passwd\">");
    QTest::newRow("an address") << QByteArray("<!ENTITY x SYSTEM \"http://a.example/x\">");
    QTest::newRow("a parameter") << QByteArray("<!ENTITY % x SYSTEM \"http://a.example/x\"> %x;");
    QTest::newRow("a bomb") << QByteArray(
        "<!ENTITY a \"ha ha ha ha ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY x \"&b;&b;&b;&b;&b;&b;&b;&b;\">");
}

void TestReadItem::refusesEntities() const
{
    QFETCH(QByteArray, declared);
    for (const char *reference : {"&x;", ""}) {
        const QByteArray nitf = "<!DOCTYPE nitf [" + declared
            + "]><nitf><body><body.head><hedline><hl1>H" + reference
            + "</hl1></hedline></body.head></body></nitf>";
        const Result<Edition> read = readItem(nitf, u"attack.xml"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ImportUnrecognised);
        QCOMPARE(read.error().subject, u"attack.xml"_s);
    }
}

void TestReadItem::refusesWhatIsTooMuch() const
{
    const auto code = [](const QByteArray &bytes) {
        const Result<Edition> read = readItem(bytes, u"big"_s);
        return read ? std::nullopt : std::optional(read.error().code);
    };
    const QByteArray huge(MaxItemBytes + 1, ' ');
    QCOMPARE(code("{" + huge), ErrorCode::FileTooLarge);
    QCOMPARE(code("<nitf>" + huge), ErrorCode::FileTooLarge);
    QCOMPARE(code("<newsItem>" + huge), ErrorCode::FileTooLarge);
    QCOMPARE(code("<nitf>" + QByteArray("<p>").repeated(100000)), ErrorCode::ImportUnrecognised);
    QCOMPARE(code("{\"uri\":" + QByteArray("[").repeated(100000)), ErrorCode::ImportUnrecognised);
    for (const char *other : {"", "{}", "[]", "<html/>", "plain words", "{\"uri\"", "\xFF\xFE<a/>"})
        QCOMPARE(code(other), ErrorCode::ImportUnrecognised);
}

/// Cut anywhere, and with any byte changed: an answer, whichever.
void TestReadItem::outlivesAnyDamage() const
{
    QRandomGenerator random(Seed);
    for (const Pair &pair : Pairs) {
        const QByteArray whole = pair.write(edition(EditionKind::Wire));
        for (int i = 0; i < 400; ++i) {
            QByteArray damaged = whole;
            const qsizetype place = random.bounded(whole.size());
            if (i % 2 == 0)
                damaged.truncate(place);
            else
                damaged[place] = static_cast<char>(random.bounded(256));
            const Result<Edition> read = readItem(damaged, u"damaged"_s);
            QVERIFY(read || !read.error().subject.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestReadItem)

#include "tst_read_item.moc"
