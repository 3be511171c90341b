// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/transcript.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace nutgraf::format {

namespace {

using std::chrono::milliseconds;

std::optional<QString> decoded(const QByteArray &bytes)
{
    // stateless: a cut-off character at the end is an error, too
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

/// `01:02:03.456`, `02:03,456` or `00:21:47`.
std::optional<milliseconds> parseTime(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d+):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?$"));
    const QRegularExpressionMatch match = form.matchView(text.trimmed());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString fraction = match.captured(4).leftJustified(3, u'0');
    return std::chrono::hours(match.capturedView(1).toInt())
        + std::chrono::minutes(match.capturedView(2).toInt())
        + std::chrono::seconds(match.capturedView(3).toInt()) + milliseconds(fraction.toInt());
}

/// The time before `-->`, if `line` is a cue's timing line.
std::optional<milliseconds> cueTime(QStringView line)
{
    const qsizetype arrow = line.indexOf(u"-->");
    return arrow < 0 ? std::nullopt : parseTime(line.first(arrow));
}

QString withoutMarkup(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^<>]*>"));
    text.remove(tag);
    text.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
    text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    text.remove(QStringLiteral("&lrm;")).remove(QStringLiteral("&rlm;"));
    return text.replace(QStringLiteral("&amp;"), QStringLiteral("&")).simplified();
}

/// Takes a leading `Name:` off `text`; a name is up to five words that begin with a capital.
QString takeSpeaker(QString &text)
{
    static const QRegularExpression name(
        QStringLiteral("^(\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: [\\p{L}\\p{M}.’'-]+){0,4}):\\s+"));
    const QRegularExpressionMatch match = name.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    text = text.sliced(match.capturedEnd());
    return match.captured(1);
}

/// Splits a cue's payload at its voice tags (`<v Barrow>`); without one, at a leading name.
void addCue(Transcript &transcript, milliseconds begin, const QString &payload)
{
    static const QRegularExpression voice(QStringLiteral("<v(?:\\.[^\\s>]*)?\\s+([^>]+)>"));
    QString speaker;
    qsizetype from = 0;
    const auto add = [&](qsizetype end) {
        QString text = withoutMarkup(payload.sliced(from, end - from));
        if (!text.isEmpty()) {
            const QString said = speaker.isEmpty() ? takeSpeaker(text) : speaker;
            transcript.lines.push_back({begin, said, text});
        }
    };
    for (const QRegularExpressionMatch &match : voice.globalMatch(payload)) {
        add(match.capturedStart());
        speaker = withoutMarkup(match.captured(1));
        from = match.capturedEnd();
    }
    add(payload.size());
}

bool isHidden(const QString &block)
{
    return block.startsWith(QStringLiteral("WEBVTT")) || block.startsWith(QStringLiteral("NOTE"))
        || block.startsWith(QStringLiteral("STYLE")) || block.startsWith(QStringLiteral("REGION"));
}

Transcript readCues(const QString &text, bool isWebVtt)
{
    static const QRegularExpression gap(QStringLiteral("\\n[ \\t]*\\n\\s*"));
    Transcript transcript;
    for (const QString &block : text.split(gap, Qt::SkipEmptyParts)) {
        const QStringList lines = block.trimmed().split(u'\n');
        std::optional<milliseconds> time;
        qsizetype timing = 0;
        for (; timing < lines.size() && !time; ++timing) {
            time = cueTime(lines.at(timing));
        }
        if (time) {
            addCue(transcript, *time, lines.sliced(timing).join(u' '));
        } else if (!isWebVtt || !isHidden(block)) {
            transcript.lines.push_back({std::nullopt, {}, withoutMarkup(block)});
        }
    }
    return transcript;
}

Transcript readPlain(const QString &text)
{
    static const QRegularExpression stamp(QStringLiteral("^[\\[(]?((?:\\d+:)?\\d{1,2}:\\d{2}"
                                                         "(?:[.,]\\d{1,3})?)[\\])]?\\s+"));
    Transcript transcript;
    for (const QString &line : text.split(u'\n')) {
        QString words = line.simplified();
        TranscriptLine spoken;
        if (const QRegularExpressionMatch match = stamp.match(words); match.hasMatch()) {
            spoken.begin = parseTime(match.captured(1));
            words = words.sliced(match.capturedEnd());
        }
        spoken.speaker = takeSpeaker(words);
        spoken.text = words;
        if (!words.isEmpty()) {
            transcript.lines.push_back(spoken);
        }
    }
    return transcript;
}

} // namespace

Result<Transcript> readTranscript(const QByteArray &bytes, const QString &name)
{
    const std::optional<QString> text = decoded(bytes);
    if (!text) {
        return fail(ErrorCode::FileNotUtf8, name);
    }
    const bool isWebVtt = text->startsWith(QStringLiteral("WEBVTT"));
    return isWebVtt || text->contains(QStringLiteral("-->")) ? readCues(*text, isWebVtt)
                                                             : readPlain(*text);
}

QString timeCode(milliseconds time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace nutgraf::format
