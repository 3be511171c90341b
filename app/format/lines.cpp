// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/lines.h"

#include <QHash>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <optional>

namespace nutgraf::format {

namespace {

constexpr char ByteOrderMark[] = "\xEF\xBB\xBF";

struct SequenceRule {
    uchar firstLow;
    uchar firstHigh;
    uchar secondLow;
    uchar secondHigh;
    qsizetype length;
};

// Unicode 16, table 3-7: well-formed UTF-8.
constexpr std::array<SequenceRule, 9> SequenceRules = {{
    {0x00, 0x7F, 0, 0, 1},
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
}};

/// Length of the well-formed sequence at `at`, 0 if there is none.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [bytes](qsizetype i) {
        return static_cast<uchar>(bytes[i]);
    };
    for (const SequenceRule &rule : SequenceRules) {
        if (byte(at) < rule.firstLow || byte(at) > rule.firstHigh)
            continue;
        if (at + rule.length > bytes.size())
            return 0;
        for (qsizetype i = 1; i < rule.length; ++i) {
            const uchar low = i == 1 ? rule.secondLow : 0x80;
            const uchar high = i == 1 ? rule.secondHigh : 0xBF;
            if (byte(at + i) < low || byte(at + i) > high)
                return 0;
        }
        return rule.length;
    }
    return 0;
}

std::unexpected<Error> faultyByte(QByteArrayView bytes, const QString &name)
{
    qsizetype line = 1;
    qsizetype column = 1;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, at);
        if (length == 0) {
            const uint value = static_cast<uchar>(bytes[at]);
            return fail(ErrorCode::FileNotUtf8, name,
                        QStringLiteral("0x") + QString::number(value, 16).toUpper(), line, column);
        }
        const char c = bytes[at];
        const bool endsLine =
            c == '\n' || (c == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n'));
        line += endsLine ? 1 : 0;
        column = endsLine ? 1 : column + 1;
        at += length;
    }
    return fail(ErrorCode::FileNotUtf8, name, {}, line, column);
}

struct EndedText {
    QString text;
    std::vector<LineEnd> ends;
};

EndedText splitEnds(QString raw)
{
    std::vector<LineEnd> ends;
    if (!raw.contains(u'\r')) {
        ends.assign(static_cast<size_t>(raw.count(u'\n')), LineEnd::Lf);
        return {std::move(raw), std::move(ends)};
    }
    QString text;
    text.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] == u'\r') {
            const bool isPair = i + 1 < raw.size() && raw[i + 1] == u'\n';
            ends.push_back(isPair ? LineEnd::CrLf : LineEnd::Cr);
            i += isPair ? 1 : 0;
            text += u'\n';
            continue;
        }
        if (raw[i] == u'\n')
            ends.push_back(LineEnd::Lf);
        text += raw[i];
    }
    return {std::move(text), std::move(ends)};
}

using Match = std::vector<std::optional<size_t>>; ///< for each new line the old line it is

struct Window {
    size_t oldBegin;
    size_t oldEnd;
    size_t newBegin;
    size_t newEnd;
};

/// Marks equal lines at both ends of the window and shrinks it.
void matchEdges(const QList<QStringView> &before, const QList<QStringView> &after, Window &window,
                Match &match)
{
    const auto same = [&](size_t o, size_t n) {
        return before[static_cast<qsizetype>(o)] == after[static_cast<qsizetype>(n)];
    };
    while (window.oldBegin < window.oldEnd && window.newBegin < window.newEnd
           && same(window.oldBegin, window.newBegin)) {
        match[window.newBegin++] = window.oldBegin++;
    }
    while (window.oldBegin < window.oldEnd && window.newBegin < window.newEnd
           && same(window.oldEnd - 1, window.newEnd - 1)) {
        match[--window.newEnd] = --window.oldEnd;
    }
}

/// Fills a gap between lines that both texts have: changed lines take after those they replace.
void matchGap(const QList<QStringView> &before, const QList<QStringView> &after, Window gap,
              Match &match)
{
    matchEdges(before, after, gap, match);
    while (gap.oldBegin < gap.oldEnd && gap.newBegin < gap.newEnd)
        match[gap.newBegin++] = gap.oldBegin++;
}

/// Lines that stand once in each text, as (new, old), by new.
std::vector<std::pair<size_t, size_t>>
uniquePairs(const QList<QStringView> &before, const QList<QStringView> &after, const Window &window)
{
    struct Seen {
        int oldCount = 0;
        int newCount = 0;
        size_t oldLine = 0;
    };
    QHash<QStringView, Seen> seen;
    for (size_t o = window.oldBegin; o < window.oldEnd; ++o) {
        Seen &s = seen[before[static_cast<qsizetype>(o)]];
        ++s.oldCount;
        s.oldLine = o;
    }
    for (size_t n = window.newBegin; n < window.newEnd; ++n) {
        const auto found = seen.find(after[static_cast<qsizetype>(n)]);
        if (found != seen.end())
            ++found->newCount;
    }
    std::vector<std::pair<size_t, size_t>> pairs;
    for (size_t n = window.newBegin; n < window.newEnd; ++n) {
        const Seen s = seen.value(after[static_cast<qsizetype>(n)]);
        if (s.oldCount == 1 && s.newCount == 1)
            pairs.emplace_back(n, s.oldLine);
    }
    return pairs;
}

