// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

/// A syntax definition as it is written, before a library reads it.
namespace syntax {

struct Rule {
    QString type;
    qint64 line = 0;
    QMap<QString, QString> attributes;

    [[nodiscard]] QString value(const QString &name) const
    {
        return attributes.value(name);
    }
    [[nodiscard]] bool is(const QString &name) const;
    /// It applies everywhere in a line.
    [[nodiscard]] bool isFree() const;
};

struct Context {
    QString name;
    qint64 line = 0;
    QMap<QString, QString> attributes;
    QList<Rule> rules;
};

struct File {
    QList<Context> contexts; ///< the first is where a text begins
    QStringList lists; ///< keyword lists
    QStringList styles; ///< itemData
    QStringList faults; ///< what stands twice, and what is no XML

    [[nodiscard]] const Context *context(const QString &name) const;
    /// A context's rules, with those of the contexts that it includes.
    [[nodiscard]] QList<Rule> allRules(const Context &context) const;
};

[[nodiscard]] File read(const QString &path);

/// The context that `#pop!Name`, `Name` or `#stay` goes to; empty for one that only stays or
/// leaves.
[[nodiscard]] QString target(const QString &switchTo);

} // namespace syntax
