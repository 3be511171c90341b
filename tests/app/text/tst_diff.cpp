// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/diff.h"

#include "text/myers.h"

#include <QTest>

using namespace nutgraf;

namespace {

/// "one [-two-]{+three+}"
QString marked(const QString &before, const QString &after)
{
    QString out;
    for (const text::DiffPiece &piece : text::diffWords(before, after)) {
        switch (piece.kind) {
        case text::DiffKind::Same:
            out += piece.after.in(after);
            break;
        case text::DiffKind::Removed:
            out += QStringLiteral("[-%1-]").arg(piece.before.in(before));
            break;
        case text::DiffKind::Inserted:
            out += QStringLiteral("{+%1+}").arg(piece.after.in(after));
            break;
        }
    }
    return out;
}

/// The text that the pieces of one side make when put together.
QString assembled(const QString &text, const std::vector<text::DiffPiece> &pieces,
                  TextRange text::DiffPiece::*side)
{
    QString out;
    qsizetype at = 0;
    for (const text::DiffPiece &piece : pieces) {
        if ((piece.*side).begin != at)
            return QStringLiteral("gap at %1").arg(at);
        at = (piece.*side).end;
        out += (piece.*side).in(text);
    }
    return out;
}

QString pairing(const QString &before, const QString &after)
{
    QString out;
    for (const text::ParagraphPair &pair : text::diffParagraphs(before, after)) {
        out += pair.isSame          ? u"= "
            : pair.after.isEmpty()  ? u"- "
            : pair.before.isEmpty() ? u"+ "
                                    : u"~ ";
        out += (pair.after.isEmpty() ? pair.before.in(before) : pair.after.in(after)).first(1);
        out += u' ';
    }
    return out.trimmed();
}

} // namespace

class TestDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksWords_data() const;
    void marksWords() const;
    void coversBothTexts() const;
    void findsTheShortestScript() const;
    void staysFastOnLongTexts() const;
    void alignsParagraphs() const;
    void pairsChangedParagraphs() const;
};

void TestDiff::marksWords_data() const
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &before, const QString &after,
                        const QString &expected) {
        QTest::newRow(name) << before << after << expected;
    };
    row("equal", QStringLiteral("a b"), QStringLiteral("a b"), QStringLiteral("a b"));
    row("empty", QString(), QString(), QString());
    row("from nothing", QString(), QStringLiteral("a b"), QStringLiteral("{+a b+}"));
    row("to nothing", QStringLiteral("a b"), QString(), QStringLiteral("[-a b-]"));
    row("one word", QStringLiteral("it rained twice"), QStringLiteral("it snowed twice"),
        QStringLiteral("it [-rained -]{+snowed +}twice"));
    row("inserted", QStringLiteral("a c"), QStringLiteral("a b c"), QStringLiteral("a {+b +}c"));
    row("removed at the end", QStringLiteral("a b"), QStringLiteral("a"),
        QStringLiteral("a[- b-]"));
    row("white space", QStringLiteral("a b"), QStringLiteral("a\nb"),
        QStringLiteral("a[- -]{+\n+}b"));
    row("apostrophe style", QStringLiteral("it's"), QStringLiteral("it’s"),
        QStringLiteral("[-it's-]{+it’s+}"));
    row("emoji whole", QStringLiteral("a 😀 b"), QStringLiteral("a 😁 b"),
        QStringLiteral("a [-😀 -]{+😁 +}b"));
    row("lone comma", QStringLiteral("red, blue here"), QStringLiteral("green, white here"),
        QStringLiteral("[-red, blue -]{+green, white +}here"));
}

void TestDiff::marksWords() const
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QCOMPARE(marked(before, after), expected);
}

void TestDiff::coversBothTexts() const
{
    const QString before =
        QStringLiteral(" The  bridge closed at noon,\n\nofficials said. It is old. ");
    const QString after =
        QStringLiteral("The bridge, closed since noon, officials said\n\tis very old.");
    const auto pieces = text::diffWords(before, after);
    QCOMPARE(assembled(before, pieces, &text::DiffPiece::before), before);
    QCOMPARE(assembled(after, pieces, &text::DiffPiece::after), after);
}

void TestDiff::findsTheShortestScript() const
{
    const std::vector<int> before{1, 2, 3, 1, 2, 2, 1};
    const std::vector<int> after{3, 2, 1, 2, 1, 3};
    const std::vector<text::Match> matches = text::align(before, after);
    QCOMPARE(std::ssize(matches), 4); // the example of Myers' paper
    for (size_t i = 0; i < matches.size(); ++i) {
        QCOMPARE(before[static_cast<size_t>(matches[i].before)],
                 after[static_cast<size_t>(matches[i].after)]);
        QVERIFY(i == 0 || matches[i - 1].after < matches[i].after);
    }
}

void TestDiff::staysFastOnLongTexts() const
{
    // Wholly different long texts: quadratic work would run into the test's time limit.
    QString before;
    QString after;
    for (qint64 i = 0; i < 60'000; ++i) {
        before += QStringLiteral("old%1 ").arg(i * 7919 % 60'000);
        after += QStringLiteral("old%1 ").arg(i * 104'729 % 60'000);
    }
    const auto pieces = text::diffWords(before, after);
    QCOMPARE(assembled(after, pieces, &text::DiffPiece::after), after);
}

void TestDiff::alignsParagraphs() const
{
    QCOMPARE(pairing(QStringLiteral("A one.\nB two.\nC three."),
                     QStringLiteral("A one.\nX new.\nC three.\nD.")),
             QStringLiteral("= A - B + X = C + D"));
    QCOMPARE(pairing(QStringLiteral("A one.\n\nB two."), QStringLiteral("A one.\nB two.")),
             QStringLiteral("= A = B"));
}

void TestDiff::pairsChangedParagraphs() const
{
    QCOMPARE(pairing(QStringLiteral("A the old bridge will close today.\nB nothing else at all."),
                     QStringLiteral(
                         "N brand words stand first.\nA the old bridge will close tomorrow.")),
             QStringLiteral("+ N ~ A - B"));
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
