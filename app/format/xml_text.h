// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace nutgraf::format {

/// An XML file in the making, indented where that changes no words. Empty says nothing: attributes
/// and text elements without a value are left out.
class XmlText {
public:
    using Attributes = std::initializer_list<std::pair<QLatin1StringView, QString>>;

    XmlText();
    XmlText(const XmlText &) = delete;
    XmlText &operator=(const XmlText &) = delete;

    void open(QLatin1StringView name, Attributes attributes = {});
    void close();
    /// `<name …/>`
    void mark(QLatin1StringView name, Attributes attributes = {});
    /// `<name …>words</name>`
    void words(QLatin1StringView name, const QString &words, Attributes attributes = {});
    /// `<outer …><inner>words</inner></outer>`
    void nested(QLatin1StringView outer, QLatin1StringView inner, const QString &words,
                Attributes attributes = {});
    /// Well-formed XML, as it stands, inside the element that is open.
    void raw(const QString &xml);
    /// The whole file; all that was opened is closed.
    [[nodiscard]] QByteArray file();

private:
    void addAttributes(Attributes attributes);

    QString m_text;
    QXmlStreamWriter m_writer;
};

} // namespace nutgraf::format
