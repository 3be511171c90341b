// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Made-up texts from pieces that hurt: marks of every style, unbalanced and nested, right-to-left
// letters, lone surrogates, capitals. Whatever they say, ranges lie inside the text.

#include "analysis/analyser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

const QStringList &pieces()
{
    static const QStringList list = [] {
        QStringList all =
            QStringLiteral("“|”|‘|’|\"|'|«|»|„|‹|›|「|」|(|)|—|–|-|,|.|:|;|?|!|…|said|says|told|"
                           "Ann Vale|Vale|Mr. Vale|minister|the minister|Minister|of|the|, 36,|"
                           "according to|that|who|he|she|it|they|and|saying|asked not to be named|"
                           "US|U.S.|PORT ALDER|Alder Rovers 2|Deckhands’ Union|Monday|12 May|"
                           "אמר|قال|« قال »|😀|é|e\u0301|ﬁ|'s|’s|of Alder|in Alder|\t|  |¶|%|&|$")
                .split(u'|');
        all += QString(QChar(0xd83d));
        all += QString(QChar(0xdc00));
        all += QString(QChar(0x202e));
        all += QString(QChar(0));
        all += QStringLiteral("\n");
        all += QStringLiteral("\n\n");
        return all;
    }();
    return list;
}

QString made(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    QString text;
    for (int i = 0; i < count; ++i) {
        text += pieces().at(random.bounded(static_cast<int>(pieces().size())));
        if (random.bounded(3) > 0)
            text += u' ';
    }
    return text;
}

bool areInside(const std::vector<TextRange> &ranges, qsizetype size)
{
    return std::ranges::all_of(ranges, [size](const TextRange &r) {
        return r.begin >= 0 && r.begin <= r.end && r.end <= size;
    });
}

/// What is wrong with the analysis of `text`; empty: nothing.
QString faults(const Snapshot &snapshot)
{
    const Analysis analysis = analyse(snapshot);
    const qsizetype size = snapshot.text.size();
    for (const Entity &e : analysis.entities) {
        if (e.mentions.empty() || !areInside(e.mentions, size) || !areInside(e.pronouns, size)
            || !std::ranges::is_sorted(e.mentions))
            return QStringLiteral("entity ") + e.name;
    }
    for (const Attribution &a : analysis.attributions) {
        if (a.content.empty() || !areInside(a.source, size) || !areInside(a.cue, size)
            || !areInside(a.content, size) || !areInside(a.quotes, size))
            return QStringLiteral("attribution ") + a.id;
        if (a.speaker >= std::ssize(analysis.speakers) || a.confidence <= 0 || a.confidence >= 1)
            return QStringLiteral("speaker of ") + a.id;
    }
    for (const Speaker &s : analysis.speakers) {
        if (s.name.isEmpty() || s.initials.isEmpty() || s.entity >= std::ssize(analysis.entities))
            return QStringLiteral("speaker ") + s.name;
    }
    return {};
}

} // namespace

class TestAnalysisFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysInsideMadeUpTexts() const;
    void staysInsideFields() const;
    void readsOneHugeParagraph_data() const;
    void readsOneHugeParagraph() const;
};

void TestAnalysisFuzz::staysInsideMadeUpTexts() const
{
    for (quint32 seed = 0; seed < 1'500; ++seed) {
        const QString text = made(seed, 4 + static_cast<int>(seed % 90));
        const QString fault = faults(plainText(1, text));
        QVERIFY2(fault.isEmpty(), qPrintable(fault + QStringLiteral(" in seed %1").arg(seed)));
    }
}

void TestAnalysisFuzz::staysInsideFields() const
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        const QString fault = faults(
            compose(1, made(seed, 9).simplified(), made(seed + 1, 9).simplified(), made(seed, 60)));
        QVERIFY2(fault.isEmpty(), qPrintable(fault + QStringLiteral(" in seed %1").arg(seed)));
    }
}

void TestAnalysisFuzz::readsOneHugeParagraph_data() const
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"x", "“", "\"", "said ", "“No,” said Ann Vale. ", "Ann Vale, ", "A ",
                              "the minister said ", "THE COURT SAID ANN VALE ", "„‚«‹“‘", "אמר ",
                              ", who ", "'s ", "A’ B’ "})
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

void TestAnalysisFuzz::readsOneHugeParagraph() const
{
    // A megabyte each: quadratic work would run into the test's time limit.
    QFETCH(const QString, piece);
    const QString text = piece.repeated(1'000'000 / piece.size());
    const QString fault = faults(compose(1, QString(), QString(), text));
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QTEST_GUILESS_MAIN(TestAnalysisFuzz)
#include "tst_analysis_fuzz.moc"
