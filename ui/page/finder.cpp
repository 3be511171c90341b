// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page/finder.h"

#include "ui/session/field_access.h"

namespace nutgraf::page {

using story::Field;

namespace {

/// Classes of marks that a reader takes for the same.
QString withQuoteClasses(const QString &words)
{
    const QString singles = QStringLiteral("'‘’‚‛");
    const QString doubles = QStringLiteral("\"“”„‟");
    QString pattern;
    for (const QChar unit : words) {
        if (singles.contains(unit)) {
            pattern += u'[' + singles + u']';
        } else if (doubles.contains(unit)) {
            pattern += u'[' + doubles + u']';
        } else {
            pattern += unit;
        }
    }
    return pattern;
}

QString expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype at = 0; at < replacement.size(); ++at) {
        const bool isGroup = replacement[at] == u'\\' && at + 1 < replacement.size()
            && replacement[at + 1] >= u'0' && replacement[at + 1] <= u'9';
        if (isGroup) {
            ++at;
            result += match.captured(replacement[at].digitValue());
        } else {
            result += replacement[at];
        }
    }
    return result;
}

} // namespace

std::expected<Finder, QString> Finder::make(const QString &words, const FindOptions &options)
{
    Finder finder;
    QString pattern = words;
    if (!options.isPattern) {
        // Marks are escaped away by nothing that escape() does, so their classes can go in after.
        pattern = QRegularExpression::escape(words);
        if (options.equatesQuotes) {
            pattern.replace(QStringLiteral("\\'"), QStringLiteral("'"));
            pattern.replace(QStringLiteral("\\\""), QStringLiteral("\""));
            for (const QChar mark : QStringLiteral("‘’‚‛“”„‟")) {
                pattern.replace(QStringLiteral("\\") + mark, QString(mark));
            }
            pattern = withQuoteClasses(pattern);
        }
    }
    if (options.matchesWholeWords) {
        pattern = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(pattern);
    }
    QRegularExpression::PatternOptions flags =
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
    flags.setFlag(QRegularExpression::CaseInsensitiveOption, !options.matchesCase);
    finder.m_pattern = QRegularExpression(pattern, flags);
    finder.m_hasGroups = options.isPattern;
    if (!finder.m_pattern.isValid()) {
        return std::unexpected(finder.m_pattern.errorString());
    }
    return finder;
}

void Finder::findIn(std::vector<Found> &found, Field field, const QString &text,
                    const QString &replacement) const
{
    QRegularExpressionMatchIterator matches = m_pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0) {
            found.push_back({field,
                             {match.capturedStart(), match.capturedEnd()},
                             m_hasGroups ? expanded(replacement, match) : replacement});
        }
    }
}

std::vector<Found> Finder::find(const story::Story &story, const QString &replacement) const
{
    std::vector<Found> found;
    for (const Field field : session::findableFields()) {
        findIn(found, field, session::findableWords(story, field), replacement);
    }
    return found;
}

} // namespace nutgraf::page
