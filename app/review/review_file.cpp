// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "base/files.h"
#include "review/review.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <initializer_list>

namespace nutgraf::review {

using namespace Qt::StringLiterals;
using analysis::AttributionKind;

namespace {

constexpr int FileVersion = 1;

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Confirmed:
        return u"confirmed"_s;
    case Verdict::NeedsSource:
        return u"needs-source"_s;
    case Verdict::Rejected:
        break;
    }
    return u"rejected"_s;
}

QString word(AttributionKind kind)
{
    switch (kind) {
    case AttributionKind::Direct:
        return u"direct"_s;
    case AttributionKind::Mixed:
        return u"mixed"_s;
    case AttributionKind::Indirect:
        break;
    }
    return u"indirect"_s;
}

/// The one of `values` whose word `name` is.
template <typename Value>
std::optional<Value> valueOf(const QString &name, std::initializer_list<Value> values)
{
    const auto found = std::ranges::find(values, name, [](Value value) { return word(value); });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

std::optional<AttributionKind> kindFrom(const QString &name)
{
    return valueOf(name,
                   {AttributionKind::Direct, AttributionKind::Mixed, AttributionKind::Indirect});
}

std::optional<Verdict> verdictFrom(const QString &name)
{
    return valueOf(name, {Verdict::Confirmed, Verdict::NeedsSource, Verdict::Rejected});
}

/// Takes members out of an object, so that what is left is what this version does not know.
class Members {
public:
    explicit Members(QJsonObject object) : m_object(std::move(object)) { }

    /// A text that must be there.
    QString text(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isString() && m_fault.isEmpty()) {
            m_fault = key;
        }
        return value.toString();
    }
    /// A text that may be left out.
    QString optionalText(const QString &key)
    {
        return m_object.contains(key) ? text(key) : QString();
    }
    QJsonObject object(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isObject() && m_fault.isEmpty()) {
            m_fault = key;
        }
        return value.toObject();
    }
    [[nodiscard]] bool has(const QString &key) const
    {
        return m_object.contains(key);
    }
    /// A time that must be there.
    QDateTime time(const QString &key)
    {
        const QDateTime time = QDateTime::fromString(text(key), Qt::ISODate);
        if (!time.isValid()) {
            refuse(key);
        }
        return time.toUTC();
    }
    void refuse(const QString &key)
    {
        if (m_fault.isEmpty()) {
            m_fault = key;
        }
    }
    [[nodiscard]] const QString &fault() const
    {
        return m_fault;
    }
    [[nodiscard]] const QJsonObject &rest() const
    {
        return m_object;
    }

private:
    QJsonObject m_object;
    QString m_fault; ///< the first member that is missing or wrong
};

std::expected<TextQuoteSelector, QString> selectorFrom(const QJsonObject &object)
{
    Members members(object);
    TextQuoteSelector selector{.exact = members.text(u"exact"_s),
                               .prefix = members.optionalText(u"prefix"_s),
                               .suffix = members.optionalText(u"suffix"_s)};
    if (members.optionalText(u"type"_s) != "TextQuoteSelector"_L1) {
        members.refuse(u"type"_s);
    }
    if (!members.fault().isEmpty()) {
        return std::unexpected(members.fault());
    }
    return selector;
}

/// The selector at `key`, whose fault is `key`'s, too.
TextQuoteSelector selectorAt(Members &members, const QString &key)
{
    const auto selector = selectorFrom(members.object(key));
    if (!selector) {
        members.refuse(u"%1.%2"_s.arg(key, selector.error()));
    }
    return selector.value_or(TextQuoteSelector());
}

std::expected<Correction, QString> correctionFrom(const QJsonObject &object)
{
    Members members(object);
    Correction correction;
    correction.at = members.time(u"at"_s);
    correction.by = members.optionalText(u"by"_s);
    if (members.has(u"speaker"_s)) {
        correction.speaker = members.text(u"speaker"_s);
    }
    if (members.has(u"kind"_s)) {
        correction.kind = kindFrom(members.text(u"kind"_s));
        if (!correction.kind) {
            members.refuse(u"kind"_s);
        }
    }
    if (members.has(u"content"_s)) {
        correction.content = selectorAt(members, u"content"_s);
    }
    correction.others = members.rest();
    if (!members.fault().isEmpty()) {
        return std::unexpected(members.fault());
    }
    return correction;
}

std::optional<Correction> correctionAt(Members &members, const QString &key)
{
    if (!members.has(key)) {
        return std::nullopt;
    }
    const auto correction = correctionFrom(members.object(key));
    if (!correction) {
        members.refuse(u"%1.%2"_s.arg(key, correction.error()));
        return std::nullopt;
    }
    return *correction;
}

