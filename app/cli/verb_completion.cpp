// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/verb.h"

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

QString verbNames(const QString &separator)
{
    QStringList names;
    for (const Verb &verb : allVerbs()) {
        names.append(verb.name);
    }
    return names.join(separator);
}

QString optionWords(const Verb &verb)
{
    QStringList words;
    for (const Option &option : verb.options) {
        words.append(u"--"_s + option.name);
    }
    return (words << u"--help"_s).join(u' ');
}

/// Values of all options that have a fixed set: `format) … ;;`.
QString bashChoices(const Verb &verb)
{
    QString cases;
    for (const Option &option : verb.options) {
        if (!option.choices.isEmpty()) {
            cases +=
                u"        %1:--%2) COMPREPLY=($(compgen -W \"%3\" -- \"$word\")); return ;;\n"_s
                    .arg(verb.name, option.name, option.choices.join(u' '));
        }
    }
    return cases;
}

QString bashScript()
{
    QString choices;
    QString options;
    QString words;
    for (const Verb &verb : allVerbs()) {
        choices += bashChoices(verb);
        options += u"        %1) options=\"%2\" ;;\n"_s.arg(verb.name, optionWords(verb));
        if (!verb.words.isEmpty()) {
            words +=
                u"        %1) COMPREPLY=($(compgen -W \"%2\" -- \"$word\")); return ;;\n"_s.arg(
                    verb.name, verb.words.join(u' '));
        }
    }
    return u"# bash completion of nutgraf-cli; source it, or save it in\n"
           "# ~/.local/share/bash-completion/completions/nutgraf-cli\n"
           "_nutgraf_cli() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
           "    local verb=${COMP_WORDS[1]}\n"
           "    COMPREPLY=()\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W \"%1 --help --version\" -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    case $verb:$before in\n%2    esac\n"
           "    case $verb in\n%3    esac\n"
           "    if [[ $word == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    case $verb in\n%4    esac\n"
           "    compopt -o filenames 2>/dev/null\n"
           "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
           "}\n"
           "complete -F _nutgraf_cli nutgraf-cli\n"_s.arg(verbNames(u" "_s), choices, options,
                                                          words);
}

/// zsh's _arguments reads brackets and colons in a description as its own.
QString zshQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return quoted.replace(u'[', u"\\["_s).replace(u']', u"\\]"_s).replace(u':', u"\\:"_s);
}

QString zshArguments(const Verb &verb)
{
    QString lines = u"            _arguments \\\n"_s;
    for (const Option &option : verb.options) {
        QString action;
        if (!option.value.isEmpty()) {
            action = u":%1:"_s.arg(option.value.toLower());
            action +=
                option.choices.isEmpty() ? QString() : u'(' + option.choices.join(u' ') + u')';
        }
        lines +=
            u"                '--%1[%2]%3' \\\n"_s.arg(option.name, zshQuoted(option.help), action);
    }
    const QString rest = verb.words.isEmpty() ? u"_files"_s : u'(' + verb.words.join(u' ') + u')';
    return lines + u"                '--help[this text]' '*:argument:%1' ;;\n"_s.arg(rest);
}

QString zshScript()
{
    QString verbs;
    QString cases;
    for (const Verb &verb : allVerbs()) {
        verbs += u"        '%1:%2'\n"_s.arg(verb.name, zshQuoted(verb.summary));
        cases += u"        %1)\n%2"_s.arg(verb.name, zshArguments(verb));
    }
    return u"#compdef nutgraf-cli\n"
           "# zsh completion of nutgraf-cli; save it as _nutgraf-cli in a folder of $fpath\n"
           "_nutgraf_cli() {\n"
           "    local -a verbs\n"
           "    verbs=(\n%1    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe command verbs\n"
           "        return\n"
           "    fi\n"
           "    local verb=$words[2]\n"
           "    shift words; (( CURRENT-- ))\n"
           "    case $verb in\n%2    esac\n"
           "}\n"
           "if [ \"$funcstack[1]\" = \"_nutgraf-cli\" ]; then _nutgraf_cli \"$@\"; "
           "else compdef _nutgraf_cli nutgraf-cli; fi\n"_s.arg(verbs, cases);
}

QString fishQuoted(const QString &text)
{
    QString quoted = text;
    return u'\'' + quoted.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishOption(const Verb &verb, const Option &option)
{
    QString line = u"complete -c nutgraf-cli -n '__fish_seen_subcommand_from %1' -l %2 -d %3"_s.arg(
        verb.name, option.name, fishQuoted(option.help));
    if (!option.choices.isEmpty()) {
        line += u" -x -a '"_s + option.choices.join(u' ') + u'\'';
    } else if (!option.value.isEmpty()) {
        line += u" -r"_s;
    }
    return line + u'\n';
}

QString fishScript()
{
    QString lines = u"# fish completion of nutgraf-cli; save it as\n"
                    "# ~/.config/fish/completions/nutgraf-cli.fish\n"
                    "complete -c nutgraf-cli -n __fish_use_subcommand -l version -d 'the version'\n"
                    "complete -c nutgraf-cli -l help -d 'help'\n"_s;
    for (const Verb &verb : allVerbs()) {
        lines += u"complete -c nutgraf-cli -n __fish_use_subcommand -f -a %1 -d %2\n"_s.arg(
            verb.name, fishQuoted(verb.summary));
        for (const Option &option : verb.options) {
            lines += fishOption(verb, option);
        }
        if (!verb.words.isEmpty()) {
            lines +=
                u"complete -c nutgraf-cli -n '__fish_seen_subcommand_from %1' -f -a '%2'\n"_s.arg(
                    verb.name, verb.words.join(u' '));
        }
    }
    return lines;
}

ExitCode runCompletion(const Call &call, Console &console)
{
    const QString &shell = call.arguments.first();
    if (shell == "bash"_L1) {
        console.write(bashScript());
    } else if (shell == "zsh"_L1) {
        console.write(zshScript());
    } else if (shell == "fish"_L1) {
        console.write(fishScript());
    } else {
        console.error(u"nutgraf-cli completion: takes bash, zsh or fish, not "_s + shell);
        return ExitCode::Usage;
    }
    return ExitCode::Ok;
}

} // namespace

Verb completionVerb()
{
    return {u"completion"_s,
            u"SHELL"_s,
            u"Print a completion script for bash, zsh or fish"_s,
            u"For bash: source <(nutgraf-cli completion bash)"_s,
            {},
            1,
            1,
            {u"bash"_s, u"zsh"_s, u"fish"_s},
            runCompletion};
}

} // namespace nutgraf::cli
