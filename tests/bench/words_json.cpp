// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

/// Prints the words of text files as the tagger reads them, as JSON Lines: what it is trained on.
/// A word is [begin, end, is quoted, is first, is symbol], offsets in code points.

#include "analysis/analyser.h"
#include "analysis/tagger_words.h"
#include "text/code_points.h"
#include "text/segments.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

QString roleTag(SegmentRole role)
{
    switch (role) {
    case SegmentRole::Headline:
        return QStringLiteral("headline");
    case SegmentRole::Deck:
        return QStringLiteral("deck");
    case SegmentRole::Dateline:
        return QStringLiteral("dateline");
    case SegmentRole::Body:
        return QStringLiteral("body");
    case SegmentRole::Notice:
        return QStringLiteral("notice");
    }
    return {};
}

QJsonArray range(TextRange range, const text::CodePointMap &map)
{
    return {map.toCodePoint(range.begin), map.toCodePoint(range.end)};
}

QJsonArray words(const Words &words, qsizetype begin, const text::CodePointMap &map)
{
    QJsonArray out;
    for (const tagger::Word &word : taggerWords(words).list) {
        QJsonArray item = range(word.range.shifted(begin), map);
        item.append(word.isQuoted ? 1 : 0);
        item.append(word.isFirst ? 1 : 0);
        item.append(word.isSymbol ? 1 : 0);
        out.append(item);
    }
    return out;
}

QJsonArray paragraphs(const Snapshot &snapshot, const text::CodePointMap &map)
{
    const QStringView text = snapshot.text;
    QJsonArray out;
    for (const Segment &segment : snapshot.segments) {
        const std::vector<TextRange> ranges = text::paragraphs(text, segment.range);
        for (size_t i = 0; i < ranges.size(); ++i) {
            const QStringView next = i + 1 < ranges.size() ? ranges[i + 1].in(text) : QStringView();
            const Words found = readWords(ranges[i].in(text), next);
            QJsonArray quotes;
            for (const text::Quote &quote : found.quotes)
                quotes.append(range(quote.range.shifted(ranges[i].begin), map));
            out.append(QJsonObject{{QStringLiteral("role"), roleTag(segment.role)},
                                   {QStringLiteral("range"), range(ranges[i], map)},
                                   {QStringLiteral("quotes"), quotes},
                                   {QStringLiteral("words"), words(found, ranges[i].begin, map)}});
        }
    }
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    for (const QString &path : app.arguments().mid(1)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            QTextStream(stderr) << path << ": " << file.errorString() << '\n';
            return 1;
        }
        const QString text = QString::fromUtf8(file.readAll());
        const QJsonObject object{{QStringLiteral("file"), path},
                                 {QStringLiteral("paragraphs"),
                                  paragraphs(plainText(0, text), text::CodePointMap(text))}};
        QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
    }
    return 0;
}
