// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/desk_model.h"

#include "messages/messages.h"

#include <QLocale>

#include <algorithm>

namespace nutgraf::desk {

using namespace Qt::StringLiterals;

namespace {

struct StateWords {
    look::Shape shape = look::Shape::Draft;
    QString words;
};

QString publicationWords(const desk::StoryEntry &entry)
{
    switch (entry.publication) {
    case desk::Publication::Updated:
        return DeskModel::tr("updated v%1").arg(entry.version);
    case desk::Publication::Corrected:
        return DeskModel::tr("corrected v%1").arg(entry.version);
    case desk::Publication::Killed:
        return DeskModel::tr("killed v%1").arg(entry.version);
    default:
        return DeskModel::tr("published v%1").arg(entry.version);
    }
}

look::Shape publicationShape(desk::Publication publication)
{
    switch (publication) {
    case desk::Publication::Corrected:
        return look::Shape::Corrected;
    case desk::Publication::Killed:
        return look::Shape::Killed;
    default:
        return look::Shape::Published;
    }
}

/// Today the time, this week the day, else the date.
QString shortTime(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime time = utc.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const qint64 days = time.date().daysTo(today);
    if (days <= 0) {
        return time.toString(u"HH:mm"_s);
    }
    const QLocale locale;
    if (days < 7) {
        return locale.toString(time.date(), u"ddd"_s);
    }
    return locale.toString(time.date(),
                           time.date().year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

StateWords wordsOf(const desk::StoryEntry &entry, const QDateTime &now)
{
    if (entry.fault) {
        return {look::Shape::Blocks, DeskModel::tr("unreadable")};
    }
    if (entry.storeFault) {
        return {look::Shape::Blocks, DeskModel::tr("versions damaged")};
    }
    if (entry.publication != desk::Publication::None) {
        return {publicationShape(entry.publication), publicationWords(entry)};
    }
    if (entry.embargo && *entry.embargo > now) {
        const QDateTime ends = entry.embargo->toLocalTime();
        const bool isToday = ends.date() == now.toLocalTime().date();
        const QString when =
            isToday ? ends.toString(u"HH:mm"_s) : QLocale().toString(ends.date(), u"d MMM"_s);
        return {look::Shape::Waiting, DeskModel::tr("embargo %1").arg(when)};
    }
    switch (entry.status) {
    case story::Status::InReview:
        return {look::Shape::InReview, DeskModel::tr("in review")};
    case story::Status::Approved:
        return {look::Shape::Approved, DeskModel::tr("approved")};
    case story::Status::Draft:
        break;
    }
    return {look::Shape::Draft, DeskModel::tr("draft")};
}

/// Letters without accents and case, so that "cafe" finds "Café".
QString folded(const QString &words)
{
    QString bare;
    const QString decomposed = words.normalized(QString::NormalizationForm_KD);
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing) {
            bare.append(c.toCaseFolded());
        }
    }
    return bare;
}

bool matches(const desk::StoryEntry &entry, const QStringList &words)
{
    const QString haystack = folded(entry.slug + u' ' + entry.headline);
    return std::ranges::all_of(words, [&](const QString &word) { return haystack.contains(word); });
}

/// The whole headline, or what is wrong and what can be done.
QString toolTip(const desk::StoryEntry &entry)
{
    const std::optional<Error> &fault = entry.fault ? entry.fault : entry.storeFault;
    if (fault) {
        const messages::Message message = messages::describe(*fault);
        QStringList lines{message.what, message.where, message.remedy};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    return entry.headline.isEmpty() ? entry.slug : entry.headline;
}

} // namespace

StateFilter stateOf(const desk::StoryEntry &entry, const QDateTime &now)
{
    if (entry.fault || entry.storeFault) {
        return StateFilter::Trouble;
    }
    if (entry.publication == desk::Publication::Killed) {
        return StateFilter::Killed;
    }
    if (entry.publication != desk::Publication::None) {
        return StateFilter::Published;
    }
    if (entry.embargo && *entry.embargo > now) {
        return StateFilter::Embargoed;
    }
    switch (entry.status) {
    case story::Status::InReview:
        return StateFilter::InReview;
    case story::Status::Approved:
        return StateFilter::Approved;
    case story::Status::Draft:
        break;
    }
    return StateFilter::Draft;
}

look::TwoLineRow rowOf(const desk::StoryEntry &entry, const QDateTime &now)
{
    const StateWords state = wordsOf(entry, now);
    look::TwoLineRow row;
    row.shape = state.shape;
    row.title = entry.slug;
    row.titleRight = state.words;
    row.detail = entry.headline.isEmpty() ? DeskModel::tr("No headline") : entry.headline;
    row.detailRight = shortTime(entry.changed, now);
    return row;
}

void DeskModel::setEntries(std::vector<desk::StoryEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    filter();
    endResetModel();
}

void DeskModel::setQuery(Query query)
{
    if (query == m_query) {
        return;
    }
    beginResetModel();
    m_query = std::move(query);
    filter();
    endResetModel();
}

void DeskModel::filter()
{
    m_shown.clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QStringList words = folded(m_query.words).split(u' ', Qt::SkipEmptyParts);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const desk::StoryEntry &entry = m_entries[i];
        const bool isState =
            m_query.state == StateFilter::All || stateOf(entry, now) == m_query.state;
        if (isState && matches(entry, words)) {
            m_shown.push_back(i);
        }
    }
    if (m_query.sorting == Sorting::Slug) {
        std::ranges::stable_sort(m_shown, [this](std::size_t a, std::size_t b) {
            return m_entries[a].slug.localeAwareCompare(m_entries[b].slug) < 0;
        });
    } else if (m_query.sorting == Sorting::State) {
        std::ranges::stable_sort(m_shown, {}, [&](std::size_t i) {
            return static_cast<int>(stateOf(m_entries[i], now));
        });
    }
}

const desk::StoryEntry &DeskModel::entryAt(int row) const
{
    return m_entries.at(m_shown.at(static_cast<std::size_t>(row)));
}

int DeskModel::rowOfFolder(const QString &storyFolder) const
{
    const auto found = std::ranges::find_if(
        m_shown, [&](std::size_t i) { return m_entries[i].folder == storyFolder; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int DeskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant DeskModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const desk::StoryEntry &entry = entryAt(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        const look::TwoLineRow row = rowOf(entry, QDateTime::currentDateTimeUtc());
        return QStringList{row.title, row.titleRight, row.detail, row.detailRight}.join(u", "_s);
    }
    if (role == Qt::ToolTipRole) {
        return toolTip(entry);
    }
    return {};
}

} // namespace nutgraf::desk
