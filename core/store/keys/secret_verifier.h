// SPDX-License-Identifier: GPL-3.0-or-later
// PINs and passwords of accounts: the rules for choosing one and Argon2id hashes of them, kept inside the encrypted store. Secrets
// are compared after compatibility normalisation, because a Chinese input method may type １２３ for 123. A hash or
// a check takes tenths of a second and tens of megabytes by design: never on the UI thread.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace onedoor {

/// What one guess costs. Units as in libsodium: passes over the memory, and bytes.
struct SecretCost {
    unsigned long long passes = 0;
    std::size_t memoryBytes = 0;

    static SecretCost interactive(); ///< 64 MiB: accounts that sign in all day long
    static SecretCost moderate();    ///< 256 MiB: key slots, opened once a day
    static SecretCost minimum();     ///< for tests; no protection
};

/// The form of a secret that is hashed, as UTF-8. Wipe it after use.
QByteArray canonicalSecret(const QString& secret);

class SecretVerifier {
public:
    explicit SecretVerifier(SecretCost cost = SecretCost::interactive()) : m_cost(cost) {}

    /// Invalid "secret.pinShape" unless six digits; "secret.pinTrivial" when repeated (111111, 121212, 123123) or a run up or down.
    static Result<void> checkPin(const QString& pin);
    /// Invalid "secret.passwordShort" (fact minimum), "secret.passwordLong" (fact maximum), "secret.passwordTrivial" when it is one or
    /// two characters over and over.
    static Result<void> checkPassword(const QString& password);

    /// A text with salt and cost in it, for storing. Internal "secret.outOfMemory".
    Result<QString> hash(const QString& secret) const;
    bool matches(const QString& hash, const QString& secret) const;
    /// True when the hash was made at another cost and should be made anew at the next sign-in.
    bool isOutdated(const QString& hash) const;

private:
    SecretCost m_cost;
};

} // namespace onedoor
