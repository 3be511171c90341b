// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <utility>

/// The project's sources as text, for tests of the house's rules.
namespace tree {

[[nodiscard]] const QString &top();
[[nodiscard]] QString read(const QString &path);
/// A path as seen from the top.
[[nodiscard]] QString relative(const QString &path);
/// Files below folders of the top, sorted.
[[nodiscard]] QStringList sources(const QStringList &folders, const QStringList &patterns);
/// Sources and headers of app/ and ui/.
[[nodiscard]] QStringList code();
/// The rooms of `app` or `ui`.
[[nodiscard]] QStringList rooms(const QString &side);
/// The rooms that a README's line `Depends on:` names.
[[nodiscard]] QSet<QString> dependencies(const QString &readme);
/// What a file includes with `"` or `<`.
[[nodiscard]] QStringList includes(const QString &text, QChar open);
/// The longest function of a file: its first line and how many lines its body has.
[[nodiscard]] std::pair<qsizetype, qsizetype> longestFunction(const QString &text);
/// Where a pattern stands in files: `path:line: words`. Comments are passed over.
[[nodiscard]] QStringList places(const QStringList &files, const QString &pattern);

/// A file's words without comments.
[[nodiscard]] QString withoutComments(const QString &text);
/// The classes that a file defines, each with the number of its member functions, signals apart.
[[nodiscard]] QMap<QString, int> classes(const QString &text);

} // namespace tree
