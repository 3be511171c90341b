// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "site/state.h"

#include "base/files.h"

#include <QDataStream>
#include <QIODevice>
#include <QTimeZone>

namespace nutgraf::site {

namespace {

/// Raised with every change of what is stored: another number is no state.
constexpr quint32 Mark = 0x6e677301;
/// A desk of a hundred thousand stories has some eighty million bytes.
constexpr qint64 MaxStateBytes = 2LL * 1024 * 1024 * 1024;

QDataStream &operator<<(QDataStream &out, const CorrectionLine &line)
{
    return out << qint32{line.version} << line.time.toSecsSinceEpoch() << line.text;
}

QDateTime readTime(QDataStream &in)
{
    qint64 seconds = 0;
    in >> seconds;
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC);
}

int readNumber(QDataStream &in)
{
    qint32 number = 0;
    in >> number;
    return number;
}

void readCorrections(QDataStream &in, Card &card)
{
    const int count = readNumber(in);
    for (int i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        CorrectionLine line;
        line.version = readNumber(in);
        line.time = readTime(in);
        in >> line.text;
        card.corrections.push_back(std::move(line));
    }
}

QDataStream &operator<<(QDataStream &out, const Card &card)
{
    out << card.folder << card.stamp << card.page << card.guid << card.digest << card.isWithdrawn
        << qint32{card.version} << qint32{card.webVersions} << qint32{card.urgency} << card.language
        << card.headline << card.deck << card.lede << card.place << card.topics
        << card.published.toSecsSinceEpoch() << card.modified.toSecsSinceEpoch() << card.isCorrected
        << static_cast<qint32>(card.corrections.size());
    for (const CorrectionLine &line : card.corrections)
        out << line;
    return out;
}

QDataStream &operator>>(QDataStream &in, Card &card)
{
    in >> card.folder >> card.stamp >> card.page >> card.guid >> card.digest >> card.isWithdrawn;
    card.version = readNumber(in);
    card.webVersions = readNumber(in);
    card.urgency = readNumber(in);
    in >> card.language >> card.headline >> card.deck >> card.lede >> card.place >> card.topics;
    card.published = readTime(in);
    card.modified = readTime(in);
    in >> card.isCorrected;
    readCorrections(in, card);
    return in;
}

} // namespace

State readState(const QString &path)
{
    const Result<QByteArray> bytes = readOwnFile(path, MaxStateBytes);
    if (!bytes)
        return {};
    QDataStream in(*bytes);
    in.setVersion(QDataStream::Qt_6_8);
    quint32 mark = 0;
    in >> mark;
    if (mark != Mark)
        return {};
    State state;
    in >> state.files;
    const int count = readNumber(in);
    for (int i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Card card;
        in >> card;
        QString folder = card.folder;
        state.cards.insert(std::move(folder), std::move(card));
    }
    return in.status() == QDataStream::Ok && in.atEnd() ? state : State();
}

QByteArray writeState(const State &state)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_8);
    out << Mark << state.files << static_cast<qint32>(state.cards.size());
    for (const Card &card : state.cards)
        out << card;
    return bytes;
}

} // namespace nutgraf::site
