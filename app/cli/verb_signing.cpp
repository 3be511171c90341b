// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/story_input.h"
#include "cli/table.h"
#include "cli/user_settings.h"
#include "cli/verb.h"
#include "desk/settings.h"
#include "signing/signers.h"
#include "story/folders.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nutgraf::cli {

namespace {

/// What a call sets before it shows how things stand.
Result<void> setKey(const Call &call)
{
    if (!call.has(u"key"_s) && !call.has(u"no-key"_s)) {
        return {};
    }
    QString file;
    if (call.has(u"key"_s)) {
        const Result<signing::Key> key = signing::readKey(call.value(u"key"_s));
        if (!key) {
            return std::unexpected(key.error());
        }
        file = key->file;
    }
    return setSigningKeyFile(file) ? Result<void>() : fail(ErrorCode::FileUnwritable, file);
}

Result<desk::Desk> setPolicy(const Call &call, const desk::Desk &desk)
{
    const std::optional<publish::SigningPolicy> policy =
        desk::policyNamed(call.value(u"policy"_s).replace(u'-', u' '));
    if (!policy) {
        return desk;
    }
    desk::Settings settings = desk.settings();
    settings.signing = *policy;
    return desk.withSettings(settings);
}

Result<void> setName(const Call &call, const desk::Desk &desk)
{
    if (!call.has(u"as"_s)) {
        return {};
    }
    const QString file = signingKeyFile();
    if (file.isEmpty()) {
        return fail(ErrorCode::SigningKeyMissing, u"--as"_s);
    }
    return signing::readKey(file).and_then([&](const signing::Key &key) {
        return signing::addSigner(story::DeskFolder(desk.folder()).allowedSigners(),
                                  call.value(u"as"_s), key.pub);
    });
}

QString ownKey()
{
    const QString file = signingKeyFile();
    if (file.isEmpty()) {
        return u"none"_s;
    }
    const Result<signing::Key> key = signing::readKey(file);
    return key ? file + u' ' + key->pub.fingerprint() : file + u" (cannot be used)"_s;
}

Result<QString> overview(const desk::Desk &desk, const Console &console)
{
    const QString file = story::DeskFolder(desk.folder()).allowedSigners();
    return signing::readSigners(file).transform(
        [&](const std::vector<signing::AllowedSigner> &signers) {
            const QString head =
                u"policy: %1\nkey: %2\n"_s.arg(desk::policyKey(desk.settings().signing), ownKey());
            Table table({u"SIGNER"_s, u"KEY"_s, u"FINGERPRINT"_s});
            for (const signing::AllowedSigner &signer : signers) {
                table.add({{signer.principals, Style::Bold},
                           {signer.key.type},
                           {signer.key.fingerprint()}});
            }
            return signers.empty() ? head : head + u'\n' + table.text(console);
        });
}

ExitCode runSigning(const Call &call, Console &console)
{
    const Result<QString> shown =
        desk::Desk::open(call.arguments.first()).and_then([&](const desk::Desk &desk) {
            return setKey(call)
                .and_then([&] { return setPolicy(call, desk); })
                .and_then([&](const desk::Desk &changed) {
                    return setName(call, changed).and_then([&] {
                        return overview(changed, console);
                    });
                });
        });
    if (!shown) {
        return failed(shown.error(), console);
    }
    console.write(*shown);
    return ExitCode::Ok;
}

} // namespace

Verb signingVerb()
{
    return {u"signing"_s,
            u"DESK"_s,
            u"Show or choose who signs a desk's versions, and with what key"_s,
            u"Versions are signed with your own SSH key by OpenSSH (ssh-keygen -Y sign). A key\n"
            "with a passphrase must be in the agent (ssh-add). Whose signatures count stands in\n"
            "the desk's file allowed_signers. Keys stay out of the desk; which one is yours is\n"
            "kept in your settings, or in NUTGRAF_SIGNING_KEY."_s,
            {{u"key"_s, u"FILE"_s, u"sign with this SSH key from now on, in every desk"_s, {}},
             {u"no-key"_s, {}, u"sign no more"_s, {}},
             {u"as"_s, u"NAME"_s, u"add your key to the desk's signers, under this name"_s, {}},
             {u"policy"_s,
              u"POLICY"_s,
              u"what the desk asks of each version"_s,
              {u"required"_s, u"when-possible"_s, u"off"_s}}},
            1,
            1,
            {},
            runSigning};
}

} // namespace nutgraf::cli
