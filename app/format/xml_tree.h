// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QXmlStreamAttributes>

#include <optional>
#include <vector>

namespace nutgraf::format {

/// An element with all that is in it, or a run of text. Names are without prefix: the formats that
/// are read here use no name twice.
struct XmlNode {
    QString name; ///< empty: text
    QString text; ///< of a run of text
    QXmlStreamAttributes attributes;
    std::vector<XmlNode> children; ///< in the order of the file

    [[nodiscard]] bool isText() const
    {
        return name.isEmpty();
    }
    [[nodiscard]] QString attribute(QLatin1StringView attribute) const;
    /// The first child of that name, nullptr: none.
    [[nodiscard]] const XmlNode *child(QLatin1StringView element) const;
    /// The same, down a path `head/docdata/du-key`.
    [[nodiscard]] const XmlNode *at(QLatin1StringView path) const;
    [[nodiscard]] std::vector<const XmlNode *> all(QLatin1StringView element) const;
    /// The first element of that name, at any depth, this one included.
    [[nodiscard]] const XmlNode *find(QLatin1StringView element) const;
    /// All its text, in one line.
    [[nodiscard]] QString words() const;
    /// The words at a path; empty: nothing is there.
    [[nodiscard]] QString wordsAt(QLatin1StringView path) const;
    [[nodiscard]] QString attributeAt(QLatin1StringView path, QLatin1StringView attribute) const;
};

/// Reads a file from elsewhere. Nothing outside it is opened: a document type may be named, but a
/// file that declares entities, by which files are pulled in and memory is filled, is refused. So
/// is one nested deeper than any story. Errors: ImportUnrecognised, with line and column.
[[nodiscard]] Result<XmlNode> readXml(const QByteArray &bytes, const QString &name);

/// A piece of XHTML as JSON holds it, its elements inside one node. Entities of HTML that XML does
/// not know are read; `<br>` and the like need no end. None: it is not well-formed for all that.
[[nodiscard]] std::optional<XmlNode> readFragment(const QString &xhtml);

} // namespace nutgraf::format
