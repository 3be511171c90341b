// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "format/xml_text.h"

namespace nutgraf::format {

XmlText::XmlText() : m_writer(&m_text)
{
    m_writer.setAutoFormatting(true);
    m_writer.setAutoFormattingIndent(1);
    // The writer would leave the encoding out, as it writes to a string.
    m_text = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

void XmlText::addAttributes(Attributes attributes)
{
    for (const auto &[name, value] : attributes) {
        if (!value.isEmpty()) {
            m_writer.writeAttribute(name, value);
        }
    }
}

void XmlText::open(QLatin1StringView name, Attributes attributes)
{
    m_writer.writeStartElement(name);
    addAttributes(attributes);
}

void XmlText::close()
{
    m_writer.writeEndElement();
}

void XmlText::mark(QLatin1StringView name, Attributes attributes)
{
    m_writer.writeEmptyElement(name);
    addAttributes(attributes);
}

void XmlText::words(QLatin1StringView name, const QString &words, Attributes attributes)
{
    if (words.isEmpty()) {
        return;
    }
    open(name, attributes);
    m_writer.writeCharacters(words);
    close();
}

void XmlText::nested(QLatin1StringView outer, QLatin1StringView inner, const QString &words,
                     Attributes attributes)
{
    open(outer, attributes);
    m_writer.setAutoFormatting(false); // white space in it would be words of `outer` to some
    this->words(inner, words);
    close();
    m_writer.setAutoFormatting(true);
}

void XmlText::raw(const QString &xml)
{
    m_writer.writeCharacters(QString()); // ends the start tag
    m_text += xml;
}

QByteArray XmlText::file()
{
    m_writer.writeEndDocument();
    if (!m_text.endsWith(u'\n')) {
        m_text += u'\n';
    }
    return m_text.toUtf8();
}

} // namespace nutgraf::format
