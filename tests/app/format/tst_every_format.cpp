// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Every format says the words of the draft, in the same paragraphs. Each is read back with a reader
// that is not ours: Qt's XML and JSON, md4c for Markdown, yaml-cpp (in decodeStory) for headers.

#include "format/edition.h"
#include "format/story_file.h"
#include "random_text.h"
#include "text/markup.h"
#include "text/printable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

#include <md4c-html.h>

using namespace nutgraf;
using namespace nutgraf::format;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seed = 20260512;

Edition editionOf(const QString &headline, const QString &body)
{
    Edition edition;
    edition.guid = edition.wireGuid = u"urn:newsml:a.example:20260512:x"_s;
    edition.agency.name = u"A"_s;
    edition.story.slug = u"x"_s;
    edition.story.headline = headline;
    edition.story.body = body;
    edition.firstCreated = edition.versionCreated = edition.published =
        QDateTime(QDate(2026, 5, 12), QTime(9, 0), QTimeZone::UTC);
    return edition;
}

/// White space of every kind is one space, and none stands before the end of a direction.
QString squeezed(const QString &words)
{
    return words.simplified().replace(u" \u202C"_s, u"\u202C"_s).replace(u" \u2069"_s, u"\u2069"_s);
}

/// The blocks of an XML text, list numbers before their items; a fault in the XML is one more.
class XmlBlocks {
public:
    explicit XmlBlocks(const QString &xml, const QString &inside = {})
        : m_xml(xml), m_inside(inside)
    {
        read();
    }
    QStringList blocks;
    QString headline;
    QString script;

private:
    void read()
    {
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartElement) {
                begin();
            } else if (token == QXmlStreamReader::EndElement) {
                end();
            } else if (token == QXmlStreamReader::Characters) {
                m_words += m_xml.text();
            }
        }
        if (m_xml.hasError())
            blocks.append(u"XML: "_s + m_xml.errorString());
    }
    void begin()
    {
        const QStringView tag = m_xml.name();
        m_isInside = m_isInside || m_inside.isEmpty()
            || m_xml.attributes().value("class"_L1).startsWith(m_inside);
        if (tag == "br"_L1)
            m_words += u' ';
        if (tag == "ol"_L1) {
            m_number = qMax(1, m_xml.attributes().value("start"_L1).toInt());
            m_number = qMax(m_number, m_xml.attributes().value("seqnum"_L1).toInt());
        }
        if (tag == "ul"_L1)
            m_number = 0;
        if (isBlock(tag))
            m_words.clear();
        if (tag == "li"_L1)
            m_prefix = m_number > 0 ? QString::number(m_number++) + u". "_s : u"- "_s;
    }
    void end()
    {
        const QStringView tag = m_xml.name();
        if (tag == "h1"_L1)
            headline = squeezed(m_words);
        if (tag == "script"_L1)
            script = m_words;
        if (isBlock(tag) && m_isInside && !m_words.trimmed().isEmpty())
            blocks.append(m_prefix + squeezed(m_words));
        if (isBlock(tag)) {
            m_words.clear();
            m_prefix.clear();
        }
        m_isInside = m_isInside && (m_inside.isEmpty() || tag != "div"_L1);
    }
    static bool isBlock(QStringView tag)
    {
        return tag == "p"_L1 || tag == "li"_L1 || tag == "h1"_L1 || tag == "h2"_L1
            || tag == "script"_L1 || tag == "title"_L1 || tag == "pre"_L1 || tag == "td"_L1
            || tag == "h3"_L1 || tag == "th"_L1 || tag == "hl2"_L1;
    }

    QXmlStreamReader m_xml;
    QString m_inside;
    QString m_words;
    QString m_prefix;
    int m_number = 0;
    bool m_isInside = false;
};

QStringList ofHtml(const Edition &edition)
{
    const XmlBlocks page(QString::fromUtf8(writeHtml(edition)), u"article-body"_s);
    const QJsonObject data = QJsonDocument::fromJson(page.script.toUtf8()).object();
    return QStringList{page.headline, squeezed(data["headline"_L1].toString())} + page.blocks;
}

QStringList ofNinjs(const Edition &edition)
{
    const QJsonObject item = QJsonDocument::fromJson(writeNinjs(edition)).object();
    const QString headline = item["headlines"_L1][0]["value"_L1].toString();
    const QString body = item["bodies"_L1][0]["value"_L1].toString();
    return QStringList{squeezed(headline)} + XmlBlocks(u"<div>"_s + body + u"</div>"_s).blocks;
}

QStringList ofNewshub(const Edition &edition)
{
    const QJsonObject item = QJsonDocument::fromJson(writeNewshub(edition)).object();
    const QString body = item["body_html"_L1].toString();
    return QStringList{squeezed(item["headline"_L1].toString())}
    + XmlBlocks(u"<div>"_s + body + u"</div>"_s).blocks;
}

