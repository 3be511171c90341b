// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery/secrets.h"

#include <QUrl>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace nutgraf::delivery {

namespace {

const QString Service = u"nutgraf"_s;

Reason reasonFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return Reason::None;
    case QKeychain::EntryNotFound:
        return Reason::SecretMissing;
    default:
        return Reason::KeyringSilent;
    }
}

} // namespace

QString secretName(const Outlet &outlet)
{
    const QUrl url(outlet.target);
    const QString port = url.port() < 0 ? QString() : u":%1"_s.arg(url.port());
    return outlet.id + u' ' + url.scheme() + u"://"_s + url.host() + port;
}

KeyringSecrets::KeyringSecrets(QProcessEnvironment environment, QObject *parent)
    : QObject(parent), m_environment(std::move(environment))
{
}

FoundSecret KeyringSecrets::inEnvironment(const Outlet &outlet, Reason otherwise) const
{
    const QString value =
        outlet.secretVariable.isEmpty() ? QString() : m_environment.value(outlet.secretVariable);
    if (value.isEmpty())
        return {.value = {}, .reason = otherwise};
    return {.value = value, .reason = Reason::None, .isFromEnvironment = true};
}

void KeyringSecrets::find(const Outlet &outlet, Done done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service, this);
    job->setKey(secretName(outlet));
    connect(job, &QKeychain::Job::finished, this,
            [this, job, outlet, done = std::move(done)](QKeychain::Job *) {
                const Reason reason = reasonFor(job->error());
                const QString value = job->textData();
                const bool isFound = reason == Reason::None && !value.isEmpty();
                done(isFound
                         ? FoundSecret{.value = value}
                         : inEnvironment(outlet,
                                         reason == Reason::None ? Reason::SecretMissing : reason));
            });
    job->start();
}

void KeyringSecrets::keep(const Outlet &outlet, const QString &secret,
                          std::function<void(Reason)> done)
{
    auto *job = new QKeychain::WritePasswordJob(Service, this);
    job->setKey(secretName(outlet));
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this,
            [job, done = std::move(done)](QKeychain::Job *) { done(reasonFor(job->error())); });
    job->start();
}

} // namespace nutgraf::delivery