std::expected<Decision, QString> decisionFrom(const QJsonObject &object)
{
    Members members(object);
    const std::optional<Verdict> verdict = verdictFrom(members.text(u"verdict"_s));
    Decision decision{.id = {},
                      .verdict = verdict.value_or(Verdict::Confirmed),
                      .target = selectorAt(members, u"target"_s),
                      .speaker = members.optionalText(u"speaker"_s),
                      .comment = members.optionalText(u"comment"_s),
                      .by = members.optionalText(u"by"_s),
                      .at = members.time(u"at"_s),
                      .correction = correctionAt(members, u"correction"_s),
                      .others = {}};
    decision.id = members.text(u"id"_s);
    decision.others = members.rest();
    if (!verdict) {
        members.refuse(u"verdict"_s);
    }
    if (!members.fault().isEmpty()) {
        return std::unexpected(members.fault());
    }
    return decision;
}

QJsonObject objectFrom(const TextQuoteSelector &selector)
{
    return {{u"type"_s, u"TextQuoteSelector"_s},
            {u"exact"_s, selector.exact},
            {u"prefix"_s, selector.prefix},
            {u"suffix"_s, selector.suffix}};
}

QJsonObject objectFrom(const Correction &correction)
{
    QJsonObject object = correction.others;
    object[u"by"_s] = correction.by;
    object[u"at"_s] = isoUtc(correction.at);
    if (correction.speaker) {
        object[u"speaker"_s] = *correction.speaker;
    }
    if (correction.kind) {
        object[u"kind"_s] = word(*correction.kind);
    }
    if (correction.content) {
        object[u"content"_s] = objectFrom(*correction.content);
    }
    return object;
}

QJsonObject objectFrom(const Decision &decision)
{
    QJsonObject object = decision.others;
    object[u"id"_s] = decision.id;
    object[u"verdict"_s] = word(decision.verdict);
    object[u"target"_s] = objectFrom(decision.target);
    object[u"speaker"_s] = decision.speaker;
    object[u"comment"_s] = decision.comment;
    object[u"by"_s] = decision.by;
    object[u"at"_s] = isoUtc(decision.at);
    if (decision.correction) {
        object[u"correction"_s] = objectFrom(*decision.correction);
    }
    return object;
}

std::unexpected<Error> syntaxFault(const QByteArray &json, const QJsonParseError &fault,
                                   const QString &name)
{
    const QByteArray before = json.first(std::clamp<qsizetype>(fault.offset, 0, json.size()));
    const QString lastLine = QString::fromUtf8(before.sliced(before.lastIndexOf('\n') + 1));
    return fail(ErrorCode::ReviewInvalid, name, fault.errorString(), before.count('\n') + 1,
                lastLine.toUcs4().size() + 1);
}

} // namespace

QDateTime toTheSecond(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC);
}

Result<Review> readReview(const QByteArray &json, const QString &name)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return syntaxFault(json, fault, name);
    }
    QJsonObject top = document.object();
    if (top.take(u"version"_s).toInt() != FileVersion) {
        return fail(ErrorCode::ReviewInvalid, name, u"version"_s);
    }
    const QJsonValue list = top.take(u"decisions"_s);
    if (!list.isArray()) {
        return fail(ErrorCode::ReviewInvalid, name, u"decisions"_s);
    }
    Review review;
    review.others = top;
    const QJsonArray items = list.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        std::expected<Decision, QString> decision = decisionFrom(items[i].toObject());
        if (!decision) {
            return fail(ErrorCode::ReviewInvalid, name,
                        u"decisions[%1].%2"_s.arg(i).arg(decision.error()));
        }
        review.decisions.push_back(std::move(*decision));
    }
    return review;
}

QByteArray writeReview(const Review &review)
{
    QJsonArray decisions;
    for (const Decision &decision : review.decisions) {
        decisions.append(objectFrom(decision));
    }
    QJsonObject top = review.others;
    top[u"version"_s] = FileVersion;
    top[u"decisions"_s] = decisions;
    return QJsonDocument(top).toJson(QJsonDocument::Indented);
}

Result<Review> readDecisions(const QString &path)
{
    const Result<QByteArray> json = readFile(path);
    if (!json && json.error().code == ErrorCode::FileNotFound) {
        return {};
    }
    return json.and_then([&](const QByteArray &bytes) { return readReview(bytes, path); });
}

} // namespace nutgraf::review
