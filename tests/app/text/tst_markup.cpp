// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/foreign_markup.h"
#include "text/markup.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::text;
using namespace Qt::StringLiterals;

namespace {

QString letterOf(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Paragraph:
        return u"p"_s;
    case BlockKind::Crosshead:
        return u"h"_s;
    case BlockKind::Bullet:
        return u"b"_s;
    case BlockKind::Number:
        return u"n"_s;
    case BlockKind::Quotation:
        return u"q"_s;
    }
    return {};
}

QString described(const Span &span)
{
    const QString words = span.address.isEmpty() ? span.words : span.words + u'@' + span.address;
    switch (span.style) {
    case SpanStyle::Plain:
        return words;
    case SpanStyle::Emphasis:
        return u"{e "_s + words + u'}';
    case SpanStyle::Strong:
        return u"{s "_s + words + u'}';
    case SpanStyle::Link:
        return u"{a "_s + words + u'}';
    case SpanStyle::LineBreak:
        return u"{br}"_s;
    }
    return {};
}

/// `p:a {e b}|n7:c`: kinds (a `+` goes on with the list or quotation before) and spans.
QString described(QStringView body)
{
    QStringList blocks;
    for (const Block &block : readMarkup(body)) {
        QString text = block.isFirst ? QString() : u"+"_s;
        text += letterOf(block.kind)
            + (block.number > 0 ? QString::number(block.number) : QString()) + u':';
        for (const Span &span : block.spans)
            text += described(span);
        blocks.append(text);
    }
    return blocks.join(u'|');
}

QString wordsOfAll(QStringView body)
{
    QStringList words;
    for (const Block &block : readMarkup(body))
        words.append(wordsOf(block));
    return words.join(u'|');
}

/// Pieces of which a random text is made: marks, words and what stands between.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces = {
        u"*"_s,       u"**"_s,      u"***"_s, u"_"_s,      u"["_s,
        u"]"_s,       u"("_s,       u")"_s,   u"]("_s,     u"https://a.example/b"_s,
        u"mailto:"_s, u"\\"_s,      u"&"_s,   u"&amp;"_s,  u"&#42;"_s,
        u"<"_s,       u">"_s,       u"# "_s,  u"## "_s,    u"- "_s,
        u"* "_s,      u"> "_s,      u"1. "_s, u"2. "_s,    u"1986. "_s,
        u"!"_s,       u"word"_s,    u"c"_s,   u"Ørsted"_s, u"字"_s,
        u"😀"_s,      u"e\u0301"_s, u" "_s,   u" "_s,      u"\n"_s,
        u"\n\n"_s,    u"“"_s,       u"”"_s,   u"\""_s,     u"'"_s,
        u"."_s,       u"|"_s,       u"`"_s,
    };
    QString text;
    const int length = random.bounded(1, 24);
    for (int i = 0; i < length; ++i)
        text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    return text;
}

/// The lines of a text that have anything in them, without white space at their ends.
QString linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines.join(u'|');
}

} // namespace

class TestMarkup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBlocks_data() const;
    void readsBlocks() const;
    void readsWordsInALine_data() const;
    void readsWordsInALine() const;
    void leavesOutWhatNoEditionMayCarry() const;
    void saysWhereItsMarksAre() const;
    void escapesWhatWouldBeMarkup_data() const;
    void escapesWhatWouldBeMarkup() const;
    void printsEscapedTextAsItStands() const;
    void staysQuickOnManyMarks() const;
    void findsMarkupOfOthers() const;
    void findsConflictMarkers() const;
};

void TestMarkup::readsBlocks_data() const
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &body, const QString &expected) {
        QTest::newRow(name) << body << expected;
    };
    row("nothing", u" \n\n"_s, {});
    row("a line is a paragraph", u"One.\nTwo.\n\n  Three.\u2029Four."_s,
        u"p:One.|p:Two.|p:Three.|p:Four."_s);
    row("line ends of every kind", u"One.\r\nTwo.\rThree."_s, u"p:One.|p:Two.|p:Three."_s);
    row("a year is no list", u"1986. That was the year."_s, u"p:1986. That was the year."_s);
    row("nor are two", u"1986. Built.\n1987. Opened."_s, u"p:1986. Built.|p:1987. Opened."_s);
    row("nor is a date", u"9. June 2026 is the last day."_s, u"p:9. June 2026 is the last day."_s);
    row("a list counts up", u"7. Right.\n8. Horn."_s, u"n7:Right.|+n8:Horn."_s);
    row("and only that", u"7. Right.\n9. Horn."_s, u"p:7. Right.|p:9. Horn."_s);
    row("not over an empty line", u"7. Right.\n\n8. Horn."_s, u"p:7. Right.|p:8. Horn."_s);
    row("not with a leading zero", u"01. Right.\n02. Horn."_s, u"p:01. Right.|p:02. Horn."_s);
    row("one dash is a dash", u"- No comment, he wrote."_s, u"p:- No comment, he wrote."_s);
    row("two are a list", u"- Ferries\n- *Buses*"_s, u"b:Ferries|+b:{e Buses}"_s);
    row("of one mark", u"- Ferries\n* Buses"_s, u"p:- Ferries|p:* Buses"_s);
    row("lists may follow each other", u"* a\n* b\n\n* c\n* d"_s, u"b:a|+b:b|b:c|+b:d"_s);
    row("no list of plus", u"+ 3 degrees\n+ 4 degrees"_s, u"p:+ 3 degrees|p:+ 4 degrees"_s);
    row("crosshead", u"## Six boats\n### Seven"_s, u"h:Six boats|h:Seven"_s);
    row("no crosshead", u"# 1 on the list\n##tag\n## \n####### x"_s,
        u"p:# 1 on the list|p:##tag|p:##|p:####### x"_s);
    row("no rule, no underline", u"Title\n=====\n---\n* * *\n***"_s,
        u"p:Title|p:=====|p:---|p:* * *|p:***"_s);
    row("quotation", u"> One.\n>\n> Two.\n\n> Three."_s, u"q:One.|+q:Two.|q:Three."_s);
    row("no quotation", u">> a\n>>>>>>> laptop\n> …"_s, u"p:>> a|p:>>>>>>> laptop|p:> …"_s);
    row("indented", u"    Set in by a wire.\n\t- x"_s, u"p:Set in by a wire.|p:- x"_s);
    row("of other dialects", u"| a | b |\n|---|---|\n```"_s, u"p:| a | b ||p:|---|---||p:```"_s);
}

