// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "levy_story.h"
#include "review/anchors.h"
#include "review/corrections.h"

#include <QTest>
#include <QTimeZone>

using namespace nutgraf;
using namespace nutgraf::review;
using namespace Qt::StringLiterals;
using analysis::AttributionKind;

// Where corrections are laid, and what they make of an attribution.

namespace {

Decision corrects(const TextQuoteSelector &target, const QString &speaker = u"Ana Roos"_s)
{
    Decision decision;
    decision.target = target;
    decision.speaker = speaker;
    decision.correction = Correction();
    decision.correction->speaker = speaker;
    return decision;
}

/// Whether words that the analysis did not find are laid onto `text`.
bool isLaid(const QString &text, const TextQuoteSelector &target)
{
    return corrected({}, {.decisions = {corrects(target)}, .others = {}}, text).attributions.size()
        == 1;
}

/// Barrow's first quotation under a correction.
analysis::Attribution amended(const StoryText &story, const Correction &correction)
{
    const TextRange span = contentSpan(story.analysis.attributions.at(0));
    Decision decision = corrects(selectorOf(story.text, span), u"Owen Barrow"_s);
    decision.correction = correction;
    return corrected(story.analysis, {.decisions = {decision}, .others = {}}, story.text)
        .attributions.at(0);
}

Correction said(const QString &speaker)
{
    Correction correction;
    correction.speaker = speaker;
    return correction;
}

QStringList wordsIn(const std::vector<TextRange> &ranges, const QString &text)
{
    QStringList words;
    for (const TextRange range : ranges) {
        words.append(range.in(text).toString());
    }
    return words;
}

} // namespace

class TestCorrected : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsMovedWordsByWhatStandsAround() const;
    void findsManyWordsAnywhere() const;
    void findsWordsBesideWhatTheAnalysisFound() const;
    void leavesAnothersWordsAlone() const;
    void takesTheWidestShareOfOthers() const;
    void namesTheNearestMention() const;
    void keepsASourceThatNamesTheSpeaker() const;
    void movesPronounsToTheirNewOwner() const;
    void leavesEachCueOut() const;
    void ordersAllByTheirPlace() const;
    void knowsSpeakersAndEntitiesByTheFirst() const;
};

void TestCorrected::findsMovedWordsByWhatStandsAround() const
{
    const QString text = u"And then abcdefghijkl no more, they said at last."_s;
    QVERIFY(isLaid(text, {u"no more"_s, u"x bcdefghijkl "_s, u"! So it is."_s}));
    QVERIFY(!isLaid(text, {u"no more"_s, u"x cdefghijkl "_s, u"! So it is."_s}));
    QVERIFY(isLaid(text, {u"no more"_s, u"ijkl "_s, u", they x"_s})); // both sides, 5 and 7
    QVERIFY(!isLaid(text, {u"no more"_s, u"xjkl "_s, u", they x"_s}));
    QVERIFY(isLaid(u"no more"_s, {u"no more"_s, {}, {}})); // all of the text, then and now
    QVERIFY(!isLaid(u"no more!"_s, {u"no more"_s, {}, {}}));
}

void TestCorrected::findsManyWordsAnywhere() const
{
    const QString words = u"it will be late tonight"_s; // 23
    QCOMPARE(words.size(), 23);
    QVERIFY(!isLaid(u"So they said “"_s + words + u"”."_s, {words, u"But "_s, u"!"_s}));
    QVERIFY(isLaid(u"So they said “"_s + words + u"s”."_s, {words + u's', u"But "_s, u"!"_s}));
}

void TestCorrected::findsWordsBesideWhatTheAnalysisFound() const
{
    const StoryText story = found(levyText());
    const TextRange span = contentSpan(story.analysis.attributions[0]);
    Decision decision = corrects(selectorOf(story.text, span));
    decision.correction->content = {u"salt water"_s, u"elsewhere "_s, u"!"_s};
    const auto laid = [&story, &decision] {
        return corrected(story.analysis, {.decisions = {decision}, .others = {}}, story.text);
    };
    QCOMPARE(wordsIn(laid().attributions.at(0).content, story.text), QStringList{u"salt water"_s});
    QCOMPARE(laid().attributions.size(), 3U);
    decision.correction->content = {u"this year"_s, u"elsewhere "_s, u"!"_s}; // far from it
    QCOMPARE(laid().attributions.size(), 3U);
    QCOMPARE(contentSpan(laid().attributions.at(0)), span);
}

/// Two with the same words: each stays with its own.
void TestCorrected::leavesAnothersWordsAlone() const
{
    StoryText story(u"At noon he said “No” twice. At night she said “No” again."_s);
    story.said(u"Owen Barrow"_s, u"“No”"_s).said(u"Leila Santoro"_s, u"“No”"_s);
    const auto selector = [&story](size_t i) {
        return selectorOf(story.text, contentSpan(story.analysis.attributions[i]));
    };
    Decision plain;
    plain.target = selector(0);
    plain.speaker = u"Owen Barrow"_s;
    Decision other = corrects(selector(1));
    const analysis::Analysis now =
        corrected(story.analysis, {.decisions = {plain, other}, .others = {}}, story.text);
    QCOMPARE(now.attributions.size(), 2U);
    QCOMPARE(now.attributions[0], story.analysis.attributions[0]);
    QCOMPARE(asIs(now, 1).speaker, u"Ana Roos"_s);
}

