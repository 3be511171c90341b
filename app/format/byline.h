// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace nutgraf::format {

enum class AuthorKind { Person, Organization };

/// Whoever wrote a story, as formats list writers one by one.
struct Author {
    QString name;
    AuthorKind kind = AuthorKind::Person;

    friend bool operator==(const Author &, const Author &) = default;
};

/// The writers that a byline names (without "By"): `Ann Lee in Port Calder and Jon Vester, The
/// Veyra Tribune` names two. A person's paper, job and place are left out; a byline that names none
/// but a desk or an agency has that. `place` is where the story was written: the byline may repeat
/// it.
[[nodiscard]] std::vector<Author> authorsOf(const QString &byline, const QString &place = {});

} // namespace nutgraf::format
