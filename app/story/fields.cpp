// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story/fields.h"

#include "base/clock.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace nutgraf::story {

namespace {

constexpr int MostUrgent = 1; // IPTC urgency
constexpr int LeastUrgent = 9;

using Member =
    std::variant<QString Story::*, QStringList Story::*, int Story::*, Status Story::*,
                 std::optional<QDateTime> Story::*, QString Dateline::*, QDate Dateline::*>;

struct Row {
    Field field;
    QLatin1StringView key;
    Member member;
};

constexpr std::array<Row, 15> Rows = {{
    {Field::Slug, QLatin1StringView("slug"), &Story::slug},
    {Field::Headline, QLatin1StringView("headline"), &Story::headline},
    {Field::Deck, QLatin1StringView("deck"), &Story::deck},
    {Field::Byline, QLatin1StringView("byline"), &Story::byline},
    {Field::DatelinePlace, QLatin1StringView("dateline.place"), &Dateline::place},
    {Field::DatelineDate, QLatin1StringView("dateline.date"), &Dateline::date},
    {Field::Language, QLatin1StringView("language"), &Story::language},
    {Field::Urgency, QLatin1StringView("urgency"), &Story::urgency},
    {Field::Subjects, QLatin1StringView("subjects"), &Story::subjects},
    {Field::Keywords, QLatin1StringView("keywords"), &Story::keywords},
    {Field::Status, QLatin1StringView("status"), &Story::status},
    {Field::Embargo, QLatin1StringView("embargo"), &Story::embargo},
    {Field::EditorsNote, QLatin1StringView("editors-note"), &Story::editorsNote},
    {Field::Notice, QLatin1StringView("notice"), &Story::notice},
    {Field::Body, QLatin1StringView("body"), &Story::body},
}};

consteval bool standInOrder()
{
    for (size_t i = 0; i < Rows.size(); ++i) {
        if (static_cast<size_t>(Rows[i].field) != i) {
            return false;
        }
    }
    return true;
}
static_assert(standInOrder(), "a field's number is its row");

const Row &rowOf(Field field)
{
    return Rows.at(static_cast<size_t>(field));
}

template <class S, class T>
auto &part(S &story, T Story::*member)
{
    return story.*member;
}

template <class S, class T>
auto &part(S &story, T Dateline::*member)
{
    return story.dateline.*member;
}

template <class T>
T canonical(const T &value)
{
    return value;
}

int canonical(int urgency)
{
    return std::clamp(urgency, MostUrgent, LeastUrgent);
}

std::optional<QDateTime> canonical(const std::optional<QDateTime> &embargo)
{
    return embargo && embargo->isValid() ? std::optional(embargo->toUTC()) : std::nullopt;
}

} // namespace

std::span<const Field> fields()
{
    static constexpr auto InOrder = [] {
        std::array<Field, Rows.size()> order{};
        std::ranges::transform(Rows, order.begin(), &Row::field);
        return order;
    }();
    return InOrder;
}

QString key(Field field)
{
    return QString(rowOf(field).key);
}

std::optional<Field> fieldFromKey(QStringView key)
{
    const auto found = std::ranges::find_if(Rows, [key](const Row &row) { return key == row.key; });
    return found == Rows.end() ? std::nullopt : std::optional(found->field);
}

QString key(Status status)
{
    switch (status) {
    case Status::Draft:
        return QStringLiteral("draft");
    case Status::InReview:
        return QStringLiteral("in review");
    case Status::Approved:
        return QStringLiteral("approved");
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Status> statusFromKey(QStringView key)
{
    const QString plain =
        key.trimmed().toString().toLower().replace(u'-', u' ').replace(u'_', u' ');
    for (const Status status : {Status::Draft, Status::InReview, Status::Approved}) {
        if (plain == story::key(status))
            return status;
    }
    return std::nullopt;
}

FieldValue fieldValue(const Story &story, Field field)
{
    return std::visit([&](auto member) -> FieldValue { return part(story, member); },
                      rowOf(field).member);
}

bool setField(Story &story, Field field, const FieldValue &value)
{
    return std::visit(
        [&](auto member) {
            auto &own = part(story, member);
            const auto *typed = std::get_if<std::remove_cvref_t<decltype(own)>>(&value);
            if (typed != nullptr) {
                own = canonical(*typed);
            }
            return typed != nullptr;
        },
        rowOf(field).member);
}

namespace {

QString textOf(const QString &words)
{
    return words;
}

QString textOf(const QStringList &list)
{
    return list.join(QStringLiteral(", "));
}

QString textOf(int urgency)
{
    return QString::number(urgency);
}

QString textOf(Status status)
{
    return key(status);
}

QString textOf(const QDate &day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QString textOf(const std::optional<QDateTime> &time)
{
    return time ? isoUtc(*time) : QString();
}

} // namespace

QString value(const Story &story, Field field)
{
    return std::visit([](const auto &value) { return textOf(value); }, fieldValue(story, field));
}

} // namespace nutgraf::story