/// The words were marked by hand; the analysis finds parts of them, and more beside.
void TestCorrected::takesTheWidestShareOfOthers() const
{
    const QString text = u"They said one two three four five six and left the hall at noon."_s;
    const auto laid = [&text](const QStringList &parts) {
        StoryText story(text);
        for (const QString &part : parts) {
            story.said(u"Owen Barrow"_s, part);
        }
        const TextRange words = range(story, u"one two three four"_s);
        return corrected(story.analysis,
                         {.decisions = {corrects(selectorOf(text, words))}, .others = {}}, text);
    };
    // Replaced: the one that shares most; the other reaches over the words and stays.
    const analysis::Analysis two = laid({u"said one"_s, u"two three four five"_s});
    QCOMPARE(two.attributions.size(), 2U);
    QCOMPARE(asIs(two, 0).speaker, u"Owen Barrow"_s);
    QCOMPARE(wordsIn(two.attributions[1].content, text), QStringList{u"one two three four"_s});
    const analysis::Analysis turned = laid({u"said one two three"_s, u"four five"_s});
    QCOMPARE(turned.attributions.size(), 2U);
    QCOMPARE(asIs(turned, 0).speaker, u"Ana Roos"_s);
    QCOMPARE(wordsIn(turned.attributions[1].content, text), QStringList{u"four five"_s});
    const analysis::Analysis even = laid({u"said one "_s, u"four five"_s}); // of equals the last
    QCOMPARE(even.attributions.size(), 2U);
    QCOMPARE(wordsIn(even.attributions[0].content, text), QStringList{u"said one "_s});
    // Those inside are taken in, those that only touch are not.
    QCOMPARE(laid({u"said "_s, u"one"_s, u"two"_s, u"four"_s, u" five"_s}).attributions.size(), 3U);
}

void TestCorrected::namesTheNearestMention() const
{
    const auto source = [](const QString &line, const QString &name) {
        StoryText story(u"Roos sat there.\n"_s + line + u"\nRoos left."_s);
        story.said({}, u"“No”"_s);
        ::name(story, u"Ana Roos"_s, {});
        ::name(story, u"Ole Holm"_s, {});
        const analysis::Attribution now = amended(story, said(name));
        return now.source.empty() ? -1 : now.source.front().begin - 16;
    };
    QCOMPARE(source(u"Roos and Roos: “No”, and Roos."_s, u"Ana Roos"_s), 9);
    QCOMPARE(source(u"Roos and then: “No”, Roos."_s, u"Ana Roos"_s), 21);
    QCOMPARE(source(u"Roos “No” Roos."_s, u"Ana Roos"_s), 0); // of two as near the first
    QCOMPARE(source(u"Holm said “No”."_s, u"Ana Roos"_s), -1); // not in this line
    QCOMPARE(source(u"Roos“No”"_s, u"Ana Roos"_s), 0);
    QCOMPARE(source(u"Roos said “No”."_s, u"Mo Lind"_s), -1); // nobody whom the story names
}

void TestCorrected::keepsASourceThatNamesTheSpeaker() const
{
    const auto source = [](const QString &own) {
        StoryText story(u"Roos, with Holm and she and Roos, said “No”."_s);
        story.said(u"Owen Barrow"_s, u"“No”"_s);
        ::name(story, u"Ana Roos"_s, {});
        ::name(story, u"Ole Holm"_s, {});
        story.analysis.attributions[0].source = {range(story, own)};
        return wordsIn(amended(story, said(u"Ana Roos"_s)).source, story.text).join(u'|');
    };
    QCOMPARE(source(u"she"_s), u"she"_s); // nobody else's name
    QCOMPARE(source(u"Roos, with Holm"_s), u"Roos, with Holm"_s); // hers is among them
    QCOMPARE(source(u"Holm"_s), u"Roos"_s); // another's
    QCOMPARE(source(u", with "_s), u", with "_s); // ends where a name begins
}