void TestMarkup::readsBlocks() const
{
    QFETCH(QString, body);
    QFETCH(QString, expected);
    QCOMPARE(described(body), expected);
}

void TestMarkup::readsWordsInALine_data() const
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &line, const QString &expected) {
        QTest::newRow(qPrintable(line)) << line << u"p:"_s + expected;
    };
    const auto stays = [&row](const QString &line) {
        row(line, line);
    };
    row(u"an *emphasis* and **strong words** here"_s,
        u"an {e emphasis} and {s strong words} here"_s);
    row(u"“*Titanic*”, (*sic*) *“So,”* *é*’s"_s, u"“{e Titanic}”, ({e sic}) {e “So,”} {e é}’s"_s);
    row(u"*one *two*"_s, u"*one {e two}"_s);
    row(u"**a *b* c**"_s, u"**a {e b} c**"_s);
    row(u"*see [x](mailto:a@b.example) there*"_s, u"{e see }{e x@mailto:a@b.example}{e  there}"_s);
    row(u"[the plan](https://a.example/b_(c)?d=1) ok"_s,
        u"{a the plan@https://a.example/b_(c)?d=1} ok"_s);
    row(u"[a \\] b](https://a.example)"_s, u"{a a ] b@https://a.example}"_s);
    row(u"\\*not\\* 1986\\. a\\\\b R&amp;D 2 &lt; 3 &#8364; &#x20AC; a&nbsp;b"_s,
        u"*not* 1986. a\\b R&D 2 < 3 € € a\u00A0b"_s);
    row(u"one\u2028two\vthree\ffour\u0085five"_s, u"one{br}two{br}three{br}four{br}five"_s);
    row(u"*one\u2028two*"_s, u"{e one two}"_s);
    stays(u"“c**p and more c**p,” said Anna Berg."_s);
    stays(u"“f*** that s***,” said Anna Berg, “sh*t and b*ll.”"_s);
    stays(u"@_calder_lock_ and snake_case and __init__ and _so_"_s);
    stays(u"a 4* hotel and a 5* one, 2 * 3 * 4, 5*3*2"_s);
    stays(u"prices (*) and \"*\" and (*) and *."_s);
    stays(u"张**和李**说"_s);
    stays(u"***both*** and ****four****"_s);
    stays(u"As [note] said, [note]: http://x.example/libel"_s);
    stays(u"[he](she) said [see](page 4)[](https://a.example)"_s);
    stays(u"![A boat](https://a.example/b.jpg) and <https://a.example> `code`"_s);
    stays(u"C:\\news\\draft 100\\% &copy; &#0; &#10; &#xD800; AT&T;"_s);
    stays(u"<script>alert(1)</script> <!-- x -->"_s);
}

void TestMarkup::readsWordsInALine() const
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    QCOMPARE(described(line), expected);
}

void TestMarkup::leavesOutWhatNoEditionMayCarry() const
{
    const QString body =
        u"a\x01"_s + QChar(0) + u"b\x1F"_s + u"c "_s + QChar(0xD800) + u"d\uFFFE\uFEFF\u0090"_s;
    QCOMPARE(described(body), u"p:ab c d"_s);
    QCOMPARE(described(QString(3, QChar(0))), QString());
    // What writing needs stays; an open embedding is closed; an override is none.
    QCOMPARE(described(u"\u200Fמ\u200Dx\u200C\u00AD\u200B"_s),
             u"p:\u200Fמ\u200Dx\u200C\u00AD\u200B"_s);
    QCOMPARE(described(u"\u202Ea\u2067b*\u2069 c"_s), u"p:\u202Ba\u2067b*\u2069 c\u202C"_s);
    QCOMPARE(described(u"a\u202C\u2069b"_s), u"p:ab"_s);
    QCOMPARE(described(u"\u2066a\u202Bb\u2069c"_s), u"p:\u2066a\u202Bb\u202C\u2069c"_s);
}

