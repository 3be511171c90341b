// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/corrections.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace nutgraf::review {

using analysis::Entity;
using analysis::EntityType;

namespace {

/// About a paragraph: whoever is named within it may well be the one.
constexpr qsizetype Near = 400;

bool canSpeak(const Entity &entity)
{
    return entity.type == EntityType::Person || entity.type == EntityType::Organisation;
}

/// From `content` to the nearest mention, 0: inside it.
qsizetype distance(const Entity &entity, TextRange content)
{
    const auto after =
        std::ranges::lower_bound(entity.mentions, content.begin, {}, &TextRange::begin);
    qsizetype least = std::numeric_limits<qsizetype>::max();
    if (after != entity.mentions.end()) {
        least = std::max<qsizetype>(0, after->begin - content.end);
    }
    if (after != entity.mentions.begin()) {
        least = std::min(least, std::max<qsizetype>(0, content.begin - std::prev(after)->end));
    }
    return least;
}

/// "reyl" and "tomas" for "Tomas Reyl".
bool hasWords(const QString &name, const QString &words)
{
    const QString spaced = u' ' + name + u' ';
    return !words.isEmpty() && spaced.contains(u' ' + words + u' ', Qt::CaseInsensitive);
}

/// Where the word that holds or follows `at` ends, in spaces' terms.
qsizetype forwardFrom(qsizetype at, QStringView text, qsizetype end)
{
    while (at < end && text[at].isSpace()) {
        ++at;
    }
    while (at < end && !text[at].isSpace()) {
        ++at;
    }
    return at;
}

qsizetype backFrom(qsizetype at, QStringView text, qsizetype begin)
{
    while (at > begin && text[at - 1].isSpace()) {
        --at;
    }
    while (at > begin && !text[at - 1].isSpace()) {
        --at;
    }
    return at;
}

bool isLetter(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

/// Between two letters: the apostrophe of "coast’s" is inside the word, a closing mark is not.
bool isApostrophe(QStringView text, qsizetype at)
{
    return at < text.size() && QStringView(u"’'").contains(text[at]) && isLetter(text, at - 1)
        && isLetter(text, at + 1);
}

bool isInWord(QStringView text, qsizetype at)
{
    return (isLetter(text, at - 1) && isLetter(text, at)) || isApostrophe(text, at)
        || (at > 0 && isApostrophe(text, at - 1));
}

} // namespace

QStringList speakerChoices(const analysis::Analysis &analysis, TextRange content)
{
    std::vector<std::pair<qsizetype, QString>> near;
    QStringList others;
    for (const Entity &entity : analysis.entities) {
        if (!canSpeak(entity)) {
            continue;
        }
        const qsizetype away = distance(entity, content);
        if (away <= Near) {
            near.emplace_back(away, entity.name);
        } else {
            others.append(entity.name);
        }
    }
    std::ranges::stable_sort(near, {}, [](const auto &one) { return one.first; });
    QStringList names;
    for (const auto &[away, name] : near) {
        names.append(name);
    }
    for (const analysis::Speaker &speaker : analysis.speakers) {
        names.append(speaker.name);
    }
    names += others;
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

QString fullName(const analysis::Analysis &analysis, const QString &typed)
{
    QString words = typed.simplified();
    QStringList whole;
    QStringList inPart;
    const auto look = [&](const QString &name) {
        if (name.compare(words, Qt::CaseInsensitive) == 0) {
            whole.append(name);
        } else if (hasWords(name, words)) {
            inPart.append(name);
        }
    };
    for (const analysis::Speaker &speaker : analysis.speakers) {
        look(speaker.name);
    }
    for (const Entity &entity : analysis.entities) {
        if (canSpeak(entity)) {
            look(entity.name);
        }
    }
    if (whole.contains(words)) {
        return words;
    }
    QStringList meant = whole.isEmpty() ? inPart : whole;
    meant.removeDuplicates();
    return meant.size() == 1 ? meant.front() : words;
}

TextRange moved(TextRange content, Edge edge, Step step, QStringView text, TextRange within)
{
    TextRange result = content;
    if (edge == Edge::Begin && step == Step::Back) {
        result.begin = backFrom(content.begin, text, within.begin);
    } else if (edge == Edge::Begin) {
        result.begin = forwardFrom(content.begin, text, content.end);
        while (result.begin < content.end && text[result.begin].isSpace()) {
            ++result.begin;
        }
    } else if (step == Step::Forward) {
        result.end = forwardFrom(content.end, text, within.end);
    } else {
        result.end = backFrom(content.end, text, content.begin);
        while (result.end > content.begin && text[result.end - 1].isSpace()) {
            --result.end;
        }
    }
    const bool isKept = !result.isEmpty() && !result.in(text).trimmed().isEmpty();
    return isKept ? result : content;
}

TextRange wholeWords(TextRange range, QStringView text)
{
    TextRange result{std::clamp<qsizetype>(range.begin, 0, text.size()), 0};
    result.end = std::clamp<qsizetype>(range.end, result.begin, text.size());
    while (result.begin < result.end && text[result.begin].isSpace()) {
        ++result.begin;
    }
    while (result.end > result.begin && text[result.end - 1].isSpace()) {
        --result.end;
    }
    while (!result.isEmpty() && isInWord(text, result.begin)) {
        --result.begin;
    }
    while (!result.isEmpty() && isInWord(text, result.end)) {
        ++result.end;
    }
    return result;
}

} // namespace nutgraf::review