void TestCorrected::movesPronounsToTheirNewOwner() const
{
    StoryText story(u"Roos met Holm. She and she said “No”, she said."_s);
    story.said(u"Ole Holm"_s, u"“No”"_s);
    ::name(story, u"Ana Roos"_s, {});
    ::name(story, u"Ole Holm"_s, {});
    story.analysis.speakers[0].entity = 1;
    const TextRange first = range(story, u"She"_s);
    const TextRange second = range(story, u"she"_s);
    const TextRange last{38, 41};
    QCOMPARE(last.in(story.text), u"she");
    story.analysis.entities[0].pronouns = {first, last};
    story.analysis.entities[1].pronouns = {second};
    story.analysis.attributions[0].source = {first, second};
    const Review review{.decisions = {corrects(
                            selectorOf(story.text, contentSpan(story.analysis.attributions[0])))},
                        .others = {}};
    const analysis::Analysis now = corrected(story.analysis, review, story.text);
    QCOMPARE(now.entities[0].pronouns, (std::vector{first, second, last})); // in order
    QVERIFY(now.entities[1].pronouns.empty());
    // To nobody whom the story names it moves from, and stays away.
    Review away = review;
    away.decisions[0].correction->speaker = u"Mo Lind"_s;
    QVERIFY(corrected(story.analysis, away, story.text).entities[1].pronouns.empty());
    Review same = review;
    same.decisions[0].correction->speaker = u"Ole Holm"_s;
    QCOMPARE(corrected(story.analysis, same, story.text).entities[1].pronouns, {second});
}

void TestCorrected::leavesEachCueOut() const
{
    StoryText story(u"“We paid,” Holm said, “and left,” he added, “at noon.” So they did."_s);
    story.said(u"Ole Holm"_s, u"“We paid,”"_s);
    analysis::Attribution &found = story.analysis.attributions[0];
    found.content.push_back(range(story, u"“and left,”"_s));
    found.quotes = found.content;
    found.source = {range(story, u"Holm"_s)};
    found.cue = {range(story, u"said"_s)};
    const auto parts = [&story](const QString &words) {
        Correction correction;
        correction.content = selectorOf(story.text, range(story, words));
        return wordsIn(amended(story, correction).content, story.text);
    };
    // Two parts with what stood between them, and what the editor took in besides.
    QCOMPARE(parts(u"“We paid,” Holm said, “and left,” he added, “at noon.”"_s),
             (QStringList{u"“We paid,”"_s, u"“and left,” he added, “at noon.”"_s}));
    QCOMPARE(parts(u"paid,” Holm said, “and"_s), (QStringList{u"paid,”"_s, u"“and"_s}));
    QCOMPARE(parts(u"“We paid,” Holm said"_s), QStringList{u"“We paid,” Holm said"_s});
    QCOMPARE(parts(u"“and left,” he added"_s), QStringList{u"“and left,” he added"_s});
    // Where one part was found, from the source to the cue and the marks after it.
    found.content.pop_back();
    found.quotes = found.content;
    QCOMPARE(parts(u"“We paid,” Holm said, “and left,”"_s),
             (QStringList{u"“We paid,”"_s, u"“and left,”"_s}));
    found.source.clear();
    QCOMPARE(parts(u"“We paid,” Holm said, “and left,”"_s),
             (QStringList{u"“We paid,” Holm"_s, u"“and left,”"_s}));
    found.cue.clear();
    QCOMPARE(parts(u"“We paid,” Holm said, “and left,”"_s),
             QStringList{u"“We paid,” Holm said, “and left,”"_s});
}

void TestCorrected::ordersAllByTheirPlace() const
{
    const StoryText story = found(levyText());
    const TextRange words = range(story, u"this year"_s);
    const analysis::Analysis now = corrected(
        story.analysis, {.decisions = {corrects(selectorOf(story.text, words))}, .others = {}},
        story.text);
    QCOMPARE(now.attributions.size(), 4U);
    QCOMPARE(contentSpan(now.attributions[2]), words);
    QCOMPARE(now.attributions[2].id, u"a3"_s);
    QCOMPARE(now.attributions[2].kind, AttributionKind::Indirect);
    QCOMPARE(now.attributions[2].confidence, 1.0);
    QCOMPARE(now.attributions[3].id, u"a4"_s);
    QVERIFY(now.attributions[2].quotes.empty());
}

void TestCorrected::knowsSpeakersAndEntitiesByTheFirst() const
{
    StoryText story(u"Roos and Roos said “No”."_s);
    story.said(u"Ole Holm"_s, u"“No”"_s);
    ::name(story, u"Ana Roos"_s, u"mayor"_s);
    ::name(story, u"Ana Roos"_s, u"nurse"_s);
    const Review review{.decisions = {corrects(
                            selectorOf(story.text, contentSpan(story.analysis.attributions[0])))},
                        .others = {}};
    const analysis::Analysis now = corrected(story.analysis, review, story.text);
    QCOMPARE(now.speakers.size(), 2U);
    QCOMPARE(now.speakers[1].role, u"mayor"_s);
    QCOMPARE(now.speakers[1].entity, 0);
    story.analysis.speakers = {
        {u"Ana Roos"_s, {}, {}, 1}, {u"Ole Holm"_s, {}, {}, -1}, {u"Ana Roos"_s, {}, {}, 0}};
    story.analysis.attributions[0].speaker = 1;
    QCOMPARE(corrected(story.analysis, review, story.text).attributions[0].speaker, 0);
    QCOMPARE(corrected(story.analysis, review, story.text).speakers.size(), 3U);
}

QTEST_GUILESS_MAIN(TestCorrected)
#include "tst_corrected.moc"
