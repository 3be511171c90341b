// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verb.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

std::unexpected<Error> misused(const Verb &verb, const QString &reason)
{
    return fail(ErrorCode::ArgumentInvalid, verb.name, reason);
}

const Option *findOption(const Verb &verb, const QString &name)
{
    const auto found = std::ranges::find(verb.options, name, &Option::name);
    return found == verb.options.end() ? nullptr : &*found;
}

Result<void> checkCount(const Verb &verb, qsizetype count)
{
    if (count < verb.minArguments) {
        return misused(verb, u"needs "_s + verb.arguments);
    }
    if (verb.maxArguments >= 0 && count > verb.maxArguments) {
        return misused(verb, u"takes only "_s + verb.arguments);
    }
    return {};
}

/// Reads the option at words[at]; gives how many words it takes.
Result<qsizetype> readOption(const Verb &verb, const QStringList &words, qsizetype at, Call &call)
{
    const QString word = words.at(at).sliced(2);
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.left(equals < 0 ? word.size() : equals);
    const Option *option = findOption(verb, name);
    if (option == nullptr) {
        return misused(verb, u"no option --"_s + name);
    }
    if (option->value.isEmpty()) {
        if (equals >= 0) {
            return misused(verb, u"--"_s + name + u" takes no value"_s);
        }
        call.options.insert(name, {});
        return 1;
    }
    if (equals < 0 && at + 1 >= words.size()) {
        return misused(verb, u"--"_s + name + u" needs "_s + option->value);
    }
    const QString value = equals < 0 ? words.at(at + 1) : word.sliced(equals + 1);
    if (!option->choices.isEmpty() && !option->choices.contains(value)) {
        return misused(verb, u"--"_s + name + u" is one of "_s + option->choices.join(u", "_s));
    }
    call.options.insert(name, value);
    return equals < 0 ? 2 : 1;
}

QString row(const QString &left, const QString &right, qsizetype width)
{
    return u"  "_s + left.leftJustified(width) + u"  "_s + right + u'\n';
}

QString optionLabel(const Option &option)
{
    const QString value = option.choices.isEmpty() ? option.value : option.choices.join(u'|');
    return u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + value);
}

} // namespace

const std::vector<Verb> &allVerbs()
{
    static const std::vector<Verb> verbs = {
        initVerb(),    sampleVerb(),         importVerb(),    newVerb(),       listVerb(),
        analyzeVerb(), checkVerb(),          summarizeVerb(), pdfVerb(),       publishVerb(),
        deliverVerb(), outletsVerb(),        versionsVerb(),  diffVerb(),      verifyVerb(),
        siteVerb(),    signingVerb(),        renameVerb(),    duplicateVerb(), spikeVerb(),
        restoreVerb(), restoreVersionVerb(), snapshotVerb(),  recoverVerb(),   completionVerb(),
    };
    return verbs;
}

Result<Call> parseCall(const Verb &verb, const QStringList &words)
{
    Call call;
    for (qsizetype at = 0; at < words.size();) {
        const QString &word = words.at(at);
        if (word == "--"_L1) {
            call.arguments += words.sliced(at + 1);
            break;
        }
        if (word.startsWith("--"_L1)) {
            const Result<qsizetype> taken = readOption(verb, words, at, call);
            if (!taken) {
                return std::unexpected(taken.error());
            }
            at += *taken;
            continue;
        }
        if (word.size() > 1 && word.startsWith(u'-')) {
            return misused(verb, u"no option "_s + word);
        }
        call.arguments.append(word);
        ++at;
    }
    return checkCount(verb, call.arguments.size()).transform([&] { return call; });
}

QString generalHelp()
{
    qsizetype width = 0;
    for (const Verb &verb : allVerbs()) {
        width = std::max(width, verb.name.size());
    }
    QString help = u"Usage: nutgraf-cli COMMAND [OPTIONS] ARGUMENTS\n\n"
                   "Drafts, checks and publishes stories of a news desk without a window.\n\n"
                   "Commands:\n"_s;
    for (const Verb &verb : allVerbs()) {
        help += row(verb.name, verb.summary, width);
    }
    help += u"\nOptions:\n"_s
        + row(u"--help"_s, u"this text; after a command: that command's"_s, width)
        + row(u"--version"_s, u"the version"_s, width)
        + u"\nSTORY is a story's folder, its story.md or, where no desk is needed, any .md or .txt "
          "file.\nExit codes: 0 done, 1 something was found or failed, 2 the call makes no sense.\n"_s;
    return help;
}

QString helpFor(const Verb &verb)
{
    QString help = u"Usage: nutgraf-cli "_s + verb.name
        + (verb.options.empty() ? QString() : u" [OPTIONS]"_s) + u' ' + verb.arguments + u"\n\n"_s
        + verb.summary + u".\n"_s;
    if (!verb.details.isEmpty()) {
        help += verb.details + u'\n';
    }
    qsizetype width = 6;
    for (const Option &option : verb.options) {
        width = std::max(width, optionLabel(option).size());
    }
    help += u"\nOptions:\n"_s;
    for (const Option &option : verb.options) {
        help += row(optionLabel(option), option.help, width);
    }
    return help + row(u"--help"_s, u"this text"_s, width);
}

} // namespace nutgraf::cli
