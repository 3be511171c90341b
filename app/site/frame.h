// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "site/card.h"
#include "site/site.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace nutgraf::site {

/// What stands around every page.
struct Frame {
    story::Agency agency;
    story::Website website;
    QString name; ///< of the site
    QString address; ///< where the site begins, without `/` at its end
    QStringList sections; ///< of the navigation: `medtop:…`

    /// Of all of it, the style and the program: a page made in another frame is made anew.
    [[nodiscard]] QByteArray digest() const;
};

/// Without sections of its own a desk gets the main ones that its stories have.
[[nodiscard]] Frame frameOf(const Site &site, const std::vector<Card> &cards);

/// What is different about one page.
struct PageHead {
    QString file; ///< its path in the site, by which the links go
    QString title;
    QString language = QStringLiteral("en");
    QString description;
    QString more; ///< further elements of its head
    bool isIndexed = true; ///< search engines may list it
};

/// A page of no more than that.
[[nodiscard]] PageHead plainHead(const QString &file, const QString &title);

/// The whole file. `content` stands between masthead and footer: well-formed, with `id="main"`.
[[nodiscard]] QByteArray pageOf(const Frame &frame, const PageHead &head, const QString &content);

/// `../` as often as it takes to come from `file` to the site's folder.
[[nodiscard]] QString wayUp(const QString &file);

/// The style sheet.
[[nodiscard]] QByteArray styleSheet();

} // namespace nutgraf::site