/// The longest run of pairs that ascends in both texts (patience sorting).
std::vector<std::pair<size_t, size_t>>
ascending(const std::vector<std::pair<size_t, size_t>> &pairs)
{
    std::vector<size_t> tops; // index of the pair on top of each pile
    std::vector<std::optional<size_t>> previous(pairs.size());
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto pile = std::ranges::lower_bound(tops, pairs[i].second, {},
                                                   [&](size_t top) { return pairs[top].second; });
        if (pile != tops.begin())
            previous[i] = *std::prev(pile);
        if (pile == tops.end()) {
            tops.push_back(i);
        } else {
            *pile = i;
        }
    }
    std::vector<std::pair<size_t, size_t>> run;
    for (std::optional<size_t> i = tops.empty() ? std::nullopt : std::optional(tops.back()); i;
         i = previous[*i]) {
        run.push_back(pairs[*i]);
    }
    std::ranges::reverse(run);
    return run;
}

Match matchLines(const QList<QStringView> &before, const QList<QStringView> &after)
{
    Match match(static_cast<size_t>(after.size()));
    Window window{0, static_cast<size_t>(before.size()), 0, static_cast<size_t>(after.size())};
    matchEdges(before, after, window, match);
    const auto anchors = ascending(uniquePairs(before, after, window));
    Window gap = window;
    for (const auto &[n, o] : anchors) {
        match[n] = o;
        gap.oldEnd = o;
        gap.newEnd = n;
        matchGap(before, after, gap, match);
        gap = {o + 1, window.oldEnd, n + 1, window.newEnd};
    }
    matchGap(before, after, gap, match);
    return match;
}

bool isUniform(const std::vector<LineEnd> &ends)
{
    return std::ranges::adjacent_find(ends, std::not_equal_to<>()) == ends.end();
}

} // namespace

Result<TextFile> decodeText(const QByteArray &bytes, const QString &name)
{
    TextFile file;
    QByteArrayView view(bytes);
    if (view.startsWith(ByteOrderMark)) {
        file.hasByteOrderMark = true;
        view = view.sliced(3);
    }
    if (!QUtf8StringView(view).isValidUtf8())
        return faultyByte(view, name);
    // Without this flag a second mark at the start would be dropped silently.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    EndedText ended = splitEnds(decoder.decode(view));
    file.text = std::move(ended.text);
    file.ends = std::move(ended.ends);
    return file;
}

QByteArray encodeText(const TextFile &file)
{
    Q_ASSERT(file.text.count(u'\n') == static_cast<qsizetype>(file.ends.size()));
    QString raw = file.text;
    if (!std::ranges::all_of(file.ends, [](LineEnd end) { return end == LineEnd::Lf; })) {
        raw.clear();
        size_t line = 0;
        for (const QChar c : file.text) {
            if (c != u'\n') {
                raw += c;
                continue;
            }
            const LineEnd end = file.ends[line++];
            raw += end == LineEnd::Lf ? QStringLiteral("\n")
                : end == LineEnd::Cr  ? QStringLiteral("\r")
                                      : QStringLiteral("\r\n");
        }
    }
    return (file.hasByteOrderMark ? QByteArray(ByteOrderMark) : QByteArray()) + raw.toUtf8();
}

TextFile withText(const TextFile &file, const QString &text)
{
    TextFile result{text, {}, file.hasByteOrderMark};
    const size_t count = static_cast<size_t>(text.count(u'\n'));
    const LineEnd usual = file.ends.empty() ? LineEnd::Lf : file.ends.front();
    if (isUniform(file.ends)) {
        result.ends.assign(count, usual);
        return result;
    }
    const QList<QStringView> before = QStringView(file.text).split(u'\n');
    const QList<QStringView> after = QStringView(text).split(u'\n');
    const Match match = matchLines(before, after);
    LineEnd last = usual;
    for (size_t line = 0; line < count; ++line) {
        if (const std::optional<size_t> &was = match[line]; was && *was < file.ends.size())
            last = file.ends[*was];
        result.ends.push_back(last);
    }
    return result;
}

LineColumn lineColumn(QStringView text, qsizetype offset)
{
    const QStringView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineBegin = before.lastIndexOf(u'\n') + 1;
    qsizetype column = 1;
    for (const QChar c : before.sliced(lineBegin))
        column += c.isLowSurrogate() ? 0 : 1;
    return {before.count(u'\n') + 1, column};
}

} // namespace nutgraf::format
