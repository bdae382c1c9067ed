// SPDX-License-Identifier: GPL-3.0-or-later
// What an account's login and secret must look like. Pure, any thread; checkSecret is quick, hashing is not part of it.
#pragma once

#include "core/base/error.h"
#include "core/domain/account/account_events.h"

namespace onedoor {

/// Folded to lower case. Invalid "account.loginShape" (login) unless 2–40 Latin letters, digits, dots, hyphens, beginning with a letter.
Result<QString> checkedLogin(const QString& login);
/// Invalid secret.* (secret).
Result<void> checkSecret(SecretKind kind, const QString& secret);

} // namespace onedoor
