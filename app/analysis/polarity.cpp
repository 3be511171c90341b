// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/polarity.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <array>

namespace nutgraf::analysis {

namespace {

/// Verbs that news style guides tell writers to avoid for "said". Past and present participle
/// follow by rule.
constexpr std::array<QStringView, 40> Loaded{
    u"admit",   u"bark",    u"bemoan", u"blast",  u"bluster",  u"boast",   u"brag",   u"claim",
    u"concede", u"confess", u"crow",   u"decry",  u"fume",     u"gloat",   u"gripe",  u"gush",
    u"grumble", u"insist",  u"jeer",   u"lament", u"mock",     u"moan",    u"preach", u"proclaim",
    u"rail",    u"rant",    u"rave",   u"rebuke", u"ridicule", u"scoff",   u"scold",  u"sermonize",
    u"slam",    u"sneer",   u"snipe",  u"taunt",  u"thunder",  u"trumpet", u"vent",   u"whine"};
/// Verbs that take sides with a particle only.
constexpr std::array<QStringView, 10> Phrases{
    u"point out",  u"points out", u"pointed out", u"pointing out", u"lash out",
    u"lashes out", u"lashed out", u"lashing out", u"fire back",    u"fired back"};

/// "claim" → claim, claims, claimed, claiming.
void addForms(QSet<QString> &words, const QString &verb)
{
    static constexpr QStringView Vowels = u"aeiou";
    const bool isMute = verb.endsWith(u'e');
    const bool isY = verb.endsWith(u'y') && !Vowels.contains(verb[verb.size() - 2]);
    const bool isSibilant = verb.endsWith(u"ch") || verb.endsWith(u"sh") || verb.endsWith(u's');
    // slam → slammed, admit → admitted: the listed verbs with one vowel before a last consonant.
    static const QStringList doubled{QStringLiteral("admit"), QStringLiteral("brag"),
                                     QStringLiteral("slam")};
    const QString stem = isMute  ? verb.chopped(1)
        : doubled.contains(verb) ? verb + verb.back()
                                 : verb;
    words.insert(verb);
    words.insert(isY ? verb.chopped(1) + QStringLiteral("ies")
                     : verb + (isSibilant ? QStringLiteral("es") : QStringLiteral("s")));
    words.insert(isY ? verb.chopped(1) + QStringLiteral("ied") : stem + QStringLiteral("ed"));
    words.insert(stem + QStringLiteral("ing"));
}

const QSet<QString> &loadedWords()
{
    static const QSet<QString> words = [] {
        QSet<QString> made;
        for (const QStringView verb : Loaded)
            addForms(made, verb.toString());
        return made;
    }();
    return words;
}

} // namespace

CuePolarity polarityOf(QStringView cue)
{
    const QString lower = cue.toString().toLower().simplified();
    for (const QStringView phrase : Phrases) {
        if (lower.contains(phrase))
            return CuePolarity::Loaded;
    }
    for (const QString &word : lower.split(u' ')) {
        if (loadedWords().contains(word))
            return CuePolarity::Loaded;
    }
    return CuePolarity::Neutral;
}

} // namespace nutgraf::analysis
