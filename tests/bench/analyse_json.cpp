// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

/// Prints the analysis of text files as JSON Lines, offsets in code points: what the scoring
/// scripts read. With --time it prints milliseconds for a first reading and one after an edit
/// instead.

#include "analysis/analyser.h"
#include "text/code_points.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace nutgraf;
using namespace nutgraf::analysis;

namespace {

QString typeTag(EntityType type)
{
    static const QString tags[] = {
        QStringLiteral("PER"),   QStringLiteral("ORG"),     QStringLiteral("LOC"),
        QStringLiteral("MISC"),  QStringLiteral("DATE"),    QStringLiteral("TIME"),
        QStringLiteral("MONEY"), QStringLiteral("PERCENT"), QStringLiteral("QUANTITY")};
    return tags[static_cast<size_t>(type)];
}

QString kindTag(AttributionKind kind)
{
    static const QString tags[] = {QStringLiteral("direct"), QStringLiteral("mixed"),
                                   QStringLiteral("indirect")};
    return tags[static_cast<size_t>(kind)];
}

QJsonArray ranges(const std::vector<TextRange> &list, const text::CodePointMap &map)
{
    QJsonArray out;
    for (const TextRange &range : list)
        out.append(QJsonArray{map.toCodePoint(range.begin), map.toCodePoint(range.end)});
    return out;
}

QJsonArray entities(const Analysis &analysis, const QString &text, const text::CodePointMap &map)
{
    QJsonArray out;
    for (const Entity &entity : analysis.entities) {
        for (const TextRange &range : entity.mentions) {
            out.append(QJsonObject{{QStringLiteral("id"), entity.id},
                                   {QStringLiteral("start"), map.toCodePoint(range.begin)},
                                   {QStringLiteral("end"), map.toCodePoint(range.end)},
                                   {QStringLiteral("type"), typeTag(entity.type)},
                                   {QStringLiteral("text"), range.in(text).toString()},
                                   {QStringLiteral("name"), entity.name}});
        }
    }
    return out;
}

QJsonArray attributions(const Analysis &analysis, const text::CodePointMap &map)
{
    QJsonArray out;
    for (const Attribution &a : analysis.attributions) {
        const Speaker *speaker =
            a.speaker >= 0 ? &analysis.speakers[static_cast<size_t>(a.speaker)] : nullptr;
        QJsonArray reasons;
        for (const Reason &reason : a.reasons)
            reasons.append(static_cast<int>(reason.code));
        const bool isNamed = speaker && speaker->entity >= 0;
        out.append(QJsonObject{
            {QStringLiteral("id"), a.id},
            {QStringLiteral("kind"), kindTag(a.kind)},
            {QStringLiteral("source"), ranges(a.source, map)},
            {QStringLiteral("cue"), ranges(a.cue, map)},
            {QStringLiteral("content"), ranges(a.content, map)},
            {QStringLiteral("speaker"),
             isNamed ? QJsonValue(analysis.entities[static_cast<size_t>(speaker->entity)].id)
                     : QJsonValue()},
            {QStringLiteral("speaker_name"), speaker ? QJsonValue(speaker->name) : QJsonValue()},
            {QStringLiteral("confidence"), a.confidence},
            {QStringLiteral("reasons"), reasons}});
    }
    return out;
}

void printTimes(const QString &path, const QString &text)
{
    Analyser analyser;
    QElapsedTimer timer;
    timer.start();
    const Analysis first = analyser.analyse(plainText(1, text));
    const double whole = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    QString edited = text;
    edited.insert(text.indexOf(u' ', text.size() / 2), QStringLiteral(" again"));
    timer.restart();
    const Snapshot snapshot = plainText(2, edited);
    const double layout = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const Analysis second = analyser.analyse(snapshot);
    const double edit = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    QTextStream(stdout) << path << ": first " << whole << " ms, layout " << layout
                        << " ms, after an edit " << edit << " ms, " << first.attributions.size()
                        << " attributions, " << second.entities.size() << " entities\n";
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QStringList paths = app.arguments().mid(1);
    const bool isTimed = paths.removeAll(QStringLiteral("--time")) > 0;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            QTextStream(stderr) << path << ": " << file.errorString() << '\n';
            return 1;
        }
        const QString text = QString::fromUtf8(file.readAll());
        if (isTimed) {
            printTimes(path, text);
            continue;
        }
        const Analysis analysis = analyse(plainText(0, text));
        const text::CodePointMap map(text);
        const QJsonObject object{{QStringLiteral("file"), path},
                                 {QStringLiteral("language"), analysis.language},
                                 {QStringLiteral("entities"), entities(analysis, text, map)},
                                 {QStringLiteral("attributions"), attributions(analysis, map)},
                                 {QStringLiteral("summary"), QJsonArray()}};
        QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
    }
    return 0;
}
