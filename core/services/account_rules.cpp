// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/account_rules.h"

#include "core/store/keys/secret_verifier.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

Result<QString> checkedLogin(const QString& login)
{
    const QString folded = login.trimmed().toLower();
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
    };
    const bool shaped = folded.size() >= 2 && folded.size() <= 40 && folded.front() >= u'a' && folded.front() <= u'z'
        && std::all_of(folded.begin(), folded.end(), allowed);
    if (!shaped)
        return fail(ErrorKind::Invalid, u"account.loginShape"_s, u"login"_s);
    return folded;
}

Result<void> checkSecret(SecretKind kind, const QString& secret)
{
    Result<void> outcome = kind == SecretKind::Pin ? SecretVerifier::checkPin(secret) : SecretVerifier::checkPassword(secret);
    if (!outcome)
        outcome.error().field = u"secret"_s;
    return outcome;
}

} // namespace onedoor
