// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "cli/console.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace nutgraf::cli {

enum class ExitCode {
    Ok = 0,
    Finding = 1, ///< something was found, or failed
    Usage = 2, ///< the call makes no sense; nothing was done
};

/// `--name` or, with `value` (its name in the help), `--name VALUE` and `--name=VALUE`.
struct Option {
    QString name;
    QString value; ///< empty: a switch
    QString help;
    QStringList choices; ///< the only values allowed; empty: any
};

/// The words of a call after the verb, checked against its table.
struct Call {
    QStringList arguments;
    QMap<QString, QString> options; ///< by name without dashes; a switch has an empty value

    [[nodiscard]] bool has(const QString &option) const
    {
        return options.contains(option);
    }
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const
    {
        return options.value(option, otherwise);
    }
};

/// One command of nutgraf-cli: the table that help, completion and manual page are kept by.
struct Verb {
    QString name;
    QString arguments; ///< as the help shows them
    QString summary; ///< one line
    QString details; ///< further lines of help; may be empty
    std::vector<Option> options;
    int minArguments = 0;
    int maxArguments = -1; ///< -1: any number
    QStringList words; ///< completion of arguments; empty: files
    ExitCode (*run)(const Call &call, Console &console) = nullptr;
};

[[nodiscard]] Verb initVerb();
[[nodiscard]] Verb sampleVerb();
[[nodiscard]] Verb importVerb();
[[nodiscard]] Verb newVerb();
[[nodiscard]] Verb listVerb();
[[nodiscard]] Verb analyzeVerb();
[[nodiscard]] Verb checkVerb();
[[nodiscard]] Verb summarizeVerb();
[[nodiscard]] Verb pdfVerb();
[[nodiscard]] Verb publishVerb();
[[nodiscard]] Verb siteVerb();
[[nodiscard]] Verb deliverVerb();
[[nodiscard]] Verb outletsVerb();
[[nodiscard]] Verb versionsVerb();
[[nodiscard]] Verb diffVerb();
[[nodiscard]] Verb verifyVerb();
[[nodiscard]] Verb signingVerb();
[[nodiscard]] Verb restoreVersionVerb();
[[nodiscard]] Verb snapshotVerb();
[[nodiscard]] Verb renameVerb();
[[nodiscard]] Verb duplicateVerb();
[[nodiscard]] Verb spikeVerb();
[[nodiscard]] Verb restoreVerb();
[[nodiscard]] Verb recoverVerb();
[[nodiscard]] Verb completionVerb();

/// In the order of the help.
[[nodiscard]] const std::vector<Verb> &allVerbs();

/// Error: ArgumentInvalid; detail says what is wrong with the call.
[[nodiscard]] Result<Call> parseCall(const Verb &verb, const QStringList &words);

[[nodiscard]] QString generalHelp();
[[nodiscard]] QString helpFor(const Verb &verb);

/// Runs a whole command line (without the program's own name).
[[nodiscard]] ExitCode run(const QStringList &words, Console &console);

} // namespace nutgraf::cli