void TestMarkup::saysWhereItsMarksAre() const
{
    const QString body = u"x\n## A *b* \\* [c](https://d.example)"_s;
    const Block block = readMarkup(body).at(1);
    QCOMPARE(block.source, (TextRange{2, body.size()}));
    QCOMPARE(block.prefix.in(body).toString(), u"## "_s);
    QCOMPARE(block.pairs.size(), size_t{2});
    QCOMPARE(block.pairs[0].first, (TextRange{7, 8}));
    QCOMPARE(block.pairs[0].second, (TextRange{9, 10}));
    QCOMPARE(block.pairs[1].first.in(body).toString(), u"["_s);
    QCOMPARE(block.pairs[1].second.in(body).toString(), u"](https://d.example)"_s);
    QCOMPARE(block.escapes.size(), size_t{1});
    QCOMPARE(block.escapes[0].in(body).toString(), u"\\*"_s);
}

void TestMarkup::escapesWhatWouldBeMarkup_data() const
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("escaped");
    const auto row = [](const QString &plain, const QString &escaped) {
        QTest::newRow(qPrintable(plain)) << plain << escaped;
    };
    row(u"*a* **b** c**p"_s, u"\\*a\\* \\*\\*b\\*\\* c**p"_s);
    row(u"## x"_s, u"\\## x"_s);
    row(u"> x\n>"_s, u"\\> x\n\\>"_s);
    row(u"- x"_s, u"- x"_s);
    row(u"- x\n- y"_s, u"\\- x\n\\- y"_s);
    row(u"1. x\n2. y"_s, u"1\\. x\n2\\. y"_s);
    row(u"1986. That"_s, u"1986. That"_s);
    row(u"[a](https://b.example)"_s, u"\\[a](https://b.example)"_s);
    row(u"R&amp;D \\* C:\\news"_s, u"R\\&amp;D \\\\* C:\\news"_s);
}

void TestMarkup::escapesWhatWouldBeMarkup() const
{
    QFETCH(QString, plain);
    QFETCH(QString, escaped);
    QCOMPARE(escapedMarkup(plain), escaped);
    QCOMPARE(wordsOfAll(escaped), linesOf(plain));
}

void TestMarkup::printsEscapedTextAsItStands() const
{
    QRandomGenerator random(20260512);
    for (int i = 0; i < 4000; ++i) {
        const QString plain = randomText(random);
        const QString escaped = escapedMarkup(plain);
        QVERIFY2(wordsOfAll(escaped) == linesOf(plain),
                 qPrintable(plain + u" -> "_s + escaped + u" -> "_s + wordsOfAll(escaped)));
        for (const Block &block : readMarkup(escaped))
            QCOMPARE(block.kind, BlockKind::Paragraph);
    }
}

/// A mark that never closes must not make each mark before it look through the whole line.
void TestMarkup::staysQuickOnManyMarks() const
{
    for (const QString &piece : {u"*a "_s, u"[a "_s, u"[a]("_s, u"[a](b:c"_s, u"**a *b "_s}) {
        const QString line = piece.repeated(40000);
        QCOMPARE(wordsOfAll(line), line.trimmed());
    }
}

void TestMarkup::findsMarkupOfOthers() const
{
    const QString body =
        u"A ![b](c.jpg) d\n\n| a | b |\n|---|:--|\n| c | d |\n\n```\nx\n```\n![e](f)"_s;
    const std::vector<ForeignPlace> places = foreignMarkup(body);
    QCOMPARE(places.size(), size_t{3});
    QCOMPARE(places[0].what, ForeignMarkup::Picture);
    QCOMPARE(places[0].range.in(body).toString(), u"A ![b](c.jpg) d"_s);
    QCOMPARE(places[1].what, ForeignMarkup::Table);
    QCOMPARE(places[1].range.in(body).toString(), u"|---|:--|"_s);
    QCOMPARE(places[2].what, ForeignMarkup::Code);
    QVERIFY(foreignMarkup(u"A --- b | c\n“Stop!” [sic]\n--- ---"_s).empty());
}

void TestMarkup::findsConflictMarkers() const
{
    const QString body = u"Shut.\n\n<<<<<<< HEAD\nTwelve.\n=======\nTen.\n>>>>>>> laptop"_s;
    QCOMPARE(conflictMarker(body).value().in(body).toString(), u"<<<<<<< HEAD"_s);
    QVERIFY(conflictMarker(u">>>>>>> laptop\n"_s));
    QVERIFY(!conflictMarker(u"=======\n>>>>>>>> x\n<<<<<<<x\na <<<<<<< b"_s));
}

QTEST_GUILESS_MAIN(TestMarkup)

#include "tst_markup.moc"
