// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verb.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

bool asksForHelp(const QStringList &words)
{
    const qsizetype end = words.indexOf("--"_L1);
    const QStringList before = end < 0 ? words : words.first(end);
    return before.contains("--help"_L1) || before.contains("-h"_L1);
}

const Verb *findVerb(const QString &name)
{
    const auto found = std::ranges::find(allVerbs(), name, &Verb::name);
    return found == allVerbs().end() ? nullptr : &*found;
}

ExitCode misused(Console &console, const QString &what, const QString &where)
{
    console.error(u"nutgraf-cli"_s + where + u": "_s + what + u". See nutgraf-cli"_s + where
                  + u" --help."_s);
    return ExitCode::Usage;
}

ExitCode runVerb(const Verb &verb, const QStringList &words, Console &console)
{
    if (asksForHelp(words)) {
        console.write(helpFor(verb));
        return ExitCode::Ok;
    }
    const Result<Call> call = parseCall(verb, words);
    if (!call) {
        return misused(console, call.error().detail, u' ' + verb.name);
    }
    return verb.run(*call, console);
}

ExitCode runWords(const QStringList &words, Console &console)
{
    if (words.isEmpty()) {
        console.error(generalHelp().trimmed());
        return ExitCode::Usage;
    }
    const QString &first = words.first();
    if (first == "--version"_L1) {
        console.write(u"nutgraf-cli " NUTGRAF_VERSION "\n"_s);
        return ExitCode::Ok;
    }
    const bool isHelp = first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1;
    if (isHelp && words.size() == 1) {
        console.write(generalHelp());
        return ExitCode::Ok;
    }
    const QString name = isHelp ? words.at(1) : first;
    const Verb *verb = findVerb(name);
    if (verb == nullptr) {
        const bool isOption = name.startsWith(u'-');
        return misused(console, (isOption ? u"no option "_s : u"no command "_s) + name, {});
    }
    return runVerb(*verb, isHelp ? QStringList{u"--help"_s} : words.sliced(1), console);
}

} // namespace

ExitCode run(const QStringList &words, Console &console)
{
    const ExitCode code = runWords(words, console);
    return code == ExitCode::Ok && console.hasFailed() ? ExitCode::Finding : code;
}

} // namespace nutgraf::cli
