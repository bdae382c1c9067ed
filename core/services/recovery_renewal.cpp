// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recovery_renewal.h"

#include "core/services/api/administration.h"
#include "core/store/keys/key_slots.h"

namespace onedoor {

using namespace Qt::StringLiterals;

Result<RecoveryKey> proposeRecoveryKey(LocalGateway& gateway, const Session& session, const QString& secret, Random& random)
{
    // Who may give people new secrets may give the store one.
    ONEDOOR_TRY(checkRight(*gateway.centreNow(), session, AccountSetSecret::name));
    QFuture<Result<Session>> proven = gateway.signIn(session.login, secret);
    proven.waitForFinished();
    ONEDOOR_TRY(proven.takeResult());
    return RecoveryKey::generate(random);
}

Result<void> replaceRecoveryKey(const StorePaths& paths, const MasterKey& master, const RecoveryKey& key, Random& random)
{
    ONEDOOR_ASSIGN(KeySlots keySlots, KeySlots::read(paths.keySlots()));
    ONEDOOR_TRY(keySlots.rotateRecovery(master, key, random));
    ONEDOOR_TRY(keySlots.write(paths.keySlots()));
    ONEDOOR_ASSIGN(const KeySlots written, KeySlots::read(paths.keySlots()));
    ONEDOOR_ASSIGN(const MasterKey opened, written.openWithRecovery(key));
    if (!opened.equals(master))
        return fail(ErrorKind::WrongKey, u"keys.wrongSecret"_s);
    return {};
}

} // namespace onedoor
