// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/signing/keys.h"
#include "publish/desk_check.h"
#include "sample.h"
#include "signing/signers.h"

#include <QDir>
#include <QTemporaryDir>

namespace nutgraf::publish::sample {

/// A desk with Ada's key among its signers, who publishes.
struct SignedDesk {
    QTemporaryDir dir;
    QTemporaryDir keys; ///< outside the desk, as it should be
    story::DeskFolder folder{dir.filePath(u"desk"_s)};
    QString ada;
    Signing signing;

    /// `key`: another desk's, which is quicker than to make one.
    explicit SignedDesk(const QString &key = {})
        : ada(key.isEmpty() ? signing::sample::makeKey(keys.filePath(u"ada"_s)) : key),
          signing{SigningPolicy::WhenPossible, ada, {}}
    {
        const bool isReady = makeFolder(folder.stories()).has_value()
            && writeFile(folder.settings(), "{}").has_value() && know(ada, u"ada@coast.example"_s);
        Q_ASSERT(isReady);
    }
    [[nodiscard]] bool know(const QString &key, const QString &name) const
    {
        return signing::addSigner(folder.allowedSigners(), name, signing::readKey(key)->pub)
            .has_value();
    }
    /// A story of this name, saved; stories of different names have different ids.
    [[nodiscard]] Request story(const QString &name) const
    {
        Request request;
        request.storyFolder = folder.stories() + u"/2026-05-12-"_s + name;
        request.story.slug = name;
        request.storyId = story::storyIdFrom(QDate(2026, 5, 12), name.toUtf8());
        const bool isThere = makeFolder(request.storyFolder).has_value();
        Q_ASSERT(isThere);
        return request;
    }
    /// Saves and publishes, signed as `signing` says.
    [[nodiscard]] Result<Published> publish(const Request &request, int hour) const
    {
        return trySave(request)
            .and_then([&] { return proposal(subjectOf(request, hour), at(hour)); })
            .and_then([&](const Proposal &proposal) {
                return publish::publish(proposal.subject, choice(request, proposal),
                                        fixedClock(at(hour)));
            });
    }
    [[nodiscard]] Subject subjectOf(const Request &request, int hour) const
    {
        Subject subject = sample::subject(request, at(hour));
        subject.signing = signing;
        return subject;
    }
    [[nodiscard]] CheckOptions options(Unsigned policy = Unsigned::Accept) const
    {
        return {.signers = {folder.allowedSigners(), {}}, .unsignedVersions = policy, .head = {}};
    }
    [[nodiscard]] DeskCheck check(Unsigned policy = Unsigned::Accept) const
    {
        return checkDesk(folder, options(policy));
    }
    /// Codes and subjects below the desk, for messages and comparisons.
    [[nodiscard]] QStringList faults(Unsigned policy = Unsigned::Accept) const
    {
        return words(check(policy).faults());
    }
    [[nodiscard]] QStringList words(const std::vector<Error> &errors) const
    {
        QStringList words;
        for (const Error &error : errors)
            words.append(u"%1 %2"_s.arg(int(error.code))
                             .arg(QDir(folder.path()).relativeFilePath(error.subject)));
        return words;
    }
};

inline Request next(Request request, format::PublicationKind kind, const QString &note)
{
    request.kind = kind;
    request.note = note;
    return request;
}

} // namespace nutgraf::publish::sample
