// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/json_place.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nutgraf::delivery {

namespace {

/// Walks over a JSON text that a reader has found to be valid.
class Walker {
public:
    explicit Walker(const QByteArray &json) : m_json(json)
    {
        skipSpace();
    }

    /// Goes to the value of a key or index of the value here; false: it has none, and is passed.
    bool enter(const QString &part)
    {
        if (peek() != '{' && peek() != '[')
            return false;
        const bool isObject = take() == '{';
        for (int index = 0; peek() != '}' && peek() != ']' && peek() != '\0'; ++index) {
            const QString name = isObject ? takeKey() : QString::number(index);
            if (name == part)
                return true;
            skipValue();
            if (peek() == ',')
                take();
        }
        return false;
    }
    [[nodiscard]] qsizetype position() const
    {
        return m_at;
    }

private:
    [[nodiscard]] char peek() const
    {
        return m_at < m_json.size() ? m_json.at(m_at) : '\0';
    }
    char take()
    {
        const char found = peek();
        ++m_at;
        skipSpace();
        return found;
    }
    void skipSpace()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json.at(m_at)))
            ++m_at;
    }
    void skipText()
    {
        for (++m_at; peek() != '"' && peek() != '\0'; ++m_at)
            m_at += peek() == '\\' ? 1 : 0;
        take();
    }
    QString takeKey()
    {
        const qsizetype begin = m_at;
        skipText();
        const QByteArray text = m_json.sliced(begin, m_at - begin);
        const qsizetype end = text.lastIndexOf('"');
        take(); // the colon
        return QJsonDocument::fromJson('[' + text.first(end + 1) + ']').array().first().toString();
    }
    void skipValue()
    {
        int depth = 0;
        do {
            const char here = peek();
            if (here == '"') {
                skipText();
                continue;
            }
            depth += here == '{' || here == '[' ? 1 : 0;
            depth -= here == '}' || here == ']' ? 1 : 0;
            take();
        } while (peek() != '\0' && (depth > 0 || !QByteArrayView(",]}").contains(peek())));
    }

    QByteArray m_json;
    qsizetype m_at = 0;
};

} // namespace

Place jsonPlace(const QByteArray &json, const QStringList &path)
{
    Walker walker(json);
    qsizetype found = walker.position();
    for (const QString &part : path) {
        if (!walker.enter(part))
            break;
        found = walker.position();
    }
    const QByteArray before = json.first(std::min(found, json.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {before.count('\n') + 1,
            QString::fromUtf8(before.sliced(lineStart)).toUcs4().size() + 1};
}

} // namespace nutgraf::delivery