/// The words of the first element of that name.
QString wordsIn(const QString &xml, const QString &element)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            return reader.readElementText();
    }
    return u"XML: "_s + reader.errorString();
}

/// What stands between `<element>` and `</element>`.
QString between(const QString &xml, const QString &element)
{
    const QString whole = xml.section(u'<' + element + u'>', 1, 1);
    return u"<div>"_s + whole.section(u"</"_s + element + u'>', 0, 0) + u"</div>"_s;
}

QString faultIn(const QString &xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        reader.readNext();
    return reader.errorString();
}

QStringList ofNitf(const Edition &edition)
{
    const QString xml = QString::fromUtf8(writeNitf(edition));
    return QStringList{squeezed(wordsIn(xml, u"title"_s)), squeezed(wordsIn(xml, u"hl1"_s))}
    + XmlBlocks(between(xml, u"body.content"_s)).blocks;
}

/// Its two renditions, one after the other.
QStringList ofNewsml(const Edition &edition)
{
    const QString xml = QString::fromUtf8(writeNewsml(edition));
    if (const QString fault = faultIn(xml); !fault.isEmpty())
        return {fault};
    const QString headline = squeezed(wordsIn(xml, u"headline"_s));
    return QStringList{headline} + XmlBlocks(between(xml, u"body"_s)).blocks + QStringList{headline}
    + XmlBlocks(between(xml, u"body.content"_s)).blocks;
}

QStringList ofAtom(const Edition &edition)
{
    const QString xml = QString::fromUtf8(writeAtom(edition));
    return QStringList{squeezed(wordsIn(xml, u"title"_s))}
    + XmlBlocks(u"<div>"_s + wordsIn(xml, u"content"_s) + u"</div>"_s).blocks;
}

QStringList ofPlainText(const Edition &edition)
{
    QStringList lines;
    for (const QString &line : QString::fromUtf8(writePlainText(edition)).split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(squeezed(line));
    }
    return lines;
}

void append(const MD_CHAR *chars, MD_SIZE size, void *html)
{
    static_cast<QByteArray *>(html)->append(chars, static_cast<qsizetype>(size));
}

QStringList ofMarkdown(const Edition &edition, unsigned dialect)
{
    const QByteArray file = writeMarkdown(edition);
    const auto story = decodeStory(file, u"wire.md"_s);
    if (!story)
        return {story.error().detail};
    const QByteArray body = story->story.body.toUtf8();
    QByteArray html;
    md_html(body.constData(), static_cast<MD_SIZE>(body.size()), append, &html, dialect,
            MD_HTML_FLAG_XHTML);
    QStringList blocks = XmlBlocks(u"<div>"_s + QString::fromUtf8(html) + u"</div>"_s).blocks;
    return QStringList{squeezed(story->story.headline)} + blocks;
}

QString prefixOf(const text::Block &block)
{
    if (block.kind == text::BlockKind::Number)
        return QString::number(block.number) + u". "_s;
    return block.kind == text::BlockKind::Bullet ? u"- "_s : QString();
}

/// What the draft says: blocks, line breaks as spaces.
QStringList blocksOf(const QString &body)
{
    QStringList blocks;
    for (const text::Block &block : text::readMarkup(body))
        blocks.append(prefixOf(block) + squeezed(text::wordsOf(block)));
    return blocks;
}

/// The same, a line break beginning a new line.
QStringList linesOf(const QString &body)
{
    QStringList lines;
    for (const text::Block &block : text::readMarkup(body)) {
        const QStringList parts = (prefixOf(block) + text::wordsOf(block)).split(u'\n');
        for (const QString &part : parts) {
            if (!squeezed(part).isEmpty())
                lines.append(squeezed(part));
        }
    }
    return lines;
}

void compareFormats(const QString &headline, const QString &body)
{
    const Edition edition = editionOf(headline, body);
    const QString title = squeezed(text::printableLine(headline));
    const QStringList blocks = blocksOf(body);
    QCOMPARE(ofHtml(edition), (QStringList{title, title} + blocks));
    QCOMPARE(ofNinjs(edition), QStringList{title} + blocks);
    QCOMPARE(ofNewshub(edition), QStringList{title} + blocks);
    QCOMPARE(ofNewsml(edition), QStringList{title} + blocks + QStringList{title} + blocks);
    QCOMPARE(ofNitf(edition), (QStringList{title, title} + blocks));
    if (!blocks.isEmpty())
        QCOMPARE(ofAtom(edition), QStringList{title} + blocks);
    QCOMPARE(ofPlainText(edition), QStringList{title} + linesOf(body));
    for (const unsigned dialect : {unsigned{MD_DIALECT_COMMONMARK}, unsigned{MD_DIALECT_GITHUB}})
        QCOMPARE(ofMarkdown(edition, dialect), (QStringList{title, title} + blocks));
}

