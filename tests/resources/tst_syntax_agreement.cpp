// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the highlighting shows as markup is what app/text reads as markup, character by character.

#include "text/markup.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace nutgraf;
using namespace Qt::StringLiterals;

namespace {

/// One letter a character: m a mark, x an escape, e, s, l emphasised, strong and linked words,
/// a an address, `.` anything else.
class Colours final : public KSyntaxHighlighting::AbstractHighlighter {
public:
    Colours()
    {
        m_repository.addCustomSearchPath(QStringLiteral(NUTGRAF_SOURCE_DIR "/resources"));
        setDefinition(m_repository.definitionForName(u"Nutgraf Story"_s));
    }
    QString of(const QString &body)
    {
        // The body begins behind a header.
        KSyntaxHighlighting::State state;
        for (const QString &line : {u"---"_s, u"---"_s}) {
            m_letters = line;
            state = highlightLine(line, state);
        }
        QStringList lines;
        for (const QString &line : body.split(u'\n')) {
            m_letters = QString(line.size(), u'.');
            state = highlightLine(line, state);
            lines.append(m_letters);
        }
        return lines.join(u'\n');
    }

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        static const QHash<QString, QChar> letters{{u"Marker"_s, u'm'},   {u"Escape"_s, u'x'},
                                                   {u"Emphasis"_s, u'e'}, {u"Strong"_s, u's'},
                                                   {u"Link"_s, u'l'},     {u"Address"_s, u'a'}};
        for (int i = offset; i < offset + length; ++i)
            m_letters[i] = letters.value(format.name(), u'.');
    }

    KSyntaxHighlighting::Repository m_repository;
    QString m_letters;
};

void paint(QString &letters, TextRange range, QChar letter)
{
    for (qsizetype at = range.begin; at < range.end; ++at)
        letters[at] = letter;
}

void paintPair(QString &letters, const text::MarkerPair &pair, const QString &body)
{
    const auto &[open, close] = pair;
    const bool isLink = body[open.begin] == u'[';
    paint(letters, {open.end, close.begin}, isLink ? u'l' : open.length() == 1 ? u'e' : u's');
    paint(letters, open, u'm');
    paint(letters, close, u'm');
    if (isLink)
        paint(letters, {close.begin + 2, close.end - 1}, u'a');
}

/// The same, as the reader of markup has it.
QString asRead(const QString &body)
{
    QString letters(body.size(), u'.');
    for (qsizetype at = 0; at < body.size(); ++at) {
        if (body[at] == u'\n')
            letters[at] = u'\n';
    }
    for (const text::Block &block : text::readMarkup(body)) {
        const bool isMarked = block.kind != text::BlockKind::Number && !block.prefix.isEmpty();
        const QStringView prefix = block.prefix.in(body).trimmed();
        if (isMarked)
            paint(letters, {block.prefix.begin, block.prefix.begin + prefix.size()}, u'm');
        for (const text::MarkerPair &pair : block.pairs)
            paintPair(letters, pair, body);
        for (const TextRange &escape : block.escapes)
            paint(letters, escape, u'x');
    }
    return letters;
}

/// An address without a link is coloured and is text; so is the dash of an item without neighbour,
/// and a `>` between quotations.
bool agree(QChar shown, QChar read, QChar character)
{
    const bool isOneLine = shown == u'm' && read == u'.'
        && (character == u'-' || character == u'*' || character == u'>');
    return shown == read || (shown == u'a' && read == u'.') || isOneLine;
}

QString disagreement(Colours &colours, const QString &body)
{
    const QString shown = colours.of(body);
    const QString read = asRead(body);
    for (qsizetype at = 0; at < body.size(); ++at) {
        if (!agree(shown[at], read[at], body[at]))
            return body + u"\nshown: "_s + shown + u"\nread:  "_s + read;
    }
    return {};
}

QString randomBody(QRandomGenerator &random)
{
    static const QStringList pieces{u"*"_s,
                                    u"**"_s,
                                    u"***"_s,
                                    u"["_s,
                                    u"]"_s,
                                    u"("_s,
                                    u")"_s,
                                    u"]("_s,
                                    u"\\"_s,
                                    u"&"_s,
                                    u"&amp;"_s,
                                    u"&#8364;"_s,
                                    u"<"_s,
                                    u"_"_s,
                                    u"`"_s,
                                    u"!"_s,
                                    u"word"_s,
                                    u"c"_s,
                                    u"Ørst"_s,
                                    u"字"_s,
                                    u" "_s,
                                    u" "_s,
                                    u" "_s,
                                    u"\n"_s,
                                    u"\n\n"_s,
                                    u"“"_s,
                                    u"”"_s,
                                    u"\""_s,
                                    u"'"_s,
                                    u"."_s,
                                    u","_s,
                                    u"\n## "_s,
                                    u"\n- "_s,
                                    u"\n> "_s,
                                    u"\n1. "_s,
                                    u"# "_s,
                                    u"https://a.example/b"_s,
                                    u"mailto:a"_s,
                                    u"*word*"_s,
                                    u"**c c**"_s,
                                    u"[c](https://a.example)"_s,
                                    u"\\*"_s,
                                    u"„"_s,
                                    u"«"_s,
                                    u"»"_s,
                                    u"|"_s};
    QString body;
    const int count = random.bounded(1, 20);
    for (int i = 0; i < count; ++i)
        body += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    return body;
}

} // namespace

class TestSyntaxAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coloursWhatIsRead_data() const;
    void coloursWhatIsRead() const;
    void coloursWhatIsReadInAnyText() const;
};

void TestSyntaxAgreement::coloursWhatIsRead_data() const
{
    QTest::addColumn<QString>("body");
    for (const char *body :
         {"1986. That was the year.", "“c**p and c**p,” @_calder_lock_ 4* 5*3*2 __init__",
          "*Emphasis*, **strong words**, “*Titanic*”", "*see [x](mailto:a@b.example) there*",
          "[a \\] b](https://a.example/b_(c)?d=1) ![p](q.jpg) [he](she)",
          "## Head *it*\n# 1\n##tag", "> Quoted\n>\n> Again *so*\n>> no",
          "- a\n- b\n\n- lone\n* *c*", "\\*not\\* R&amp;D &copy; &#8364;",
          "***both*** **a *b* c** (*) and \"*\"", "<!-- no --> <b> `code` * * *\n---\n===",
          "see https://a.example/b*c*d and *https://a.example*"}) {
        QTest::newRow(body) << QString::fromUtf8(body);
    }
}

void TestSyntaxAgreement::coloursWhatIsRead() const
{
    QFETCH(QString, body);
    Colours colours;
    QCOMPARE(disagreement(colours, body), QString());
}

void TestSyntaxAgreement::coloursWhatIsReadInAnyText() const
{
    Colours colours;
    QRandomGenerator random(20260512);
    for (int i = 0; i < 2000; ++i) {
        const QString body = randomBody(random);
        // A star after an escaped backslash: the definition cannot count backslashes.
        if (!body.contains(u"\\\\"_s))
            QCOMPARE(disagreement(colours, body), QString());
    }
}

QTEST_GUILESS_MAIN(TestSyntaxAgreement)

#include "tst_syntax_agreement.moc"
