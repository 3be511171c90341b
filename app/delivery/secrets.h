// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery/outlet.h"
#include "delivery/rules.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QString>

#include <functional>

namespace nutgraf::delivery {

/// What was found of an outlet's secret.
struct FoundSecret {
    QString value = {}; ///< empty: none
    Reason reason = Reason::None; ///< SecretMissing or KeyringSilent
    bool isFromEnvironment = false; ///< worth a warning: whoever can see the environment has it
};

/// Where secrets come from: never from a desk's files, never into one.
class Secrets {
public:
    /// Called once, later, in the caller's thread.
    using Done = std::function<void(const FoundSecret &)>;

    Secrets() = default;
    virtual ~Secrets() = default;
    Secrets(const Secrets &) = delete;
    Secrets &operator=(const Secrets &) = delete;

    virtual void find(const Outlet &outlet, Done done) = 0;
};

/// What the secret is kept under: the outlet and the server that it is for, so that a desk whose
/// address was changed does not take it elsewhere.
[[nodiscard]] QString secretName(const Outlet &outlet);

/// The system's keyring (QtKeychain: Secret Service or KWallet), in the program's name; where it
/// has nothing, the variable that the outlet names.
class KeyringSecrets final : public QObject, public Secrets {
    Q_OBJECT
public:
    explicit KeyringSecrets(QProcessEnvironment environment, QObject *parent = nullptr);

    void find(const Outlet &outlet, Done done) override;
    /// Keeps a secret. Reason::None: it is kept.
    void keep(const Outlet &outlet, const QString &secret, std::function<void(Reason)> done);

private:
    [[nodiscard]] FoundSecret inEnvironment(const Outlet &outlet, Reason otherwise) const;

    QProcessEnvironment m_environment;
};

} // namespace nutgraf::delivery