/// The lines of a text that was written without markup in mind, as an edition may print them.
QStringList printedLines(const QString &plain)
{
    QStringList lines;
    for (const QString &line :
         QString(plain).replace(QChar::ParagraphSeparator, u'\n').split(u'\n')) {
        const QString printed = squeezed(text::printableLine(line.trimmed()));
        if (!printed.isEmpty())
            lines.append(printed);
    }
    return lines;
}

} // namespace

class TestEveryFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysTheWordsOfTheDraft_data() const;
    void saysTheWordsOfTheDraft() const;
    void saysTheWordsOfAnyDraft() const;
    void saysTheWordsOfAnyImport() const;
    void keepsAnyDraftInItsFile() const;
    void writesScriptsThatBrowsersEnd() const;
};

void TestEveryFormat::saysTheWordsOfTheDraft_data() const
{
    QTest::addColumn<QString>("body");
    for (const char *body :
         {"1986. That was the year.\n\n1. One.\n2. Two.",
          "7. Keep right.\n8. Blow.\n\n- a\n- b\n\n- c\n- d",
          "“c**p and c**p,” @_calder_lock_ 4* 5*3*2 __init__", "*One* **two *three*** four.",
          "*see [x](mailto:a@b.example) there* [y](javascript:alert(4)) [z](page)",
          "One\xE2\x80\xA8two\vthree\n> Quoted\n>\n> Again\xE2\x80\xA8so\n\n> Else",
          "## Head *it*\nText\n===\n---\n+ x\n# 1",
          "AT&T and R&amp;D grew. 1 < 2 &lt; 3. &copy; <script>alert(2)</script> <!-- x",
          "| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n    four\n![p](q.jpg)",
          "[note]: http://x.example\n[note] said.",
          "a\\ b\\\nc\\\xE2\x80\xA8- d\xE2\x80\xA8===\xE2\x80\xA8# e\xE2\x80\xA8"
          "1. f",
          "- one\n* two\n1) three\n~~~\n***", "\xE2\x80\xAEright to left \xE2\x81\xA7 open",
          "https://a.example/_b_ <https://c.example> www.d.example"}) {
        QTest::newRow(body) << QString::fromUtf8(body);
    }
}

void TestEveryFormat::saysTheWordsOfTheDraft() const
{
    QFETCH(QString, body);
    compareFormats(u"Head: *line* & <!--<script> “x”"_s, body);
}

void TestEveryFormat::saysTheWordsOfAnyDraft() const
{
    QRandomGenerator random(Seed);
    for (int i = 0; i < 800; ++i) {
        const QString headline = u"H"_s + randomText(random, 8).remove(QChar(0));
        const QString body = randomText(random, 40);
        compareFormats(headline, body);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"seed %1, round %2: %3"_s.arg(Seed).arg(i).arg(body)));
    }
}

void TestEveryFormat::saysTheWordsOfAnyImport() const
{
    QRandomGenerator random(Seed + 1);
    for (int i = 0; i < 800; ++i) {
        const QString plain = randomText(random, 40);
        const QString body = text::escapedMarkup(plain);
        QCOMPARE(blocksOf(body), printedLines(plain));
        QCOMPARE(ofNinjs(editionOf(u"H"_s, body)), QStringList{u"H"_s} + printedLines(plain));
    }
}

void TestEveryFormat::keepsAnyDraftInItsFile() const
{
    QRandomGenerator random(Seed + 2);
    for (int i = 0; i < 1000; ++i) {
        story::Story story;
        story.slug = u"x"_s;
        story.headline = randomText(random, 8).simplified();
        story.keywords = {u"no"_s, randomText(random, 4).simplified()};
        story.body = randomText(random, 40);
        const auto again = decodeStory(encodeStory(story), u"story.md"_s);
        QVERIFY2(again, qPrintable(story.headline + (again ? QString() : again.error().detail)));
        QCOMPARE(again->story.headline, story.headline);
        QCOMPARE(again->story.keywords, story.keywords);
        QCOMPARE(again->story.body, story.body);
    }
}

/// `<!--` and `<script` in a script element hide its end from a browser.
void TestEveryFormat::writesScriptsThatBrowsersEnd() const
{
    const QByteArray page =
        writeHtml(editionOf(u"How <!--<script> & </script>\u2028 breaks"_s, u"x"_s));
    const qsizetype begin = page.indexOf("ld+json\">") + 9;
    const QByteArray script = page.sliced(begin, page.indexOf("</script>", begin) - begin);
    QVERIFY(!script.contains('<') && !script.contains('>') && !script.contains('&'));
    QVERIFY(!QString::fromUtf8(page).contains(QChar::LineSeparator));
    QCOMPARE(page.count("<script"), 1);
    QCOMPARE(QJsonDocument::fromJson(script).object()["headline"_L1].toString(),
             u"How <!--<script> & </script> breaks"_s);
}

QTEST_GUILESS_MAIN(TestEveryFormat)

#include "tst_every_format.moc"
